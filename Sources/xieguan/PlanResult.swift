import Foundation
import Model
import Planner
import Policy
import Staffing

/// A plan as JSON.
struct PlanResult: Encodable {
  struct Office: Encodable {
    let plan: OfficePlan
    let name: String
    let next: BreakEven?
    let language: Language

    enum CodingKeys: String, CodingKey {
      case officeCode = "office_code"
      case officeName = "office_name"
      case officers, subjects, required, proposed, difference, reason, remarks, working
      case inPost = "in_post"
      case officersNeeded = "officers_needed"
      case officerShortfall = "officer_shortfall"
      case roundingCost = "rounding_cost"
      case nextAt = "next_assistant_at_subjects"
      case loadBefore = "load_before"
      case loadAfter = "load_after"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(plan.officeCode, forKey: .officeCode)
      try container.encode(name, forKey: .officeName)
      try container.encode(plan.officers, forKey: .officers)
      try container.encode(plan.subjects, forKey: .subjects)
      try container.encode(plan.inPost, forKey: .inPost)
      try container.encode(plan.required?.twoDecimals, forKey: .required)
      try container.encode(plan.proposed, forKey: .proposed)
      try container.encode(plan.difference, forKey: .difference)
      try container.encode(plan.officersNeeded, forKey: .officersNeeded)
      try container.encode(plan.officerShortfall, forKey: .officerShortfall)
      try container.encode(plan.roundingCost?.twoDecimals, forKey: .roundingCost)
      try container.encode(next?.subjects, forKey: .nextAt)
      try container.encode(load(plan.inPost), forKey: .loadBefore)
      try container.encode(load(plan.proposed), forKey: .loadAfter)
      try container.encodeIfPresent(plan.reason?[language], forKey: .reason)
      try container.encode(plan.remarks.map { $0.wording[language] }, forKey: .remarks)
      try container.encode(plan.working.map { $0[language] }, forKey: .working)
    }

    private func load(_ assistants: Int?) -> Decimal? {
      guard let subjects = plan.subjects, let assistants else { return nil }
      return Load(subjects: subjects, assistants: assistants).perAssistant?.twoDecimals
    }
  }

  struct Scenario: Encodable {
    let name: String
    let change: String
    let method: String
    let proposed: Int
    let difference: Int
    let officerShortfall: Int
    let notComputed: Int

    enum CodingKeys: String, CodingKey {
      case name, change, method, proposed, difference
      case officerShortfall = "officer_shortfall"
      case notComputed = "not_computed"
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

    enum CodingKeys: String, CodingKey {
      case offices, required, proposed, difference
      case notComputed = "not_computed"
      case inPost = "in_post"
      case officerShortfall = "officer_shortfall"
      case roundingCost = "rounding_cost"
    }
  }

  let plan: String?
  let digest: String?
  let method: String
  let offices: [Office]
  let totals: Totals
  let overview: [String]
  let scenarios: [Scenario]?

  init(_ report: PlanReport, digest: String, _ language: Language) {
    let headcounts = report.headcounts
    plan = report.id.isEmpty ? nil : report.id
    self.digest = report.id.isEmpty ? nil : digest
    method = headcounts.kind.rawValue
    offices = headcounts.plans.map { plan in
      Office(
        plan: plan, name: headcounts.name(of: plan.officeCode),
        next: headcounts.nextAssistant(plan.officeCode), language: language)
    }
    let sums = headcounts.staffing.totals
    totals = Totals(
      offices: sums.counted, notComputed: sums.notCounted, inPost: sums.inPost,
      required: sums.required?.twoDecimals, proposed: sums.proposed, difference: sums.difference,
      officerShortfall: sums.officerShortfall, roundingCost: sums.roundingCost?.twoDecimals)
    overview = report.overview.map { $0[language] }
    scenarios = report.scenarios?.items.map { item in
      let totals = item.headcounts.staffing.totals
      return Scenario(
        name: item.name[language], change: item.change[language],
        method: item.headcounts.kind.rawValue, proposed: totals.proposed,
        difference: totals.difference, officerShortfall: totals.officerShortfall,
        notComputed: totals.notCounted)
    }
  }
}

/// A plan as text for a person.
struct PlanText {
  private let report: PlanReport
  private let language: Language

  init(_ report: PlanReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// Prints each office's proposal with its working.
  func print() {
    let headcounts = report.headcounts
    if headcounts.plans.isEmpty {
      let code = headcounts.officeCode ?? ""
      line(
        "登记库里没有\(code.isEmpty ? "" : "街道 \(code) 的")工作量表；请先 xieguan import caseload，或用 --set officers=… --set subjects=… 试算",
        "The register holds no caseload\(code.isEmpty ? "" : " of office \(code)"); import one, or try --set officers=… --set subjects=…"
      )
    }
    for plan in headcounts.plans { show(plan) }
    if headcounts.plans.count == 1 {
      for text in headcounts.watch?.lines(headcounts.name(of:)) ?? [] {
        Console.result("    · " + text[language])
      }
    }
    if headcounts.plans.count > 1 {
      let totals = headcounts.staffing.totals
      let difference = totals.difference > 0 ? "+\(totals.difference)" : "\(totals.difference)"
      line(
        "合计（\(totals.counted) 个街道）：拟配 \(totals.proposed)，与在岗相比 \(difference)；"
          + "专门国家工作人员缺 \(totals.officerShortfall)",
        "Total of \(totals.counted) offices: proposed \(totals.proposed), against those in post "
          + "\(difference); officers short \(totals.officerShortfall)")
      for text in report.overview { Console.result("    " + text[language]) }
    }
    for item in report.scenarios?.items ?? [] {
      let totals = item.headcounts.staffing.totals
      let difference = totals.difference > 0 ? "+\(totals.difference)" : "\(totals.difference)"
      line(
        "情景 \(item.name.zh)（\(item.change.zh)）：拟配 \(totals.proposed)，相差 \(difference)，"
          + "专门国家工作人员缺 \(totals.officerShortfall)，不能计算 \(totals.notCounted)",
        "Scenario \(item.name.en) (\(item.change.en)): proposed \(totals.proposed), difference "
          + "\(difference), officers short \(totals.officerShortfall), not computed "
          + "\(totals.notCounted)")
    }
    if headcounts.parameters.contains(where: \.isExample) {
      line(
        "比例、工时、分值、权重和上下限都是本地设定；标为示例的值请由本区确定后再用。",
        "Ratios, times, points, weights and limits are local settings; set the example values "
          + "before use.")
    }
    if !report.id.isEmpty { line("方案编号 \(report.id)", "plan \(report.id)") }
  }

  private func show(_ plan: OfficePlan) {
    let name = report.headcounts.name(of: plan.officeCode)
    let difference = plan.difference.map { $0 > 0 ? "+\($0)" : String($0) }
    line(
      "\(plan.officeCode) \(name)：拟配 \(plan.proposed.map(String.init) ?? "无法计算")，"
        + "与在岗相比 \(difference ?? "未知")",
      "\(plan.officeCode) \(name): proposed "
        + "\(plan.proposed.map(String.init) ?? "cannot be computed"), against those in post "
        + (difference ?? "unknown"))
    for line in plan.working { Console.result("    " + line[language]) }
    if let next = report.headcounts.nextAssistant(plan.officeCode) {
      line(
        "    · 再增 \(next.more) 名对象（到 \(next.subjects) 名）须配 \(next.proposed) 名。",
        "    · \(next.more) more subjects (\(next.subjects)) make it \(next.proposed).")
    }
    for remark in plan.remarks { Console.result("    · " + remark.wording[language]) }
    if let obstacle = plan.obstacle { Console.result("    · " + obstacle.wording[language]) }
  }

  private func line(_ zh: String, _ en: String) {
    Console.result(language == .zh ? zh : en)
  }
}
