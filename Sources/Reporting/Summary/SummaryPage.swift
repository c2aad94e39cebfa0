public import Model
import Policy
import Scoring
import Staffing

/// What the summary of a run says, as one self-contained HTML page for screen and A4.
///
/// The sheets, the verdicts, the offices, who waits and why. It holds no identity number.
public struct SummaryPage: PageView, Sendable {
  /// How many lines of an office's list are shown.
  static let head = 5
  /// How many pending people, collisions or rejected rows are shown.
  static let excerpt = 100

  /// Rows of which at most one can stand.
  public struct Collision: Sendable {
    let code: FindingCode
    let rows: [RowSource]

    /// Puts together what collides: by what finding, in the order of the rows.
    public init(_ code: FindingCode, _ rows: [RowSource]) {
      self.code = code
      self.rows = rows
    }
  }

  /// Rows that one rule rejects.
  public struct Rejection: Sendable {
    let code: FindingCode
    let wrong: Bilingual
    let remedy: Guidance
    let rows: Excerpt<(file: String, row: Int)>

    /// - Parameters:
    ///   - wrong: what is wrong.
    ///   - remedy: what to do.
    ///   - rows: the first of them.
    ///   - total: how many there are.
    public init(
      _ code: FindingCode, wrong: Bilingual, remedy: Guidance, rows: [(file: String, row: Int)],
      total: Int
    ) {
      self.code = code
      self.wrong = wrong
      self.remedy = remedy
      self.rows = Excerpt(rows, total: total, file: "findings.csv")
    }
  }

  /// What came out for one office.
  struct OfficeResult {
    let office: Office
    let eligibleByTier: [Int]
    let pending: Int
    let ineligible: Int
    let tied: Int
    let places: Int?
    let headcount: OfficePlan?
    let ranked: Excerpt<RankedApplicant>

    var eligible: Int { eligibleByTier.reduce(0, +) }
    var applicants: Int { eligible + pending + ineligible }
  }

  let report: RunReport
  let files: [FileAnswer]
  let districts: [(name: String, offices: [OfficeResult])]
  let pending: Excerpt<RankedApplicant>
  let collisions: Excerpt<Collision>
  let rejections: [Rejection]
  let say: Wording

  /// Lays a run out in a language.
  /// - Parameters:
  ///   - files: the sheets that its applicants came with; they stand in the order of their names,
  ///     because a page does not depend on the order in which files were given.
  ///   - collisions: rows that collide and wait for a person.
  ///   - rejections: rejected rows by what is wrong with them.
  ///   - sources: where rows came from, by their ids.
  /// - Throws: what `sources` throws.
  public init(
    _ report: RunReport, files: [FileAnswer], collisions: [Collision], rejections: [Rejection],
    language: Language, sources find: ([UInt32]) throws -> [UInt32: RowSource]
  ) rethrows {
    self.report = report
    self.files = files.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    self.collisions = Excerpt(of: collisions, limit: Self.excerpt, file: "findings.csv")
    self.rejections = rejections
    say = Wording(language)
    let (list, evaluation) = (report.scored.list, report.scored.evaluation)
    let waiting = list.entries.filter {
      evaluation[Int($0.index)].assessment.verdict == .pending
    }
    let heads = list.offices.flatMap { list.entries[$0.entries].prefix(Self.head) }
    let sources = try find(report.rows(of: waiting.prefix(Self.excerpt) + heads))
    pending = Excerpt(
      waiting.prefix(Self.excerpt).map { report.applicant($0, sources) }, total: waiting.count,
      file: waiting.count > Self.excerpt ? "ranking.csv" : nil)
    districts = Self.districts(report, sources)
  }

  private static func districts(
    _ report: RunReport, _ sources: [UInt32: RowSource]
  ) -> [(name: String, offices: [OfficeResult])] {
    let scored = report.scored
    let ranges = Dictionary(
      scored.list.offices.map { ($0.office, $0.entries) }, uniquingKeysWith: { $1 })
    let planned = Set(report.plan?.offices.map(\.officeCode) ?? [])
    var districts: [(name: String, offices: [OfficeResult])] = []
    for (place, office) in scored.offices.offices.enumerated()
    where ranges[place] != nil || planned.contains(office.code) {
      if districts.last?.name != office.districtName { districts.append((office.districtName, [])) }
      districts[districts.count - 1].offices.append(
        result(of: office, scored.list.entries[ranges[place] ?? 0..<0], report, sources))
    }
    return districts
  }

  private static func result(
    of office: Office, _ entries: ArraySlice<RankedList.Entry>, _ report: RunReport,
    _ sources: [UInt32: RowSource]
  ) -> OfficeResult {
    var byTier = [Int](repeating: 0, count: report.scored.rules.tiers.count)
    var byVerdict: [Verdict: Int] = [:]
    for entry in entries {
      let assessment = report.scored.evaluation[Int(entry.index)].assessment
      byVerdict[assessment.verdict, default: 0] += 1
      if let tier = assessment.tier { byTier[tier - 1] += 1 }
    }
    let eligible = byVerdict[.eligible] ?? 0
    return OfficeResult(
      office: office, eligibleByTier: byTier, pending: byVerdict[.pending] ?? 0,
      ineligible: byVerdict[.ineligible] ?? 0, tied: entries.count(where: \.placement.isTied),
      places: report.scored.places[office.code], headcount: report.plan?[office.code],
      ranked: Excerpt(
        entries.prefix(min(eligible, head)).map { report.applicant($0, sources) }, total: eligible,
        file: entries.isEmpty || !report.hasWorkbooks
          ? nil : "offices/" + report.workbookName(office)))
  }
}
