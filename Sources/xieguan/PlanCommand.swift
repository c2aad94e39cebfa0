import ArgumentParser
import Foundation
import Model
import Planner
import Policy
import Register
import Staffing

/// `xieguan plan`: how many assistants each office should ask for.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Propose assistants per office, with the working 配备测算")

  @Option(help: "How the need is derived: ratio.")
  var method = "ratio"

  @Option(help: "Only this office 街道代码.")
  var office: String?

  @Option(
    help: ArgumentHelp(
      "What if: officers=N, subjects=N, assistants=N, or a setting of the method.",
      valueName: "name=value"))
  var set: [String] = []

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard method == "ratio" else {
      throw ValidationError("There is no method \(method); the method is ratio.")
    }
    for text in set where text.split(separator: "=").count != 2 {
      throw ValidationError("--set \(text): write it as name=value.")
    }
  }

  func run() throws {
    var whatIf = Headcounts.WhatIf()
    var settings: [String: String] = [:]
    for text in set {
      let parts = text.split(separator: "=").map(String.init)
      switch parts[0] {
      case "officers": whatIf.officers = try count(parts)
      case "subjects": whatIf.subjects = try count(parts)
      case "assistants", "in_post": whatIf.assistants = try count(parts)
      default: settings[parts[0]] = parts[1]
      }
    }
    let headcounts = try Headcounts(
      over: register(), rules: global.pack.rules(on: global.evaluationDate), office: office,
      whatIf: set.isEmpty ? nil : whatIf, settings: settings)
    if global.json {
      try Console.result(json: PlanResult(headcounts, method: method, global.language))
    } else {
      PlanText(headcounts, global.language).print()
    }
  }

  /// A what-if needs no register.
  private func register() throws -> Register {
    set.isEmpty || FileManager.default.fileExists(atPath: global.database)
      ? try global.existingRegister() : try Register()
  }

  private func count(_ parts: [String]) throws -> Int {
    guard let number = Int(parts[1]), number >= 0 else {
      throw ValidationError("--set \(parts[0])=\(parts[1]): a whole number from 0 is wanted.")
    }
    return number
  }
}

/// A plan as JSON.
struct PlanResult: Encodable {
  struct Office: Encodable {
    let plan: OfficePlan
    let name: String
    let language: Language

    enum CodingKeys: String, CodingKey {
      case officeCode = "office_code"
      case officeName = "office_name"
      case officers, subjects, required, proposed, difference, reason, remarks, working
      case inPost = "in_post"
      case officerShortfall = "officer_shortfall"
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
      try container.encode(plan.officerShortfall, forKey: .officerShortfall)
      try container.encodeIfPresent(plan.reason?[language], forKey: .reason)
      try container.encode(plan.remarks.map { $0.wording[language] }, forKey: .remarks)
      try container.encode(plan.working.map { $0[language] }, forKey: .working)
    }
  }

  let method: String
  let offices: [Office]

  init(_ headcounts: Headcounts, method: String, _ language: Language) {
    self.method = method
    offices = headcounts.plans.map { plan in
      Office(plan: plan, name: headcounts.name(of: plan.officeCode), language: language)
    }
  }
}

/// A plan as text for a person.
struct PlanText {
  private let headcounts: Headcounts
  private let language: Language

  init(_ headcounts: Headcounts, _ language: Language) {
    self.headcounts = headcounts
    self.language = language
  }

  /// Prints each office's proposal with its working.
  func print() {
    let zh = language == .zh
    if headcounts.plans.isEmpty {
      Console.result(
        zh
          ? "登记库里没有工作量表；请先 xieguan import caseload，或用 --set officers=… --set subjects=… 试算"
          : "The register holds no caseload; import one, or try --set officers=… --set subjects=…")
    }
    for plan in headcounts.plans {
      let name = headcounts.name(of: plan.officeCode)
      let proposed = plan.proposed.map(String.init) ?? (zh ? "无法计算" : "cannot be computed")
      let difference =
        plan.difference.map { $0 > 0 ? "+\($0)" : String($0) } ?? (zh ? "未知" : "unknown")
      Console.result(
        zh
          ? "\(plan.officeCode) \(name)：拟配 \(proposed)，与在岗相比 \(difference)"
          : "\(plan.officeCode) \(name): proposed \(proposed), against those in post \(difference)")
      for line in plan.working { Console.result("    " + line[language]) }
      for remark in plan.remarks { Console.result("    · " + remark.wording[language]) }
      if let obstacle = plan.obstacle { Console.result("    · " + obstacle.wording[language]) }
    }
    if headcounts.parameters.contains(where: \.isExample) {
      Console.result(
        zh
          ? "比例、权重和上下限都是本地设定；标为示例的值请由本区确定后再用。"
          : "Ratios, weights and limits are local settings; set the example values before use.")
    }
  }
}
