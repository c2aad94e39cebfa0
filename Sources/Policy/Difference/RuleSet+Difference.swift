import Model

extension RuleSet {
  /// What differs from other rules, by kind and then in the order of the first, what is new last.
  ///
  /// Only what decides results is compared: titles and notes are not. A condition that names a
  /// parameter is the same condition when the parameter changes; the parameter is listed.
  public func changes(to other: RuleSet) -> [RuleChange] {
    let before = statements
    let after = other.statements
    return RuleChange.Kind.allCases.flatMap { kind in
      let old = before.filter { $0.kind == kind }
      let new = after.filter { $0.kind == kind }
      let ids = old.map(\.id) + new.map(\.id).filter { id in !old.contains { $0.id == id } }
      return ids.compactMap { id in
        let first = old.first { $0.id == id }?.text
        let second = new.first { $0.id == id }?.text
        let isSame = first.map { Array($0.utf8) } == second.map { Array($0.utf8) }
        return isSame ? nil : RuleChange(kind: kind, id: id, before: first, after: second)
      }
    }
  }

  private typealias Statement = (kind: RuleChange.Kind, id: String, text: String)

  /// Everything that decides results, each thing as one text.
  private var statements: [Statement] {
    var statements: [Statement] = []
    func add(_ kind: RuleChange.Kind, _ id: String, _ text: String) {
      statements.append((kind, id, text))
    }
    for fact in facts {
      let unknown = fact.unknownValues.joined(separator: ", ")
      add(.fact, fact.name, "\(fact.type.rawValue); blank: \(fact.blank.json); unknown: \(unknown)")
    }
    for table in tables.values.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    {
      add(.table, table.name, table.entries.map(\.code).joined(separator: ", "))
    }
    for fact in derivedFacts {
      switch fact.definition {
      case .expression(let expression): add(.derived, fact.name, expression.source)
      case .prefix(let source, let codes, _):
        add(.derived, fact.name, "\(source): \(codes.joined(separator: ", "))")
      }
    }
    for requirement in requirements {
      add(.requirement, requirement.id, requirement.condition.source)
    }
    for (index, tier) in tiers.enumerated() {
      add(.tier, tier.id, "\(index + 1): \(tier.condition.source)")
    }
    for preference in preferences {
      add(.preference, preference.id, "\(preference.points): \(preference.condition.source)")
    }
    for group in groups { add(.group, group.id, group.members.joined(separator: ", ")) }
    if let mark { add(.mark, mark.id, mark.written) }
    let order = ranking.order.map(\.rawValue).joined(separator: ", ")
    add(.ranking, "ranking", "\(order); ties: \(ranking.ties.rawValue)")
    for parameter in parameters.values.sorted(by: {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }) {
      add(.parameter, parameter.name, parameter.value.written)
    }
    for setting in localSettings { add(.setting, setting.id, setting.reason.zh) }
    return statements
  }
}
