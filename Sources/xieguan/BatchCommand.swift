import ArgumentParser
import Foundation
import Model
import Planner
import Register
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
    options.reportsFindings = global.json || rejects != nil
    options.language = global.language
    let view = WorkView(global, reading: files)
    options.listener = { try view.hear($0) }
    let report = try view.showing { try Batch(options).run(files) }
    if global.json {
      try Console.result(json: BatchResult(report, global.language))
    } else {
      ImportText(report.intake, global.language).print(findings: false)
      for line in report.score?.lines(in: global.language, steps: Step.typed) ?? [] {
        Console.result(line)
      }
      if let first = report.written.first, !global.quiet {
        Console.say(
          global.language == .zh
            ? "结果在 \(output)，请先打开 \(first)" : "The results are in \(output); open \(first) first")
      }
    }
    if let rejects { try ReturnText.write(report.intake, to: rejects, global) }
    for file in report.intake.files {
      if let failure = file.failure { Console.report(failure, in: global.language) }
    }
    if !global.quiet {
      for note in report.score?.notes(in: global.language, steps: Step.typed) ?? [] {
        Console.say(note)
      }
    }
    try Console.end(with: report.status)
  }
}

/// A batch as JSON: its import, and its run.
struct BatchResult: Encodable {
  let intake: ImportResult
  let score: ScoreAnswer?
  let written: [String]

  enum CodingKeys: String, CodingKey {
    case written
    case score = "run"
  }

  init(_ report: Batch.Report, _ language: Language) {
    intake = ImportResult(report.intake, language)
    score = report.score
    written = report.written
  }

  func encode(to encoder: any Encoder) throws {
    try intake.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(score, forKey: .score)
    try container.encode(written, forKey: .written)
  }
}
