/// That a named person confirmed something as it was then (确认).
public struct ConfirmationEntry: Sendable, Hashable {
  /// What kind of thing.
  public let kind: ConfirmableKind
  /// Its id.
  public let subject: String
  /// The digest of what was confirmed; where it is another one now, the confirmation is void.
  public let digest: String
  /// The person.
  public let by: String
  /// In which role.
  public let role: String
  /// The moment, ISO 8601.
  public let at: String
  /// The warnings that stood, in the language in which they were shown.
  public let warnings: [String]

  /// - Parameters:
  ///   - subject: the id of what is confirmed.
  ///   - digest: the digest of what is confirmed.
  ///   - at: the moment, ISO 8601.
  ///   - warnings: those that stood.
  public init(
    _ kind: ConfirmableKind, _ subject: String, digest: String, by: String, role: String,
    at: String, warnings: [String]
  ) {
    (self.kind, self.subject, self.digest) = (kind, subject, digest)
    (self.by, self.role, self.at, self.warnings) = (by, role, at, warnings)
  }
}

/// Whether something is confirmed.
public enum ConfirmationState: Sendable, Hashable {
  /// Nobody has confirmed it.
  case none
  /// It has been confirmed, and is not any more what was confirmed.
  case void(ConfirmationEntry)
  /// It is confirmed.
  case stands(ConfirmationEntry)

  /// The state of something whose last confirmation is known.
  /// - Parameter digest: that of what it is now.
  public init(last: ConfirmationEntry?, digest: String) {
    self = last.map { $0.digest == digest ? .stands($0) : .void($0) } ?? .none
  }

  /// Whether it is confirmed.
  public var isStanding: Bool { if case .stands = self { true } else { false } }

  /// What is written beside the thing wherever it goes.
  public var wording: Bilingual {
    switch self {
    case .none: Bilingual(zh: "未确认", en: "not confirmed")
    case .void(let entry):
      Bilingual(
        zh: "未确认（\(entry.by) 确认以后内容变了，原确认作废）",
        en: "not confirmed (it has changed since \(entry.by) confirmed it)")
    case .stands(let entry):
      Bilingual(
        zh: "\(entry.by)（\(entry.role)）\(entry.at.prefix(10)) 确认",
        en: "confirmed by \(entry.by) (\(entry.role)) on \(entry.at.prefix(10))")
    }
  }
}
