import Model
import Policy
public import Register
public import Reporting
import Staffing

extension Register {
  /// Lists the plans that are kept.
  ///
  /// - Throws: `RegisterError`.
  public func listPlans() throws -> PlansAnswer {
    PlansAnswer(
      try plans().map { plan in
        PlansAnswer.Plan(
          id: plan.id, digest: plan.digest, method: plan.method, policy: plan.policy,
          asOf: plan.asOf, madeAt: plan.madeAt, proposed: plan.offices.map(\.proposed))
      })
  }

  /// Whether a reference means a plan and no run: it begins with `plan-`, or is a plan's whole digest.
  public func namesPlan(_ reference: String) -> Bool {
    reference.hasPrefix("plan-") || reference.count == 64 && (try? plan(reference)) != nil
  }

  /// Makes a kept plan again from what it rests on, and compares.
  ///
  /// - Throws: `PolicyError`, `StaffingError`, `RegisterError`.
  public func replayPlan(_ id: String) throws -> PlanReplayAnswer {
    let stored = try plan(id)
    let again = try stored.replayed()
    return PlanReplayAnswer(
      plan: stored.id, digest: stored.digest, replayed: again.digest,
      officesThatDiffer: zip(stored.offices, again.offices).filter { $0 != $1 }
        .map(\.0.caseload.officeCode))
  }

  /// Compares two kept plans: what new figures changed, and what the new method and settings did.
  ///
  /// - Throws: `PolicyError`, `StaffingError`, `RegisterError`.
  public func comparePlans(_ first: String, _ second: String) throws -> PlanComparisonAnswer {
    let (before, after) = (try plan(first), try plan(second))
    let (was, now) = (try before.remade().norm, try after.remade().norm)
    let names = try officeTable()
    let old = Dictionary(before.offices.map { ($0.caseload.officeCode, $0) }) { $1 }
    let new = Dictionary(after.offices.map { ($0.caseload.officeCode, $0) }) { $1 }
    let codes = Set(old.keys).union(new.keys)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let offices = codes.compactMap { code -> PlanComparisonAnswer.Office? in
      let (first, second) = (old[code], new[code])
      let changes = Figure.allCases.map { figure in
        (
          figure: figure, before: first.flatMap { figure.value(in: $0.caseload) },
          after: second.flatMap { figure.value(in: $0.caseload) }
        )
      }.filter { $0.before != $0.after }
      guard first?.proposed != second?.proposed || !changes.isEmpty else { return nil }
      return PlanComparisonAnswer.Office(
        officeCode: code, name: names.name(of: code), before: first?.proposed,
        between: second.flatMap { was.plan(for: $0.caseload).proposed }, after: second?.proposed,
        changes: changes)
    }
    let parameters = Set(was.method.policyParameters + now.method.policyParameters)
    return PlanComparisonAnswer(
      before: (before.id, before.method), after: (after.id, after.method), offices: offices,
      settings: try before.rules.changes(to: after.rules)
        .filter { $0.kind == .parameter && parameters.contains($0.id) })
  }
}
