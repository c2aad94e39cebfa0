import Consultation
public import Model
public import Policy
public import Register
public import Reporting
import Scoring
import Staffing
import Tabular

extension OutgoingPackage {
  /// What a view is asked on.
  public enum Question: Sendable {
    /// A stored run's list, or only its first ranks.
    case ranking(run: String, first: Int? = nil)
    /// The headcount that a policy gives on a day.
    case plan(PolicyPack, asOf: CivilDate)
  }

  /// Asks another bureau for its view (征询), after 四（二） on applicants or 四（一） on headcount.
  /// - Parameter office: only this office, where one is named.
  /// - Throws: `ConsultError`, `PackageError`, `LetterError`, `RegisterError`, `PolicyError`.
  @discardableResult
  public func request(
    _ question: Question, office: String?, disclosure: Disclosure, from register: Register
  ) throws -> SentPackageAnswer {
    switch question {
    case .ranking(let run, let first):
      let entry = try register.run(run)
      let part = try ConsultedRun(
        entry, office: office, first: first, disclosure: disclosure, of: register)
      return try ask(
        .ranking, .requestRanking, about: part.offices, on: entry.asOf, part.opinionSheet,
        register.confirmationState(ofRun: entry.id),
        filling: [
          "校验值": part.run.id,
          "遮盖": disclosure.wording + (part.leavesKindsOut ? "，未列就业困难类别" : ""),
          "受托": onBehalf(of: part.offices),
        ],
        shown: ("应聘人员名单", "applicants"), part.run.policy, from: register
      ) { draft, terms in
        try part.add(to: draft, disclosure, created: date)
        terms.unmasked = disclosure.terms
        terms.run = part.terms(of: entry)
      }
    case .plan(let policy, let day):
      let plan = try ConsultedPlan(policy: policy, asOf: day, office: office, of: register)
      let kept = StoredPlan(plan.plan, policy: policy, asOf: day, madeAt: moment)
      return try ask(
        .plan, .requestPlan, about: plan.offices, on: day, plan.opinionSheet,
        register.confirmationState(ofPlan: kept.id),
        shown: ("配备建议", "offices"), policy, from: register
      ) { draft, terms in
        terms.run = PackageTerms.Run(
          digest: try plan.add(to: draft), policy: policy.id,
          policySha256: RunDigest.policyDigest(policy),
          policyFiles: policy.packageFiles.map(\.name), asOf: day)
      }
    }
  }

  /// That the bureau writes for the street offices, who by 四（二） are those that consult; empty
  /// where an office writes for itself.
  private func onBehalf(of offices: [Office]) -> String {
    if offices.allSatisfy({ from.contains($0.name) }) { return "" }
    return offices.count == 1 ? "受\(offices[0].name)委托，" : "受各街道（乡镇）委托，"
  }

  private func ask(
    _ matter: ConsultationEntry.Matter, _ letter: LetterTemplate.Standard,
    about offices: [Office], on day: CivilDate, _ sheet: OpinionSheet,
    _ confirmation: ConfirmationState,
    filling fields: [String: String] = [:], shown: (title: String, table: String),
    _ policy: PolicyPack, from register: Register,
    _ fill: (PackageDraft, inout PackageTerms) throws -> Void
  ) throws -> SentPackageAnswer {
    let common = [
      "街道": Self.scope(offices), "人数": String(sheet.rows.count), "基准日": day.chinese,
      "期限": due.map { "\($0.chinese)前" } ?? "方便时",
    ]
    return try send(
      .request, matter, letter: letter, filling: fields.merging(common) { $1 },
      attachments: [
        shown.title + (confirmation.isStanding ? "" : "（\(ConfirmationState.none.wording.zh)）"),
        "意见表", "政策规则和计算依据（电子件）",
      ],
      subjects: sheet.rows.map(\.subject),
      answering: { SentPackageAnswer($0, output: output) }, from: register
    ) { draft, terms in
      terms.confirmation = PackageTerms.Confirmation(confirmation)
      try draft.addOffices(offices)
      try fill(draft, &terms)
      try sheet.add(to: draft, created: date, reference: shown.table)
      for file in policy.packageFiles {
        try draft.addFile(
          file.bytes, as: file.name, title: "政策规则", mediaType: "application/yaml")
      }
    }
  }

  /// What the letter calls the offices: the one, or the district's with their number.
  static func scope(_ offices: [Office]) -> String {
    if offices.count == 1 { return offices[0].name }
    let districts = Set(offices.map(\.districtName)).sorted()
    return "\(districts.count == 1 ? districts[0] : "")\(offices.count)个街道（乡镇）"
  }
}

extension PackageDraft {
  fileprivate func addOffices(_ offices: [Office]) throws {
    let schema = TableSchema(.offices, SheetDescription.offices.kept.filter { $0.id != "bureau" })
    try addTable("offices", title: "街道（乡镇）", schema: schema) { sheet in
      for office in offices {
        try sheet.row([office.code, office.name, office.districtCode, office.districtName])
      }
    }
  }
}

extension TableSchema.Field {
  static let office = Self(SheetDescription.offices["office_code"], isRequired: true)
  static let officeName = Self(SheetDescription.offices["office_name"])
}
