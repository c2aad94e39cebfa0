import Model
import Testing

@Suite("Columns of applicants")
struct ApplicantColumnsTests {
  @Test("keep every value of a fact that has more of them than two bytes tell apart")
  func manyValues() {
    var columns = ApplicantColumns(
      fields: [.integrity, .major, .legalWorkMonths, .hardshipValidUntil, .education])
    func facts(_ index: Int) -> [FactValue] {
      [
        .bool(index % 3 == 0), index % 7 == 0 ? .blank : .text("专业\(index)"),
        .number(Int64(index % 700)), index % 5 == 0 ? .blank : .number(Int64(index)),
        .text(index % 2 == 0 ? "本科" : "高中"),
      ]
    }
    let count = 90_000
    for index in 0..<count {
      columns.ids.append(UInt32(index))
      columns.append(facts(index))
    }
    #expect(columns.columns[1].values.count > 65_536)
    #expect(columns.columns[3].values.count > 65_536)
    let wrong = (0..<count).filter { index in
      (0..<5).map { columns.value($0, at: index) } != facts(index)
    }
    #expect(wrong == [])
  }
}
