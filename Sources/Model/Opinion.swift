/// What a bureau that was asked says of an applicant or an office (意见); it may say nothing.
public enum Opinion: String, Encodable, Sendable, CaseIterable {
  /// It agrees.
  case agree
  /// It does not agree.
  case disagree
  /// It says something else, in words.
  case remark

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .agree: Bilingual(zh: "同意", en: "agree")
    case .disagree: Bilingual(zh: "不同意", en: "disagree")
    case .remark: Bilingual(zh: "说明", en: "remark")
    }
  }

  /// Reads the wording of either language.
  public init?(wording text: String) {
    let found = Self.allCases.first {
      $0.wording.zh.utf8.elementsEqual(text.utf8) || $0.wording.en.utf8.elementsEqual(text.utf8)
    }
    guard let found else { return nil }
    self = found
  }
}
