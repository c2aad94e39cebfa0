public import ArgumentParser
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

  @Option(help: "Whose need weighs, without a sheet 按哪种测算: \(StaffingMethod.names).")
  var by: StaffingMethod = .ratio

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
    var quota = Quota(total: total, method: method)
    (quota.minimum, quota.maximum) = (minimum, maximum)
    (quota.keepsInPost, quota.lot) = (keepInPost, lot)
    if let weights {
      return try global.show(quota.share(byWeightsIn: weights, isExplained: explain))
    }
    try global.show(
      quota.share(
        byNeedIn: global.existingRegister(),
        rules: global.pack.rules(on: global.evaluationDate), by: by, isExplained: explain))
  }
}

extension AllocationMethod: ExpressibleByArgument {}
