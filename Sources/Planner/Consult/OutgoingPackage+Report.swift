import Consultation
import Model
import Oversight
public import Policy
public import Register
public import Reporting
import Staffing
import Tabular

extension OutgoingPackage {
  /// Reports a month's, a quarter's or a year's figures to the other bureau (五): counts only, no
  /// person in it, and no count of fewer people than the small groups that are withheld.
  /// - Parameter named: the period; without it, the last whole one before the letter's day of the
  ///   length that the policy sets (`report_interval`).
  /// - Throws: `ConsultError.emptyMonth` where the register holds no figures, `PackageError`,
  ///   `LetterError`, `RegisterError`, `PolicyError`.
  @discardableResult
  public func report(_ named: ReportPeriod?, policy: PolicyPack, from register: Register) throws
    -> SentPackageAnswer
  {
    let period =
      try named
      ?? ReportPeriod(
        before: date, months: OversightSettings(of: policy, on: date).reportMonths)
    let last = period.lastDay
    let rules = try policy.rules(on: last)
    let all = try register.plan(rules)
    // Sheets that no longer hold say nothing of the month.
    let plan = StaffingPlan(
      zip(all.caseloads, all.offices).filter { !$1.isOutdated }.map(\.0), by: all.norm)
    let hasFigures = plan.caseloads.contains { period.includes($0.asOf) }
    let names = try register.officeTable()
    let places = try register.places()
    let runs = try register.runs().filter { period.includes($0.asOf) }
    let counts = try register.counts(from: period.firstDay, through: last)
    guard
      hasFigures || !runs.isEmpty || !counts.training.isEmpty
        || !counts.findings.isEmpty
    else { throw ConsultError.emptyMonth(period.label) }
    return try send(
      .report, .month, letter: .report,
      filling: [
        "月份": period.chinese, "配备": Self.staffing(plan, places),
        "招聘": Self.recruiting(runs), "培训督导": Self.oversight(counts),
      ], attachments: ["各街道（乡镇）人员配备情况", "评分运行情况", "培训和督导情况"],
      answering: { SentPackageAnswer($0, output: output) }, from: register
    ) { draft, terms in
      terms.month = period.months.upperBound
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
            "training", line.kind, "", Self.hours(line.hours), Self.shown(line.assistants) ?? "",
          ])
        }
        for line in counts.findings {
          let people = Self.shown(line.assistants)
          try sheet.row([
            "findings", line.kind, people == nil ? "" : String(line.count), "", people ?? "",
          ])
        }
      }
    }
  }

  private static func staffing(_ plan: StaffingPlan, _ places: [String: Int]) -> String {
    let plans = plan.offices
    guard !plans.isEmpty else { return "登记库没有本期的工作量数据。" }
    let known = plans.compactMap(\.inPost)
    let short = plans.compactMap(\.difference).filter { $0 > 0 }
    return "\(plans.count)个街道（乡镇）报送了数据，在岗协管员\(known.reduce(0, +))名"
      + (known.count < plans.count ? "（另有\(plans.count - known.count)个未报在岗数）" : "")
      + "；按测算口径，\(short.count)个街道（乡镇）缺\(short.reduce(0, +))名，招聘计划\(places.values.reduce(0, +))名。"
  }

  private static func recruiting(_ runs: [RunEntry]) -> String {
    guard let last = runs.last else { return "本期没有评分运行。" }
    return "本期评分\(runs.count)次；最近一次以\(last.asOf.chinese)为基准日，符合条件"
      + "\(last.totals[.eligible] ?? 0)名，待核实\(last.totals[.pending] ?? 0)名，不符合条件"
      + "\(last.totals[.ineligible] ?? 0)名。"
  }

  private static func oversight(_ counts: MonthCounts) -> String {
    let training = counts.training.map { line in
      line.kind + (shown(line.assistants).map { "\($0)人" } ?? "（人数不足\(withheldBelow)人，不列）")
        + "\(hours(line.hours))学时"
    }
    let findings = counts.findings.map { line in
      line.kind
        + (shown(line.assistants) == nil ? "（涉及不足\(withheldBelow)人，不列件数）" : "\(line.count)件")
    }
    return [
      counts.onDuty.map { "期末在岗登记\($0)人" } ?? "没有在岗人员登记",
      training.isEmpty ? "没有本期培训记录" : "培训：\(training.joined(separator: "、"))",
      findings.isEmpty ? "没有本期督导发现问题的记录" : "督导发现问题：\(findings.joined(separator: "、"))",
    ].joined(separator: "；") + "。"
  }

  /// Groups of fewer people are not counted, a local setting: who they are could be guessed.
  private static let withheldBelow = 10

  /// A number of people as it may be told; nil where they are too few.
  private static func shown(_ people: Int) -> String? {
    people < withheldBelow ? nil : String(people)
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
