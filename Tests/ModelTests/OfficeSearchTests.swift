import Model
import Testing

@Suite("An office that somebody names")
struct OfficeSearchTests {
  private let table = OfficeTable()

  @Test(
    "is found by its code, or by its name with or without its district and its kind",
    arguments: ["110102010", "德胜街道", "德胜", "西城区德胜街道", "西城德胜", "北京市西城区德胜街道", " 德胜 街道 "])
  func found(text: String) throws {
    #expect(try table.office(meantBy: text).code == "110102010")
  }

  @Test("is found by every full name, which no two offices share")
  func fullNames() throws {
    for office in table.offices {
      #expect(try table.office(meantBy: office.fullName).code == office.code)
    }
  }

  @Test("is asked back where several offices have the name, or none")
  func notFound() throws {
    let names = Dictionary(grouping: table.offices, by: \.name)
    let twice = try #require(names.first { $0.value.count > 1 })
    #expect(throws: OfficeReferenceError.ambiguous(twice.key, twice.value)) {
      _ = try table.office(meantBy: twice.key)
    }
    #expect(throws: OfficeReferenceError.unknown("德胜街", nearest: "德胜街道")) {
      _ = try table.office(meantBy: "德胜街")
    }
    #expect(throws: OfficeReferenceError.unknown("xyz", nearest: nil)) {
      _ = try table.office(meantBy: "xyz")
    }
    let error = #expect(throws: OfficeReferenceError.self) {
      _ = try table.office(meantBy: "110102029")
    }
    #expect(error?.status == .usage)
  }
}
