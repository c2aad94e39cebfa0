public import Model
public import Policy

/// Applicants with everything that one set of rules made of them.
public struct ScoredApplicants: Sendable {
  /// The policy.
  public let policy: PolicyPack
  /// The rules on the day of evaluation.
  public var rules: RuleSet { scorer.rules }
  /// The seed of the lot, if one was drawn.
  public let seed: String?
  /// The applicants.
  public let columns: ApplicantColumns
  /// The offices that `columns` refers to.
  public let offices: OfficeTable
  /// What every rule came to.
  public let evaluation: Evaluation
  /// The ranked list.
  public let list: RankedList
  /// How many each office hires, by code; an office without a number has no line.
  public let places: [String: Int]
  let scorer: Scorer

  /// Puts together what belongs together.
  /// - Parameter columns: hold at least the facts that the rules read.
  /// - Throws: `ScoringError.tooManyCriteria`.
  public init(
    policy: PolicyPack, rules: RuleSet, seed: String?, columns: ApplicantColumns,
    offices: OfficeTable, evaluation: Evaluation, list: RankedList, places: [String: Int]
  ) throws {
    self.policy = policy
    self.seed = seed
    self.columns = columns
    self.offices = offices
    self.evaluation = evaluation
    self.list = list
    self.places = places
    scorer = try Scorer(rules)
  }

  /// How many an office hires, if that is known.
  func places(of range: RankedList.OfficeRange) -> Int? {
    places[offices.offices[range.office].code]
  }

  /// The stored value of a gathered field of one applicant.
  func value(of field: ApplicantField, at index: Int) -> FactValue {
    columns.value(columns.place(of: field), at: index)
  }

  /// How an applicant's mark came about; nil where the rules have none.
  public func mark(at index: Int) -> MarkWorking? {
    columns.mark(at: index, rules, points: evaluation[index].assessment.points)
  }

  /// What the facts that the rules read mean to them, for one applicant.
  func values(at index: Int) -> [ApplicantField: Value] {
    Dictionary(
      uniqueKeysWithValues: scorer.fields.map { field in
        (field, scorer.facts.value(value(of: field, at: index), of: field))
      })
  }
}

extension ApplicantColumns {
  /// How an applicant's mark came about; nil where the rules have none.
  public func mark(at index: Int, _ rules: RuleSet, points: Int) -> MarkWorking? {
    MarkWorking(rules, points: points) { fact in
      guard let field = ApplicantField(id: fact) else { return nil }
      guard case .number(let hundredths) = value(place(of: field), at: index) else { return nil }
      return Int(hundredths)
    }
  }
}

/// Where a ranked applicant stands to the line that the number of places draws (录用线).
public enum LinePosition: String, Sendable, CaseIterable {
  /// Among those for whom there is a place.
  case above
  /// Equal to others, and there are not places for all of them: a person or a lot decides.
  case tied
  /// After the last place.
  case below

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .above: Bilingual(zh: "线上", en: "above the line")
    case .tied: Bilingual(zh: "压线并列", en: "tied at the line")
    case .below: Bilingual(zh: "线下", en: "below the line")
    }
  }

  /// The position of someone with so many ahead and so many equals, himself not counted.
  init(ahead: Int, equals: Int, places: Int) {
    self = ahead + equals < places ? .above : ahead < places ? .tied : .below
  }
}

extension RankedList {
  /// Where each of an office's entries stands to the line; `nil` for those without a rank.
  /// - Complexity: O(entries).
  func positions(in range: OfficeRange, places: Int) -> [LinePosition?] {
    var positions: [LinePosition?] = []
    positions.reserveCapacity(range.entries.count)
    var start = range.entries.lowerBound
    while start < range.entries.upperBound {
      let rank = entries[start].placement.rank
      var end = start + 1
      while end < range.entries.upperBound, entries[end].placement.rank == rank { end += 1 }
      let position = rank.map {
        LinePosition(ahead: $0 - 1, equals: end - start - 1, places: places)
      }
      positions += Array(repeating: position, count: end - start)
      start = end
    }
    return positions
  }
}
