import Intake
import Model
import Scoring
public import Staffing

/// Shares a fixed number of places among units.
public enum Quota {
  /// What every unit gets at the least and at the most.
  public struct Limits: Sendable {
    /// What every unit gets at the least.
    public let minimum: Int
    /// What a unit gets at the most; none where nil.
    public let maximum: Int?
    /// Whether no unit gets fewer than it has in post.
    public let keepsInPost: Bool

    /// Sets the limits.
    public init(minimum: Int = 0, maximum: Int? = nil, keepsInPost: Bool = false) {
      self.minimum = minimum
      self.maximum = maximum
      self.keepsInPost = keepsInPost
    }
  }

  /// Reads a sheet of weights (权重表), with numbers in post where floors are wanted.
  ///
  /// - Throws: `TabularError`; `IntakeError` with the place of what is wrong.
  public static func units(from path: String, _ limits: Limits) throws -> [AllocationUnit] {
    let sheet = try IncomingSheet(path: path, as: .weights)
    let records = try IncomingRecords(reading: sheet, offices: OfficeTable([]))
    try records.requireAll(of: sheet)
    let weights = records.description
    let places = ["name", "weight", "in_post"].map(weights.place)
    return records.records.map { record in
      unit(
        record.values[places[0]].text, record.values[places[1]].number ?? 0, limits,
        inPost: record.values[places[2]].number ?? 0)
    }
  }

  /// The units of a headcount plan: each office by what it needs, offices without a figure left out.
  /// - Throws: `StaffingError`.
  public static func units(of headcounts: Headcounts, _ limits: Limits) throws -> [AllocationUnit] {
    let plans = headcounts.plans.filter { $0.required != nil }
    let weights = try AllocationUnit.weights(of: plans.compactMap(\.required))
    return zip(plans, weights).map { plan, weight in
      unit(plan.officeCode, weight, limits, inPost: plan.inPost ?? 0)
    }
  }

  private static func unit(
    _ name: String, _ weight: Int, _ limits: Limits, inPost: Int
  ) -> AllocationUnit {
    AllocationUnit(
      name: name, weight: weight, minimum: limits.minimum, maximum: limits.maximum,
      inPost: limits.keepsInPost ? inPost : 0)
  }

  /// Settles ties by the lot that settles ranks: the name in place of the application number.
  public static func settled(_ allocation: Allocation, seed: String) -> Allocation {
    allocation.settlingTies { first, second in
      Lot.digest(seed: seed, applicationNumber: first)
        .lexicographicallyPrecedes(Lot.digest(seed: seed, applicationNumber: second))
    }
  }
}
