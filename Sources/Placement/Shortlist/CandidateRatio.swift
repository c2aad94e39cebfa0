public import Model

/// How many are invited for each place (面试比例): one ratio, or one for each range of places.
public struct CandidateRatio: Hashable, Sendable {
  /// A ratio up to a number of places.
  public struct Band: Hashable, Sendable {
    /// The greatest number of places that it holds for; nil without end.
    public let places: Int?
    /// People a place.
    public let ratio: Rational

    /// Pairs the two.
    public init(upTo places: Int?, _ ratio: Rational) {
      self.places = places
      self.ratio = ratio
    }
  }

  /// The bands, by places; the last has no end.
  public let bands: [Band]

  /// One ratio; nil unless it is above 0.
  public init?(_ ratio: Rational) { self.init(bands: [Band(upTo: nil, ratio)]) }

  /// Ratios by places; nil unless places rise, the last band has no end and each ratio is above 0.
  public init?(bands: [Band]) {
    let ends = bands.dropLast().map { $0.places ?? .max }
    guard bands.last?.places == nil, !bands.isEmpty, bands.allSatisfy({ $0.ratio > .zero }),
      zip(ends, ends.dropFirst()).allSatisfy(<), ends.allSatisfy({ (1..<Int.max).contains($0) })
    else { return nil }
    self.bands = bands
  }

  private init(whole ratio: Int) { bands = [Band(upTo: nil, Rational(ratio))] }

  /// Three people a place.
  public static let three = CandidateRatio(whole: 3)
  /// One person a place.
  public static let one = CandidateRatio(whole: 1)

  /// The ratio for a number of places.
  public func ratio(for places: Int) -> Rational {
    bands.first { places <= $0.places ?? .max }?.ratio ?? .one
  }

  /// The people for a number of places: none for none.
  public func people(for places: Int, rounding: RatioRounding) -> Int {
    guard places > 0, let product = try? Rational(places) * ratio(for: places) else { return 0 }
    let people =
      switch rounding {
      case .up: product.ceiling
      case .halfUp: product.halfUp
      case .down: product.floor
      }
    return people ?? .max
  }
}

/// What happens to a part of a person in a ratio (比例取整).
public enum RatioRounding: String, Hashable, Sendable, CaseIterable {
  /// Up to the next whole person.
  case up
  /// To the nearest, a half going up.
  case halfUp = "half-up"
  /// Left out.
  case down
}
