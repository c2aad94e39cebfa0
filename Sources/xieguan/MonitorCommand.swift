import ArgumentParser
import Planner
import Reporting

/// `xieguan monitor`: how a run's results spread over groups; counts, and no judgement.
struct MonitorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor", abstract: "Count a run's results by sex, age and hardship 结果监测")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @Option(help: "Withhold groups of fewer people 少于几人不显示.")
  var withholdBelow = 10

  @Option(help: "The ages at which a band begins 年龄分段.")
  var ages = "25,35,45,55"

  @Option(help: "A sheet of the counts.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard withholdBelow >= 1 else {
      throw ValidationError("--withhold-below is a number from 1: groups of fewer are withheld.")
    }
    _ = try bands
  }

  private var bands: [Int] {
    get throws {
      let bands = ages.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard zip([0] + bands, bands).allSatisfy({ $0 < $1 && $1 < 120 }) else {
        throw ValidationError("--ages are ascending whole numbers, such as 25,35,45,55.")
      }
      return bands
    }
  }

  func run() throws {
    let answer = try global.existingRegister().monitor(
      runID, ages: bands, withholdBelow: withholdBelow)
    if let output { try answer.write(to: output) }
    try global.show(answer)
  }
}
