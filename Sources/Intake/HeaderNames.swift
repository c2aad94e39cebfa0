import Foundation
import Model

/// The headers by which a kind of sheet knows its columns, as they are compared.
struct HeaderNames: Sendable {
  let description: SheetDescription
  /// The place of a column among the kind's fields, by a name of it.
  private let fields: [String: Int]
  private let standIns: [String: Int]
  private static let returned = Set(
    ReturnedColumn.allCases.flatMap { [$0.header.zh, $0.header.en] }.map(key))

  init(_ description: SheetDescription) {
    self.description = description
    func places(_ names: (SheetField) -> [String]) -> [String: Int] {
      Dictionary(
        description.fields.enumerated().flatMap { place, field in
          names(field).map { (Self.key($0), place) }
        }, uniquingKeysWith: { first, _ in first })
    }
    fields = places(\.names)
    standIns = places(\.standIns)
  }

  /// How surely a header names a column: by one of its names, with a hint beside it, or in its stead.
  enum Certainty: CaseIterable {
    case name, hint, standIn
  }

  /// The column that a header's key names.
  func field(of key: String, _ certainty: Certainty) -> Int? {
    switch certainty {
    case .name: return fields[key]
    case .hint:
      let (bare, hints) = Self.withoutHints(key)
      guard bare != key, let field = fields[bare] ?? standIns[bare],
        hints.allSatisfy({ Self.isHint($0, of: description.fields[field]) })
      else { return nil }
      return field
    case .standIn: return standIns[key]
    }
  }

  /// Whether a header is one of those that a sheet gets when it goes back to its sender.
  static func isReturned(_ key: String) -> Bool { returned.contains(key) }

  /// What stands around a header and is no part of it: marks of requirement, stray quotation marks.
  private static let marks: Set<Unicode.Scalar> = ["*", "※", "'", "\""]

  /// A header as it is compared: compatibility forms folded, without white space, marks and what
  /// cannot be seen, in lower case.
  static func key(_ title: String) -> String {
    if title.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(
        decoding: title.utf8.lazy.filter {
          $0 > 0x20 && $0 != 0x7F && !marks.contains(Unicode.Scalar($0))
        },
        as: UTF8.self
      ).lowercased()
    }
    var key = String.UnicodeScalarView()
    for scalar in title.precomposedStringWithCompatibilityMapping.unicodeScalars
    where !scalar.isBlank && !marks.contains(scalar) {
      key.append(scalar)
    }
    return String(key).lowercased()
  }

  /// A header without numbers before it, a colon behind it, and what stands in brackets.
  private static func withoutHints(_ key: String) -> (bare: String, hints: [String]) {
    var bare = ""
    var hints: [String] = []
    var hint: String?
    for character in key {
      if let text = hint {
        if ")]】〕》}".contains(character) {
          hints.append(text)
          hint = nil
        } else {
          hint = text + String(character)
        }
      } else if "([【〔《{".contains(character) {
        hint = ""
      } else {
        bare.append(character)
      }
    }
    if let hint { hints.append(hint) }
    let number = bare.prefix { $0.isNumber }
    if !number.isEmpty, let mark = bare.dropFirst(number.count).first, ".、)".contains(mark) {
      bare.removeFirst(number.count + 1)
    }
    while let last = bare.last, ":;,。".contains(last) { bare.removeLast() }
    return (bare, hints)
  }

  private static let hints: Set<String> = [
    "", "必填", "选填", "可空", "可不填", "非必填", "必须填写", "是否", "有无", "文本", "文本格式", "数字", "日期",
    "百分制", "下拉选择", "请选择", "单选", "本人", "月", "个月", "年", "分", "人", "岁", "名", "学时", "18位身份证",
    "required", "optional", "months",
  ]
  private static let beginnings = [
    "如", "例", "格式", "示例", "填", "请", "按", "不", "没有", "无则", "见", "与", "yyyy", "单位", "0-", "共",
  ]

  /// Whether what stands in brackets only says how to fill a column in: a word of ours, a length, or
  /// the values to choose from.
  private static func isHint(_ text: String, of field: SheetField) -> Bool {
    if hints.contains(text) || beginnings.contains(where: text.hasPrefix) { return true }
    let digits = text.prefix { $0.isNumber }
    if !digits.isEmpty, ["位", "位数", "位数字", "位号码", "位代码"].contains(text.dropFirst(digits.count)) {
      return true
    }
    let choices = text.split { "/、,|或;".contains($0) }
    guard choices.count > 1, let list = field.kind.list else { return false }
    return choices.allSatisfy { choice in
      var choice = String(choice)
      return choice.withUTF8 { list.code(kindly: $0) } != nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is white space, or cannot be seen at all.
  var isBlank: Bool {
    switch properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: properties.isWhitespace || properties.isVariationSelector || value == 0x3164
    }
  }
}
