public import Model

/// A clause of the Opinion (条款), retold in our own words.
public struct Clause: Sendable, Hashable {
  /// How it is cited, such as 四（二）.
  public let number: String
  /// The retelling.
  public let text: Bilingual
  /// The ids of the rules, parameters and checks that carry it out.
  public let carriers: [String]
  /// Why it, or what is left of it, cannot be computed; nothing where all of it is carried.
  public let notComputable: Bilingual?
  /// Where it is retold.
  public let place: SourcePlace

  /// What carries a clause besides rules, parameters and checks: parts of the pack's own head.
  static let ownCarriers = ["in_force", "repeals"]
}

/// What a rule rests on.
public enum Basis: Sendable, Hashable {
  /// A clause of the Opinion, by number.
  case clause(String)
  /// A local setting (本地设定), because the Opinion does not say it.
  case local(reason: Bilingual)

  /// Whether outputs must mark what it touches as a local setting.
  public var isLocal: Bool {
    if case .local = self { true } else { false }
  }
}
