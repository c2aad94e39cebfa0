import ArgumentParser

/// The command line of Xieguan (协管).
@main
struct Xieguan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xieguan",
    abstract: "Plans urban assistants for community correction 社区矫正协管员招聘与配备",
    version: "0.1.0",
    subcommands: [BatchCommand.self])
}
