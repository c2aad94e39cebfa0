import ArgumentParser
import Planner
import Reporting

/// `xieguan retention`: keeping and deleting.
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "Keeping and deleting 保存与删除",
    subcommands: [List.self, Apply.self, Redact.self])

  /// Who erases, and why.
  struct Authority: ParsableArguments {
    @Option(help: "Who answers for it 经办人.")
    var by: String

    @Option(help: "Why 理由.")
    var reason: String

    func validate() throws {
      guard [by, reason].allSatisfy({ $0.contains { !$0.isWhitespace } }) else {
        throw ValidationError("--by and --reason must say something. --by、--reason 不能空着。")
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The rules, and what is due 规则和到期")

    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.show(
        Retention.list(in: global.existingRegister(), asOf: global.evaluationDate))
    }
  }

  struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Erase what is due by a rule 到期删除")

    @Option(help: "The rule 规则.")
    var rule: String

    @Flag(help: "Only say what would be erased.")
    var dryRun = false

    @OptionGroup var authority: Authority
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.show(
        Retention.apply(
          rule, inRegisterAt: global.database, by: authority.by, reason: authority.reason,
          moment: global.moment, asOf: global.evaluationDate, isDryRun: dryRun))
    }
  }

  struct Redact: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take one cell out at once, such as a subject's name 立即删除一格")

    @Argument(help: "The file's name 文件名.")
    var file: String

    @Argument(help: "The row 行.")
    var row: Int

    @Argument(help: "The column 列.")
    var column: String

    @OptionGroup var authority: Authority
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.show(
        Retention.redact(
          file: file, row: row, column: column, inRegisterAt: global.database, by: authority.by,
          reason: authority.reason, moment: global.moment))
    }
  }
}
