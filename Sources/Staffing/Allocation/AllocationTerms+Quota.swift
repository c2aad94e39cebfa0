extension AllocationTerms {
  /// Gives every unit its whole quota, then one more each to the largest remainders.
  func shareByQuota() -> SharingOutcome {
    let (fixed, isFree) = unitsHeldAtLimits()
    var outcome = SharingOutcome(places: fixed)
    let free = weights.indices.filter { isFree[$0] }
    let weightSum = free.reduce(Int128(0)) { $0 + Int128(weights[$1]) }
    let places = Int128(total) - fixed.reduce(Int128(0)) { $0 + Int128($1) }
    guard weightSum > 0, places > 0 else { return outcome }
    var contenders: [Contender] = []
    for unit in free {
      let (quota, rest) = (Int128(weights[unit]) * places).quotientAndRemainder(
        dividingBy: weightSum)
      outcome.places[unit] = Int(quota)
      let remainder = ClaimStrength(UInt128(rest), over: UInt128(weightSum))
      contenders.append(Contender(unit: unit, places: Int(quota), strength: remainder))
    }
    let left = total - outcome.places.reduce(0, +)
    contenders.sort { $0 > $1 }
    guard left > 0 else { return outcome }
    let edge = contenders[left - 1]
    outcome.last = contenders.filter { $0 == edge }
    let stronger = contenders.prefix { $0 > edge }
    outcome.contested = left - stronger.count
    for contender in stronger { outcome.places[contender.unit] += 1 }
    guard outcome.contested == outcome.last.count else { return outcome }
    outcome.contested = 0
    for contender in outcome.last { outcome.places[contender.unit] += 1 }
    if left < contenders.count { outcome.next = contenders.filter { $0 == contenders[left] } }
    return outcome
  }

  /// The places of units whose proportional quota lies outside their limits; 0 for free units.
  ///
  /// What the limits leave is shared in proportion among the free units, so a limit on one unit
  /// weighs on all others alike. In every round the side with the larger excess is final.
  ///
  /// Source: G. R. Bitran and A. C. Hax, "Disaggregation and resource allocation using convex
  /// knapsack problems with bounded variables", Management Science 27(4), 1981.
  private func unitsHeldAtLimits() -> (places: [Int], isFree: [Bool]) {
    var places = weights.indices.map { weights[$0] == 0 ? minimums[$0] : 0 }
    var isFree = weights.map { $0 > 0 }
    while true {
      var (weightSum, left) = (Int128(0), Int128(total))
      for unit in weights.indices {
        weightSum += isFree[unit] ? Int128(weights[unit]) : 0
        left -= Int128(places[unit])
      }
      var (low, high): ([Int], [Int]) = ([], [])
      var (lacking, exceeding) = (Int128(0), Int128(0))
      for unit in weights.indices where isFree[unit] {
        let quota = Int128(weights[unit]) * left
        let (least, greatest) = (
          Int128(minimums[unit]) * weightSum, Int128(maximums[unit]) * weightSum
        )
        if quota < least {
          low.append(unit)
          lacking += least - quota
        } else if quota > greatest {
          high.append(unit)
          exceeding += quota - greatest
        }
      }
      if low.isEmpty && high.isEmpty { return (places, isFree) }
      if lacking >= exceeding {
        for unit in low { (places[unit], isFree[unit]) = (minimums[unit], false) }
      }
      if exceeding >= lacking {
        for unit in high { (places[unit], isFree[unit]) = (maximums[unit], false) }
      }
    }
  }
}
