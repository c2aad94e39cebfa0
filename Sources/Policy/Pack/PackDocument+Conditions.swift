import Model

extension PackDocument {
  /// Checks the type of every condition against the facts, derived facts and parameters.
  func validateConditions() throws(PolicyError) {
    var names = facts.map { fact in
      (
        key: fact.name,
        value: ExpressionChecker.Name(
          type: ValueType(fact.type, mayBeNull: fact.blank == .null), codes: codes(of: fact))
      )
    }
    names.append((key: "as_of", value: ExpressionChecker.Name(type: .int, codes: nil)))
    for parameter in parameters {
      let type = ValueType(of: parameter.value.constant)
      let name = ExpressionChecker.Name(type: type, codes: nil)
      names.append((key: parameter.name, value: name))
    }
    for derived in derivedFacts {
      let type = ValueType(derived.type, mayBeNull: false)
      if case .expression(let expression) = derived.definition {
        try check(expression, type, names, derived.place)
      }
      let name = ExpressionChecker.Name(type: type, codes: nil)
      names.append((key: derived.name, value: name))
    }
    for criterion in requirements + tiers + preferences {
      try check(criterion.condition, .bool, names, criterion.place)
    }
  }

  private func check(
    _ expression: Expression, _ type: ValueType,
    _ names: [(key: String, value: ExpressionChecker.Name)], _ place: SourcePlace
  ) throws(PolicyError) {
    do throws(ExpressionError) {
      try ExpressionChecker.check(expression, is: type, names: names)
    } catch {
      throw .badExpression(place, error)
    }
  }

  /// The codes of a fact's table on any day, without those that mean unknown.
  private func codes(of fact: FactDeclaration) -> [String]? {
    guard let table = fact.table else { return nil }
    return tables.filter { $0.name == table }
      .flatMap { $0.entries.map(\.code) }
      .filter { !fact.unknownValues.contains($0) }
  }
}
