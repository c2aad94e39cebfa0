/// A language that a person reads.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese, the first language of every clerk.
  case zh
  /// English.
  case en
}

/// One text in both languages, fixed at compile time.
public struct Bilingual: Sendable, Hashable {
  /// The Chinese wording.
  public let zh: String
  /// The English wording.
  public let en: String

  /// Pairs the two wordings.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The wording in one language.
  public subscript(language: Language) -> String {
    language == .zh ? zh : en
  }
}

extension CodingUserInfoKey {
  /// The language in which `Bilingual` texts are encoded; Chinese where an encoder has none.
  public static let language = CodingUserInfoKey(rawValue: "language").unsafelyUnwrapped
}

extension Bilingual: Encodable {
  /// Encodes the wording in the encoder's language.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(self[encoder.userInfo[.language] as? Language ?? .zh])
  }
}
