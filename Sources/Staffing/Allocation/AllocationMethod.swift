/// A rule that shares a fixed number of places by weight, in whole places (名额分配方法).
///
/// Source: M. L. Balinski and H. P. Young, *Fair Representation: Meeting the Ideal of One Man, One
/// Vote*, 2nd ed., Brookings 2001, appendix A: Hamilton's quota method and the five divisor methods.
public enum AllocationMethod: String, Sendable, CaseIterable {
  /// Largest remainders (最大余数法); shares may fall when the total rises.
  case hamilton
  /// Divisors 1, 2, 3 … (D'Hondt); kindest to large units.
  case jefferson
  /// Divisors ½, 1½, 2½ … (Sainte-Laguë); favours neither large nor small.
  case webster
  /// Divisors √(a(a+1)) (等比例法); smallest relative differences; every unit gets one.
  case huntingtonHill = "huntington-hill"
  /// Divisors 0, 1, 2 …; kindest to small units; every unit gets one.
  case adams
  /// Divisors 2a(a+1)/(2a+1), the harmonic mean; every unit gets one.
  case dean

  /// Whether every unit with a weight gets a place before any gets a second.
  var givesEveryUnitOne: Bool {
    switch self {
    case .hamilton, .jefferson, .webster: false
    case .huntingtonHill, .adams, .dean: true
    }
  }

  /// How strong a unit's claim to one more place is, exact; Huntington–Hill's is squared.
  ///
  /// The constant factor that a method's divisors share is left out. Hamilton has no divisors.
  func claim(weight: Int, places: Int) -> ClaimStrength {
    let (weight, places) = (UInt128(weight), UInt128(places))
    return switch self {
    case .hamilton, .jefferson: ClaimStrength(weight, over: places + 1)
    case .webster: ClaimStrength(weight, over: 2 * places + 1)
    case .huntingtonHill: ClaimStrength(weight * weight, over: places * (places + 1))
    case .adams: ClaimStrength(weight, over: places)
    case .dean: ClaimStrength(weight * (2 * places + 1), over: places * (places + 1))
    }
  }
}

/// The strength of a claim as a fraction, compared by products at full width, never by quotients.
struct ClaimStrength: Comparable, Sendable {
  let numerator: UInt128
  let denominator: UInt128

  init(_ numerator: UInt128, over denominator: UInt128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static func < (first: ClaimStrength, second: ClaimStrength) -> Bool {
    let left = first.numerator.multipliedReportingOverflow(by: second.denominator)
    let right = second.numerator.multipliedReportingOverflow(by: first.denominator)
    if !left.overflow && !right.overflow { return left.partialValue < right.partialValue }
    let wideLeft = first.numerator.multipliedFullWidth(by: second.denominator)
    let wideRight = second.numerator.multipliedFullWidth(by: first.denominator)
    return (wideLeft.high, wideLeft.low) < (wideRight.high, wideRight.low)
  }

  static func == (first: ClaimStrength, second: ClaimStrength) -> Bool {
    !(first < second) && !(second < first)
  }
}
