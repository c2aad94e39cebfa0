import Model

/// Looks for persons in the texts of a sheet that has no need of them: subjects never appear as
/// persons, and whose number it is cannot be told.
enum SubjectScan {
  /// What was found in the text of a column; nil where nothing was.
  static func finding(in bytes: UnsafeBufferPointer<UInt8>, of kind: ValueKind) -> FindingCode? {
    guard !bytes.isEmpty else { return nil }
    switch kind {
    case .text, .code, .name, .certificate, .otherOffice: break
    case .pseudonym: return isPseudonym(bytes) ? nil : .caseNoWrong
    default: return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // Digits apart, full-width or in a longer number are found too.
    if PersonalNumber.masked(text) != text || IdentityScan.holdsNumber(bytes) {
      return .personalNumberInText
    }
    return namesSubject(text) ? .subjectNamed : nil
  }

  /// Whether a text is a pseudonym: 4 to 24 capitals, digits and hyphens, and no number of a person.
  private static func isPseudonym(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (4...24).contains(bytes.count), bytes[0] != UInt8(ascii: "-"),
      bytes.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || $0 == 45 })
    else { return false }
    let digits = bytes.filter { $0 != 45 }
    let isNumber = digits.dropLast().allSatisfy { (48...57).contains($0) }
    return !(isNumber && [11, 15, 18].contains(digits.count))
  }

  /// Whether somebody is named as a subject: the word, then a family name and a given name.
  private static func namesSubject(_ text: String) -> Bool {
    for word in ["矫正对象", "对象", "矫正人员", "社矫人员"] {
      for range in text.ranges(of: word) {
        let rest = text[range.upperBound...].drop { " ：:“\"（(".contains($0) }
        let name = rest.prefix { character in
          character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
        }
        // A word that follows is longer, or begins with no family name.
        if let family = name.first, families.contains(family), (2...4).contains(name.count) {
          return true
        }
      }
    }
    return false
  }

  /// The hundred most usual family names but for those that begin usual words (方, 高, 常, 安, 平, 明).
  private static let families = Set(
    "王李张刘陈杨黄赵周吴徐孙胡朱林郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟段雷钱汤尹黎贺赖龚")
}
