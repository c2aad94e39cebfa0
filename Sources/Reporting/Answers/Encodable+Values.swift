public import Model
public import Policy
public import Scoring

// How values of the other rooms are written as JSON: by the names that they have everywhere.

extension Verdict: Encodable {
  /// Encodes the name in results.
  public func encode(to encoder: any Encoder) throws { try id.encode(to: encoder) }
}

extension Outcome: Encodable {
  /// Encodes the name in results.
  public func encode(to encoder: any Encoder) throws { try id.encode(to: encoder) }
}

extension Decider: Encodable {
  /// Encodes the name in results.
  public func encode(to encoder: any Encoder) throws { try id.encode(to: encoder) }
}

extension ApplicantField: Encodable {
  /// Encodes the name in files, tables and rules.
  public func encode(to encoder: any Encoder) throws { try id.encode(to: encoder) }
}

extension Severity: Encodable {}
extension CheckResult.Property: Encodable {}
extension LinePosition: Encodable {}
extension RuleChange.Kind: Encodable {}
extension RunComparison.Kind: Encodable {}
extension RunComparison.OrderChange: Encodable {}
extension SettingTrial.Subject: Encodable {}
extension SQLDialect: Encodable {}

extension RuleChange: Encodable {
  private enum CodingKeys: CodingKey { case kind, id, before, after }

  /// Encodes what changed, how it was and how it is.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(id, forKey: .id)
    try container.encodeIfPresent(before, forKey: .before)
    try container.encodeIfPresent(after, forKey: .after)
  }
}

extension Basis {
  /// What kind of basis it is, by its name in results.
  var kind: String { isLocal ? "local" : "policy" }
  /// The clause, unless it is a local setting.
  var clause: String? { if case .clause(let number) = self { number } else { nil } }
  /// The reason for a local setting.
  var reason: Bilingual? { if case .local(let reason) = self { reason } else { nil } }
}
