public import Model

/// A unit's claim to one more place, as it stood when the last place was given (进位依据).
public struct PlaceClaim: Hashable, Sendable {
  /// The unit's name.
  public let name: String
  /// Its weight.
  public let weight: Int
  /// The places that it held then.
  public let places: Int
  /// How strong the claim is; nothing where it is too large to be exact.
  ///
  /// Weight against the next divisor, squared for Huntington–Hill, or Hamilton's remainder.
  public let strength: Rational?

  init(_ contender: Contender, of unit: AllocationUnit) {
    name = unit.name
    weight = unit.weight
    places = contender.places
    strength =
      if let above = Int128(exactly: contender.strength.numerator),
        let below = Int128(exactly: contender.strength.denominator)
      { try? Rational(above, over: below) } else { nil }
  }
}

/// A unit that asks for one more place; the strongest claim is the greatest.
struct Contender: Comparable, Sendable {
  let unit: Int
  let places: Int
  let strength: ClaimStrength

  static func < (first: Contender, second: Contender) -> Bool { first.strength < second.strength }
  static func == (first: Contender, second: Contender) -> Bool {
    first.strength == second.strength
  }
}

/// What an algorithm hands back: certain places by unit, and the claims at the edge.
struct SharingOutcome {
  var places: [Int]
  /// Places at the edge that equal claims contest.
  var contested = 0
  /// The claims of the last place.
  var last: [Contender] = []
  /// The strongest claims without a place.
  var next: [Contender] = []
}
