import ArgumentParser
import Foundation
import Model
import Planner

/// `xieguan batch`: everything in one go.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Import, score, rank and report in one go 批量评分")

  @Argument(help: "Sheets of any kind; the header tells which.")
  var files: [String]

  @Option(help: "The folder for the results.")
  var output: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    var options = Batch.Options(
      output: output, policy: try global.pack, asOf: try global.evaluationDate,
      takenAt: global.moment)
    options.reportsFindings = global.json
    let report = try Batch(options).run(files)
    print(report.intake.total, report.run?.totals ?? [:], report.run?.id ?? "")
  }
}
