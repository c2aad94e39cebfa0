public import ArgumentParser
import Model
import Planner
import Policy
public import Staffing

/// `xieguan allocate`: shares a fixed quota.
struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate", abstract: "Share a fixed number of places 分配名额")

  @Option(help: "How many places there are 名额总数.")
  var total: Int

  @Option(help: "The rule: \(AllocationMethod.allCases.map(\.rawValue).joined(separator: ", ")).")
  var method: AllocationMethod = .hamilton

  @Option(help: "What every unit gets at the least.")
  var minimum = 0

  @Option(help: "What a unit gets at the most.")
  var maximum: Int?

  @Option(
    help: "A sheet of name,weight and, if need be, in_post; without it, what the offices need.")
  var weights: String?

  @Option(help: "Whose need weighs, without a sheet 按哪种测算: \(PlanMethod.names).")
  var by: PlanMethod = .ratio

  @Flag(help: "No office gets fewer than it has in post 不少于在岗人数.")
  var keepInPost = false

  @Option(help: "Settle ties by the lot of this seed 抽签种子.")
  var lot: String?

  @Flag(help: "Say who got the last place and who was next.")
  var explain = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if total < 0 || minimum < 0 || maximum.map({ $0 < minimum }) ?? false {
      throw ValidationError("--total, --minimum and --maximum are numbers from 0, in that order.")
    }
  }

  func run() throws {
    let limits = Quota.Limits(minimum: minimum, maximum: maximum, keepsInPost: keepInPost)
    let units: [AllocationUnit]
    if let weights {
      units = try Quota.units(from: weights, limits)
    } else {
      let headcounts = try Headcounts(
        over: global.existingRegister(), rules: global.pack.rules(on: global.evaluationDate),
        by: by)
      units = try Quota.units(of: headcounts, limits)
      let left = headcounts.plans.filter { $0.required == nil }.map(\.officeCode)
      if !left.isEmpty, !global.output.quiet {
        let codes = left.joined(separator: ", ")
        Console.say(
          global.language == .zh
            ? "缺少数字、未参加分配：\(codes)" : "left out, because a figure is missing: \(codes)")
      }
    }
    var allocation = try Allocation(of: total, among: units, by: method)
    if let lot { allocation = Quota.settled(allocation, seed: lot) }
    if global.json {
      try Console.result(json: AllocationResult(allocation))
    } else {
      for share in allocation.shares {
        Console.result("\(share.name)\t\(share.weight)\t\(share.share)")
      }
      for tie in allocation.ties {
        let names = tie.names.joined(separator: global.language == .zh ? "、" : ", ")
        Console.result(
          global.language == .zh
            ? "并列：\(names) 争 \(tie.seats) 个名额，规则分不出先后；请由人决定，或用 --lot 种子 抽签"
            : "tie: \(names) for \(tie.seats) place(s); let a person decide, or use --lot SEED")
      }
      if explain { for line in allocation.explanation { Console.result(line[global.language]) } }
    }
    try Console.end(with: allocation.ties.isEmpty ? .done : .waiting)
  }
}

extension AllocationMethod: ExpressibleByArgument {}

/// An allocation as JSON.
struct AllocationResult: Encodable {
  struct Share: Encodable {
    let name: String
    let weight: Int
    let share: Int
  }

  struct Tie: Encodable {
    let names: [String]
    let seats: Int
  }

  let method: String
  let total: Int
  let shares: [Share]
  let ties: [Tie]

  init(_ allocation: Allocation) {
    method = allocation.method.rawValue
    total = allocation.total
    shares = allocation.shares.map { Share(name: $0.name, weight: $0.weight, share: $0.share) }
    ties = allocation.ties.map { Tie(names: $0.names, seats: $0.seats) }
  }
}
