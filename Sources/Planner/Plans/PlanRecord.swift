import Cryptography
import Foundation
public import Model
public import Policy
public import Register
import Scoring
import Staffing

/// A plan with everything that it rests on, as it is kept and made again (方案存档).
public struct PlanRecord: Sendable {
  /// The plan.
  public let headcounts: Headcounts
  /// The policy.
  public let policy: PolicyPack
  /// The day that the rules saw.
  public let asOf: CivilDate
  /// SHA-256 in lower-case hex over these fields, each as UTF-8 after its length in decimal and a
  /// colon: `xieguan plan 1`, the hex SHA-256 of the policy, the day, the method, the only office;
  /// then for each office its code, day, figures and results, blank where unknown.
  public let digest: String

  /// Takes a plan.
  public init(_ headcounts: Headcounts, policy: PolicyPack, asOf: CivilDate) {
    self.headcounts = headcounts
    self.policy = policy
    self.asOf = asOf
    var fields: [UInt8] = []
    func add(_ text: String) { fields += Array("\(text.utf8.count):\(text)".utf8) }
    add("xieguan plan 1")
    add(RunDigest.policyDigest(policy))
    add(asOf.iso)
    add(headcounts.kind.rawValue)
    add(headcounts.officeCode ?? "")
    for (caseload, plan) in zip(headcounts.caseloads, headcounts.plans) {
      add(caseload.officeCode)
      add(caseload.asOf.iso)
      for figure in Figure.allCases { add(figure.value(in: caseload).map(String.init) ?? "") }
      add(plan.required.map(Self.exact) ?? "")
      for number in [plan.proposed, plan.officersNeeded, plan.officerShortfall] {
        add(number.map(String.init) ?? "")
      }
      add(plan.obstacle?.code ?? "")
    }
    digest = SHA256.hash(fields).hex
  }

  /// Makes a stored plan again from the figures and the policy that it keeps.
  ///
  /// The digest is worked out anew; where it differs from the stored one, something has changed.
  /// - Throws: `PolicyError`, `StaffingError`, `RegisterError`.
  public init(replaying entry: PlanEntry, of register: Register) throws {
    let policy = try PolicyPack(canonicalBytes: entry.policySource)
    let headcounts = try Headcounts(
      entry.offices.map(\.caseload), rules: policy.rules(on: entry.asOf),
      by: PlanMethod(rawValue: entry.method) ?? .ratio, offices: register.officeTable(),
      office: entry.officeCode)
    self.init(headcounts, policy: policy, asOf: entry.asOf)
  }

  /// The plan's short name.
  public var id: String { "plan-" + digest.prefix(12) }

  /// Keeps the plan in the register.
  ///
  /// - Parameter madeAt: the moment in ISO 8601, for the list of plans; not in the digest.
  /// - Throws: `RegisterError`.
  public func store(in register: Register, madeAt: String) throws {
    try register.store(
      PlanEntry(
        id: id, digest: digest, method: headcounts.kind.rawValue, policy: policy.id,
        policySource: policy.canonicalBytes, asOf: asOf, officeCode: headcounts.officeCode,
        madeAt: madeAt,
        offices: zip(headcounts.caseloads, headcounts.plans).map { caseload, plan in
          PlanEntry.Office(
            caseload: caseload, required: plan.required.map(Self.exact), proposed: plan.proposed,
            officersNeeded: plan.officersNeeded, officerShortfall: plan.officerShortfall,
            obstacle: plan.obstacle?.code)
        }))
  }

  /// The codes of the offices whose results are not those of a stored plan.
  public func offices(thatDifferFrom entry: PlanEntry) -> [String] {
    let stored = Dictionary(entry.offices.map { ($0.caseload.officeCode, $0) }) { $1 }
    return headcounts.plans.filter { plan in
      let was = stored[plan.officeCode]
      return was?.required != plan.required.map(Self.exact) || was?.proposed != plan.proposed
        || was?.officersNeeded != plan.officersNeeded
        || was?.officerShortfall != plan.officerShortfall || was?.obstacle != plan.obstacle?.code
    }.map(\.officeCode)
  }

  private static func exact(_ value: Rational) -> String {
    "\(value.numerator)/\(value.denominator)"
  }
}
