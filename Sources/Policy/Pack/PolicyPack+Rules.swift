public import Model

extension PolicyPack {
  /// The rules that are in force on a day, with parameters and the day put into the conditions.
  ///
  /// - Throws: `PolicyError.noRuleInForce` for a day outside the policy's own.
  public func rules(on date: CivilDate) throws(PolicyError) -> RuleSet {
    try rules(on: date, setting: [:])
  }

  /// The rules of a day as they would be with other values of some parameters.
  func rules(
    on date: CivilDate, setting values: [String: ParameterValue]
  ) throws(PolicyError) -> RuleSet {
    guard inForce.contains(date), let ranking = Self.current(document.rankings, date).last else {
      throw .noRuleInForce(
        policy: id, date: date, from: inForce.from, until: inForce.until,
        before: repeals.first { date <= $0.until })
    }
    let parameters = Self.current(document.parameters, date).map { parameter in
      var parameter = parameter
      parameter.value = values[parameter.name] ?? parameter.value
      return parameter
    }
    let tables = Dictionary(
      Self.current(document.tables, date).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var constants: [String: Value] = ["as_of": .int(Int64(date.number))]
    for parameter in parameters { constants[parameter.name] = parameter.value.constant }
    func criteria(_ items: [Criterion]) -> [Criterion] {
      Self.current(items, date).map { criterion in
        var criterion = criterion
        criterion.condition = criterion.condition.replacing(constants)
        return criterion
      }
    }
    var tiers = criteria(document.tiers)
    for index in tiers.indices { tiers[index].role = .tier(index + 1) }
    var rules = RuleSet(
      policyID: id, title: title, date: date, facts: document.facts,
      derivedFacts: Self.current(document.derivedFacts, date)
        .map { $0.resolved(constants, tables) },
      requirements: criteria(document.requirements), tiers: tiers,
      preferences: criteria(document.preferences),
      groups: Self.current(document.groups, date), mark: Self.current(document.marks, date).last,
      ranking: ranking, localSettings: Self.current(document.settings, date),
      parameters: Dictionary(parameters.map { ($0.name, $0) }, uniquingKeysWith: { $1 }),
      claims: document.claims, tables: tables)
    rules.requirements += rules.markFacts.map { rules.markRequirement($0) }
    return rules
  }

  private static func current<Item: Declared>(_ items: [Item], _ date: CivilDate) -> [Item] {
    items.filter { $0.days.contains(date) }
  }
}

extension RuleSet {
  /// What an order by marks asks of everybody: that the mark is there.
  ///
  /// One that is not known leaves the applicant pending; one that will never be (`MarkState`) is
  /// below 0.
  fileprivate func markRequirement(_ fact: String) -> Criterion {
    let title = facts.first { $0.name == fact }?.title ?? Bilingual(zh: fact, en: fact)
    let source = "\(fact) >= 0"
    let place = 0..<source.utf8.count
    let node = ExpressionNode(
      .binary(
        .greaterOrEqual, ExpressionNode(.identifier(fact), place),
        ExpressionNode(.literal(.int(0)), place)), place)
    return Criterion(
      declaration: Declaration(
        id: fact, title: title, basis: mark?.basis ?? ranking.basis, days: ranking.days,
        place: mark?.place ?? ranking.place),
      role: .requirement, condition: Expression(node: node, origin: source, source: source),
      points: 0, note: nil)
  }
}

extension ParameterValue {
  /// The value as conditions see it: a whole number, else a text; lists alike.
  var constant: Value {
    func constant(_ text: String) -> Value {
      Int64(text, scaledBy: 0).map(Value.int) ?? .string(text)
    }
    return switch self {
    case .scalar(let text): constant(text)
    case .list(let texts): .list(texts.map(constant))
    case .table(let rows): .list(rows.map { constant($0.value) })
    case .rows(let records): .list(records.map { .string($0.cells.first?.value ?? "") })
    }
  }
}

extension DerivedFact {
  fileprivate func resolved(
    _ constants: [String: Value], _ tables: [String: CodeTable]
  ) -> DerivedFact {
    var fact = self
    switch definition {
    case .expression(let expression):
      fact.definition = .expression(expression.replacing(constants))
    case .prefix(let source, _, let table):
      let codes = tables[table]?.entries.map(\.code) ?? []
      fact.definition = .prefix(of: source, codes: codes, table: table)
    }
    return fact
  }
}
