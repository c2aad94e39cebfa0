import Model

extension RuleSet {
  /// Every fact, derived fact, parameter and code table that a requirement, tier or preference
  /// reads, those behind derived facts included.
  ///
  /// - Parameter id: the criterion's id; an unknown one reads nothing.
  public func names(readBy id: String) -> Set<String> {
    var found: Set<String> = []
    var open = criteria.first { $0.id == id }.map { Self.written($0.condition) } ?? []
    while let name = open.popLast() {
      guard found.insert(name).inserted, let fact = derivedFacts.first(where: { $0.name == name })
      else { continue }
      switch fact.definition {
      case .expression(let expression): open += Self.written(expression)
      case .prefix(let source, _, let table): open += [source, table]
      }
    }
    return found
  }

  /// The names in an expression as written: where it is evaluated, parameters are constants.
  private static func written(_ expression: Expression) -> [String] {
    (try? Expression(parsing: expression.source))?.identifiers ?? []
  }

  /// Which of some changes between these rules and other ones a criterion can feel.
  public func changes(_ changes: [RuleChange], feltBy id: String, in other: RuleSet)
    -> [RuleChange]
  {
    let read = names(readBy: id).union(other.names(readBy: id))
    let counted = (groups + other.groups).filter { $0.members.contains(id) }.map(\.id)
    return changes.filter { change in
      switch change.kind {
      case .requirement, .tier, .preference: change.id == id
      case .fact, .table, .derived, .parameter: read.contains(change.id)
      case .group: counted.contains(change.id)
      case .mark, .ranking, .setting: false
      }
    }
  }
}
