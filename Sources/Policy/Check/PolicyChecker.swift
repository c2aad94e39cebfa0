import Model

/// Tries the rules of one period against every case that differs to them.
struct PolicyChecker {
  typealias Case = [String: Value]

  /// How many cases are tried one by one before a seeded search takes their place.
  static let exhaustionLimit = 200_000
  static let searchCases = 20_000

  let rules: RuleSet
  let period: Span
  let seed: UInt64
  let space: FactSpace

  init(_ rules: RuleSet, period: Span, seed: UInt64) {
    self.rules = rules
    self.period = period
    self.seed = seed
    space = FactSpace(rules)
  }

  func results() -> [CheckResult] {
    values() + reachability() + [distinctness()] + monotonicity() + openTiers() + countering()
      + [dominance(), overflow()]
  }

  func result(
    _ property: CheckResult.Property, _ subject: String, _ finding: CheckResult.Finding
  ) -> CheckResult {
    CheckResult(property, of: subject, on: period, finding)
  }

  /// Visits cases over the facts behind some names until one is a counterexample.
  ///
  /// - Parameter given: A fact that the caller fills in by itself.
  func search(
    _ names: [String], given: String? = nil, _ counterexample: (Case) -> Counterexample?
  ) -> CheckResult.Finding {
    let all = space.sources(of: names)
    let facts = all.filter { $0 != given }
    let isExact = space.sampled.isDisjoint(with: all)
    if let cases = space.cases(facts, limit: Self.exhaustionLimit) {
      for index in 0..<cases {
        if let found = counterexample(self.case(facts, index)) { return .refuted(found) }
      }
      let tried = tried(facts, cases)
      return isExact ? .provedByExhaustion(tried) : .notRefuted(tried, seed: seed)
    }
    var random = SplitMix64(seed: seed)
    for _ in 0..<Self.searchCases {
      var chosen: Case = [:]
      for name in facts { chosen[name] = space.values[name]?.randomElement(using: &random) }
      if let found = counterexample(completed(chosen)) { return .refuted(found) }
    }
    return .notRefuted(tried(facts, Self.searchCases), seed: seed)
  }

  /// So many cases over some facts.
  func tried(_ facts: [String], _ cases: Int) -> CheckResult.Space {
    CheckResult.Space(
      cases: cases, facts: facts.map { .init(name: $0, values: space.values[$0]?.count ?? 1) })
  }

  /// The case with a number, the facts' values being its digits.
  private func `case`(_ facts: [String], _ index: Int) -> Case {
    var rest = index
    var chosen: Case = [:]
    for fact in facts {
      let values = space.values[fact] ?? []
      chosen[fact] = values[rest % values.count]
      rest /= values.count
    }
    return completed(chosen)
  }

  /// A case with the derived facts that can be worked out from it.
  func completed(_ facts: Case) -> Case {
    var facts = facts
    for derived in rules.derivedFacts {
      facts[derived.name] = try? derived.value { facts[$0] }
    }
    return facts
  }

  func outcome(_ condition: Expression, _ facts: Case) -> Outcome {
    switch try? condition.value({ facts[$0] }) {
    case .bool(true): .met
    case .bool(false): .notMet
    default: .unknown
    }
  }

  /// The base facts of a case, by name.
  func listed(_ facts: Case) -> [Counterexample.Fact] {
    facts.keys.filter { space.values[$0] != nil }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { name in
        facts[name].map { Counterexample.Fact(name: name, value: $0) }
      }
  }

  // MARK: Values

  func values() -> [CheckResult] {
    rules.derivedFacts.map { fact in
      let finding = search([fact.name]) { facts in
        failure(facts) { () throws(EvaluationError) in try fact.value { facts[$0] } }
      }
      return result(.alwaysAValue, fact.name, finding)
    }
      + rules.criteria.map { criterion in
        let finding = search(criterion.condition.identifiers) { facts in
          failure(facts) { () throws(EvaluationError) in try criterion.condition.value { facts[$0] }
          }
        }
        return result(.alwaysAValue, criterion.id, finding)
      }
  }

  private func failure(
    _ facts: Case, _ evaluate: () throws(EvaluationError) -> Value
  ) -> Counterexample? {
    do throws(EvaluationError) {
      _ = try evaluate()
      return nil
    } catch {
      return Counterexample(
        "条件没有值：\(error.message)。", "the condition has no value: \(error.message).",
        facts: listed(facts))
    }
  }

  // MARK: Bounds

  private func dominance() -> CheckResult {
    let isFirst = rules.ranking.order.first == .tier
    return result(.tiersDominate, rules.policyID, isFirst ? .provedByConstruction : .setLocally)
  }

  /// All points together stay within what scoring can order by.
  private func overflow() -> CheckResult {
    let (points, limit) = (rules.largestPoints, RuleSet.pointsLimit)
    return result(
      .noOverflow, rules.policyID,
      points <= limit
        ? .provedByBounds(limit: points)
        : .refuted(
          Counterexample(
            "分值合计可达 \(points)，超出 \(limit)。", "the points can come to \(points), beyond \(limit).")))
  }
}
