import ArgumentParser
import Model
import Planner
import Register

/// `xieguan plans`: the plans that the register keeps.
struct PlansCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plans", abstract: "List the headcount plans that were made 列出配备方案")

  @OptionGroup var global: GlobalOptions

  /// A stored plan as JSON.
  private struct Result: Encodable {
    let plan: String
    let digest: String
    let method: String
    let policy: String
    let asOf: String
    let madeAt: String
    let offices: Int
    let proposed: Int

    enum CodingKeys: String, CodingKey {
      case plan, digest, method, policy, offices, proposed
      case asOf = "as_of"
      case madeAt = "made_at"
    }
  }

  func run() throws {
    let results = try global.existingRegister().plans().map { plan in
      Result(
        plan: plan.id, digest: plan.digest, method: plan.method, policy: plan.policy,
        asOf: plan.asOf.iso, madeAt: plan.madeAt, offices: plan.offices.count,
        proposed: plan.offices.reduce(0) { $0 + ($1.proposed ?? 0) })
    }
    let zh = global.language == .zh
    if global.json {
      try Console.result(json: ["plans": results])
    } else if results.isEmpty {
      Console.result(zh ? "还没有方案；xieguan plan 会做一个。" : "No plan yet; `xieguan plan` makes one.")
    }
    guard !global.json else { return }
    for plan in results {
      Console.result(
        zh
          ? "\(plan.plan)  \(plan.asOf)  \(plan.method)  \(plan.policy)："
            + "\(plan.offices) 个街道，拟配 \(plan.proposed)"
          : "\(plan.plan)  \(plan.asOf)  \(plan.method)  \(plan.policy): "
            + "\(plan.offices) offices, proposed \(plan.proposed)")
    }
  }
}
