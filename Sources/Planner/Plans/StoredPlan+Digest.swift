import Cryptography
import Model
import Policy
import Register
import Scoring
import Staffing

extension StoredPlan {
  /// A plan with what it rests on, as the register keeps it.
  ///
  /// Its digest is SHA-256 in lower-case hex over these fields, each as UTF-8 after its length in
  /// decimal and a colon: `xieguan plan 1`, the hex SHA-256 of the policy, the day, the method, the
  /// only office; then for each office its code, day, figures and results, blank where unknown.
  ///
  /// - Parameter madeAt: the moment in ISO 8601, for the list of plans; not in the digest.
  init(_ plan: StaffingPlan, policy: PolicyPack, asOf: CivilDate, madeAt: String) {
    let offices = zip(plan.caseloads, plan.offices).map { caseload, office in
      Office(
        caseload: caseload,
        required: office.required.map { "\($0.numerator)/\($0.denominator)" },
        proposed: office.proposed, officersNeeded: office.officersNeeded,
        officerShortfall: office.officerShortfall, obstacle: office.obstacle?.code)
    }
    let method = plan.norm.method.rawValue
    var fields = [
      "xieguan plan 1", RunDigest.policyDigest(policy), asOf.iso, method, plan.onlyOffice ?? "",
    ]
    for office in offices {
      let caseload = office.caseload
      let results = [office.proposed, office.officersNeeded, office.officerShortfall]
      fields += [caseload.officeCode, caseload.asOf.iso]
      fields += Figure.allCases.map { $0.value(in: caseload).map(String.init) ?? "" }
      fields += [office.required ?? ""] + results.map { $0.map(String.init) ?? "" }
      fields.append(office.obstacle ?? "")
    }
    let digest = SHA256.hash(Array(fields.map { "\($0.utf8.count):\($0)" }.joined().utf8)).hex
    self.init(
      id: "plan-" + digest.prefix(12), digest: digest, method: method, policy: policy.id,
      policySource: policy.canonicalBytes, asOf: asOf, officeCode: plan.onlyOffice,
      madeAt: madeAt, offices: offices)
  }

  /// The rules on which it rests.
  ///
  /// - Throws: `PolicyError`.
  var rules: RuleSet {
    get throws { try PolicyPack(canonicalBytes: policySource).rules(on: asOf) }
  }

  /// The plan made again from the figures and the policy that it keeps.
  ///
  /// - Throws: `PolicyError`, `StaffingError`.
  func remade() throws -> StaffingPlan {
    StaffingPlan(
      offices.map(\.caseload),
      by: try StaffingNorm(StaffingMethod(rawValue: method) ?? .ratio, of: rules),
      onlyOffice: officeCode)
  }

  /// The same plan with the digest and the results that come of it now; where they differ from
  /// these, something has changed.
  ///
  /// - Throws: `PolicyError`, `StaffingError`.
  func replayed() throws -> StoredPlan {
    StoredPlan(
      try remade(), policy: try PolicyPack(canonicalBytes: policySource), asOf: asOf,
      madeAt: madeAt)
  }
}
