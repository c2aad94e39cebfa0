import ArgumentParser
import Model
import Planner
import Register

/// `xieguan replay`: makes a stored run or plan again and compares.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Make a run or a plan again and compare its digest 重算核对")

  @Argument(help: "The id of a run or a plan, its first digits, latest, or plan-latest.")
  var runID: String

  @OptionGroup var global: GlobalOptions

  /// A replay as JSON.
  private struct Result: Encodable {
    struct Difference: Encodable {
      let line: Int
      let applicationNo: String
      let stored: String?
      let replayed: String?

      enum CodingKeys: String, CodingKey {
        case line, stored, replayed
        case applicationNo = "application_no"
      }
    }

    let run: String
    let digest: String
    let replayed: String
    let same: Bool
    let firstDifference: Difference?

    enum CodingKeys: String, CodingKey {
      case run, digest, replayed, same
      case firstDifference = "first_difference"
    }
  }

  func run() throws {
    if runID.hasPrefix("plan-") {
      return try global.show(global.existingRegister().replayPlan(runID))
    }
    let replay = try Replay(runID, of: global.existingRegister())
    if global.json {
      try Console.result(
        json: Result(
          run: replay.run.id, digest: replay.run.digest, replayed: replay.digest,
          same: replay.isSame,
          firstDifference: replay.difference.map {
            .init(
              line: $0.line, applicationNo: $0.applicationNo, stored: $0.stored,
              replayed: $0.replayed)
          }))
    } else {
      for line in lines(replay) { Console.result(line) }
    }
    try Console.end(with: replay.isSame ? .done : .badData)
  }

  private func lines(_ replay: Replay) -> [String] {
    func says(_ zh: String, _ en: String) -> String { global.language == .zh ? zh : en }
    let id = replay.run.id
    if replay.isSame { return [says("运行 \(id)：重算结果一致", "run \(id): the same digest")] }
    let head = says(
      "运行 \(id)：重算结果不同（\(replay.digest)）", "run \(id): the digest differs (\(replay.digest))")
    guard let difference = replay.difference else {
      return [
        head,
        says(
          "名单完全相同，但规则读到的某个事实和当时不同：登记库里的行被改过。",
          "The list is the same, but a fact that the rules read is not what it was: a row of the "
            + "register was changed."),
      ]
    }
    let none = says("（没有这一行）", "(no such line)")
    return [
      head,
      says(
        "第一处不同：名单第 \(difference.line) 行，报名序号 \(difference.applicationNo)",
        "First difference: line \(difference.line) of the list, applicant "
          + difference.applicationNo),
      says("  保存的：", "  stored: ") + (difference.stored ?? none),
      says("  重算的：", "  now: ") + (difference.replayed ?? none),
    ]
  }
}
