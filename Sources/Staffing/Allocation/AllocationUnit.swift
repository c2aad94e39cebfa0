public import Model

/// What takes part in sharing a fixed number of places: an office, or any named weight.
public struct AllocationUnit: Hashable, Sendable {
  /// The name; unique by its UTF-8 bytes.
  public let name: String
  /// The weight, a whole number from 0; a unit of weight 0 gets its least number only.
  public let weight: Int
  /// The least number of places, at least 0.
  public let minimum: Int
  /// The greatest number of places; none where nil.
  public let maximum: Int?

  /// Describes a unit; places already taken are a floor that no sharing goes below.
  public init(name: String, weight: Int, minimum: Int = 0, maximum: Int? = nil, inPost: Int = 0) {
    self.name = name
    self.weight = weight
    self.minimum = max(minimum, inPost)
    self.maximum = maximum
  }

  /// Orders names by their UTF-8 bytes, so that no language's rules change a result.
  static func byName(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  /// Whole-number weights in the exact proportions of needs, such as a method's required staff.
  ///
  /// - Throws: `StaffingError.allocation` where the weights do not fit.
  public static func weights(of needs: [Rational]) throws(StaffingError) -> [Int] {
    do {
      var scale = Rational.one
      for need in needs {
        let missing = try (need * scale).denominator
        scale = try scale * Rational(missing, over: 1)
      }
      var weights: [Int] = []
      for need in needs {
        guard let weight = try (need * scale).whole else { throw RationalError.outOfRange }
        weights.append(weight)
      }
      return weights
    } catch {
      throw .allocation(.weightsTooLarge)
    }
  }
}
