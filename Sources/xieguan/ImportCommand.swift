public import ArgumentParser
import Foundation
public import Model
import Planner
import Register

/// `xieguan import`: takes sheets in.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take sheets in 导入表格")

  @Argument(
    help: "The kind of sheet 表的种类: \(SheetKind.imported.map(\.rawValue).joined(separator: ", ")).")
  var kind: SheetKind

  @Argument(help: "The files.")
  var files: [String]

  @Flag(help: "Say what would happen and keep nothing.")
  var dryRun = false

  @Flag(help: "Take the good rows of a file that has bad ones.")
  var partial = false

  @Option(help: "A folder for marked copies of the sheets to mend 退回表格.")
  var rejects: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard SheetKind.imported.contains(kind) else {
      throw ValidationError("The \(kind.rawValue) sheet is read where it is used.")
    }
  }

  func run() throws {
    var options = ImportOptions(takenAt: global.moment)
    options.kind = kind
    options.badRows = partial ? .takeGoodRows : .refuseFile
    options.isDryRun = dryRun
    let view = WorkView(global.output, reading: files)
    options.listener = { try view.hear($0) }
    let report = try view.showing {
      // A dry run makes no register where there is none.
      if dryRun, !FileManager.default.fileExists(atPath: global.database) {
        return try Import(into: Register(), options: options).run(files)
      }
      return try Register.changing(
        path: global.database, checking: { try view.hear(.goingOn) }
      ) { try Import(into: $0, options: options).run(files) }
    }
    if global.json {
      try Console.result(json: ImportResult(report, global.language))
    } else {
      ImportText(report, global.language).print()
    }
    if let rejects { try ReturnText.write(report, to: rejects, global.output) }
    for file in report.files {
      if let failure = file.failure { Console.report(failure, in: global.language) }
    }
    try Console.end(with: report.status)
  }
}

extension SheetKind: ExpressibleByArgument {}

/// Writes marked copies and says so.
enum ReturnText {
  static func write(_ report: ImportReport, to folder: String, _ options: OutputOptions) throws {
    let written = try ReturnedSheets(report, language: options.language).write(to: folder)
    guard !options.quiet else { return }
    for path in written {
      Console.say(
        options.language == .zh
          ? "请报送单位改好再报：\(path)" : "for its sender to mend and send again: \(path)")
    }
  }
}
