public import Model
public import Policy
public import Register
public import Reporting
import Scoring
public import Staffing
import Tabular

/// A fixed number of places that is shared among units (名额).
public struct Quota: Sendable {
  private let total: Int
  private let method: AllocationMethod
  private let lot: String?
  private let limits: Limits

  /// - Parameters:
  ///   - total: how many places there are.
  ///   - lot: the seed of the lot that settles ties; nil leaves them to a person.
  public init(total: Int, method: AllocationMethod, lot: String? = nil, limits: Limits) {
    self.total = total
    self.method = method
    self.lot = lot
    self.limits = limits
  }

  /// Shares the places by a sheet of weights.
  ///
  /// - Throws: `TabularError`, `QuotaError`, `StaffingError`.
  public func share(byWeightsIn path: String, isExplained: Bool) throws -> AllocationAnswer {
    AllocationAnswer(try shared(Self.units(from: path, limits)), isExplained: isExplained)
  }

  /// Shares the places by what the offices need.
  ///
  /// - Throws: `StaffingError`, `RegisterError`.
  public func share(
    byNeedIn register: Register, rules: RuleSet, by method: StaffingMethod, isExplained: Bool
  ) throws -> AllocationAnswer {
    let plan = try register.plan(rules, by: method)
    return AllocationAnswer(
      try shared(Self.units(of: plan, limits)), isExplained: isExplained,
      leftOut: plan.offices.filter { $0.required == nil }.map(\.officeCode))
  }

  private func shared(_ units: [AllocationUnit]) throws -> Allocation {
    let allocation = try Allocation(of: total, among: units, by: method)
    return lot.map { Self.settled(allocation, seed: $0) } ?? allocation
  }

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

  /// Reads a sheet of `name,weight`, with `in_post` as a third column where floors are wanted.
  ///
  /// - Throws: `TabularError`; `QuotaError` with the row of a weight or a number in post that is no
  ///   whole number from 0, or of a name that is blank or stands twice.
  public static func units(from path: String, _ limits: Limits) throws -> [AllocationUnit] {
    var units: [AllocationUnit] = []
    var names: Set<[UInt8]> = []
    let reader = CSVReader(try CSVSource(path: path), separator: .comma)
    try reader.read(into: RowBatch(columns: 3)) { batch in
      for row in 0..<batch.count {
        let place = Int(batch.places[row].row)
        let (name, text) = (batch.text(row: row, column: 0), batch.text(row: row, column: 1))
        if units.isEmpty, place == 1, text.utf8.elementsEqual("weight".utf8) { continue }
        guard !name.isEmpty, names.insert(Array(name.utf8)).inserted else {
          throw QuotaError.name(path: path, row: place, name: name)
        }
        guard let weight = Int(text), weight >= 0 else {
          throw QuotaError.weight(path: path, row: place, text: text)
        }
        let inPost = batch.text(row: row, column: 2)
        guard let floor = inPost.isEmpty ? 0 : Int(inPost), floor >= 0 else {
          throw QuotaError.weight(path: path, row: place, text: inPost)
        }
        units.append(unit(name, weight, limits, inPost: floor))
      }
      batch.removeAll()
      return batch
    }
    return units
  }

  /// The units of a headcount plan: each office by what it needs, offices without a figure left out.
  /// - Throws: `StaffingError`.
  public static func units(of plan: StaffingPlan, _ limits: Limits) throws -> [AllocationUnit] {
    let plans = plan.offices.filter { $0.required != nil }
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

/// Why a sheet of weights cannot be used.
public enum QuotaError: ExplainedError, Hashable {
  /// A weight is no whole number from 0.
  case weight(path: String, row: Int, text: String)
  /// A name is blank or stands twice.
  case name(path: String, row: Int, name: String)

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .weight(let path, let row, let text):
      explained(
        "weight_wrong", "\(path) 第 \(row) 行的权重是「\(text)」",
        "\(path) row \(row): the weight is [\(text)]")
    case .name(let path, let row, let name):
      explained(
        "name_wrong", "\(path) 第 \(row) 行的名称「\(name)」空着或重复",
        "\(path) row \(row): the name [\(name)] is blank or stands twice")
    }
  }

  private func explained(_ code: String, _ zh: Phrase, _ en: Phrase) -> ErrorExplanation {
    ErrorExplanation(
      code, .badData, zh, en,
      why: "名额按整数权重分给名称各不相同的单位。", "Places go to differently named units by whole weights.",
      toDo: "请改成每行“名称,权重”，权重是不小于 0 的整数。",
      "Write name,weight in each row, the weight a whole number from 0.")
  }
}
