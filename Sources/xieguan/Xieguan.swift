import ArgumentParser
import Foundation
import Model

/// The command line of Xieguan (协管).
@main
struct Xieguan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xieguan",
    abstract: "Plans urban assistants for community correction 社区矫正协管员招聘与配备",
    version: Version.current,
    subcommands: [
      ImportCommand.self, BatchesCommand.self, UndoCommand.self, DecideCommand.self,
      TemplateCommand.self,
      ScoreCommand.self, RankingCommand.self, ExplainCommand.self, CompareCommand.self,
      ReplayCommand.self, SensitivityCommand.self, VerifyFirstCommand.self, MonitorCommand.self,
      BatchCommand.self,
      PlanCommand.self, PlansCommand.self, ForecastCommand.self, AllocateCommand.self,
      PolicyCommand.self,
      ConsultCommand.self, ScaleCommand.self, AuditCommand.self,
    ])

  /// Runs a command; an error that explains itself is printed in the user's language and ends the
  /// process with its own status.
  static func main() {
    do {
      var command = try parseAsRoot(
        ExpressionArgument.separated(in: Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch let stop as Interruption {
      Console.say(stop.message(in: .ofArguments(CommandLine.arguments)))
      Foundation.exit(stop.status.rawValue)
    } catch let error as any ExplainedError {
      Console.report(error, in: .ofArguments(CommandLine.arguments))
      Foundation.exit(error.status.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
