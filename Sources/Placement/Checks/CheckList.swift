public import Model

/// Who of one office is asked for which check, and whom that leaves (体检考察进度).
///
/// The first in order are called, as many as the ratio gives; where a called person loses the place
/// and the settings replace that loss, the next in order is called in the round after. The order of
/// the rows changes nothing, and what happened after the date is not known yet.
public struct CheckList: Hashable, Sendable {
  /// A person in the office's order.
  public struct Candidate: Hashable, Sendable {
    /// The application number.
    public let number: String
    /// The rank, equals sharing it.
    public let rank: Int

    /// Pairs the two.
    public init(number: String, rank: Int) {
      self.number = number
      self.rank = rank
    }
  }

  /// Somebody who has been called.
  public struct Entry: Hashable, Sendable {
    /// The person.
    public let candidate: Candidate
    /// 0 for those called first, then the round of replacement.
    public let round: Int
    /// How far the person has come.
    public let state: CheckState
  }

  /// A record that does not fit the order of checks.
  public enum Fault: Hashable, Sendable {
    /// Two outcomes of one check differ.
    case contradictory(number: String, Check)
    /// A check was reported before the one before it was passed.
    case outOfOrder(number: String, Check)
    /// A second medical examination without a first one that was failed.
    case notFailedBefore(number: String)
  }

  /// Why a lost place stays open.
  public enum Open: Hashable, Sendable {
    /// The settings do not replace this loss.
    case notReplaced(PlaceLoss, by: String)
    /// The rounds are used up.
    case roundsUsed(Int)
    /// Nobody is left.
    case nobodyLeft
  }

  /// Those called, in order.
  public let entries: [Entry]
  /// Those who tie for the next call, for a person to decide.
  public let tied: [String]
  /// Places that stay open.
  public let open: [Open]
  /// Records that do not fit, in the order of those called.
  public let faults: [Fault]

  /// Follows the checks of one office up to a date.
  ///
  /// - Throws: `PlacementError.numberRepeated`.
  public init(
    _ candidates: [Candidate], places: Int, records: [CheckRecord], asOf date: CivilDate,
    settings: CheckSettings = CheckSettings(),
    replacement: ReplacementSettings = ReplacementSettings()
  ) throws(PlacementError) {
    let people = try candidates.sortedByNumber(\.number)
    var order = EqualGroups(people)
    order.refine(\.rank)
    let known = Dictionary(grouping: records.filter { $0.day <= date }, by: \.number)
    let course = CheckCourse(asOf: date, recheckDays: settings.recheckDays)
    var called = CalledPeople(groups: order.groups)
    var entries: [Entry] = []
    var faults: [Fault] = []
    var open: [Open] = []
    var (round, vacant) = (0, settings.ratio.people(for: places, rounding: .up))
    while vacant > 0, called.tied.isEmpty {
      if round > replacement.rounds {
        open += Array(repeating: .roundsUsed(replacement.rounds), count: vacant)
        break
      }
      let next = called.call(vacant)
      if called.tied.isEmpty, round > 0 {
        open += Array(repeating: .nobodyLeft, count: vacant - next.count)
      }
      vacant = 0
      for person in next {
        let (state, found) = course.state(of: person.number, known[person.number] ?? [])
        entries.append(Entry(candidate: person, round: round, state: state))
        faults += found
        guard case .lost(let loss, _) = state else { continue }
        if replacement.replaced.contains(loss) {
          vacant += 1
        } else {
          open.append(.notReplaced(loss, by: person.number))
        }
      }
      round += 1
    }
    self.entries = entries
    self.tied = called.tied
    self.open = open
    self.faults = faults
  }
}

/// The people of an order, of whom the first are called.
private struct CalledPeople {
  private var groups: ArraySlice<[CheckList.Candidate]>
  /// Equals of whom not all can be called.
  private(set) var tied: [String] = []

  init(groups: [[CheckList.Candidate]]) { self.groups = groups[...] }

  /// Calls the next people, as far as it is clear who they are.
  mutating func call(_ count: Int) -> [CheckList.Candidate] {
    var called: [CheckList.Candidate] = []
    while called.count < count, let group = groups.popFirst() {
      guard group.count <= count - called.count else {
        tied = group.map(\.number)
        break
      }
      called += group
    }
    return called
  }
}
