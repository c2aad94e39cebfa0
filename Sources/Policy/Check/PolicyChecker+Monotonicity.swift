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
    let affected = criteria(affectedBy: fact)
    let isInMark = rules.mark?.parts.contains { $0.fact == fact } ?? false
    guard !affected.isEmpty else {
      // The parts of a mark have positive weights, so only conditions can go the other way.
      return isInMark ? .provedByConstruction : .provedByExhaustion(tried([], 0))
    }
    let identifiers = affected.values.flatMap(\.condition.identifiers)
    return search(identifiers, given: fact) { others in
      for step in steps {
        let (lower, upper) = (
          completed(others.merging([fact: step.less]) { $1 }),
          completed(others.merging([fact: step.more]) { $1 })
        )
        let before = assessment(lower, affected)
        let after = assessment(upper, affected)
        guard isWorse(after, than: before) else { continue }
        return Counterexample(
          "“\(fact)”更有利，结果却更差。", "“\(fact)” is more favourable, and the result is worse.",
          facts: listed(lower), changed: Counterexample.Fact(name: fact, value: step.more),
          before: before, after: after)
      }
      return nil
    }
  }

  /// The criteria whose outcome a fact can change, with those that count together with them, by
  /// their places.
  ///
  /// All others add the same to both sides of a comparison, so they may be left out.
  private func criteria(affectedBy fact: String) -> [Int: Criterion] {
    let all = Array(rules.criteria.enumerated())
    let reading = all.filter { space.sources(of: $1.condition.identifiers).contains(fact) }
    let ids = Set(reading.map(\.element.id))
    let grouped = rules.groups.filter { !ids.isDisjoint(with: $0.members) }.flatMap(\.members)
    let hasTier = reading.contains { $1.isTier }
    let affected = all.filter {
      ids.contains($1.id) || grouped.contains($1.id) || hasTier && $1.isTier
    }
    return Dictionary(uniqueKeysWithValues: affected.map { ($0, $1) })
  }

  /// What follows where all criteria but some are as good as met.
  private func assessment(_ facts: Case, _ affected: [Int: Criterion]) -> Assessment {
    rules.assessment { place in
      affected[place].map { outcome($0.condition, facts) } ?? .met
    }
  }

  private func isWorse(_ after: Assessment, than before: Assessment) -> Bool {
    if after.verdict != before.verdict { return after.verdict.rawValue > before.verdict.rawValue }
    guard let tier = after.tier, let earlier = before.tier else { return false }
    for key in rules.ranking.order {
      switch key {
      case .tier: if tier != earlier { return tier > earlier }
      case .points, .total:
        if after.points != before.points { return after.points < before.points }
      case .mark, .written, .interview: break
      }
    }
    return false
  }
}

extension Criterion {
  fileprivate var isTier: Bool { if case .tier = role { true } else { false } }
}
