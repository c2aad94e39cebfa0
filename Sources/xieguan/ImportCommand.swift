import ArgumentParser
import Model
import Planner
import Reporting

/// `xieguan import`: takes sheets in.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take sheets in 导入表格")

  @Argument(
    help: "The kind of sheet 表的种类: \(SheetKind.imported.map(\.rawValue).joined(separator: ", ")).",
    completion: .list(SheetKind.imported.map(\.rawValue)), transform: SheetKind.meant(by:))
  var kind: SheetKind

  @Argument(help: "The files.")
  var files: [String]

  @Flag(help: "Say what would happen and keep nothing.")
  var dryRun = false

  @Flag(help: "Take the good rows of a file that has bad ones.")
  var partial = false

  @Option(help: "A folder for marked copies of the sheets to mend 退回表格.")
  var rejects: String?

  @Option(help: "Who lets changes of accepted people count 经办人.")
  var by: String?

  @Option(help: "Why 理由.")
  var reason: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard SheetKind.imported.contains(kind) else {
      throw ValidationError("The \(kind.rawValue) sheet is read where it is used.")
    }
    _ = try ChangeAuthority(by: by, reason: reason)
  }

  func run() throws {
    var options = ImportOptions(takenAt: global.moment)
    options.kind = kind
    options.badRows = partial ? .takeGoodRows : .refuseFile
    options.isDryRun = dryRun
    options.authority = try ChangeAuthority(by: by, reason: reason)
    options.returnFolder = rejects
    options.language = global.language
    let progress = TerminalProgress(global.output, reading: files)
    options.listener = { try progress.hear($0) }
    let answer = try progress.showing {
      try Import.run(files, intoRegisterAt: global.database, options) { answer in
        progress.erase()
        try global.output.tell(answer)
      }
    }
    if !dryRun, !global.output.quiet, answer.status == .done || answer.status == .waiting {
      try tellCrossCheck()
    }
    try global.output.end(answer.status)
  }

  /// Says what does not fit other sheets: the list of assistants may come first or last.
  private func tellCrossCheck() throws {
    let count = try global.registerIfAny().crossCheckCount(
      after: kind, policy: global.pack, asOf: global.evaluationDate)
    guard count > 0 else { return }
    let note = Bilingual(
      zh: "跨表核对：有 \(count) 处与其他表对不上，见 xieguan oversee checks",
      en: "\(count) things do not fit other sheets: see xieguan oversee checks")
    try Console.say(note[global.language])
  }
}

extension SheetKind {
  /// The kind that somebody names.
  static func meant(by text: String) throws -> SheetKind {
    if let kind = SheetKind(rawValue: text) { return kind }
    let names = allCases.map(\.rawValue)
    let hint =
      Spelling.nearest(to: text, among: names).map { "是不是 \($0)？ Did you mean \($0)?" }
      ?? "可用 One of: \(names.joined(separator: ", "))."
    throw ValidationError("没有“\(text)”这种表 There is no such kind of sheet. \(hint)")
  }
}
