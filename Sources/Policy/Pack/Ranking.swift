/// How the eligible of one office are ordered.
public struct Ranking: Declared, Hashable {
  /// Something to order by.
  public enum Key: String, Sendable, CaseIterable {
    /// The tier, lowest number first.
    case tier
    /// The points, highest first.
    case points
    /// The weighted mark, highest first; one that is not known comes last.
    case mark
    /// The weighted mark plus the points, highest first; without a mark, last.
    case total
    /// The written mark alone, highest first (笔试成绩高者优先).
    case written
    /// The interview's mark alone, highest first (面试成绩高者优先).
    case interview

    /// The fact that holds the mark, where it is a part's alone.
    public var fact: String? {
      switch self {
      case .written: "written_score"
      case .interview: "interview_score"
      case .tier, .points, .mark, .total: nil
      }
    }

    /// How many bits tell its values apart: tiers from 1, points within ±60,000, marks in hundredths
    /// to 10,000, and none; a total adds whole points to a mark.
    public var width: Int {
      switch self {
      case .tier: 5
      case .points: 17
      case .mark, .written, .interview: 14
      case .total: 24
      }
    }
  }

  /// How many bits an order may take in all.
  public static let largestWidth = 62

  /// What to do with equals.
  public enum Ties: String, Sendable, CaseIterable {
    /// They share a rank and the next rank is skipped past them; a lot may be drawn on request.
    case shared
  }

  /// What it is called, what it rests on, and when.
  public internal(set) var declaration: Declaration
  /// The keys, the first before all others.
  public internal(set) var order: [Key]
  /// What happens to equals.
  public let ties: Ties
}

/// A mark combined from others by weight (综合成绩), in hundredths.
public struct WeightedMark: Declared, Hashable {
  /// A part of the mark.
  public struct Part: Sendable, Hashable {
    /// The fact, a number in hundredths.
    public let fact: String
    /// Its weight, in percent.
    public internal(set) var percent: Int
  }

  /// What it is called, what it rests on, and when.
  public internal(set) var declaration: Declaration
  /// The parts; their weights come to 100.
  public internal(set) var parts: [Part]

  /// The parts with their weights.
  var written: String { parts.map { "\($0.fact) \($0.percent)%" }.joined(separator: " + ") }

  /// The mark in hundredths, rounded half up; unknown where a part is, or will never be known.
  public func value(_ fact: (String) -> Value?) throws(EvaluationError) -> Value {
    var sum: Int64 = 0
    var isUnknown = false
    for part in parts {
      switch fact(part.fact) {
      case .int(..<0): isUnknown = true
      case .int(let hundredths): sum += hundredths * Int64(part.percent)
      case .unknown: isUnknown = true
      case nil: throw .undeclared(part.fact)
      default: throw .noSuchOverload
      }
    }
    return isUnknown ? .unknown : .int((sum + 50) / 100)
  }
}
