public import ArgumentParser
import Model
public import Planner
import Policy
import Reporting

/// `xieguan oversee`: people in post, clause by clause; facts and days.
struct OverseeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oversee", abstract: "People in post: facts by clause 在岗人员",
    subcommands: [
      Training.self, Duties.self, Recusal.self, Discipline.self, Supervision.self, Contact.self,
      Checks.self, Letter.self,
    ])

  /// What all of them take.
  struct Options: ParsableArguments {
    @Option(help: "A folder for a page, a workbook and tables 输出文件夹.")
    var output: String?

    @OptionGroup var global: GlobalOptions

    /// Shows a report, and writes it where a folder is named.
    func show(_ report: OversightReport) throws {
      let written = try output.map { try report.write(to: $0, language: global.language) }
      try global.show(OversightAnswer(report, written: written ?? []))
    }
  }

  struct Training: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Training in a year 培训（三）")

    @Option(help: "The calendar year; the one of the day where none is given 年度.")
    var year: Int?

    @OptionGroup var options: Options

    func validate() throws {
      if let year, !(1900...2199).contains(year) {
        throw ValidationError("--year \(year): a calendar year such as 2024. 请填 2024 这样的年份。")
      }
    }

    func run() throws {
      let global = options.global
      try options.show(
        global.existingRegister().overseeTraining(
          year: year, policy: global.pack, asOf: global.evaluationDate))
    }
  }

  struct Duties: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Who does what 职责分工（一（二））")

    @OptionGroup var options: Options

    func run() throws {
      let global = options.global
      try options.show(
        global.existingRegister().overseeDuties(policy: global.pack, asOf: global.evaluationDate))
    }
  }

  struct Recusal: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Cases handled in spite of a relation 回避（二（二））")

    @Option(
      name: .customLong("try"), parsing: .upToNextOption,
      help: ArgumentHelp(
        "What assigning a case would come to 分派前先查.", valueName: "assistant case"))
    var trial: [String] = []

    @OptionGroup var options: Options

    func validate() throws {
      guard trial.isEmpty || trial.count == 2 else {
        throw ValidationError("--try takes a number and a case. --try 后面写工号和案件代号。")
      }
    }

    func run() throws {
      guard trial.isEmpty else {
        let global = options.global
        return try global.show(
          global.existingRegister().tryAssignment(
            of: trial[0], to: trial[1], policy: global.pack, asOf: global.evaluationDate))
      }
      try options.show(
        options.global.existingRegister().overseeRecusal(
          policy: options.global.pack, asOf: options.global.evaluationDate))
    }
  }

  struct Discipline: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Findings on discipline, and who has not signed 纪律（二（一））")

    @OptionGroup var options: Options

    func run() throws {
      let global = options.global
      try options.show(
        global.existingRegister().overseeDiscipline(
          policy: global.pack, asOf: global.evaluationDate))
    }
  }

  struct Supervision: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How far each finding has come 督导（四（三））")

    @OptionGroup var options: Options

    func run() throws {
      let global = options.global
      try options.show(
        global.existingRegister().overseeSupervision(
          policy: global.pack, asOf: global.evaluationDate))
    }
  }

  struct Contact: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Regular contact of the two bureaus 工作联系（五）")

    @OptionGroup var options: Options

    func run() throws {
      let global = options.global
      try options.show(
        global.existingRegister().overseeContact(policy: global.pack, asOf: global.evaluationDate))
    }
  }

  struct Checks: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What sheets say against each other 跨表核对")

    @OptionGroup var options: Options

    func run() throws {
      let global = options.global
      try options.show(
        global.existingRegister().crossCheck(policy: global.pack, asOf: global.evaluationDate))
    }
  }

  struct Letter: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A letter to the street on a finding 反馈意见函、调换建议函")

    @Argument(help: "The finding's number 问题编号.")
    var finding: String

    @Option(help: "feedback 反馈意见函 or replacement 调换建议函.")
    var kind: SupervisionLetter.Kind = .feedback

    @Option(help: "The bureau that writes 发函单位.")
    var from: String

    @Option(help: "The street office 收函单位.")
    var to: String

    @Option(help: "The letter's number 文号.")
    var number: String

    @Option(help: "Who answers for it 经办人.")
    var by: String

    @Option(help: "A folder for letter.html and letter.docx 输出文件夹.")
    var output: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard by.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("--by names a person. --by 要写明是谁。")
      }
    }

    func run() throws {
      try global.show(
        global.existingRegister().write(
          SupervisionLetter(kind, finding: finding, from: from, to: to, number: number, by: by),
          to: output, policy: global.pack, asOf: global.evaluationDate))
    }
  }
}

extension SupervisionLetter.Kind: ExpressibleByArgument {}
