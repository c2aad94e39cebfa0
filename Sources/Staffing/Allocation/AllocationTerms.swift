/// What is shared and the limits, checked: the total lies between Σ minimums and Σ maximums.
struct AllocationTerms {
  let total: Int
  let weights: [Int]
  /// The least places by unit; at least one where the method gives every unit with a weight one.
  let minimums: [Int]
  /// The greatest places by unit; a unit without weight has its minimum.
  let maximums: [Int]
  /// Σ minimums.
  let committed: Int

  init(
    total: Int, units: [AllocationUnit], method: AllocationMethod
  ) throws(StaffingError) {
    guard !units.isEmpty else { throw .allocation(.noUnits) }
    guard total >= 0 else { throw .allocation(.negativeTotal(total)) }
    var names: Set<[UInt8]> = []
    var sum = 0
    for unit in units {
      guard names.insert(Array(unit.name.utf8)).inserted else {
        throw .allocation(.duplicateName(unit.name))
      }
      guard unit.weight >= 0 else {
        throw .allocation(.negativeWeight(name: unit.name, weight: unit.weight))
      }
      guard unit.minimum >= 0, unit.maximum ?? unit.minimum >= unit.minimum else {
        throw .allocation(
          .limitsContradict(name: unit.name, minimum: unit.minimum, maximum: unit.maximum ?? 0))
      }
      let (next, overflow) = sum.addingReportingOverflow(unit.weight)
      guard !overflow else { throw .allocation(.weightsTooLarge) }
      sum = next
    }
    self.total = total
    weights = units.map(\.weight)
    maximums = units.map { $0.weight == 0 ? $0.minimum : min($0.maximum ?? total, total) }
    let one = method.givesEveryUnitOne ? 1 : 0
    minimums = units.map { unit in
      max(unit.minimum, unit.weight == 0 ? 0 : min(one, unit.maximum ?? one))
    }

    let needed = Self.sum(minimums)
    guard needed <= total else {
      throw .allocation(
        .totalTooSmall(total: total, needed: needed, everyUnitOne: method.givesEveryUnitOne))
    }
    committed = needed
    let capacity = Self.sum(maximums)
    guard capacity >= total else {
      throw .allocation(
        sum == 0
          ? .noWeight(places: total - needed) : .totalTooLarge(total: total, capacity: capacity))
    }
  }

  /// The sum, stopping at the greatest whole number: only its size against the total counts.
  private static func sum(_ counts: [Int]) -> Int {
    counts.reduce(0) { sum, count in
      let (next, overflow) = sum.addingReportingOverflow(count)
      return overflow ? .max : next
    }
  }
}
