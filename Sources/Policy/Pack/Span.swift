public import Model

/// The days on which something is in force, both ends included.
public struct Span: Sendable, Hashable {
  /// The first day.
  public let from: CivilDate
  /// The last day; `nil` where no end is set.
  public let until: CivilDate?

  /// Whether a day lies within.
  public func contains(_ day: CivilDate) -> Bool {
    guard let until else { return from <= day }
    return from <= day && day <= until
  }

  /// The days that lie in both.
  func intersection(_ other: Span) -> Span? {
    let start = max(from, other.from)
    let end = [until, other.until].compactMap(\.self).min()
    if let end, end < start { return nil }
    return Span(from: start, until: end)
  }

  /// The days that do not lie in the other: none, one or two spans.
  func subtracting(_ other: Span) -> [Span] {
    guard intersection(other) != nil else { return [self] }
    var rest: [Span] = []
    if from < other.from, let end = CivilDate(dayNumber: other.from.dayNumber - 1) {
      rest.append(Span(from: from, until: end))
    }
    if let last = other.until, until.map({ last < $0 }) ?? true,
      let start = CivilDate(dayNumber: last.dayNumber + 1)
    {
      rest.append(Span(from: start, until: until))
    }
    return rest
  }
}
