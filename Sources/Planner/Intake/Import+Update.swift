public import Model
import Register
public import Reporting

extension Import {
  /// Corrects rows that came before by a sheet that only says what changes: all of it counts, or
  /// nothing.
  ///
  /// Each corrected row is checked like any other. The earlier one stays in the register and does not
  /// count any more; runs that rest on it can be made again.
  /// - Parameters:
  ///   - authority: who answers for it; a preview where nobody does, of which nothing is kept.
  ///   - show: shows what came of it before anything is kept.
  /// - Throws: `RegisterError`, `TabularError`, and what `show` throws; nothing is kept then.
  @discardableResult
  public static func update(
    _ kind: SheetKind, by file: String, inRegisterAt path: String, authority: ChangeAuthority?,
    takenAt: String, showing show: (UpdateAnswer) throws -> Void = { _ in }
  ) throws -> UpdateAnswer {
    _ = try Register(existing: path)
    var options = ImportOptions(takenAt: takenAt)
    options.kind = kind
    options.isUpdate = true
    options.authority = authority
    options.command = "update"
    return try Register.changing(
      path: path, at: takenAt, keeping: { authority != nil && $0.status == .done }
    ) { register in
      let report = try Import(into: register, options: options).run([file])
      let answer = UpdateAnswer(
        report, of: options.catalog[kind], isKept: authority != nil)
      try show(answer)
      return answer
    }
  }
}

extension UpdateAnswer {
  fileprivate init(_ report: ImportReport, of sheet: SheetDescription, isKept: Bool) {
    self.init(
      batch: report.batch, kept: isKept,
      changes: report.changes.map {
        Row(row: $0.row, of: sheet, key: $0.key, $0.before, $0.after)
      },
      unchanged: report.unchangedCount, files: report.files.map(FileAnswer.init),
      failures: report.files.compactMap(\.failure), status: report.status)
  }
}
