import Consultation
import Foundation
import Intake
import Model
import Policy
import Register
import Scoring
import Tabular

/// The part of a run on which a view is asked, worked out anew from what the package will hold.
struct ConsultedRun {
  /// The run over the applicants of the package.
  let run: ScoringRun
  /// The facts that the rules read.
  let fields: [ApplicantField]
  /// What the package shows of each applicant, by column, in the order of the list.
  let rows: [[String: String]]
  /// The marks that the sheets of marks give those in the package.
  let marks: [MarkEntry]
  /// Whether the kind of hardship was left out, because the rules ask only whether there is any.
  let leavesKindsOut: Bool

  /// Takes a stored run, or only an office of it, or only the first ranks of each office.
  ///
  /// Where names are shown, the kind of hardship is not, unless the rules tell kinds apart.
  /// - Throws: `ConsultError.nobody` or `.runDiffers`, `RegisterError`, `PolicyError`.
  init(
    _ entry: RunEntry, office: String?, first: Int?, disclosure: Disclosure, of register: Register
  ) throws {
    if disclosure.showsNames,
      let part = try? Self(
        entry, office: office, first: first, disclosure, leavingKindsOut: true, of: register)
    {
      self = part
    } else {
      self = try Self(
        entry, office: office, first: first, disclosure, leavingKindsOut: false, of: register)
    }
  }

  private init(
    _ entry: RunEntry, office: String?, first: Int?, _ disclosure: Disclosure,
    leavingKindsOut leavesKindsOut: Bool, of register: Register
  ) throws {
    self.leavesKindsOut = leavesKindsOut
    let policy = try PolicyPack(canonicalBytes: entry.policySource)
    let rules = try policy.rules(on: entry.asOf)
    let scorer = try Scorer(rules)
    let offices = try register.officeTable()
    var ranks: [UInt32: Int?] = [:]
    try register.forEachResult(ofRun: entry.id, office: office) { line in
      let rank = line.result.placement.rank
      if first.map({ (rank ?? .max) <= max(1, $0) }) ?? true {
        ranks[line.result.applicantID] = .some(rank)
      }
    }
    guard !ranks.isEmpty else { throw ConsultError.nobody }
    var facts = StoredFacts(fields: scorer.fields, offices: offices)
    var shown: [UInt32: [String: String]] = [:]
    try register.forEachApplicant(ofRun: entry.id) { id, cell in
      guard ranks[id] != nil else { return }
      var texts = Dictionary(
        uniqueKeysWithValues: ApplicantField.allCases.map {
          ($0.id, String(decoding: cell($0), as: UTF8.self))
        })
      if let person = ResidentID(cell(.residentID)) {
        texts[ApplicantField.sex.id] = person.isMale ? "男" : "女"
        texts[ApplicantField.birthDate.id] = person.birthDate?.iso
      }
      var row = disclosure.shown { texts[$0.id] ?? "" }
      for field in scorer.fields + Self.keys { row[field.id] = texts[field.id] }
      let kind = ApplicantField.hardshipCategory.id
      if leavesKindsOut, let stated = row[kind], !["", "无"].contains(stated) { row[kind] = "其他" }
      shown[id] = row
      facts.append(row, id: id)
    }
    let numbers = Set(shown.values.compactMap { $0[ApplicantField.applicationNo.id] })
    marks =
      rules.markFacts.isEmpty
      ? [] : try register.marks(ofRun: entry.id).filter { numbers.contains($0.applicationNo) }
    var judged = try facts.columns
    MarkSheets(marks).apply(to: &judged)
    run = try ScoringRun(
      policy: policy, rules: rules, columns: judged, offices: offices,
      officeCode: office ?? entry.officeCode, seed: entry.seed)
    fields = scorer.fields
    let columns = run.columns
    for line in run.list.entries
    where ranks[columns.ids[Int(line.index)]] != .some(line.placement.rank) {
      throw ConsultError.runDiffers(entry.id)
    }
    rows = run.list.entries.compactMap { shown[columns.ids[Int($0.index)]] }
  }

  /// Makes the run again from a package's tables alone.
  init(_ package: OpenedPackage, terms: PackageTerms.Run) throws {
    let policy = try PolicyPack(packageFiles: terms.policyFiles, of: package)
    guard RunDigest.policyDigest(policy) == terms.policySha256 else {
      throw PackageError.policyReplaced
    }
    let rules = try policy.rules(on: terms.asOf)
    let scorer = try Scorer(rules)
    let offices = OfficeTable(
      try package.rows(of: "offices.csv", as: .offices).map { row in
        Office(
          code: row["office_code"] ?? "", name: row["office_name"] ?? "",
          districtCode: row["district_code"] ?? "", districtName: row["district_name"] ?? "")
      })
    leavesKindsOut = false
    rows = try package.rows(of: "applicants.csv", as: .applicants)
    var facts = StoredFacts(fields: scorer.fields, offices: offices)
    for (index, row) in rows.enumerated() { facts.append(row, id: UInt32(index)) }
    marks = try package.files["marks.csv"] == nil ? [] : package.marks()
    var judged = try facts.columns
    MarkSheets(marks).apply(to: &judged)
    run = try ScoringRun(
      policy: policy, rules: rules, columns: judged, offices: offices, seed: terms.seed)
    fields = scorer.fields
  }

  /// The facts by which an applicant is found, which every package holds.
  private static let keys: [ApplicantField] = [.applicationNo, .officeCode]

  /// The columns of `applicants.csv`.
  func schema(_ disclosure: Disclosure) -> TableSchema {
    let first = Self.keys.map(\.column) + disclosure.columns
    let facts = fields.map(\.column).filter { fact in !first.contains { $0.id == fact.id } }
    return TableSchema(.applicants, first + facts)
  }
}

extension ConsultedRun {
  /// The offices of the list.
  var offices: [Office] { run.list.offices.map { run.offices.offices[$0.office] } }

  /// The sheet for the opinions on it.
  var opinionSheet: OpinionSheet {
    OpinionSheet(
      about: .ranking,
      rows: zip(run.list.entries, rows).map { line, row in
        OpinionSheet.Row(
          subject: row["application_no"] ?? "",
          shown: [
            run.offices.offices[Int(run.columns.offices[Int(line.index)])].name, row["name"] ?? "",
            line.placement.rank.map(String.init) ?? "",
          ])
      })
  }

  /// What the manifest says of it.
  func terms(of entry: RunEntry) -> PackageTerms.Run {
    PackageTerms.Run(
      digest: run.digestHex, ofRun: entry.id, policy: run.rules.policyID,
      policySha256: RunDigest.policyDigest(run.policy),
      policyFiles: run.policy.packageFiles.map(\.name), asOf: entry.asOf, seed: entry.seed,
      facts: fields.map(\.id))
  }

  /// Adds the facts, the list for programs and for people, and the run's parameters.
  func add(to draft: PackageDraft, _ disclosure: Disclosure, created: CivilDate) throws {
    let schema = schema(disclosure)
    try draft.addTable("applicants", title: "应聘人员", schema: schema) { sheet in
      for row in rows { try sheet.row(schema.fields.map { row[$0.name] ?? "" }) }
    }
    if !marks.isEmpty {
      try draft.addTable("marks", title: "成绩", schema: Self.markSchema) { sheet in
        for mark in marks {
          let score = MarkState(status: mark.status) == nil ? mark.written : ""
          try sheet.row([mark.applicationNo, mark.part, score, mark.status])
        }
      }
    }
    try draft.addSheet("ranking", title: "排名", schema: rankingSchema) {
      try RankingSheet.write(run, to: $0)
    }
    try draft.addFile(
      "applicants.xlsx", title: "应聘人员名单", mediaType: PackageDraft.workbookType
    ) { try workbook(disclosure).write(to: $0, created: created) }
    try draft.addFile(
      RunRecord(
        run, [], parameters: run.rules.parameters.values.sorted { $0.name < $1.name }, margins: []
      ).json,
      as: "run.json", title: "运行参数", mediaType: "application/json")
  }

  /// The list for people: what the package shows of each applicant, with the result.
  private func workbook(_ disclosure: Disclosure) throws -> PackageWorkbook {
    let wording = try ReasonWording(Scorer(run.rules))
    let personal = disclosure.columns
    let lines = zip(run.list.entries, rows).map { line, row in
      let index = Int(line.index)
      let office = run.offices.offices[Int(run.columns.offices[index])]
      let assessment = run.evaluation[index].assessment
      let outcomes = run.evaluation[index].outcomes
      return [office.name, line.placement.rank.map(String.init) ?? "", row["application_no"] ?? ""]
        + personal.map { row[$0.id] ?? "" }
        + [
          assessment.verdict.wording.zh, assessment.tier.map(String.init) ?? "",
          String(assessment.points), line.placement.isTied ? "并列" : "",
        ] + (mark(at: index).map { [$0.wording.zh] } ?? []) + [
          assessment.verdict == .eligible
            ? wording.sentence(outcomes).zh
            : wording.obstacles(outcomes).map(\.zh).joined(separator: "；")
        ]
    }
    return PackageWorkbook(
      title: "应聘人员名单",
      columns: [.init("街道", width: 16), .init("名次", width: 7), .init("报名序号", width: 16)]
        + personal.map { .init($0.header.zh, width: $0.privacy == .personal ? 12 : 22) }
        + [
          .init("结论", width: 12), .init("顺位", width: 7), .init("分数", width: 7),
          .init("并列", width: 7),
        ] + (run.rules.mark == nil ? [] : [.init("成绩", width: 44)]) + [.init("依据", width: 70)],
      rows: lines)
  }

  private func mark(at index: Int) -> MarkWorking? {
    run.columns.mark(at: index, run.rules, points: run.evaluation[index].assessment.points)
  }

  private static let markSchema = TableSchema(
    .marks,
    SheetDescription.marks.kept.filter {
      ["application_no", "part", "score", "status"].contains($0.id)
    })

  private var rankingSchema: TableSchema {
    let marks: [TableSchema.Field] =
      run.rules.mark == nil
      ? [] : [.init("marks", "各项成绩"), .init("total", "排名所用成绩", type: "number")]
    return TableSchema(
      Self.rankingFields + marks, key: "application_no", reference: "applicants")
  }

  private static let rankingFields: [TableSchema.Field] =
    [
      .init("run", "运行"), .office, .officeName, .init("rank", "名次", type: "integer"),
      .init(SheetDescription.applicants["application_no"], isRequired: true),
      .init(SheetDescription.applicants["name"]),
      .init("verdict", "结论", isRequired: true, values: Verdict.allCases.map(\.id)),
      .init("tier", "顺位", type: "integer"), .init("points", "分数", type: "integer"),
      .init("tied", "并列", type: "boolean"), .init("decided_by", "决定因素"),
      .init("reasons", "符合的条件"), .init("working", "计算过程"),
    ]
}

extension OpenedPackage {
  /// The marks of its sheet of marks.
  fileprivate func marks() throws -> [MarkEntry] {
    try rows(of: "marks.csv", as: .marks).enumerated().map { index, row in
      let score = row["score"].flatMap { Rational(decimal: $0) }
      return MarkEntry(
        applicationNo: row["application_no"] ?? "", part: row["part"] ?? "",
        hundredths: try score.map { Int(try ($0 * Rational(100)).numerator) },
        status: row["status"] ?? "", source: (0, "marks.csv", index + 2))
    }
  }

  /// The rows of one of its tables, each text under the name of its column.
  /// - Throws: `PackageError.fileMissing`, `TabularError`, `IntakeError`.
  func rows(of fileName: String, as sheet: SheetDescription) throws -> [[String: String]] {
    guard let bytes = files[fileName] else { throw PackageError.fileMissing(fileName) }
    return try Scratch.file(bytes) { path in
      let catalog = SheetCatalog.standard.replacing(sheet.passedOn)
      return try IncomingRecords(
        reading: IncomingSheet(path: path, as: sheet.kind, in: catalog), offices: OfficeTable([])
      ).texts
    }
  }
}
