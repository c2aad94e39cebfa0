import Model
public import Policy

extension PolicyPack {
  /// Proves by an example, period by period, that the settings of each method give a headcount, or
  /// names the setting for which they cannot.
  public func checkHeadcounts() -> [CheckResult] {
    periods.flatMap { period in
      guard let rules = try? rules(on: period.from) else { return [CheckResult]() }
      return StaffingMethod.allCases.map { method in
        CheckResult(
          .headcountComputes, of: method.rawValue, on: period, rules.headcount(by: method))
      }
    }
  }
}

extension RuleSet {
  /// Whether an office whose every figure is known gets a headcount by a method.
  fileprivate func headcount(by method: StaffingMethod) -> CheckResult.Finding {
    let caseload = Caseload(
      officeCode: "", asOf: date, officers: 1, assistants: 1, subjects: 3,
      classes: .init(strict: 1, general: 1, lenient: 1), intakes: 1, releases: 1,
      investigations: 1)
    do throws(StaffingError) {
      let plan = try StaffingNorm(method, of: self).plan(for: caseload)
      // Keeping fractions is a choice that proposes no whole number.
      guard let obstacle = plan.obstacle, obstacle != .notRounded else { return .provedByExample }
      return .refuted(Counterexample(obstacle.wording.zh, obstacle.wording.en))
    } catch {
      let (happened, reason) = (error.happened, error.reason)
      return .refuted(
        Counterexample("\(happened.zh)\(reason.zh)", "\(happened.en) \(reason.en)"))
    }
  }
}
