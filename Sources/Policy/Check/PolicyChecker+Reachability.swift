import Model

extension PolicyChecker {
  /// Every requirement can be met and failed, every preference met, every tier chosen.
  func reachability() -> [CheckResult] {
    let tierNames = rules.tiers.flatMap(\.condition.identifiers)
    return (rules.requirements + rules.tiers + rules.preferences).map { criterion in
      let names = criterion.condition.identifiers
      return switch criterion.role {
      case .requirement:
        reach(criterion.id, names, [.met, .notMet]) { outcome(criterion.condition, $0) }
      case .tier(let number):
        reach(criterion.id, tierNames, [.met]) { tier($0) == number ? .met : .notMet }
      case .preference: reach(criterion.id, names, [.met]) { outcome(criterion.condition, $0) }
      }
    }
  }

  /// Of two requirements, or of two preferences that count together, no two say the same.
  func distinctness() -> CheckResult {
    func grouped(_ id: String) -> String? { rules.groups.first { $0.members.contains(id) }?.id }
    var tried = 0
    for items in [rules.requirements, rules.preferences] {
      for (index, one) in items.enumerated() {
        for other in items[(index + 1)...] {
          let isGrouped = grouped(one.id) != nil && grouped(one.id) == grouped(other.id)
          let names = one.condition.identifiers + other.condition.identifiers
          guard !isGrouped,
            space.sources(of: one.condition.identifiers)
              == space.sources(of: other.condition.identifiers)
          else { continue }
          var differ = false
          let finding = search(names) { facts in
            differ = differ || outcome(one.condition, facts) != outcome(other.condition, facts)
            return nil
          }
          tried += 1
          guard !differ, case .provedByExhaustion(let space) = finding else { continue }
          return result(
            .distinct, other.id,
            .refuted(
              Counterexample(
                "“\(one.id)”和“\(other.id)”在全部 \(space.cases) 种情形下结果相同，等于重复计算。",
                "“\(one.id)” and “\(other.id)” come out alike in all \(space.cases) cases and count "
                  + "one thing twice.")))
        }
      }
    }
    return result(
      .distinct, rules.policyID,
      tried == 0 ? .provedByExhaustion(self.tried([], 0)) : .provedByExample)
  }

  /// The number of the tier that a case falls into.
  private func tier(_ facts: Case) -> Int {
    let tier = rules.tiers.firstIndex { outcome($0.condition, facts) == .met }
    return (tier ?? rules.tiers.count - 1) + 1
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
    guard case .provedByExhaustion(let space) = finding else {
      return result(.reachable, id, finding)
    }
    let words = wanted.filter(missing.contains).map(\.wording)
    return result(
      .reachable, id,
      .refuted(
        Counterexample(
          "\(space.cases) 种情形都不会“\(words.map(\.zh).joined(separator: "、"))”。",
          "in none of \(space.cases) cases is it \(words.map(\.en).joined(separator: " or ")).")))
  }
}
