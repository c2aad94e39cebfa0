import Model

/// People who do not exist, one for each number, with identity numbers that pass their check.
enum InventedPeople {
  static let header = ["报名序号", "姓名", "身份证号", "性别", "联系电话", "应聘街道代码"]

  /// A person's cells in the order of the header.
  static func row(_ index: Int) -> [String] {
    let surname = Array("赵钱孙李周吴郑王冯陈")[index % 10]
    let given = Array("一二三四五六七八九十")[index / 10 % 10]
    return [
      "HT-\(1_000 + index)", "\(surname)\(given)宁", residentID(index), index % 2 == 0 ? "女" : "男",
      "138\(10_000_000 + index)", "110102010",
    ]
  }

  /// An identity number of 1990 whose seventeenth digit fits the sex.
  static func residentID(_ index: Int) -> String {
    let day = 10 + index / 1_000 % 19
    let digits = "110102199003\(day)" + String(String(1_000 + index % 1_000).suffix(3))
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return digits + String(Array("10X98765432")[sum % 11])
  }

  /// A text of separated values.
  static func text(_ rows: [[String]]) -> [UInt8] {
    Array(
      rows.map { row in
        row.map { $0.contains { ",\"\n".contains($0) } ? "\"\($0)\"" : $0 }.joined(separator: ",")
      }.joined(separator: "\n").utf8) + [10]
  }
}

/// What came of a file, as the tests of its structure compare it.
struct StructureOutcome: Equatable {
  var failure: String?
  var accepted = 0
  var rejected = 0
  var leftOut: [String: Int] = [:]
}
