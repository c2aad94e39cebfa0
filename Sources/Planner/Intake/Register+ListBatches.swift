import Intake
import Model
public import Register
public import Reporting

extension Register {
  /// Lists what came in.
  /// - Throws: `RegisterError`.
  public func listBatches() throws -> BatchesAnswer {
    BatchesAnswer(
      try batches().map { batch in
        BatchesAnswer.Batch(
          batch: batch.id, command: batch.command, takenAt: batch.takenAt,
          withdrawnAt: batch.withdrawnAt, files: batch.files.map(FileAnswer.init))
      })
  }

  /// Takes a batch back.
  /// - Parameters:
  ///   - by: the person who takes it back, where one is named.
  ///   - reason: why, where it is said.
  ///   - moment: the moment in ISO 8601, for the record.
  /// - Throws: `RegisterError`; nothing is changed then.
  public func undo(_ batch: Int64, by: String?, reason: String?, moment: String) throws
    -> UndoAnswer
  {
    let outcome = try withdraw(batch, by: by, reason: reason, moment: moment)
    return UndoAnswer(
      batch: batch, files: outcome.files.map(FileAnswer.init), released: outcome.released,
      decisionsUndone: outcome.decisionsUndone)
  }
}

extension FileAnswer {
  /// A file as the register keeps it.
  init(_ entry: FileEntry) {
    self.init(
      file: entry.name, name: entry.name, kind: entry.kind, encoding: entry.encoding,
      separator: entry.separator,
      worksheet: entry.worksheet, state: entry.state.rawValue, rows: entry.reconciliation,
      digest: entry.factsSHA256, fileSHA256: entry.sha256)
  }

  /// What came of a file in an import.
  init(_ file: ImportReport.File) {
    guard let entry = file.entry else {
      self.init(file: file.path, failure: file.failure)
      return
    }
    let (findings, isParted) = (file.findings, file.entryIDs.count > 1)
    self.init(
      file: file.path, name: file.name, kind: entry.kind, encoding: entry.encoding,
      separator: entry.separator,
      worksheet: entry.worksheet,
      state: file.alreadyIn != nil ? "known" : file.isRefused ? "refused" : entry.state.rawValue,
      rows: entry.reconciliation, digest: entry.factsSHA256, fileSHA256: entry.sha256,
      alreadyInBatch: file.alreadyIn,
      findings: FindingAnswers(
        count: findings.count, code: { findings.code(at: $0).rawValue },
        answer: { place in
          let found = findings[place]
          return FindingAnswer(
            found.finding, worksheet: isParted ? found.worksheet : nil,
            wrong: found.finding.code.wrong, remedy: found.finding.code.remedy,
            column: found.columnTitle, other: found.other)
        }))
  }
}
