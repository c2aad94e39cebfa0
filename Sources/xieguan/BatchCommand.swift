import ArgumentParser
import Planner
import Reporting

/// `xieguan batch`: everything in one go.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Import, score, rank and report in one go 批量评分")

  @Argument(help: "Sheets of any kind; the header tells which.")
  var files: [String]

  @Option(help: "The folder for the results.")
  var output: String

  @Option(help: "Settle ties by the lot of this seed 抽签种子.")
  var lot: String?

  @Flag(help: "Refuse a file that has bad rows.")
  var strict = false

  @Flag(
    help: "Take the good rows of a file that has bad ones; a batch does so unless told otherwise.")
  var partial = false

  @Option(help: "A folder for marked copies of the sheets to mend 退回表格.")
  var rejects: String?

  @Option(help: "The register; a new one in the output folder without it 登记库.")
  var database: String?

  @OptionGroup var global: OutputOptions

  func validate() throws {
    if strict, partial { throw ValidationError("--strict and --partial contradict each other.") }
  }

  func run() throws {
    var options = Batch.Options(
      output: output, policy: try global.pack, asOf: try global.evaluationDate,
      takenAt: global.moment)
    options.database = database
    options.seed = lot
    options.isStrict = strict
    options.reportsFindings = global.json
    options.returnFolder = rejects
    options.language = global.language
    let progress = TerminalProgress(global, reading: files)
    options.listener = { try progress.hear($0) }
    let report = try progress.showing {
      try Batch(options).run(files) { report in
        progress.erase()
        try global.tell(report.answer)
      }
    }
    try global.end(report.answer.status)
  }
}
