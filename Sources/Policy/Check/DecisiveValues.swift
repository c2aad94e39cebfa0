import Model

/// For every fact, known values that stand for all that the rules can tell apart, such as a limit
/// and its neighbours; a sample where a condition does more than compare.
public struct DecisiveValues: Sendable {
  private let values: [String: [Value]]

  /// Reads them off the rules' conditions.
  public init(_ rules: RuleSet) {
    var values = FactSpace(rules).values
      .mapValues { $0.filter { $0 != .unknown && $0 != .null } }
    // Of the marks that may yet come the best says what is possible.
    for fact in rules.markFacts {
      guard let largest = ApplicantField(id: fact)?.largestNumber else { continue }
      values[fact] = [.int(largest)] + (values[fact] ?? []).filter { $0 != .int(largest) }
    }
    self.values = values
  }

  /// The values of a fact, numbers in ascending order (a mark that the order reads has its best first), codes in the order of their table.
  public subscript(fact: String) -> [Value] { values[fact] ?? [] }
}
