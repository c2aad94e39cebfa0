import ArgumentParser
import Model
import Planner
import Reporting

/// `xieguan update`: corrects rows that came before.
struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Correct rows that came before 更正",
    discussion: """
      The sheet has the columns by which a row is known and those that change; a blank cell changes \
      nothing, and 清空 makes one blank. Without --by and --reason it shows what would change.
      """)

  @Argument(
    help: "The kind of sheet 表的种类: \(SheetKind.imported.map(\.rawValue).joined(separator: ", ")).",
    completion: .list(SheetKind.imported.map(\.rawValue)), transform: SheetKind.meant(by:))
  var kind: SheetKind

  @Argument(help: "The sheet.")
  var file: String

  @Option(help: "Who answers for the changes 经办人.")
  var by: String?

  @Option(help: "Why 理由.")
  var reason: String?

  @Option(help: "A file that the changes rest on 依据; its digest is kept.")
  var evidence: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard SheetKind.imported.contains(kind) else {
      throw ValidationError("The \(kind.rawValue) sheet is read where it is used.")
    }
    _ = try authority()
  }

  private func authority() throws -> ChangeAuthority? {
    try ChangeAuthority(by: by, reason: reason, evidence: evidence)
  }

  func run() throws {
    let answer = try Import.update(
      kind, by: file, inRegisterAt: global.database, authority: authority(),
      takenAt: global.moment
    ) { try global.output.tell($0) }
    try global.output.end(answer.status)
  }
}

extension ChangeAuthority {
  /// The person of some options; nil where they name nobody.
  init?(by: String?, reason: String?, evidence: String? = nil) throws {
    func says(_ text: String?) -> Bool { text?.contains { !$0.isWhitespace } ?? false }
    if by == nil, reason == nil, evidence == nil { return nil }
    guard let by, let reason, says(by), says(reason) else {
      throw ValidationError("A change needs a name (--by) and a reason (--reason).")
    }
    self.init(by: by, reason: reason, evidence: evidence)
  }
}
