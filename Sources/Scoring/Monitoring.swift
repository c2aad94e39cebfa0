public import Model
import Policy

/// How the results of a run spread over groups of people (结果监测).
///
/// It shows counts and judges nothing: a difference between groups has many possible causes.
/// Small groups are withheld, and as many others as it takes that none can be worked out from the
/// rest.
public struct Monitoring: Sendable {
  /// Counts of people.
  public struct Figures: Sendable, Hashable {
    /// All who applied.
    public internal(set) var applicants = 0
    /// Those whom the gate lets pass.
    public internal(set) var eligible = 0
    /// Those whose gate is unknown.
    public internal(set) var pending = 0
    /// Those whom the gate refuses.
    public internal(set) var ineligible = 0
    /// The eligible of the first tier.
    public internal(set) var firstTier = 0
    /// Those for whom there is a place; those tied at the line are not among them.
    public internal(set) var above = 0
  }

  /// People who have something in common.
  public struct Group: Sendable {
    /// The name in results.
    public let id: String
    /// The name for people.
    public let title: Bilingual
    /// The counts; nothing where they are withheld.
    public let figures: Figures?
  }

  /// A way to divide all applicants into groups.
  public struct Dimension: Sendable {
    /// The name in results.
    public let id: String
    /// The name for people.
    public let title: Bilingual
    /// The groups that have people in them; together they are all applicants.
    public let groups: [Group]
  }

  /// All applicants together; nothing where even they are too few.
  public let total: Figures?
  /// By sex, by age, by employment hardship.
  public let dimensions: [Dimension]
  /// Groups with fewer people are withheld.
  public let minimum: Int

  /// The facts that it needs.
  public static let fields: [ApplicantField] = [
    .sex, .birthDate, .hardshipCategory, .hardshipStatus, .hardshipValidUntil,
  ]

  /// Counts the applicants of a run.
  /// - Parameters:
  ///   - scored: the run, with `fields` among its facts.
  ///   - ages: the ages at which a band begins, ascending, above 0.
  ///   - minimum: groups with fewer people are withheld; at least 1.
  /// - Complexity: O(applicants).
  public init(of scored: ScoredApplicants, ages: [Int], minimum: Int) {
    self.minimum = minimum
    let people = scored.figures()
    var total = Figures()
    for figures in people { total += figures.figures }
    let isEnough = total.applicants >= minimum
    self.total = isEnough ? total : nil
    let divisions = [
      Self.sexes(scored), Self.ageBands(scored, ages), Self.hardship(scored),
    ]
    dimensions = divisions.map { division in
      var sums: [String: Figures] = [:]
      for person in people {
        sums[division.group(person.index), default: Figures()] += person.figures
      }
      let figures = division.groups.map { sums[$0.id] ?? Figures() }
      let withheld =
        isEnough
        ? Self.withheld(figures.map(\.applicants), minimum: minimum) : figures.map { _ in true }
      let groups = zip(division.groups, zip(figures, withheld)).compactMap { group, result in
        result.0.applicants == 0
          ? nil : Group(id: group.id, title: group.title, figures: result.1 ? nil : result.0)
      }
      return Dimension(id: division.id, title: division.title, groups: groups)
    }
  }

  /// Which of some groups must not be shown, when their sum is.
  ///
  /// Besides the small ones, the smallest others are withheld until what is withheld is more than
  /// one group and together no small group: otherwise subtracting what is shown from the sum would
  /// give it away. An empty group hides nobody and protects nobody.
  static func withheld(_ counts: [Int], minimum: Int) -> [Bool] {
    var withheld = counts.map { (1..<max(1, minimum)).contains($0) }
    guard withheld.contains(true) else { return withheld }
    let others = counts.indices.filter { !withheld[$0] && counts[$0] > 0 }
      .sorted { (counts[$0], $0) < (counts[$1], $1) }
    for next in others {
      let hidden = counts.indices.filter { withheld[$0] }
      if hidden.count > 1, hidden.reduce(0, { $0 + counts[$1] }) >= minimum { break }
      withheld[next] = true
    }
    return withheld
  }

  // MARK: Divisions

  private struct Division {
    let id: String
    let title: Bilingual
    let groups: [(id: String, title: Bilingual)]
    /// The id of an applicant's group.
    let group: (Int) -> String
  }

  private static func sexes(_ scored: ScoredApplicants) -> Division {
    Division(
      id: "sex", title: Bilingual(zh: "性别", en: "sex"),
      groups: [
        ("male", Bilingual(zh: "男", en: "male")), ("female", Bilingual(zh: "女", en: "female")),
        unknown,
      ]
    ) { index in
      switch scored.value(of: .sex, at: index) {
      case .text("男"): "male"
      case .text("女"): "female"
      default: unknown.id
      }
    }
  }

  private static func ageBands(_ scored: ScoredApplicants, _ ages: [Int]) -> Division {
    let starts = [0] + ages
    let bands = starts.indices.map { place -> (id: String, title: Bilingual) in
      let start = starts[place]
      guard place + 1 < starts.count else {
        return ("\(start)+", Bilingual(zh: "\(start) 岁及以上", en: "\(start) and above"))
      }
      let last = starts[place + 1] - 1
      if start == 0 { return ("0-\(last)", Bilingual(zh: "\(last) 岁及以下", en: "up to \(last)")) }
      return ("\(start)-\(last)", Bilingual(zh: "\(start)–\(last) 岁", en: "\(start)–\(last)"))
    }
    let day = Int(scored.rules.date.number)
    return Division(
      id: "age", title: Bilingual(zh: "年龄", en: "age"), groups: bands + [unknown]
    ) { index in
      guard case .number(let birth) = scored.value(of: .birthDate, at: index), birth > 0 else {
        return unknown.id
      }
      // As numbers yyyymmdd, a birthday that is still to come leaves the year short by one.
      let age = (day - Int(birth)) / 10_000
      return bands[starts.lastIndex { $0 <= age } ?? starts.startIndex].id
    }
  }

  private static func hardship(_ scored: ScoredApplicants) -> Division {
    let states = Claim.State.allCases
    let claim = scored.rules.claims.first { $0.status == ApplicantField.hardshipStatus.id }
    return Division(
      id: "hardship", title: Bilingual(zh: "就业困难", en: "employment hardship"),
      groups: states.map { state in
        (
          state.rawValue,
          Bilingual(zh: "申报，\(state.wording.zh)", en: "claimed, \(state.wording.en)")
        )
      } + [("none", Bilingual(zh: "无", en: "none")), unknown]
    ) { index in
      switch scored.value(of: .hardshipCategory, at: index) {
      case .blank: return unknown.id
      case .text("无"): return "none"
      default:
        let state = claim?.state(on: scored.rules.date) { name in
          ApplicantField(id: name).map { field in
            scored.scorer.facts.value(scored.value(of: field, at: index), of: field)
          }
        }
        return (state ?? .unverified).rawValue
      }
    }
  }

  private static let unknown = (id: "unknown", title: Bilingual(zh: "未知", en: "unknown"))
}

extension Monitoring.Figures {
  /// A count as a share of the applicants, in hundredths of a percent, rounded half up.
  public func share(_ count: KeyPath<Self, Int>) -> Int {
    applicants == 0 ? 0 : (self[keyPath: count] * 20_000 / applicants + 1) / 2
  }

  static func += (first: inout Self, second: Self) {
    first.applicants += second.applicants
    first.eligible += second.eligible
    first.pending += second.pending
    first.ineligible += second.ineligible
    first.firstTier += second.firstTier
    first.above += second.above
  }
}

extension ScoredApplicants {
  /// Each listed applicant's index with what the applicant adds to the counts.
  fileprivate func figures() -> [(index: Int, figures: Monitoring.Figures)] {
    list.offices.flatMap { range in
      let sides = places(of: range).map { list.positions(in: range, places: $0) }
      return list.entries[range.entries].enumerated().map { place, entry in
        let index = Int(entry.index)
        let assessment = evaluation[index].assessment
        let verdict = assessment.verdict
        return (
          index,
          Monitoring.Figures(
            applicants: 1, eligible: verdict == .eligible ? 1 : 0,
            pending: verdict == .pending ? 1 : 0, ineligible: verdict == .ineligible ? 1 : 0,
            firstTier: assessment.tier == 1 ? 1 : 0,
            above: sides?[place] == .above ? 1 : 0)
        )
      }
    }
  }
}
