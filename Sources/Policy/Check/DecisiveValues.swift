/// For every fact, known values that stand for all that the rules can tell apart, such as a limit
/// and its neighbours; a sample where a condition does more than compare.
public struct DecisiveValues: Sendable {
  private let values: [String: [Value]]

  /// Reads them off the rules' conditions.
  public init(_ rules: RuleSet) {
    values = FactSpace(rules).values.mapValues { $0.filter { $0 != .unknown && $0 != .null } }
  }

  /// The values of a fact, numbers in ascending order, codes in the order of their table.
  public subscript(fact: String) -> [Value] { values[fact] ?? [] }
}
