/// Class hours (学时) in hundredths.
public struct Hours: Hashable, Comparable, Sendable {
  /// The hours in hundredths.
  public let hundredths: Int

  /// No hours.
  public static let zero = Hours(hundredths: 0)

  /// Counts hundredths of hours.
  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Orders by length.
  public static func < (first: Hours, second: Hours) -> Bool {
    first.hundredths < second.hundredths
  }

  /// Adds two lengths.
  public static func + (first: Hours, second: Hours) -> Hours {
    Hours(hundredths: first.hundredths + second.hundredths)
  }

  /// What is lacking of another length; zero where nothing is.
  public func shortfall(from wanted: Hours) -> Hours {
    Hours(hundredths: max(0, wanted.hundredths - hundredths))
  }
}

extension Hours: CustomStringConvertible {
  /// The hours with two decimals, such as `15.75`.
  public var description: String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Sequence where Element == Hours {
  /// The sum.
  func total() -> Hours { reduce(.zero, +) }
}
