import Foundation
import GRDB
public import Model

/// A headcount plan as the register keeps it.
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

    /// Describes an office.
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

  /// Describes a plan.
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
      let isKept = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM plan WHERE id = ?)", arguments: [plan.id])
      guard isKept != true else { return }
      try database.execute(
        sql: "INSERT INTO plan VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          plan.id, plan.digest, plan.method, plan.policy, Data(plan.policySource),
          Int64(plan.asOf.number), plan.officeCode, plan.madeAt,
        ])
      let statement = try database.makeStatement(
        sql:
          "INSERT INTO plan_office VALUES (\(Array(repeating: "?", count: 17).joined(separator: ", ")))"
      )
      for office in plan.offices {
        let load = office.caseload
        try statement.execute(arguments: [
          plan.id, load.officeCode, Int64(load.asOf.number), load.officers, load.assistants,
          load.subjects, load.classes?.strict, load.classes?.general, load.classes?.lenient,
          load.intakes, load.releases, load.investigations, office.required, office.proposed,
          office.officersNeeded, office.officerShortfall, office.obstacle,
        ])
      }
    }
  }

  /// The days of the caseload sheets up to a day, the earliest first.
  public func caseloadDays(upTo date: CivilDate) throws -> [CivilDate] {
    try read { database in
      try Int.fetchAll(
        database,
        sql: """
          SELECT DISTINCT as_of FROM caseload
          JOIN file ON file.id = caseload.file_id AND file.state = 'taken'
          WHERE as_of <= ? ORDER BY as_of
          """, arguments: [Int64(date.number)]
      ).compactMap { CivilDate(number: $0) }
    }
  }

  /// Every plan, the first first.
  public func plans() throws -> [StoredPlan] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM plan ORDER BY number")
        .compactMap { try Self.plan($0, in: database) }
    }
  }

  /// The plan whose id begins so; `plan-latest` is the one that was kept last.
  /// - Throws: `RegisterError.planUnknown` where no plan or more than one does.
  public func plan(_ prefix: String) throws -> StoredPlan {
    let plans = try read { database in
      let rows =
        prefix == "plan-latest"
        ? try Row.fetchAll(database, sql: "SELECT * FROM plan ORDER BY number DESC LIMIT 1")
        : try Row.fetchAll(
          database, sql: "SELECT * FROM plan WHERE substr(id, 1, length(?)) = ? LIMIT 2",
          arguments: [prefix, prefix])
      return try rows.compactMap { try Self.plan($0, in: database) }
    }
    guard plans.count == 1, !prefix.isEmpty else { throw RegisterError.planUnknown(id: prefix) }
    return plans[0]
  }

  private static func plan(_ row: Row, in database: Database) throws -> StoredPlan? {
    let id: String = row["id"]
    guard let asOf = CivilDate(number: row["as_of"]) else { return nil }
    let offices = try Row.fetchAll(
      database, sql: "SELECT * FROM plan_office WHERE plan_id = ? ORDER BY office_code",
      arguments: [id])
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
