import ArgumentParser
import Planner

/// `xieguan roster`: the list of assistants.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "The list of assistants 名册", subcommands: [Due.self])

  struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Contracts, probations and handovers that are due 到期事项")

    @Option(help: "Days ahead 天数.")
    var within = 60

    @OptionGroup var options: OverseeCommand.Options

    func validate() throws {
      guard (0...3650).contains(within) else {
        throw ValidationError("--within \(within): 0 to 3650 days. 请填 0 至 3650 天。")
      }
    }

    func run() throws {
      let global = options.global
      try options.show(
        global.existingRegister().rosterDue(
          within: within, policy: global.pack, asOf: global.evaluationDate))
    }
  }
}
