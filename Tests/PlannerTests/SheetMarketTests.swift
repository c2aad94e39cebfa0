import Model
import Reporting
import Testing

@testable import Planner

@Suite("A market of two sheets")
struct SheetMarketTests {
  private let story: SampleStory

  init() throws { story = try SampleStory() }

  private func place(
    _ wishes: String, _ places: String, orders: String? = nil, lot: String? = nil
  ) throws -> MarketAnswer {
    try SheetMarket(
      wishes: story.file("w.csv", Array(wishes.utf8)),
      capacities: story.file("c.csv", Array(places.utf8)),
      orders: try orders.map { try story.file("o.csv", Array($0.utf8)) }, lot: lot
    ).place()
  }

  private func lines(_ answer: MarketAnswer) -> [String] {
    Array(answer.lines(Wording(.en)).dropFirst())
  }

  @Test("gives the published placement of five applicants and three offices")
  func published() throws {
    let answer = try place(
      "applicant,choice1,choice2,choice3\nA,C\nS,C,M\nD,C,M,G\nJ,C,G,M\nL,M,C,G\n",
      "office,places\nM,2\nC,2\nG,2\n",
      orders: "office,rank1,rank2,rank3,rank4,rank5\nM,D,L,S,J\nC,D,A,S,L,J\nG,D,J,L\n")
    #expect(lines(answer) == ["A,C", "D,C", "J,G", "L,M", "S,M"])
    #expect(answer.status == .done)
  }

  @Test("leaves a place empty rather than give it to somebody whom nobody wants there")
  func losesAll() throws {
    let answer = try place(
      "applicant,choice1,choice2\nA,X\nB,X,Y\n", "office,places\nX,1\nY,1\n",
      orders: "office,rank1,rank2\nX,B,A\nY,B\n")
    #expect(lines(answer) == ["A,", "B,X"])
    #expect(answer.notes(Wording(.en)) == ["places left 1: Y 1"])
  }

  @Test("takes the order of the rows, or of their ranks, where the offices have none of their own")
  func commonOrder() throws {
    let places = "office,places\nX,1\nY,1\n"
    #expect(
      lines(try place("applicant,choice1,choice2\na,X,Y\nb,X,Y\n", places)) == ["a,X", "b,Y"])
    #expect(
      lines(try place("applicant,rank,choice1,choice2\na,2,X,Y\nb,1,X,Y\n", places))
        == ["a,Y", "b,X"])
  }

  @Test("places nobody while a tie matters, and by lot everybody, whatever the order of the rows")
  func ties() throws {
    let places = "office,places\nX,1\n"
    let tied = try place("applicant,rank,choice1\na,1,X\nb,1,X\n", places)
    #expect(tied.status == .waiting && tied.lines(Wording(.en)) == [])
    let drawn = try place("applicant,rank,choice1\na,1,X\nb,1,X\n", places, lot: "7")
    let turned = try place("applicant,rank,choice1\nb,1,X\na,1,X\n", places, lot: "7")
    #expect(drawn.status == .done && lines(drawn) == lines(turned))
    let own = try place(
      "applicant,choice1\na,X\nb,X\n", places, orders: "office,rank1\nX,a|b\n")
    #expect(own.status == .waiting)
  }

  @Test("names wishes for offices that there are not")
  func unknownOffice() throws {
    let answer = try place("applicant,choice1,choice2\na,Q,X\n", "office,places\nX,1\n")
    #expect(lines(answer) == ["a,X"])
    #expect(answer.notes(Wording(.en)).first?.contains("no such office") == true)
  }

  @Test(
    "is refused with the row that is wrong",
    arguments: [
      ("name,choice1\na,X\n", "office,places\nX,1\n", "market_column_missing"),
      ("applicant,choice1\na,X\na,X\n", "office,places\nX,1\n", "market_name_twice"),
      ("applicant,choice1\n,X\n", "office,places\nX,1\n", "market_name_blank"),
      ("applicant,choice1\na,X\n", "office,places\nX,-1\n", "market_number_wrong"),
      ("applicant,choice1\na,X\n", "office,places\nX,\n", "market_number_wrong"),
      ("applicant,choice1\na,X\n", "office,seats\nX,1\n", "market_column_missing"),
      ("applicant,rank,choice1\na,one,X\n", "office,places\nX,1\n", "market_number_wrong"),
    ])
  func refused(wishes: String, places: String, code: String) {
    let error = #expect(throws: MarketSheetError.self) { _ = try place(wishes, places) }
    #expect(error?.code == code && error?.status == .badData)
  }
}
