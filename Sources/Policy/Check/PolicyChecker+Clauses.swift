import Model

/// What added rules must leave standing of the clauses.
extension PolicyChecker {
  /// Somebody of each tier that a clause gives can meet every requirement, whichever code of a table
  /// puts them into the tier.
  func openTiers() -> [CheckResult] {
    rules.tiers.filter { !$0.takesOthers && !$0.basis.isLocal }.map { tier in
      let coded = rules.facts.filter {
        $0.table != nil && space.sources(of: tier.condition.identifiers).contains($0.name)
      }
      let ways = [[:]] + coded.flatMap { fact in known(fact.name).map { [fact.name: $0] } }
      let findings = ways.map { openness(of: tier, to: $0) }
      return result(
        .tiersOpen, tier.id,
        findings.first(where: \.isRefuted) ?? findings.first { $0 != .provedByExample }
          ?? .provedByExample)
    }
  }

  /// Whether somebody with these facts, if the tier takes them at all, can be eligible.
  ///
  /// Conditions that share no fact are tried apart: they can hold together where each can hold.
  private func openness(of tier: Criterion, to given: Case) -> CheckResult.Finding {
    guard holding([tier], given).isRefuted else { return .provedByExample }
    for criteria in connected(rules.requirements + [tier]) {
      let finding = holding(criteria, given)
      if finding.isRefuted { continue }
      guard case .provedByExhaustion = finding else { return finding }
      let ids = criteria.map(\.id).filter { $0 != tier.id }.joined(separator: ", ")
      return .refuted(
        Counterexample(
          "属于“\(tier.title.zh)”的人都不能同时满足“\(ids)”，无人合格。",
          "nobody of “\(tier.title.en)” can meet “\(ids)” as well, so none is eligible.",
          facts: listed(given)))
    }
    return .provedByExample
  }

  /// Looks for a case in which all of some criteria are met; `refuted` where there is one.
  private func holding(_ criteria: [Criterion], _ given: Case) -> CheckResult.Finding {
    search(criteria.flatMap(\.condition.identifiers)) { facts in
      let fits = given.allSatisfy { name, value in facts[name].map { $0 == value } ?? true }
      guard fits, criteria.allSatisfy({ outcome($0.condition, facts) == .met }) else { return nil }
      return Counterexample("", "", facts: listed(facts))
    }
  }

  /// Criteria in groups that share no fact.
  private func connected(_ criteria: [Criterion]) -> [[Criterion]] {
    var groups: [(facts: Set<String>, criteria: [Criterion])] = []
    for criterion in criteria {
      var joined = (facts: Set(space.sources(of: criterion.condition.identifiers)), [criterion])
      for group in groups where !group.facts.isDisjoint(with: joined.facts) {
        joined.facts.formUnion(group.facts)
        joined.1 = group.criteria + joined.1
      }
      groups.removeAll { !$0.facts.isDisjoint(with: joined.facts) }
      groups.append((joined.facts, joined.1))
    }
    return groups.map(\.criteria)
  }

  /// No local rule is met by everybody who fails a clause's criterion by some fact, and failed by
  /// somebody who meets it: it would favour the lack of what the Opinion prefers.
  func countering() -> [CheckResult] {
    let all = rules.criteria
    return all.filter(\.basis.isLocal).map { local in
      var findings: [CheckResult.Finding] = []
      for clause in all where !clause.basis.isLocal {
        let names = clause.condition.identifiers
        let facts = Set(space.sources(of: names))
        for fact in space.sources(of: local.condition.identifiers) where facts.contains(fact) {
          findings.append(countering(local, clause, by: fact))
        }
      }
      let proved = findings.first { if case .provedByExhaustion = $0 { true } else { false } }
      return result(
        .clausesNotCountered, local.id,
        findings.first(where: \.isRefuted) ?? findings.first { $0 != proved }
          ?? proved ?? .provedByExhaustion(tried([], 0)))
    }
  }

  private func countering(
    _ local: Criterion, _ clause: Criterion, by fact: String
  ) -> CheckResult.Finding {
    let names = local.condition.identifiers + clause.condition.identifiers
    return search(names, given: fact) { others in
      let cases = known(fact).map { completed(others.merging([fact: $0]) { $1 }) }
      let failing = cases.filter { outcome(clause.condition, $0) == .notMet }
      guard !failing.isEmpty, failing.allSatisfy({ outcome(local.condition, $0) == .met }),
        let losing = cases.first(where: {
          outcome(clause.condition, $0) == .met && outcome(local.condition, $0) == .notMet
        })
      else { return nil }
      return Counterexample(
        "“\(local.title.zh)”由不满足“\(clause.title.zh)”的人得到，满足的人反而得不到。",
        "“\(local.title.en)” goes to those who do not meet “\(clause.title.en)”, and not to one who "
          + "does.", facts: listed(losing))
    }
  }

  private func known(_ fact: String) -> [Value] {
    (space.values[fact] ?? []).filter { $0 != .unknown }
  }
}
