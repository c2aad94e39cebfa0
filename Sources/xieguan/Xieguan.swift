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
      ImportCommand.self, BatchesCommand.self, UndoCommand.self, UpdateCommand.self,
      FindCommand.self, StatusCommand.self, DecideCommand.self,
      ConfirmCommand.self,
      TemplateCommand.self,
      ScoreCommand.self, RankingCommand.self, ExplainCommand.self, CompareCommand.self,
      ReplayCommand.self, SensitivityCommand.self, VerifyFirstCommand.self, MonitorCommand.self,
      BatchCommand.self,
      PlanCommand.self, PlansCommand.self, ForecastCommand.self, AllocateCommand.self,
      PlaceCommand.self, OverseeCommand.self, AppraiseCommand.self, RetentionCommand.self,
      RosterCommand.self,
      PolicyCommand.self,
      ConsultCommand.self, ScaleCommand.self, AuditCommand.self, BackupCommand.self,
      RestoreCommand.self,
    ])

  /// Shows the commonest tasks to whoever asks for nothing.
  /// - Throws: `ExitCode` where nobody can be told.
  func run() throws {
    let tasks: [(command: String, task: Bilingual)] = [
      (
        "xieguan batch 报名表.csv 工作量.csv --output 结果",
        Bilingual(zh: "收表、评分、排名、出报告", en: "take sheets in, score, rank and report")
      ),
      (
        "xieguan explain latest 报名序号 --database 结果/xieguan.sqlite",
        Bilingual(zh: "某人为什么是这个结果", en: "why somebody stands where they stand")
      ),
      (
        "xieguan plan --database 结果/xieguan.sqlite",
        Bilingual(zh: "各街道建议配几名", en: "headcount by office")
      ),
      (
        "xieguan decide --database 结果/xieguan.sqlite",
        Bilingual(zh: "等人决定的行", en: "the rows that wait for a person")
      ),
      (
        "xieguan template applicants --output 报名表.xlsx",
        Bilingual(zh: "空白表样", en: "an empty sheet to fill in")
      ),
    ]
    let language = Language.ofLocale
    let more = Bilingual(zh: "全部命令：xieguan --help", en: "All commands: xieguan --help")
    let lines = tasks.map { "\($0.task[language])\n    \($0.command)\n" } + [more[language] + "\n"]
    guard Console.write(lines.joined(), to: STDOUT_FILENO) else {
      throw ExitCode(ExitStatus.inputOutput.rawValue)
    }
  }

  /// Runs a command; an error that explains itself is printed in the user's language and ends the
  /// process with its own status.
  static func main() {
    Console.prepare()
    let language = Language.ofArguments(CommandLine.arguments)
    do {
      try run(language)
    } catch {
      // Nobody can be told.
      Foundation.exit(ExitStatus.inputOutput.rawValue)
    }
  }

  private static func run(_ language: Language) throws {
    do {
      var command = try parseAsRoot(
        ExpressionArgument.separated(in: Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch let stop as Interruption {
      try Console.say(stop.message(in: language))
      Foundation.exit(stop.status.rawValue)
    } catch let error as any ExplainedError {
      // Whoever has read enough of a result, as `head` does, needs no word about it.
      if error.code != "output_closed" { try Console.report(error, in: language) }
      Foundation.exit(error.status.rawValue)
    } catch {
      let (message, code) = (fullMessage(for: error), exitCode(for: error))
      let stream = code == .success ? STDOUT_FILENO : STDERR_FILENO
      if !message.isEmpty, !Console.write(message + "\n", to: stream) {
        throw ExitCode(ExitStatus.inputOutput.rawValue)
      }
      Foundation.exit(code.rawValue)
    }
  }
}
