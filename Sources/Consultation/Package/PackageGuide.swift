import Model

/// `readme.txt`: how the other side reads, checks and answers a package without our program.
enum PackageGuide {
  static let fileName = "readme.txt"

  /// The guide as UTF-8 with a byte order mark, which old editors need.
  static func bytes(_ terms: PackageTerms) throws(LetterError) -> [UInt8] {
    let answer = """

      怎样答复
        在 opinions.xlsx 里填写意见（没有意见的行留空），用本程序作复函，或者把填好的表发回。
      """
    let text = try LetterTemplate.fill(
      String(decoding: PackageResources.readme_txt, as: UTF8.self),
      [
        "标题": terms.title, "字号": terms.number, "发函单位": terms.from, "受函单位": terms.to,
        "日期": terms.sentOn.iso, "答复": terms.kind == .request ? answer : "",
      ])
    return [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
  }
}
