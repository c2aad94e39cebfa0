import Consultation
public import Model
public import Policy
public import Register
public import Reporting
import Staffing
import Tabular

extension OutgoingPackage {
  /// Reports a month's figures to the other bureau (五): counts only, no person in it.
  /// - Throws: `ConsultError.emptyMonth` where the register holds no figures, `PackageError`,
  ///   `LetterError`, `RegisterError`, `PolicyError`.
  @discardableResult
  public func report(_ month: CivilMonth, policy: PolicyPack, from register: Register) throws
    -> SentPackageAnswer
  {
    let last = month.lastDay
    let rules = try policy.rules(on: last)
    let all = try register.plan(rules)
    // Sheets that no longer hold say nothing of the month.
    let plan = StaffingPlan(
      zip(all.caseloads, all.offices).filter { !$1.isOutdated }.map(\.0), by: all.norm)
    let hasFigures = plan.caseloads.contains { CivilMonth(of: $0.asOf) == month }
    let names = try register.officeTable()
    let places = try register.places()
    let runs = try register.runs().filter { CivilMonth(of: $0.asOf) == month }
    let counts = try register.counts(ofMonthEnding: last)
    guard
      hasFigures || !runs.isEmpty || !counts.training.isEmpty
        || !counts.findings.isEmpty
    else { throw ConsultError.emptyMonth(month.iso) }
    return try send(
      .report, .month, letter: .report,
      filling: [
        "月份": month.chinese, "配备": Self.staffing(plan, places),
        "招聘": Self.recruiting(runs), "培训督导": Self.oversight(counts),
      ], attachments: ["各街道（乡镇）人员配备情况", "评分运行情况", "培训和督导情况"],
      answering: { SentPackageAnswer($0, output: output) }, from: register
    ) { draft, terms in
      terms.month = month
      try draft.addTable("headcount", title: "人员配备", schema: Self.headcountSchema) { sheet in
        for office in plan.offices {
          let counts = [
            office.officers, office.subjects, office.inPost, office.proposed, office.difference,
            places[office.officeCode],
          ]
          for text in [office.officeCode, names.name(of: office.officeCode)] { sheet.field(text) }
          for count in counts {
            if let count { sheet.field(count) } else { sheet.emptyField() }
          }
          try sheet.endRow()
        }
      }
      try draft.addTable("runs", title: "评分运行", schema: Self.runSchema) { sheet in
        for run in runs {
          try sheet.row(
            [run.id, run.digest, run.policy, run.asOf.iso, run.officeCode ?? ""]
              + Verdict.allCases.map { String(run.totals[$0] ?? 0) })
        }
      }
      try draft.addTable("oversight", title: "培训和督导", schema: Self.oversightSchema) { sheet in
        for line in counts.training {
          try sheet.row([
            "training", line.kind, "", Self.hours(line.hours), String(line.assistants),
          ])
        }
        for line in counts.findings {
          try sheet.row(["findings", line.kind, String(line.count), "", String(line.assistants)])
        }
      }
    }
  }

  private static func staffing(_ plan: StaffingPlan, _ places: [String: Int]) -> String {
    let plans = plan.offices
    guard !plans.isEmpty else { return "登记库没有本月的工作量数据。" }
    let known = plans.compactMap(\.inPost)
    let short = plans.compactMap(\.difference).filter { $0 > 0 }
    return "\(plans.count)个街道（乡镇）报送了数据，在岗协管员\(known.reduce(0, +))名"
      + (known.count < plans.count ? "（另有\(plans.count - known.count)个未报在岗数）" : "")
      + "；按测算口径，\(short.count)个街道（乡镇）缺\(short.reduce(0, +))名，招聘计划\(places.values.reduce(0, +))名。"
  }

  private static func recruiting(_ runs: [RunEntry]) -> String {
    guard let last = runs.last else { return "本月没有评分运行。" }
    return "本月评分\(runs.count)次；最近一次以\(last.asOf.chinese)为基准日，符合条件"
      + "\(last.totals[.eligible] ?? 0)名，待核实\(last.totals[.pending] ?? 0)名，不符合条件"
      + "\(last.totals[.ineligible] ?? 0)名。"
  }

  private static func oversight(_ counts: MonthCounts) -> String {
    let training = counts.training.map { "\($0.kind)\($0.assistants)人\(hours($0.hours))学时" }
    let findings = counts.findings.map { "\($0.kind)\($0.count)件" }
    return [
      counts.onDuty.map { "月末在岗登记\($0)人" } ?? "没有在岗人员登记",
      training.isEmpty ? "没有本月培训记录" : "培训：\(training.joined(separator: "、"))",
      findings.isEmpty ? "没有本月督导发现问题的记录" : "督导发现问题：\(findings.joined(separator: "、"))",
    ].joined(separator: "；") + "。"
  }

  /// Hundredths of hours as people write them.
  private static func hours(_ hundredths: Int) -> String {
    (try? Rational(Int128(hundredths), over: 100).description) ?? ""
  }

  private static let oversightSchema = TableSchema(
    [
      .init("item", "类别", isRequired: true, values: ["training", "findings"]),
      .init("kind", "种类", isRequired: true), .init("count", "件数", type: "integer"),
      .init("hours", "学时", type: "number"), .init("assistants", "涉及人数", type: "integer"),
    ], key: nil)

  private static let headcountSchema = TableSchema(
    [
      .office, .officeName,
      .init("officers", "专门国家工作人员", type: "integer"),
      .init("subjects", "社区矫正对象", type: "integer"), .init("in_post", "在岗协管员", type: "integer"),
      .init("proposed", "测算配备", type: "integer"), .init("difference", "差额", type: "integer"),
      .init("places", "招聘计划", type: "integer"),
    ], key: "office_code")

  private static let runSchema = TableSchema(
    [
      .init("run", "运行", isRequired: true), .init("digest", "校验值"), .init("policy", "政策"),
      .init("as_of", "基准日", type: "date"), .init(SheetDescription.offices["office_code"]),
      .init("eligible", "符合条件", type: "integer"), .init("pending", "待核实", type: "integer"),
      .init("ineligible", "不符合条件", type: "integer"),
    ], key: "run")
}

extension CivilMonth {
  /// The month of a day.
  fileprivate init?(of day: CivilDate) {
    self.init(year: day.year, month: day.month)
  }

  private var parts: (year: Int, month: Int) { (number / 12, number % 12 + 1) }

  /// The form of official letters: `2024年6月`.
  fileprivate var chinese: String { "\(parts.year)年\(parts.month)月" }

  /// Its last day.
  fileprivate var lastDay: CivilDate {
    let day = CivilDate(
      year: parts.year, month: parts.month,
      day: CivilDate.days(inMonth: parts.month, of: parts.year))
    guard let day else { preconditionFailure("every month has a last day") }
    return day
  }
}
