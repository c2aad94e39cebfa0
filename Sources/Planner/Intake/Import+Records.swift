import Foundation
import Intake
import Model
import Register
import Tabular

extension Import {
  /// Small sheets: a row for each office.
  func takeRecords(
    _ sheets: IncomingSheets, _ file: inout ImportReport.File, _ session: ImportSession
  ) throws {
    let all = try IncomingRecords.read(sheets.sheets, offices: try session.officeTable())
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
        try session.store(records.accepted, fileID: fileID)
        try session.settle(sums, fileID: fileID)
      }
    }
    file.isRefused = isRefused
  }
}

extension IncomingSheets {
  /// The sheets as the register will know them.
  var entries: [FileEntry] {
    let areSeveral = Set(sheets.map(\.worksheet)).count > 1
    return sheets.map { sheet in
      let (encoding, separator, worksheet): (String, String, String?) =
        switch sheet.form {
        case .text(let source, let separator):
          (source.encoding.rawValue, String(UnicodeScalar(separator.rawValue)), nil)
        case .workbook(_, _, let name): ("XLSX", "", name)
        }
      return FileEntry(
        kind: sheet.header.kind.rawValue,
        name: URL(fileURLWithPath: sheet.path).lastPathComponent,
        bytes: sheet.byteCount, sha256: sheet.sha256, encoding: encoding, separator: separator,
        worksheet: worksheet, columns: sheet.header.fieldedTitles, isOneOfSeveral: areSeveral)
    }
  }
}
