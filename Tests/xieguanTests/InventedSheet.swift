/// Sheets of applicants with valid numbers, none of them twice.
enum InventedSheet {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432".utf8)

  static func text(rows: Int) -> String {
    var bytes = Array("报名序号,姓名,身份证号,应聘街道代码\n".utf8)
    for row in 0..<rows {
      let region = 110_101 + row / 27_972 % 9
      let day = 19_700_101 + row / 999 % 28
      let serial = row % 999 + 1001
      let body = Array("\(region)\(day)\(String(serial).suffix(3))".utf8)
      var sum = 0
      for (digit, weight) in zip(body, weights) { sum += (Int(digit) - 48) * weight }
      bytes += Array("A\(row),甲,".utf8) + body
      bytes.append(checks[sum % 11])
      bytes += Array(",110102001\n".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
