import Foundation
import Intake
import Model
import Register
import Tabular

extension Import {
  /// Small sheets: a row for each office.
  func takeRecords(
    _ sheets: IncomingSheets, _ file: inout ImportReport.File, _ session: ImportSession,
    _ report: inout ImportReport
  ) throws {
    let description = options.catalog[sheets.sheets[0].header.kind]
    let stored = try storedRows(sheets, session)
    let all = try IncomingRecords.read(
      sheets.sheets, offices: try session.officeTable(), as: description, correcting: stored)
    let isRefused =
      options.badRows == .refuseFile && all.contains { $0.records.contains(where: \.isRejected) }
    for (index, (records, fileID)) in zip(all, file.entryIDs).enumerated() {
      try session.store(records.findings, fileID: fileID)
      try session.keep(
        leftOut: (index == 0 ? sheets.leftOut : []) + records.leftOut, fileID: fileID)
      var sums = Reconciliation()
      sums.read = records.records.count
      sums.rejected = records.records.count(where: \.isRejected)
      sums.accepted = sums.read - sums.rejected
      if isRefused {
        try session.refuse(fileID: fileID, read: sums.read)
      } else {
        let before = report.unchangedCount
        let rows =
          try stored.map { try correct(records, $0, fileID, session, &report) } ?? records.accepted
        try session.store(rows, fileID: fileID)
        sums.duplicate = report.unchangedCount - before
        sums.accepted -= sums.duplicate
        try session.settle(sums, fileID: fileID)
      }
    }
    file.isRefused = isRefused
  }

  /// Lets the rows of a sheet count instead of those that they correct.
  /// - Returns: the rows that change something.
  private func correct(
    _ records: IncomingRecords, _ stored: StoredRows, _ fileID: Int64, _ session: ImportSession,
    _ report: inout ImportReport
  ) throws -> SheetRows {
    let (rows, fields) = (records.accepted, records.description.kept)
    let places = records.description.key.map(records.description.place)
    var kept: [(row: UInt32, values: [SheetRows.Value])] = []
    for row in rows.rows {
      let texts = zip(fields, row.values).map { $0.kind.written($1) }
      guard let before = stored[places.map { texts[$0] }] else { continue }
      guard texts != before.texts else {
        report.unchangedCount += 1
        continue
      }
      kept.append(row)
      report.changes.append(ChangedRow(row: Int(row.row), key: places, before.texts, texts))
      try session.replace(
        kind: rows.kind, file: before.origin.file, row: before.origin.row,
        by: (fileID, Int64(row.row)))
    }
    return SheetRows(kind: rows.kind, columns: rows.columns, rows: kept)
  }
}

extension IncomingSheets {
  /// The sheets as the register will know them.
  func entries(named name: String) -> [FileEntry] {
    let areSeveral = Set(sheets.map(\.worksheet)).count > 1
    return sheets.map { sheet in
      let (encoding, separator, worksheet): (String, String, String?) =
        switch sheet.form {
        case .text(let source, let separator):
          (source.encoding.rawValue, String(UnicodeScalar(separator.rawValue)), nil)
        case .workbook(_, _, let name): ("XLSX", "", name)
        }
      return FileEntry(
        kind: sheet.header.kind.rawValue, name: name, bytes: sheet.byteCount,
        sha256: sheet.sha256, encoding: encoding, separator: separator,
        worksheet: worksheet, columns: sheet.header.fieldedTitles, isOneOfSeveral: areSeveral)
    }
  }
}
