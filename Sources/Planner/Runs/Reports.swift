import Foundation
import Intake
import Model
import Policy
import Register
import Reporting
import Scoring
import Staffing

/// Everything that a batch hands on, as the values that reports are made of.
struct Reports {
  /// Up to how many applicants every office gets a workbook; beyond it nobody opens them all, and
  /// `xieguan ranking --office` writes one.
  static let workbookLimit = 20_000
  /// How many lines of an office's list the summary shows.
  private static let head = 5
  /// How many pending people, collisions or rejected rows the summary shows.
  private static let excerpt = 100

  let run: ScoringRun
  let files: [FileEntry]
  let batches: [Int64]
  let register: Register
  let headcounts: Headcounts?
  let places: [String: Int]
  /// Who could still change sides of the line; empty where no office has one.
  let margins: [OfficeMargin]
  private let wording: ReasonWording

  /// - Parameter batches: the batches that the run's applicants came with.
  init(run: ScoringRun, batches: [Int64], register: Register) throws {
    self.run = run
    self.batches = batches
    self.register = register
    // By name: reports do not depend on the order in which the files were given.
    files = try batches.flatMap { try register.files(ofBatch: $0) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let headcounts = try Headcounts(over: register, rules: run.rules)
    self.headcounts = headcounts.plans.isEmpty ? nil : headcounts
    places = try register.places()
    margins = try run.scored(places: places).margins()
    wording = try ReasonWording(Scorer(run.rules))
  }

  /// Whether every office gets a workbook.
  var hasWorkbooks: Bool { run.list.entries.count <= Self.workbookLimit }

  /// The name of an office's workbook, without its folder.
  func workbookName(_ office: Office) -> String { "\(office.code)-\(office.name).xlsx" }

  private var label: RunLabel {
    RunLabel(
      id: run.id, policyID: run.rules.policyID, policyTitle: run.rules.title,
      policyFrom: run.policy.inForce.from, asOf: run.rules.date, lotSeed: run.seed)
  }

  // MARK: - The summary

  func summary() throws -> SummaryPage {
    let pending = run.list.entries.lazy
      .filter { run.evaluation[Int($0.index)].assessment.verdict == .pending }.prefix(Self.excerpt)
    var shown = Set(pending.map { run.columns.ids[Int($0.index)] })
    for range in run.list.offices {
      for entry in run.list.entries[range.entries].prefix(Self.head) {
        shown.insert(run.columns.ids[Int(entry.index)])
      }
    }
    let sources = try register.sources(of: shown)
    let allPending = run.totals[.pending] ?? 0
    return SummaryPage(
      title: title, run: label, files: sheets, tiers: run.rules.tiers.map(\.title),
      districts: districts(sources), verifications: verifications,
      pending: Excerpt(
        pending.map { applicant($0, sources) }, total: allPending,
        file: allPending > Self.excerpt ? "ranking.csv" : nil),
      collisions: try collisions(), rejections: try rejections(), rules: rules)
  }

  private var verifications: [SummaryPage.Verification] {
    margins.map { margin in
      let people = margin.verifyFirst
      return SummaryPage.Verification(
        office: margin.office.districtName + margin.office.name, places: margin.places,
        openApplicants: margin.openApplicants,
        people: Excerpt(
          people.prefix(Self.head).map { person in
            let first = person.confirmations[0]
            return SummaryPage.Verification.Line(
              applicationNo: person.applicationNo, name: person.name, now: person.place,
              facts: first.change.wording(run.rules), then: first.place)
          },
          total: people.count, file: "verify-first.csv"))
    }
  }

  private var title: Bilingual {
    let names = Set(run.list.offices.map { run.offices.offices[$0.office].districtName })
    let place = names.count == 1 ? names.first ?? "" : "北京市"
    return Bilingual(
      zh: "\(place)社区矫正协管员招聘：评分与排名", en: "\(place): recruitment of assistants, scores and ranks")
  }

  private var sheets: [SummaryPage.File] {
    files.map { entry in
      SummaryPage.File(
        name: entry.name, kind: SheetKind(rawValue: entry.kind)?.title ?? Bilingual(zh: "", en: ""),
        encoding: entry.encoding, rows: entry.reconciliation,
        isScored: entry.kind == SheetKind.applicants.rawValue)
    }
  }

  private func districts(_ sources: [UInt32: RowSource]) -> [SummaryPage.District] {
    var codes = Set(run.list.offices.map { run.offices.offices[$0.office].code })
    codes.formUnion(headcounts?.plans.map(\.officeCode) ?? [])
    let ranges = Dictionary(
      run.list.offices.map { (run.offices.offices[$0.office].code, $0.entries) },
      uniquingKeysWith: { $1 })
    let offices = run.offices.offices.filter { codes.contains($0.code) }
    var districts: [(name: String, offices: [SummaryPage.Office])] = []
    for office in offices {
      if districts.last?.name != office.districtName { districts.append((office.districtName, [])) }
      districts[districts.count - 1].offices.append(
        summary(of: office, entries: ranges[office.code] ?? 0..<0, sources))
    }
    return districts.map { SummaryPage.District(name: $0.name, offices: $0.offices) }
  }

  private func summary(
    of office: Office, entries range: Range<Int>, _ sources: [UInt32: RowSource]
  ) -> SummaryPage.Office {
    let entries = run.list.entries[range]
    var byTier = [Int](repeating: 0, count: run.rules.tiers.count)
    var byVerdict = [Int](repeating: 0, count: Verdict.allCases.count)
    for entry in entries {
      let index = Int(entry.index)
      byVerdict[Int(run.evaluation[index].assessment.verdict.rawValue)] += 1
      if let tier = run.evaluation[index].assessment.tier { byTier[tier - 1] += 1 }
    }
    let eligible = byVerdict[Int(Verdict.eligible.rawValue)]
    return SummaryPage.Office(
      code: office.code, name: office.name, eligibleByTier: byTier,
      pending: byVerdict[Int(Verdict.pending.rawValue)],
      ineligible: byVerdict[Int(Verdict.ineligible.rawValue)],
      tied: entries.count(where: \.placement.isTied), places: places[office.code],
      headcount: headcounts?.plan(for: office.code).map(Headcount.init),
      ranked: Excerpt(
        entries.prefix(min(eligible, Self.head)).map { applicant($0, sources) }, total: eligible,
        file: entries.isEmpty || !hasWorkbooks ? nil : "offices/" + workbookName(office)))
  }

  // MARK: - One office

  func workbook(_ range: RankedList.OfficeRange) throws -> OfficeWorkbook {
    let office = run.offices.offices[range.office]
    let entries = run.list.entries[range.entries]
    let sources = try register.sources(of: entries.map { run.columns.ids[Int($0.index)] })
    let lines = entries.map { applicant($0, sources) }
    return OfficeWorkbook(
      run: label, officeCode: office.code, officeName: office.districtName + office.name,
      ranked: lines.filter { $0.assessment.verdict == .eligible },
      unranked: lines.filter { $0.assessment.verdict != .eligible }, places: places[office.code],
      headcount: headcounts?.plan(for: office.code).map(Headcount.init), rules: rules)
  }

  private func applicant(
    _ entry: RankedList.Entry, _ sources: [UInt32: RowSource]
  ) -> RankedApplicant {
    let index = Int(entry.index)
    let outcomes = run.evaluation[index].outcomes
    let source = sources[run.columns.ids[index]]
    return RankedApplicant(
      applicationNo: run.columns.applicationNumbers.text(at: index),
      name: run.columns.names.text(at: index),
      office: run.offices.offices[Int(run.columns.offices[index])].name,
      assessment: run.evaluation[index].assessment, placement: entry.placement,
      reasons: wording.titles(outcomes),
      working: wording.sentence(outcomes), obstacles: wording.obstacles(outcomes),
      source: SourceRow(file: source?.file ?? "", row: source?.row ?? 0))
  }

  // MARK: - Who is not on a list, and the rules

  /// Held rows that belong together, by what they share.
  private func collisions() throws -> Excerpt<SummaryPage.Collision> {
    var groups: [UInt32: (code: FindingCode, rows: Set<UInt32>)] = [:]
    for pair in try batches.flatMap({ try register.collisions(ofBatch: $0) }) {
      let first = min(pair.row, pair.other)
      groups[first, default: (pair.code, [first])].rows.formUnion([pair.row, pair.other])
    }
    let sources = try register.sources(of: groups.values.flatMap(\.rows))
    // Groups and rows stand in the order of their files and rows, not in that of their arrival.
    let sorted = groups.values
      .map { group in (group.code, group.rows.compactMap { sources[$0] }.sorted()) }
      .sorted { one, other in one.1.lexicographicallyPrecedes(other.1) }
    return Excerpt(
      sorted.prefix(Self.excerpt).map { code, rows in
        SummaryPage.Collision(
          cause: code == .residentIDRepeated
            ? Bilingual(zh: "同一个人（身份证号相同）", en: "the same person (identity number)")
            : Bilingual(zh: "报名序号相同", en: "the same application number"),
          rows: rows.map { source in
            SummaryPage.Collision.Row(
              applicationNo: source.applicationNo, name: source.name,
              office: run.offices.index(ofCode: source.officeCode)
                .map { run.offices.offices[$0].name } ?? source.officeCode,
              source: SourceRow(file: source.file, row: source.row))
          })
      },
      total: sorted.count, file: sorted.count > Self.excerpt ? "findings.csv" : nil)
  }

  private func rejections() throws -> [SummaryPage.Rejection] {
    try batches.flatMap { try register.rejections(ofBatch: $0, limit: 10) }.map { entry in
      SummaryPage.Rejection(
        code: entry.code.rawValue, wrong: entry.code.wrong,
        remedy: Bilingual(zh: entry.code.remedy.zh, en: entry.code.remedy.en),
        rows: Excerpt(
          entry.first.map { SourceRow(file: $0.file, row: $0.row) }, total: entry.count,
          file: entry.count > entry.first.count ? "findings.csv" : nil))
    }
  }

  private var rules: [RuleLine] {
    let rules = run.rules
    func citations(_ id: String, _ basis: Policy.Basis) -> [Citation] {
      [Citation(basis)]
        + rules.localSettings.filter { $0.touches.contains(id) }
        .map { .local(reason: $0.reason) }
    }
    return (rules.requirements + rules.tiers + rules.preferences).map { item in
      let effect =
        switch item.role {
        case .requirement: Bilingual(zh: "必备条件", en: "required")
        case .tier(let number): Bilingual(zh: "第 \(number) 顺位", en: "tier \(number)")
        case .preference: Bilingual(zh: "\(item.points) 分", en: "\(item.points) point(s)")
        }
      return RuleLine(
        title: item.title, effect: effect, citations: citations(item.id, item.basis),
        note: item.note)
    }
      + (headcounts?.parameters ?? []).map(RuleLine.init)
  }
}

extension Citation {
  /// What a rule of the policy rests on.
  init(_ basis: Policy.Basis) {
    switch basis {
    case .clause(let number): self = .clause(number)
    case .local(let reason): self = .local(reason: reason)
    }
  }
}
