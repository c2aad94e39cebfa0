import ArgumentParser
import Model
import Planner
import Reporting

/// `xieguan retention`: keeping and deleting.
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "Keeping and deleting 保存与删除",
    subcommands: [List.self, Apply.self, Redact.self, Hold.self, Release.self])

  /// Who erases, and why.
  struct Authority: ParsableArguments {
    @Option(help: "Who answers for it 经办人.")
    var by: String

    @Option(help: "Why 理由.")
    var reason: String

    func at(_ moment: String) -> Retention.Authority {
      Retention.Authority(by: by, reason: reason, moment: moment)
    }

    func validate() throws {
      guard [by, reason].allSatisfy({ $0.contains { !$0.isWhitespace } }) else {
        throw ValidationError("--by and --reason must say something. --by、--reason 不能空着。")
      }
    }
  }

  /// Which recruitment is over, for rules whose time runs from its end.
  struct Ending: ParsableArguments {
    @Option(help: "The day on which notice and reserve are over 招聘结束日.")
    var ended: CivilDate?

    @Option(help: "A batch of its applicants 批号; may be repeated. All where none is named.")
    var batch: [Int64] = []

    var recruitment: Retention.Recruitment { Retention.Recruitment(batches: batch, ended: ended) }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The rules, and what is due 规则和到期")

    @OptionGroup var ending: Ending
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.show(
        Retention.list(
          in: global.existingRegister(), ending.recruitment, asOf: global.evaluationDate))
    }
  }

  struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Erase what is due by a rule 到期删除")

    @Option(help: "The rule 规则.")
    var rule: String

    @Flag(help: "Only say what would be erased.")
    var dryRun = false

    @OptionGroup var ending: Ending
    @OptionGroup var authority: Authority
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.show(
        Retention.apply(
          rule, inRegisterAt: global.database, ending.recruitment, by: authority.at(global.moment),
          asOf: global.evaluationDate, isDryRun: dryRun))
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
          file: file, row: row, column: column, inRegisterAt: global.database,
          by: authority.at(global.moment)))
    }
  }

  struct Hold: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase nothing of a person 暂停删除：异议、诉讼、归档")

    @Argument(help: "The application or staff number 报名序号或工号.")
    var number: String

    @OptionGroup var authority: Authority
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.change { try Retention.hold(number, in: $0, by: authority.at(global.moment)) }
    }
  }

  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let a person's rows be erased again 解除暂停")

    @Argument(help: "The application or staff number 报名序号或工号.")
    var number: String

    @OptionGroup var authority: Authority
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.change { try Retention.release(number, in: $0, by: authority.at(global.moment)) }
    }
  }
}
