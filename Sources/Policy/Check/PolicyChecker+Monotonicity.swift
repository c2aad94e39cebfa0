import Model

extension PolicyChecker {
  /// More of each favourable fact never lowers verdict or rank, whatever the other facts.
  func monotonicity() -> [CheckResult] {
    rules.facts.compactMap { fact in
      let steps = steps(of: fact)
      guard !steps.isEmpty else { return nil }
      return result(.monotone, fact.name, finding(fact.name, steps))
    }
  }

  /// Pairs of values of which the second favours the applicant more.
  private func steps(of fact: FactDeclaration) -> [(less: Value, more: Value)] {
    let values = space.values[fact.name] ?? []
    var ascending: [Value]
    if fact.isHigherBetter {
      // Values are in ascending order; no end (null) favours more than any end.
      ascending = values.filter { $0 != .unknown }
    } else {
      ascending = fact.order.map(Value.string).filter(values.contains)
    }
    guard let worst = ascending.first, let best = ascending.last, ascending.count > 1 else {
      return []
    }
    var steps = zip(ascending, ascending.dropFirst()).map { (less: $0, more: $1) }
    if values.contains(.unknown) {
      steps += [(less: worst, more: .unknown), (less: .unknown, more: best)]
    }
    return steps
  }

  private func finding(
    _ fact: String, _ steps: [(less: Value, more: Value)]
  ) -> CheckResult.Finding {
    let affected = AffectedRules(by: fact, rules, space)
    let isInMark = rules.mark?.parts.contains { $0.fact == fact } ?? false
    guard !affected.isEmpty else {
      // The parts of a mark have positive weights, so only conditions can go the other way.
      return isInMark ? .provedByConstruction : .provedByExhaustion(cases: 0)
    }
    return search(affected.identifiers, given: fact) { others in
      for step in steps {
        var facts = others
        facts[fact] = step.less
        let lower = completed(facts)
        facts[fact] = step.more
        let upper = completed(facts)
        let before = affected.assessment(lower, self)
        let after = affected.assessment(upper, self)
        guard affected.isWorse(after, than: before, rules.ranking.order) else { continue }
        return Counterexample(
          facts: listed(lower), changed: Counterexample.Fact(name: fact, value: step.more),
          before: before, after: after,
          explanation: Bilingual(
            zh: "“\(fact)”更有利，结果却更差。", en: "“\(fact)” is more favourable, and the result is worse.")
        )
      }
      return nil
    }
  }
}

/// The rules whose outcome a fact can change, with those that count together with them.
///
/// All other rules add the same to both sides of a comparison, so they may be left out.
private struct AffectedRules {
  let requirements: [Criterion]
  let hasTiers: Bool
  /// The preferences that count, by their place in the rules.
  let preferences: [Int]
  let identifiers: [String]

  init(by fact: String, _ rules: RuleSet, _ space: FactSpace) {
    func isAffected(_ condition: Expression?) -> Bool {
      space.sources(of: condition?.identifiers ?? []).contains(fact)
    }
    let ids = Set(rules.preferences.filter { isAffected($0.condition) }.map(\.id))
    let grouped = rules.groups.filter { !ids.isDisjoint(with: $0.members) }.flatMap(\.members)
    requirements = rules.requirements.filter { isAffected($0.condition) }
    hasTiers = rules.tiers.contains { isAffected($0.condition) }
    preferences = rules.preferences.indices.filter {
      ids.contains(rules.preferences[$0].id) || grouped.contains(rules.preferences[$0].id)
    }
    identifiers =
      requirements.flatMap(\.condition.identifiers)
      + (hasTiers ? rules.tiers.flatMap { $0.condition?.identifiers ?? [] } : [])
      + preferences.flatMap { rules.preferences[$0].condition.identifiers }
  }

  var isEmpty: Bool { requirements.isEmpty && !hasTiers && preferences.isEmpty }

  func assessment(_ facts: PolicyChecker.Case, _ checker: PolicyChecker) -> Assessment {
    var outcomes = [Outcome](repeating: .notMet, count: checker.rules.preferences.count)
    for index in preferences {
      outcomes[index] = checker.outcome(checker.rules.preferences[index].condition, facts)
    }
    return Assessment(
      verdict: Verdict(gate: requirements.map { checker.outcome($0.condition, facts) }),
      tier: hasTiers ? checker.tier(facts) : 1,
      points: checker.rules.points(outcomes))
  }

  func isWorse(
    _ after: Assessment, than before: Assessment, _ order: [Ranking.Key]
  ) -> Bool {
    if after.verdict != before.verdict { return after.verdict.rawValue > before.verdict.rawValue }
    guard let tier = after.tier, let earlier = before.tier else { return false }
    for key in order {
      switch key {
      case .tier: if tier != earlier { return tier > earlier }
      case .points, .total:
        if after.points != before.points { return after.points < before.points }
      case .mark: break
      }
    }
    return false
  }
}
