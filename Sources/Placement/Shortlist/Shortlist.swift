/// The people whom one office invites to interviews (面试名单).
///
/// The order of the rows changes nothing.
public struct Shortlist: Hashable, Sendable {
  /// Where somebody of the pool stands.
  public struct Entry: Hashable, Sendable {
    /// The person.
    public let candidate: ShortlistCandidate
    /// The position within the pool, from 1, equals sharing it.
    public let position: Int
    /// What that comes to.
    public internal(set) var place: Place
  }

  /// What a position comes to.
  public enum Place: Hashable, Sendable {
    /// Invited (入围).
    case inside(Cause)
    /// Ties for the last invitations; a person decides (待人定).
    case contested
    /// Next in order, should somebody drop out (递补).
    case waiting
    /// Was on the list and dropped out.
    case dropped(DropReason)
  }

  /// Why somebody is invited.
  public enum Cause: String, Hashable, Sendable {
    /// The position is within the ratio (比例内).
    case ratio
    /// The position ties with the last within the ratio (末位并列).
    case lastPlaceTie
    /// Somebody before dropped out (递补).
    case replacement
  }

  /// Why somebody drops out.
  public enum DropReason: String, Hashable, Sendable, CaseIterable {
    /// Gave up (放弃).
    case withdrew
    /// The review of papers failed (复审不合格).
    case reviewFailed
    /// Did not come (缺席).
    case absent
  }

  /// Somebody who is in no list, and why.
  public struct Excluded: Hashable, Sendable {
    /// The application number.
    public let number: String
    /// The reason.
    public let reason: ShortlistExclusion
  }

  /// The office.
  public let office: String
  /// Its places.
  public let places: Int
  /// The people that the ratio gives.
  public let limit: Int
  /// What the list was made by.
  public let settings: ShortlistSettings
  /// The pool in order, equals by number.
  public internal(set) var entries: [Entry]
  /// Everybody else, by number.
  public let excluded: [Excluded]
  /// Those not in the pool yet who would be invited if all that is open went well, by number.
  public let couldEnter: [String]

  /// Makes an office's list.
  ///
  /// - Throws: `PlacementError.numberRepeated` or `.placesNegative`.
  /// - Complexity: O(*n* log *n*).
  public init(
    office: String, places: Int, candidates: [ShortlistCandidate],
    settings: ShortlistSettings = ShortlistSettings()
  ) throws(PlacementError) {
    guard places >= 0 else { throw .placesNegative(office: office, places: places) }
    let people = try candidates.sortedByNumber(\.number)
    self.office = office
    self.places = places
    self.settings = settings
    let limit = settings.ratio.people(for: places, rounding: settings.rounding)
    self.limit = limit
    let reasons = people.map { Self.exclusion($0, settings) }
    var order = EqualGroups(people.indices.filter { reasons[$0] == nil })
    order.refine { Self.key(people[$0], settings) }
    let ranks = order.ranks()
    entries = order.groups.joined().map {
      Entry(candidate: people[$0], position: ranks[$0] ?? 0, place: .waiting)
    }
    excluded = zip(people, reasons).compactMap { person, reason in
      reason.map { Excluded(number: person.number, reason: $0) }
    }
    let pool = entries.map(\.candidate)
    couldEnter = zip(people, reasons).filter { person, reason in
      guard let reason, reason.isOpen, Self.reachesMinimum(person, settings) else { return false }
      let best = Self.bestKey(person, settings)
      let ahead = pool.prefix { Self.key($0, settings).map { $0 < best } ?? false }.count
      return ahead < limit
    }
    .map(\.0.number)
    invite(.ratio)
  }

  /// The people invited, in order.
  public var inside: [Entry] {
    entries.filter { if case .inside = $0.place { true } else { false } }
  }

  /// How many more are invited than the ratio gives.
  public var insideByTie: Int { max(0, inside.count - limit) }

  private static func exclusion(
    _ person: ShortlistCandidate, _ settings: ShortlistSettings
  ) -> ShortlistExclusion? {
    guard person.state == .eligible else { return .state(person.state) }
    let written = person.results[.written]
    guard settings.order == .written || settings.writtenMinimum != nil else { return nil }
    guard let mark = written?.mark else { return .noMark(written) }
    guard let minimum = settings.writtenMinimum, mark < minimum else { return nil }
    return .belowMinimum(mark: mark, minimum: minimum)
  }

  /// Whether a mark that is known already keeps the person out for good.
  private static func reachesMinimum(
    _ person: ShortlistCandidate, _ settings: ShortlistSettings
  ) -> Bool {
    switch person.results[.written] {
    case .scored(let mark): settings.writtenMinimum.map { $0 <= mark } ?? true
    case .absent, .misconduct: settings.order == .run && settings.writtenMinimum == nil
    case .exempt, nil: true
    }
  }

  /// What the list is ordered by, lowest first.
  private static func key(
    _ person: ShortlistCandidate, _ settings: ShortlistSettings
  ) -> OrderKey? {
    switch settings.order {
    case .run: OrderKey(first: person.rank, second: 0)
    case .written:
      person.results[.written]?.mark.map { OrderKey(first: person.tier, second: -$0.hundredths) }
    }
  }

  /// The best that somebody can come to whose written mark is not known.
  private static func bestKey(
    _ person: ShortlistCandidate, _ settings: ShortlistSettings
  ) -> OrderKey {
    key(person, settings) ?? OrderKey(first: person.tier, second: -10_000)
  }

  private struct OrderKey: Comparable {
    let first: Int
    let second: Int

    static func < (one: OrderKey, other: OrderKey) -> Bool {
      (one.first, one.second) < (other.first, other.second)
    }
  }
}
