import ArgumentParser
import Model
import Planner
import Register

/// `xieguan replay`: makes a stored run again and compares.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Make a run again and compare its digest 重算核对")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @OptionGroup var global: GlobalOptions

  /// A replay as JSON.
  private struct Result: Encodable {
    let run: String
    let digest: String
    let replayed: String
    let same: Bool
  }

  func run() throws {
    let register = try global.existingRegister()
    let stored = try register.run(runID)
    let replayed = try ScoringRun(replaying: stored, of: register)
    let result = Result(
      run: stored.id, digest: stored.digest, replayed: replayed.digestHex,
      same: stored.digest == replayed.digestHex)
    if global.json {
      try Console.result(json: result)
    } else {
      let zh = global.language == .zh
      Console.result(
        result.same
          ? (zh ? "运行 \(stored.id)：重算结果一致" : "run \(stored.id): the same digest")
          : (zh
            ? "运行 \(stored.id)：重算结果不同（\(replayed.digestHex)）"
            : "run \(stored.id): the digest differs (\(replayed.digestHex))"))
    }
    try Console.end(with: result.same ? .done : .badData)
  }
}
