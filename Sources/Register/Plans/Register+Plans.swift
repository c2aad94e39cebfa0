import Foundation
import GRDB
public import Model

/// A headcount plan as the register keeps it, with all that it rests on, so that it can be made again.
public struct StoredPlan: Sendable {
  /// The short name: `plan-` and the first digits of the digest.
  public let id: String
  /// The digest.
  public let digest: String
  /// The method's name.
  public let method: String
  /// The policy's id.
  public let policy: String
  /// The policy's source, so that the plan can be made again when the policy has changed.
  public let policySource: [UInt8]
  /// The day that the rules saw.
  public let asOf: CivilDate
  /// The only office that was planned, where it was only one.
  public let officeCode: String?
  /// The moment in ISO 8601, for the list of plans.
  public let madeAt: String
  /// The offices, by code.
  public let offices: [Office]

  /// One office's figures, and what the plan made of them.
  public struct Office: Hashable, Sendable {
    /// The figures.
    public let caseload: Caseload
    /// Assistants needed, exact: `numerator/denominator`.
    public let required: String?
    /// Assistants proposed.
    public let proposed: Int?
    /// Officers needed.
    public let officersNeeded: Int?
    /// Officers short of that.
    public let officerShortfall: Int?
    /// The name of the reason why something is nothing.
    public let obstacle: String?

    /// An office of a plan that is to be stored.
    public init(
      caseload: Caseload, required: String?, proposed: Int?, officersNeeded: Int?,
      officerShortfall: Int?, obstacle: String?
    ) {
      self.caseload = caseload
      self.required = required
      self.proposed = proposed
      self.officersNeeded = officersNeeded
      self.officerShortfall = officerShortfall
      self.obstacle = obstacle
    }
  }

  /// A plan that is to be stored.
  public init(
    id: String, digest: String, method: String, policy: String, policySource: [UInt8],
    asOf: CivilDate, officeCode: String?, madeAt: String, offices: [Office]
  ) {
    self.id = id
    self.digest = digest
    self.method = method
    self.policy = policy
    self.policySource = policySource
    self.asOf = asOf
    self.officeCode = officeCode
    self.madeAt = madeAt
    self.offices = offices
  }
}

extension Register {
  /// Keeps a plan; one that is kept already stays as it is.
  public func store(_ plan: StoredPlan) throws {
    try write { database in
      let kept: Int? = try database.value("SELECT 1 FROM plan WHERE id = \(plan.id)")
      guard kept == nil else { return }
      try database.execute(
        literal: """
          INSERT INTO plan VALUES (NULL, \(plan.id), \(plan.digest), \(plan.method), \(plan.policy),
            \(Data(plan.policySource)), \(plan.asOf.number), \(plan.officeCode), \(plan.madeAt))
          """)
      try Self.append(
        AuditNote(
          at: plan.madeAt, actor: "", action: "plan_stored", subject: plan.id, detail: plan.digest),
        in: database)
      for office in plan.offices {
        let load = office.caseload
        try database.execute(
          literal: """
            INSERT INTO plan_office VALUES (\(plan.id), \(load.officeCode), \(load.asOf.number),
              \(load.officers), \(load.assistants), \(load.subjects), \(load.classes?.strict),
              \(load.classes?.general), \(load.classes?.lenient), \(load.intakes),
              \(load.releases), \(load.investigations), \(office.required), \(office.proposed),
              \(office.officersNeeded), \(office.officerShortfall), \(office.obstacle))
            """)
      }
    }
  }

  /// Every plan, the first first.
  public func plans() throws -> [StoredPlan] {
    try read { database in
      try database.rows("SELECT * FROM plan ORDER BY number")
        .compactMap { try Self.plan($0, in: database) }
    }
  }

  /// The plan that a reference names; see `Reference`.
  /// - Throws: `RegisterError.planUnknown`, `.ambiguous`.
  public func plan(_ reference: String) throws -> StoredPlan {
    let plan = try read { database in
      try Reference(reference, to: .plan).row(in: database).flatMap {
        try Self.plan($0, in: database)
      }
    }
    guard let plan else { throw RegisterError.planUnknown(id: reference) }
    return plan
  }

  private static func plan(_ row: Row, in database: Database) throws -> StoredPlan? {
    let id: String = row["id"]
    guard let asOf = CivilDate(number: row["as_of"]) else { return nil }
    let offices = try database.rows(
      "SELECT * FROM plan_office WHERE plan_id = \(id) ORDER BY office_code")
    return StoredPlan(
      id: id, digest: row["digest"], method: row["method"], policy: row["policy"],
      policySource: [UInt8](row["policy_source"] as Data), asOf: asOf,
      officeCode: row["office_code"], madeAt: row["made_at"],
      offices: offices.compactMap { row in
        caseload(row).map {
          StoredPlan.Office(
            caseload: $0, required: row["required"], proposed: row["proposed"],
            officersNeeded: row["officers_needed"], officerShortfall: row["officer_shortfall"],
            obstacle: row["obstacle"])
        }
      })
  }
}
