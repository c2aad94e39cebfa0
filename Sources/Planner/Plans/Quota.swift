import Intake
import Model
public import Policy
public import Register
public import Reporting
import Scoring
public import Staffing

/// A fixed number of places that is shared among units (名额).
public struct Quota: Sendable {
  /// How many places there are.
  public var total: Int
  /// The rule that shares them.
  public var method: AllocationMethod
  /// What every unit gets at the least.
  public var minimum = 0
  /// What a unit gets at the most; none where nil.
  public var maximum: Int?
  /// Whether no unit gets fewer than it has in post.
  public var keepsInPost = false
  /// The seed of the lot that settles ties; nil leaves them to a person.
  public var lot: String?

  /// Shares so many places, with no limits and no lot.
  public init(total: Int, method: AllocationMethod = .hamilton) {
    self.total = total
    self.method = method
  }

  /// Shares the places by a sheet of weights (权重表), with numbers in post where floors are wanted.
  ///
  /// - Parameter isExplained: whether people are told who got the last place and who was next.
  /// - Throws: `TabularError`; `IntakeError` with the place of what is wrong; `StaffingError`.
  public func share(byWeightsIn path: String, isExplained: Bool) throws -> AllocationAnswer {
    let (units, findings) = try units(from: path)
    return AllocationAnswer(try shared(units), isExplained: isExplained, findings: findings)
  }

  /// Shares the places by what the offices need; offices without a figure take no part.
  ///
  /// - Parameter isExplained: whether people are told who got the last place and who was next.
  /// - Throws: `StaffingError`, `RegisterError`.
  public func share(
    byNeedIn register: Register, rules: RuleSet, by method: StaffingMethod, isExplained: Bool
  ) throws -> AllocationAnswer {
    let plan = try register.plan(rules, by: method)
    return AllocationAnswer(
      try shared(units(of: plan)), offices: try register.officeTable(), isExplained: isExplained,
      leftOut: plan.offices.filter { $0.required == nil }.map(\.officeCode))
  }

  /// Shares the places; ties go by the lot that settles ranks, the name in place of the number.
  private func shared(_ units: [AllocationUnit]) throws -> Allocation {
    let allocation = try Allocation(of: total, among: units, by: method)
    guard let lot else { return allocation }
    return allocation.settlingTies { first, second in
      Lot.digest(seed: lot, applicationNumber: first)
        .lexicographicallyPrecedes(Lot.digest(seed: lot, applicationNumber: second))
    }
  }

  /// The units of a sheet of weights, and what was found in it.
  func units(from path: String) throws -> (units: [AllocationUnit], findings: [FindingAnswer]) {
    let sheet = try IncomingSheet(path: path, as: .weights)
    let records = try IncomingRecords(reading: sheet, offices: OfficeTable([]))
    try records.requireAll(of: sheet)
    let places = ["name", "weight", "in_post"].map(records.description.place)
    let units = try units(
      records.records.map { record in
        let values = places.map { record.values[$0] }
        return (values[0].text, values[1].number ?? 0, values[2].number)
      })
    let titles = sheet.header.titles
    let findings = records.findings.map { finding in
      FindingAnswer(
        finding, wrong: finding.code.wrong, remedy: finding.code.remedy,
        column: titles.indices.contains(finding.column) ? titles[finding.column] : "", other: nil)
    }
    return (units, findings)
  }

  /// The offices of a plan that need somebody or nobody, as far as that is known.
  func units(of plan: StaffingPlan) throws -> [AllocationUnit] {
    let plans = plan.offices.filter { $0.required != nil }
    let weights = try AllocationUnit.weights(of: plans.compactMap(\.required))
    return try units(zip(plans, weights).map { ($0.officeCode, $1, $0.inPost) })
  }

  private func units(
    _ rows: [(name: String, weight: Int, inPost: Int?)]
  ) throws(StaffingError) -> [AllocationUnit] {
    let blank = keepsInPost ? rows.filter { $0.inPost == nil }.map(\.name) : []
    guard blank.isEmpty else { throw .allocation(.inPostUnknown(names: blank)) }
    return rows.map { row in
      AllocationUnit(
        name: row.name, weight: row.weight, minimum: minimum, maximum: maximum,
        inPost: keepsInPost ? row.inPost ?? 0 : 0)
    }
  }
}
