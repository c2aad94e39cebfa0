import Model

/// How subjects come to and leave one office: what is known of both flows, as counts.
///
/// Next month's subjects are those who stay, a binomial share of those there, and those who come,
/// a Poisson number: the INAR(1) process. What is not known of the two rates is a gamma and a beta
/// distribution, so a month's intakes are negative binomial and its releases beta-binomial, which
/// suits counts of two or three where a normal curve would go below zero.
///
/// Only + − × ÷ of floating point are used, which every IEEE 754 machine rounds alike: one seed
/// gives the same bytes everywhere. Nothing here decides; it estimates.
///
/// Source: M. A. Al-Osh and A. A. Alzaid, "First-order integer-valued autoregressive (INAR(1))
/// process", Journal of Time Series Analysis 8(3), 1987; conjugate learning with discounted counts:
/// A. C. Harvey and C. Fernandes, "Time series models for count or qualitative observations",
/// Journal of Business & Economic Statistics 7(4), 1989.
struct FlowModel {
  /// Intakes seen, discounted, with the district's; a whole number, so that no power is a root.
  private var intakes: Int
  /// Months over which they were seen.
  private var months: Double
  /// Releases seen, discounted, with the district's; above 0.
  private var released: Double
  /// Subject-months that ended without a release; above 0.
  private var stayed: Double

  /// Takes the evidence; the ratio of intakes to months is kept when intakes become whole.
  init(intakes: Double, months: Double, released: Double, stayed: Double) {
    let whole = max(1, intakes.rounded())
    self.intakes = Int(whole)
    self.months = months * whole / intakes
    self.released = released
    self.stayed = stayed
  }

  /// Draws the subjects at the end of the next month, and learns from what was drawn, so that one
  /// future keeps to one pair of rates.
  mutating func step(from subjects: Int, using random: inout SplitMix64) -> Int {
    let leaving = drawReleases(of: subjects, using: &random)
    let coming = drawIntakes(using: &random)
    intakes += coming
    months += 1
    return subjects - leaving + coming
  }

  /// A negative binomial number by inversion; large means are drawn as a sum of smaller ones.
  private func drawIntakes(using random: inout SplitMix64) -> Int {
    let success = months / (months + 1)
    let largest = max(1, Int(200 * months))
    var (left, sum) = (intakes, 0)
    while left > 0 {
      let shape = min(left, largest)
      left -= shape
      var (uniform, count) = (random.unit(), 0)
      var probability = Self.power(success, shape)
      while uniform >= probability, probability > 0 {
        uniform -= probability
        probability *= Double(shape + count) / Double(count + 1) * (1 - success)
        count += 1
      }
      sum += count
    }
    return sum
  }

  /// A beta-binomial number of those there, drawn in groups that learn from each other.
  private mutating func drawReleases(of subjects: Int, using random: inout SplitMix64) -> Int {
    var (left, sum) = (subjects, 0)
    while left > 0 {
      let group = min(left, 200)
      left -= group
      // The rarer side is counted, so that the first probability never vanishes.
      let isRare = released <= stayed
      let count = Self.betaBinomial(
        group, isRare ? released : stayed, isRare ? stayed : released, using: &random)
      let leaving = isRare ? count : group - count
      released += Double(leaving)
      stayed += Double(group - leaving)
      sum += leaving
    }
    return sum
  }

  private static func betaBinomial(
    _ count: Int, _ yes: Double, _ no: Double, using random: inout SplitMix64
  ) -> Int {
    var probability = (0..<count).reduce(1.0) { product, index in
      product * ((no + Double(index)) / (yes + no + Double(index)))
    }
    var (uniform, drawn) = (random.unit(), 0)
    while drawn < count, uniform >= probability {
      uniform -= probability
      probability *=
        Double(count - drawn) * (yes + Double(drawn))
        / (Double(drawn + 1) * (no + Double(count - drawn - 1)))
      drawn += 1
    }
    return drawn
  }

  /// Repeated squaring.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }
}
