import Model

extension PolicyChecker {
  /// Every requirement can be met and failed, every preference met, every tier chosen.
  func reachability() -> [CheckResult] {
    let requirements = rules.requirements.map { requirement in
      reach(requirement.id, requirement.condition.identifiers, [.met, .notMet]) {
        outcome(requirement.condition, $0)
      }
    }
    let preferences = rules.preferences.map { preference in
      reach(preference.id, preference.condition.identifiers, [.met]) {
        outcome(preference.condition, $0)
      }
    }
    let names = rules.tiers.flatMap { $0.condition?.identifiers ?? [] }
    let tiers = rules.tiers.map { tier in
      reach(tier.id, names, [.met]) { self.tier($0) == tier.number ? .met : .notMet }
    }
    return requirements + tiers + preferences
  }

  /// The number of the tier that a case falls into.
  func tier(_ facts: Case) -> Int {
    let tier = rules.tiers.first { tier in
      tier.condition.map { outcome($0, facts) == .met } ?? true
    }
    return tier?.number ?? rules.tiers.count
  }

  /// Looks for a case of each wanted outcome.
  ///
  /// What is found in a sample is found; what is not found is only refuted by exhaustion.
  private func reach(
    _ id: String, _ names: [String], _ wanted: [Outcome], _ outcome: (Case) -> Outcome
  ) -> CheckResult {
    var missing = Set(wanted)
    let finding = search(names) { facts in
      missing.remove(outcome(facts))
      return nil
    }
    guard !missing.isEmpty else {
      if case .provedByExhaustion = finding { return result(.reachable, id, finding) }
      return result(.reachable, id, .provedByExample)
    }
    guard case .provedByExhaustion(let cases) = finding else {
      return result(.reachable, id, finding)
    }
    let words = wanted.filter(missing.contains).map(\.wording)
    let explanation = Bilingual(
      zh: "\(cases) 种情形都不会“\(words.map(\.zh).joined(separator: "、"))”。",
      en: "in none of \(cases) cases is it \(words.map(\.en).joined(separator: " or ")).")
    return result(
      .reachable, id,
      .refuted(
        Counterexample(facts: [], changed: nil, before: nil, after: nil, explanation: explanation)))
  }
}
