public import Model
public import Policy

/// What every rule comes to for every applicant.
///
/// Few patterns of outcomes occur, so each applicant has the place of one, and what follows from it
/// is worked out once.
public struct Evaluation: Sendable {
  /// What all criteria come to together.
  public struct Pattern: Sendable {
    /// The outcomes of all criteria.
    public let outcomes: OutcomePattern
    /// What follows from them.
    public let assessment: Assessment
  }

  /// The patterns that occur, in the order in which they first do.
  public let patterns: [Pattern]
  /// For each applicant the place of the pattern.
  private(set) var places: [UInt32]
  /// For each applicant the marks; empty where the policy has none.
  private(set) var marks: [OrderedMarks]

  /// The place of one applicant's pattern in `patterns`.
  public func place(at index: Int) -> Int { Int(places[index]) }

  /// What all criteria come to for one applicant.
  public subscript(index: Int) -> Pattern { patterns[Int(places[index])] }

  /// Lays what belongs to some applicants in another order, given as present indexes.
  mutating func reorder(_ order: [UInt32]) {
    places = order.map { places[Int($0)] }
    if !marks.isEmpty { marks = order.map { marks[Int($0)] } }
  }

  /// One applicant's combined mark in hundredths; −1 where it is not known or there is none.
  func mark(at index: Int) -> Int { Int(marks(at: index).combined) }

  /// The marks by which an applicant may be ordered.
  func marks(at index: Int) -> OrderedMarks { marks.isEmpty ? OrderedMarks() : marks[index] }
}

/// A set of rules made ready for many applicants.
public struct Scorer: Sendable {
  /// The rules.
  public let rules: RuleSet
  /// What has an outcome, in the order of the outcomes.
  let criteria: [Criterion]
  let facts: FactValues

  /// Prepares a set of rules.
  /// - Throws: `ScoringError.tooManyCriteria`.
  public init(_ rules: RuleSet) throws {
    self.rules = rules
    criteria = rules.criteria
    facts = FactValues(rules)
    guard criteria.count <= OutcomePattern.limit else {
      throw ScoringError.tooManyCriteria(count: criteria.count, limit: OutcomePattern.limit)
    }
  }

  /// The facts that the rules read, in the sheet's order.
  public var fields: [ApplicantField] { facts.fields }

  /// Evaluates all rules over columns that hold at least `fields`.
  /// - Throws: `ScoringError`.
  /// - Complexity: O(applicants · criteria).
  public func evaluate(_ columns: ApplicantColumns) throws -> Evaluation {
    let evaluator = ConditionColumns(facts: facts, columns: columns)
    var known = [OutcomePattern()]
    var places = [UInt32](repeating: 0, count: columns.count)
    for (bit, entry) in criteria.enumerated() {
      let cells = try evaluator.outcomes(of: entry.condition, id: entry.id)
      // Each known pattern goes on as one for each outcome that it meets.
      var next: [OutcomePattern] = []
      var table = [UInt32](repeating: .max, count: known.count * 4)
      for index in cells.indices {
        let place = Int(places[index]) << 2 | Int(cells[index])
        if table[place] == .max {
          table[place] = UInt32(next.count)
          var outcomes = known[place >> 2]
          outcomes[bit] = Outcome(rawValue: cells[index]) ?? .unknown
          next.append(outcomes)
        }
        places[index] = table[place]
      }
      known = next
    }
    let patterns = known.map { Evaluation.Pattern(outcomes: $0, assessment: assessment($0)) }
    return Evaluation(patterns: patterns, places: places, marks: try marks(columns))
  }

  /// What follows from the outcomes of all criteria.
  public func assessment(_ outcomes: OutcomePattern) -> Assessment {
    rules.assessment { outcomes[$0] }
  }

  private func marks(_ columns: ApplicantColumns) throws -> [OrderedMarks] {
    if rules.mark == nil, rules.markFacts.isEmpty { return [] }
    let names = Set(rules.markFacts + (rules.mark?.parts.map(\.fact) ?? []))
    let read = names.compactMap { ApplicantField(id: $0) }.map { field in
      let place = columns.place(of: field)
      return (
        field: field, place: place,
        values: columns.columns[place].values.map { facts.value($0, of: field) }
      )
    }
    return try (0..<columns.count).map { index in
      try OrderedMarks(rules) { field in
        read.first { $0.field == field }
          .map { $0.values[columns.code($0.place, at: index)] } ?? .unknown
      }
    }
  }
}

/// The marks by which an applicant may be ordered, in hundredths; −1 where one is not known.
struct OrderedMarks: Sendable {
  /// The combined mark.
  private(set) var combined: Int32 = -1
  /// The written mark alone.
  private(set) var written: Int32 = -1
  /// The interview's mark alone.
  private(set) var interview: Int32 = -1

  /// No marks.
  init() {}

  /// Reads an applicant's marks.
  init(_ rules: RuleSet, _ value: (ApplicantField) -> Value) throws {
    func number(_ value: Value) -> Int32 {
      if case .int(let hundredths) = value { Int32(max(-1, hundredths)) } else { -1 }
    }
    if let mark = rules.mark {
      combined = number(try mark.value { name in ApplicantField(id: name).map(value) })
    }
    let order = rules.ranking.order
    if order.contains(.written) { written = number(value(.writtenScore)) }
    if order.contains(.interview) { interview = number(value(.interviewScore)) }
  }
}

extension ScoredApplicants {
  /// The marks that an applicant has, and the largest where one is open.
  func bestMarks(at index: Int) -> OrderedMarks {
    let known = evaluation.marks(at: index)
    guard !rules.markFacts.isEmpty else { return known }
    let best = try? OrderedMarks(rules) { field in
      let value = scorer.facts.value(self.value(of: field, at: index), of: field)
      return value == .unknown ? .int(field.largestNumber ?? 0) : value
    }
    return best ?? known
  }
}

extension ApplicantColumns {
  /// The place of a field that must have been gathered: a fact that is missing altogether is not a
  /// fact that is unknown.
  func place(of field: ApplicantField) -> Int {
    guard let place = fields.firstIndex(of: field) else {
      preconditionFailure("the facts hold no \(field.id), which the rules read")
    }
    return place
  }
}
