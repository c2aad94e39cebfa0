import Consultation
import Foundation
public import Model
public import Policy
public import Register
import Scoring
import Staffing
import Tabular

/// A request for another bureau's view (征询), after 四（二） on applicants or 四（一） on headcount.
public struct ConsultRequest: Sendable {
  /// What the view is asked on.
  public enum Question: Sendable {
    /// A stored run's list, or only its first ranks.
    case ranking(run: String, first: Int?)
    /// The headcount that a policy gives on a day.
    case plan(PolicyPack, asOf: CivilDate)
  }

  private let question: Question
  private let office: String?
  private let disclosure: Disclosure

  /// Describes a request.
  /// - Parameter office: only this office, where one is named.
  public init(_ question: Question, office: String?, disclosure: Disclosure) {
    self.question = question
    self.office = office
    self.disclosure = disclosure
  }

  /// Writes the package and keeps it in the register.
  /// - Throws: `ConsultError`, `PackageError`, `LetterError`, `RegisterError`, `PolicyError`.
  @discardableResult
  public func send(_ dispatch: Dispatch, from register: Register) throws -> ConsultationEntry {
    switch question {
    case .ranking(let run, let first):
      try sendRanking(dispatch, try register.run(run), first, register)
    case .plan(let policy, let day):
      try sendPlan(dispatch, policy, day, register)
    }
  }

  private func sendRanking(
    _ dispatch: Dispatch, _ entry: RunEntry, _ first: Int?, _ register: Register
  ) throws -> ConsultationEntry {
    let part = try ConsultedRun(
      entry, office: office, first: first, disclosure: disclosure, of: register)
    let run = part.run
    let offices = run.list.offices.map { run.offices.offices[$0.office] }
    let names = Dictionary(offices.map { ($0.code, $0.name) }, uniquingKeysWith: { old, _ in old })
    let letter = try dispatch.letter(
      .requestRanking,
      filling: [
        "街道": Self.scope(offices), "人数": String(part.rows.count),
        "基准日": entry.asOf.chinese, "校验值": run.id, "遮盖": disclosure.wording,
        "期限": Self.deadline(dispatch.due),
      ], attachments: ["应聘人员名单", "意见表", "政策规则和计算依据（电子件）"])
    let draft = try PackageDraft(output: dispatch.output, password: dispatch.password)
    try draft.addTable("offices", title: "街道（乡镇）", schema: Self.officeSchema) { sheet in
      for office in offices {
        try sheet.row([office.code, office.name, office.districtCode, office.districtName])
      }
    }
    let schema = part.schema(disclosure)
    try draft.addTable("applicants", title: "应聘人员", schema: schema) { sheet in
      for row in part.rows { try sheet.row(schema.fields.map { row[$0.name] ?? "" }) }
    }
    try draft.addSheet("ranking", title: "排名", schema: Self.rankingSchema) {
      try RankingSheet.write(run, to: $0)
    }
    try draft.addFile(
      "applicants.xlsx", title: "应聘人员名单", mediaType: PackageDraft.workbookType
    ) { try part.workbook(disclosure).write(to: $0, created: dispatch.date) }
    let sheet = OpinionSheet(
      about: .ranking,
      rows: zip(run.list.entries, part.rows).map { line, row in
        OpinionSheet.Row(
          subject: row["application_no"] ?? "",
          shown: [
            names[row["office_code"] ?? ""] ?? "", row["name"] ?? "",
            line.placement.rank.map(String.init) ?? "",
          ])
      })
    try sheet.add(to: draft, created: dispatch.date, reference: "applicants")
    try draft.add(run.policy)
    try draft.addFile(
      RunRecord(
        run, [], parameters: run.rules.parameters.values.sorted { $0.name < $1.name }, margins: []
      ).json,
      as: "run.json", title: "运行参数", mediaType: "application/json")
    var terms = try dispatch.terms(.request, .ranking, letter, register: register)
    terms.subjects = part.rows.count
    terms.unmasked = disclosure.terms
    terms.run = PackageTerms.Run(
      digest: run.digestHex, ofRun: entry.id, policy: run.rules.policyID,
      policySha256: RunDigest.policyDigest(run.policy),
      policyFiles: run.policy.packageFiles.map(\.name), asOf: entry.asOf.iso, seed: entry.seed,
      facts: part.fields.map(\.id))
    return try dispatch.send(
      draft, letter, terms, from: register, subjects: sheet.rows.map(\.subject))
  }

  private func sendPlan(
    _ dispatch: Dispatch, _ policy: PolicyPack, _ day: CivilDate, _ register: Register
  ) throws -> ConsultationEntry {
    let plan = try ConsultedPlan(policy: policy, asOf: day, office: office, of: register)
    let letter = try dispatch.letter(
      .requestPlan,
      filling: [
        "街道": Self.scope(plan.offices), "人数": String(plan.offices.count),
        "基准日": day.chinese, "期限": Self.deadline(dispatch.due),
      ], attachments: ["配备建议", "意见表", "政策规则和计算依据（电子件）"])
    let draft = try PackageDraft(output: dispatch.output, password: dispatch.password)
    let digest = try plan.add(to: draft)
    let sheet = OpinionSheet(
      about: .plan,
      rows: plan.plan.offices.map { line in
        OpinionSheet.Row(
          subject: line.officeCode,
          shown: [
            plan.names.name(of: line.officeCode), line.inPost.map(String.init) ?? "",
            line.proposed.map(String.init) ?? "",
          ])
      })
    try sheet.add(to: draft, created: dispatch.date, reference: "offices")
    try draft.add(policy)
    var terms = try dispatch.terms(.request, .plan, letter, register: register)
    terms.subjects = sheet.rows.count
    terms.run = PackageTerms.Run(
      digest: digest, ofRun: "", policy: policy.id,
      policySha256: RunDigest.policyDigest(policy),
      policyFiles: policy.packageFiles.map(\.name), asOf: day.iso, seed: nil, facts: [])
    return try dispatch.send(
      draft, letter, terms, from: register, subjects: sheet.rows.map(\.subject))
  }

  /// What the letter calls the offices: the one, or the district's with their number.
  static func scope(_ offices: [Office]) -> String {
    if offices.count == 1 { return offices[0].name }
    let districts = Set(offices.map(\.districtName)).sorted()
    return districts.count == 1
      ? "\(districts[0])\(offices.count)个街道（乡镇）" : "\(offices.count)个街道（乡镇）"
  }

  private static func deadline(_ due: CivilDate?) -> String {
    due.map { "\($0.chinese)前" } ?? "方便时"
  }

  static let officeSchema = TableSchema(
    .offices, SheetDescription.offices.kept.filter { $0.id != "bureau" })

  private static let rankingSchema = TableSchema(
    [
      .init("run", "运行"), .office, .officeName, .init("rank", "名次", type: "integer"),
      .init(SheetDescription.applicants["application_no"], isRequired: true),
      .init(SheetDescription.applicants["name"]),
      .init("verdict", "结论", isRequired: true, values: Verdict.allCases.map(\.id)),
      .init("tier", "顺位", type: "integer"), .init("points", "分数", type: "integer"),
      .init("tied", "并列", type: "boolean"), .init("decided_by", "决定因素"),
      .init("reasons", "符合的条件"), .init("working", "计算过程"),
    ], key: "application_no", reference: "applicants")
}

extension ConsultedRun {
  /// The list for people: what the package shows of each applicant, with the result.
  fileprivate func workbook(_ disclosure: Disclosure) throws -> PackageWorkbook {
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
          assessment.verdict == .eligible
            ? wording.sentence(outcomes).zh
            : wording.obstacles(outcomes).map(\.zh).joined(separator: "；"),
        ]
    }
    return PackageWorkbook(
      title: "应聘人员名单",
      columns: [.init("街道", width: 16), .init("名次", width: 7), .init("报名序号", width: 16)]
        + personal.map { .init($0.header.zh, width: $0.privacy == .personal ? 12 : 22) }
        + [
          .init("结论", width: 12), .init("顺位", width: 7), .init("分数", width: 7),
          .init("并列", width: 7), .init("依据", width: 70),
        ], rows: lines)
  }
}

extension TableSchema.Field {
  static let office = Self(SheetDescription.offices["office_code"], isRequired: true)
  static let officeName = Self(SheetDescription.offices["office_name"])
}
