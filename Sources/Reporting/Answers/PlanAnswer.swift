import Foundation
import Model
import Policy
import Staffing

/// What a headcount plan proposes, office by office, and in all.
public struct PlanAnswer: Answer {
  struct Office: Encodable {
    let plan: OfficePlan
    let name: String
    let next: BreakEven?
    let remarks: [Bilingual]
    let methods: [Method]

    /// What a method proposes.
    struct Method: Encodable {
      let method: StaffingMethod
      let proposed: Int?

      enum CodingKeys: CodingKey { case method, proposed }

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(method.rawValue, forKey: .method)
        try container.encode(proposed, forKey: .proposed)
      }
    }

    enum CodingKeys: CodingKey {
      case officeCode, officeName, caseloadAsOf, methods, officers, subjects, inPost, required,
        proposed, difference
      case officersNeeded, officerShortfall, roundingCost, nextAssistantAtSubjects, loadBefore
      case loadAfter, reason, remarks, working
    }

    /// What cannot be computed is `null`, with the reason.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(plan.officeCode, forKey: .officeCode)
      try container.encode(name, forKey: .officeName)
      try container.encode(plan.asOf, forKey: .caseloadAsOf)
      try container.encode(methods, forKey: .methods)
      try container.encode(plan.officers, forKey: .officers)
      try container.encode(plan.subjects, forKey: .subjects)
      try container.encode(plan.inPost, forKey: .inPost)
      try container.encode(plan.required?.twoDecimals, forKey: .required)
      try container.encode(plan.proposed, forKey: .proposed)
      try container.encode(plan.difference, forKey: .difference)
      try container.encode(plan.officersNeeded, forKey: .officersNeeded)
      try container.encode(plan.officerShortfall, forKey: .officerShortfall)
      try container.encode(plan.roundingCost?.twoDecimals, forKey: .roundingCost)
      try container.encode(next?.subjects, forKey: .nextAssistantAtSubjects)
      try container.encode(load(plan.inPost), forKey: .loadBefore)
      try container.encode(load(plan.proposed), forKey: .loadAfter)
      try container.encodeIfPresent(plan.reason, forKey: .reason)
      try container.encode(remarks, forKey: .remarks)
      try container.encode(plan.working, forKey: .working)
    }

    private func load(_ assistants: Int?) -> Decimal? {
      guard let subjects = plan.subjects, let assistants else { return nil }
      return Load(subjects: subjects, assistants: assistants).perAssistant?.twoDecimals
    }
  }

  /// A local setting on which the plan rests.
  struct Setting: Encodable {
    let name: String
    let title: Bilingual
    let value: String
    let example: Bool
    let standing: Bilingual

    init(_ parameter: Parameter) {
      (name, title) = (parameter.name, parameter.title)
      (value, example) = (parameter.value.written, parameter.isExample)
      standing = parameter.standing
    }
  }

  struct Totals: Encodable {
    let offices: Int
    let notComputed: Int
    let inPost: Int
    let required: Decimal?
    let proposed: Int
    let difference: Int
    let officerShortfall: Int
    let roundingCost: Decimal?

    init(_ totals: StaffingPlan.Totals) {
      (offices, notComputed, inPost) = (totals.counted, totals.notCounted, totals.inPost)
      (proposed, difference) = (totals.proposed, totals.difference)
      officerShortfall = totals.officerShortfall
      (required, roundingCost) = (totals.required?.twoDecimals, totals.roundingCost?.twoDecimals)
    }
  }

  struct Scenario: Encodable {
    let name: Bilingual
    let change: Bilingual
    let method: String
    let proposed: Int
    let difference: Int
    let officerShortfall: Int
    let notComputed: Int

    init(_ scenario: ScenarioPlan) {
      let totals = scenario.plan.totals
      (name, change) = (scenario.name, scenario.change)
      method = scenario.plan.norm.method.rawValue
      (proposed, difference) = (totals.proposed, totals.difference)
      (officerShortfall, notComputed) = (totals.officerShortfall, totals.notCounted)
    }
  }

  let plan: String?
  let digest: String?
  let confirmed: Bool
  let method: String
  let offices: [Office]
  let totals: Totals
  let overview: [Bilingual]
  let scenarios: [Scenario]?
  let settings: [Setting]
  let warnings: [Bilingual]
  private let report: PlanReport
  private let written: [String]

  enum CodingKeys: CodingKey {
    case plan, digest, confirmed, method, offices, totals, overview, scenarios, settings, warnings
  }

  /// - Parameter written: the files that were written for people.
  public init(_ report: PlanReport, written: [String] = []) {
    plan = report.id
    digest = report.id == nil ? nil : report.digest
    confirmed = report.confirmation.isStanding
    method = report.plan.norm.method.rawValue
    offices = report.plan.offices.map {
      Office(
        plan: $0, name: report.offices.name(of: $0.officeCode),
        next: report.nextAssistant(at: $0.officeCode),
        remarks: $0.notes + [report.comparisons[$0.officeCode]?.disagreement].compactMap(\.self),
        methods: (report.comparisons[$0.officeCode]?.plans ?? []).map {
          Office.Method(method: $0.method, proposed: $0.plan.proposed)
        })
    }
    settings = report.parameters.map(Setting.init)
    warnings = report.doubts
    totals = Totals(report.plan.totals)
    overview = report.overview
    scenarios = report.scenarios.isEmpty ? nil : report.scenarios.map(Scenario.init)
    self.report = report
    self.written = written
  }

  /// Each office's proposal with its working, then the totals and the what-ifs.
  public func lines(_ say: Wording) -> [String] {
    var lines: [String] = []
    if offices.isEmpty {
      let code = report.plan.onlyOffice
      let whatIf = ["officers=…", "subjects=…"].map { say.step(.set($0)) }.joined(separator: " ")
      lines.append(
        say(
          "登记库里没有\(code.map { "街道 \($0) 的" } ?? "")工作量表；"
            + "请先 \(say.step(.importSheet(kind: "caseload")))，或用 \(whatIf) 试算",
          "The register holds no caseload\(code.map { " of office \($0)" } ?? ""); import one, "
            + "or try \(whatIf)"))
    }
    for office in offices { lines += self.lines(of: office, say) }
    if offices.count == 1 {
      lines += (report.watch?.lines(report.offices.name) ?? []).map { "    · " + say($0) }
    }
    if offices.count > 1 {
      let difference = totals.difference.signed
      lines.append(
        say(
          "合计（\(totals.offices) 个街道）：拟配 \(totals.proposed)，与在岗相比 \(difference)；"
            + "专门国家工作人员缺 \(totals.officerShortfall)",
          "Total of \(totals.offices) offices: proposed \(totals.proposed), against those in post "
            + "\(difference); officers short \(totals.officerShortfall)"))
      lines += overview.map { "    " + say($0) }
    }
    for item in scenarios ?? [] {
      let (name, change, difference) = (say(item.name), say(item.change), item.difference.signed)
      lines.append(
        say(
          "情景 \(name)（\(change)）：拟配 \(item.proposed)，相差 \(difference)，"
            + "专门国家工作人员缺 \(item.officerShortfall)，不能计算 \(item.notComputed)",
          "Scenario \(name) (\(change)): proposed \(item.proposed), difference \(difference), "
            + "officers short \(item.officerShortfall), not computed \(item.notComputed)"))
    }
    lines += warnings.map { "! " + say($0) }
    guard !offices.isEmpty else { return lines }
    lines += settings.map { setting in
      let value = setting.value.count > 40 ? "…" : setting.value
      return say(
        "设定 \(say(setting.title))：\(value)（\(say(setting.standing))）",
        "setting \(say(setting.title)): \(value) (\(say(setting.standing)))")
    }
    if report.parameters.contains(where: \.isExample) {
      lines.append(
        say(
          "比例、工时、分值、权重和上下限都是本地设定；标为示例的值请由本区确定后再用。",
          "Ratios, times, points, weights and limits are local settings; set the example values "
            + "before use."))
    }
    if let plan {
      let state = say(report.confirmation.wording)
      lines.append(say("方案编号 \(plan)，\(state)", "plan \(plan), \(state)"))
    }
    return lines
  }

  private func lines(of office: Office, _ say: Wording) -> [String] {
    let plan = office.plan
    let proposed = plan.proposed.map(String.init) ?? say("无法计算", "cannot be computed")
    let difference = plan.difference?.signed ?? say("未知", "unknown")
    var lines = [
      "\(plan.officeCode) \(office.name)"
        + say(
          "：拟配 \(proposed)，与在岗相比 \(difference)",
          ": proposed \(proposed), against those in post \(difference)")
    ]
    lines.append(say("    统计日期 \(plan.asOf.iso)", "    figures of \(plan.asOf.iso)"))
    lines += plan.working.map { "    " + say($0) }
    if let next = office.next {
      lines.append(
        say(
          "    · 再增 \(next.more) 名对象（到 \(next.subjects) 名）须配 \(next.proposed) 名。",
          "    · \(next.more) more subjects (\(next.subjects)) make it \(next.proposed)."))
    }
    let remarks = office.remarks + (plan.obstacle.map { [$0.wording] } ?? [])
    return lines + remarks.map { "    · " + say($0) }
  }

  /// The files that were written.
  public func notes(_ say: Wording) -> [String] {
    written.map { say("已写出 ", "wrote ") + $0 }
  }
}

extension Int {
  /// The number with a plus where it is above 0.
  var signed: String { self > 0 ? "+\(self)" : String(self) }
}

extension Rational {
  /// The value with two decimals, half up, as a number for JSON.
  var twoDecimals: Decimal { Decimal(string: decimal(places: 2)) ?? 0 }
}
