import Model
import Tabular

extension IncomingSheet {
  /// Finds the worksheet of a workbook whose header is that of a sheet we know.
  ///
  /// Where several visible worksheets have such a header and rows below it, the file is refused:
  /// taking one would lose the others.
  init(workbook path: String, as kind: SheetKind?, in catalog: SheetCatalog) throws {
    let file = try FileDigest(path: path)
    var complete: [(worksheet: Worksheet, search: HeaderSearch)] = []
    var others = HeaderSearch(path: path, kind: kind, catalog: catalog)
    try IntakeError.naming(path) {
      let reader = try WorkbookReader(path: path)
      for (index, worksheet) in reader.worksheets.enumerated() {
        let rows = try reader.firstRows(Self.headerRows + 1, of: index)
        var search = HeaderSearch(path: path, kind: kind, catalog: catalog)
        for (place, texts) in rows.prefix(Self.headerRows).enumerated() {
          search.look(
            at: texts.map(SheetHeader.flat), row: UInt32(place + 1),
            in: .workbook(file, worksheet: index, name: worksheet.name))
        }
        if let header = search.complete, rows.count > Int(header.row) {
          complete.append((worksheet, search))
        } else {
          others.take(search)
        }
      }
    }
    // A hidden worksheet counts only where no visible one will do.
    let visible = complete.filter { !$0.worksheet.isHidden }
    let chosen = visible.isEmpty ? complete : visible
    guard chosen.count <= 1 else {
      throw IntakeError.worksheetsSeveral(path: path, names: chosen.map(\.worksheet.name))
    }
    let leftOut = visible.isEmpty ? [] : complete.filter(\.worksheet.isHidden)
    self = try (chosen.first?.search ?? others).sheet(
      findings: leftOut.map {
        Finding(
          code: .worksheetLeftOut, row: 0, line: 0, column: -1, value: $0.worksheet.name)
      })
  }

  /// A remark about cells as a finding of this sheet; nothing for what stands above the data.
  func finding(for notice: WorkbookNotice) -> Finding? {
    let code: FindingCode =
      switch notice.kind {
      case .formula: .formulaInCell
      case .formulaWithoutResult: .formulaWithoutResult
      case .errorValue: .errorValueInCell
      case .mergedCells: .cellsMerged
      case .hiddenRows, .hiddenColumns: .cellsHidden
      }
    let isOfColumns = notice.kind == .hiddenColumns
    guard isOfColumns || notice.rows.upperBound > Int(header.row) else { return nil }
    let row = isOfColumns ? 0 : UInt32(max(notice.rows.lowerBound, Int(header.row) + 1))
    return Finding(
      code: code, row: row, line: row,
      column: notice.kind == .hiddenRows ? -1 : notice.columns.lowerBound - 1,
      value: notice.reference)
  }
}
