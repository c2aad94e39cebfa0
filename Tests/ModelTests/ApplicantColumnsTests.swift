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

  @Test(
    "laid in another order are those of the same applicants, some left out", arguments: [1, 5, 12])
  func order(fieldCount: Int) {
    var random = SplitMix64(seed: 7)
    let fields = Array(ApplicantField.allCases.filter { $0.closedValues == nil }.prefix(fieldCount))
    var columns = ApplicantColumns(fields: fields)
    func facts(_ index: Int) -> [FactValue] {
      fields.map { field in
        let number = (index + 1) * (field.rawValue + 3) % 900
        return field.isNumber ? .number(Int64(number)) : .text("\(number)")
      }
    }
    for index in 0..<300 {
      columns.ids.append(UInt32(index))
      columns.offices.append(UInt16(index % 7))
      for text in ["N\(index)", String(repeating: "名", count: index % 9)] {
        Array(text.utf8).withUnsafeBufferPointer {
          text.hasPrefix("N") ? columns.applicationNumbers.append($0) : columns.names.append($0)
        }
      }
      columns.append(facts(index))
    }
    let order = (0..<300).map { UInt32($0) }.shuffled(using: &random).dropLast(20).map { $0 }
    columns.reorder(order)
    #expect(columns.count == 280 && columns.ids == order)
    for (place, index) in order.enumerated() {
      #expect(columns.offices[place] == UInt16(index % 7))
      #expect(columns.applicationNumbers.text(at: place) == "N\(index)")
      #expect(columns.names.text(at: place).count == Int(index) % 9)
      #expect(fields.indices.map { columns.value($0, at: place) } == facts(Int(index)))
    }
  }
}
