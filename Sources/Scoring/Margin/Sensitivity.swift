import Model
public import Policy

/// Which local settings would change who is above the line, and for whom.
public struct Sensitivity: Sendable {
  /// What one setting at another value would do.
  public struct Result: Sendable {
    /// The setting and the value.
    public let trial: SettingTrial
    /// The offices whose chosen would differ.
    public let offices: [OfficeShift]
  }

  /// Who would change sides in one office.
  public struct OfficeShift: Sendable {
    /// The office's code.
    public let officeCode: String
    /// Those who would come above the line, or into a tie at it, in the order of the list.
    public let up: [String]
    /// Those who would fall below it, or into a tie at it.
    public let down: [String]
  }

  /// The trials, in the order in which they were made.
  public let results: [Result]

  /// How many values of a parameter are tried in each direction before it counts as harmless.
  static let parameterTrials = 8

  /// Tries the local settings one at a time.
  ///
  /// Parameters are moved to the nearest values at which some applicant's fact falls on the other
  /// side, until who is above the line differs.
  /// - Throws: `ScoringError`, `PolicyError`.
  /// - Complexity: one evaluation and ranking of all applicants for each trial.
  public init(of scored: ScoredApplicants) throws {
    let now = SidesOfLine(scored.list, scored)
    func result(_ trial: SettingTrial) throws -> Result {
      let evaluation = try Scorer(trial.rules).evaluate(scored.columns)
      let ranked = Set(scored.list.entries.map(\.index))
      let left = scored.columns.ids.indices.filter { !ranked.contains(UInt32($0)) }
      let list = try RankedList(
        evaluation, of: scored.columns, rules: trial.rules,
        leavingOut: Set(left.map { scored.columns.ids[$0] }), seed: scored.seed)
      return Result(trial: trial, offices: now.shifts(to: SidesOfLine(list, scored), scored))
    }
    var results = try scored.rules.trials.map(result)
    let date = scored.rules.date
    for (parameter, facts) in try scored.policy.triedParameters(on: date) {
      guard let value = parameter.value.integer else { continue }
      for candidates in Self.candidates(around: value, facts, scored.columns) {
        var last: Result?
        for candidate in candidates {
          last = try result(scored.policy.trial(of: parameter, at: candidate, on: date))
          if last?.offices.isEmpty == false { break }
        }
        if let last { results.append(last) }
      }
    }
    self.results = results
  }

  /// The nearest values below and above a limit at which a fact of somebody changes sides.
  private static func candidates(
    around value: Int64, _ facts: [String], _ columns: ApplicantColumns
  ) -> [[Int64]] {
    var limits: Set<Int64> = []
    for fact in facts {
      guard let field = ApplicantField(id: fact),
        let place = columns.fields.firstIndex(of: field)
      else { continue }
      for case .number(let number) in columns.columns[place].values {
        limits.formUnion([number, number + 1])
      }
    }
    let below = limits.filter { $0 < value && $0 >= 0 }.sorted(by: >)
    let above = limits.filter { $0 > value }.sorted()
    return [below, above].map { Array($0.prefix(parameterTrials)) }
  }
}

/// Everybody's side of the line, by index.
private struct SidesOfLine {
  private let sides: [UInt8]

  init(_ list: RankedList, _ scored: ScoredApplicants) {
    var sides = [UInt8](repeating: 0, count: scored.columns.count)
    for range in list.offices {
      guard let places = scored.places(of: range) else { continue }
      for (entry, position) in zip(
        list.entries[range.entries], list.positions(in: range, places: places))
      {
        sides[Int(entry.index)] = position == .above ? 2 : position == .tied ? 1 : 0
      }
    }
    self.sides = sides
  }

  func shifts(to other: SidesOfLine, _ scored: ScoredApplicants) -> [Sensitivity.OfficeShift] {
    scored.list.offices.compactMap { range in
      func numbers(_ isWanted: (UInt8, UInt8) -> Bool) -> [String] {
        scored.list.entries[range.entries].map { Int($0.index) }
          .filter { isWanted(sides[$0], other.sides[$0]) }
          .map { scored.columns.applicationNumbers.text(at: $0) }
      }
      let (up, down) = (numbers { $0 < $1 }, numbers { $0 > $1 })
      guard !up.isEmpty || !down.isEmpty else { return nil }
      return Sensitivity.OfficeShift(
        officeCode: scored.offices.offices[range.office].code, up: up, down: down)
    }
  }
}
