import HeapModule

extension AllocationTerms {
  /// Hands out places one by one to the strongest claim, equal claims together.
  func shareByDivisor(_ method: AllocationMethod) -> SharingOutcome {
    var outcome = SharingOutcome(places: certainPlaces())
    var left = total - outcome.places.reduce(0, +)
    guard left > 0 else { return outcome }
    func contender(_ unit: Int) -> Contender? {
      let places = outcome.places[unit]
      guard places < maximums[unit] else { return nil }
      return Contender(
        unit: unit, places: places,
        strength: method.claim(weight: weights[unit], places: places))
    }
    var queue = Heap(weights.indices.compactMap(contender))
    while left > 0, let strongest = queue.popMax() {
      var equals = [strongest]
      while let other = queue.max, other == strongest { equals.append(queue.removeMax()) }
      outcome.last = equals
      guard equals.count <= left else {
        outcome.contested = left
        return outcome
      }
      left -= equals.count
      for equal in equals {
        outcome.places[equal.unit] += 1
        if let again = contender(equal.unit) { queue.insert(again) }
      }
    }
    while let other = queue.max, other == outcome.next.first ?? other {
      outcome.next.append(queue.removeMax())
    }
    return outcome
  }

  /// Places that every divisor method gives for certain, so that large totals need few steps.
  ///
  /// Each divisor for the place after `a` lies in `a ... a + 1`, so at λ = W ÷ (T − n − Σ minimums)
  /// at most T places have a claim as strong as λ: all of them are given, and among them are the
  /// first ⌊w ÷ λ⌋ of every unit.
  private func certainPlaces() -> [Int] {
    let weightSum = Int128(weights.reduce(0, +))
    let free = Int128(total) - Int128(weights.count) - Int128(committed)
    guard free > 0, weightSum > 0 else { return minimums }
    return weights.indices.map { unit in
      let certain = Int(Int128(weights[unit]) * free / weightSum)
      return max(minimums[unit], min(maximums[unit], certain))
    }
  }
}
