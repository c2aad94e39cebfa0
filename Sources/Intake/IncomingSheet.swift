public import Model
public import Tabular

/// Rows under one header: separated values or one worksheet of a workbook, or a part of either where
/// another header follows further down.
public struct IncomingSheet: Sendable {
  /// How the rows are written.
  public enum Form: Sendable {
    /// Separated values.
    case text(CSVSource, CSVReader.Separator)
    /// The worksheet at an index of a workbook, and the name on its tab.
    case workbook(FileDigest, worksheet: Int, name: String)
  }

  /// How its rows are written.
  public let form: Form
  /// Where its columns stand.
  public let header: SheetHeader
  /// Its rows, those above the header too, as far as they belong to no other header.
  let rows: ClosedRange<UInt32>
  /// What is to be said of the file as a whole.
  var findings: [Finding]
  /// Whether its rows only say what changes of rows that came before.
  public var isCorrection: Bool { !header.description.isWhole }

  /// The widest sheet that is read: the last column of a spreadsheet is XFD.
  static let widest = 16_384

  init(
    form: Form, header: SheetHeader, rows: ClosedRange<UInt32> = 1...(.max),
    findings: [Finding] = []
  ) {
    self.form = form
    self.header = header
    self.rows = rows
    self.findings = findings
  }

  /// Inspects a file of which one sheet is wanted.
  /// - Throws: `TabularError`; `IntakeError`, also where the file has several such sheets.
  public init(path: String, as kind: SheetKind? = nil, in catalog: SheetCatalog = .standard) throws
  {
    let sheets = try IncomingSheets(path: path, as: kind, in: catalog).sheets
    guard sheets.count == 1 else {
      throw IntakeError.worksheetsSeveral(path: path, names: sheets.map(\.worksheet))
    }
    self = sheets[0]
  }

  /// What the file is called, as it was named.
  public var path: String {
    switch form {
    case .text(let source, _): source.path
    case .workbook(let file, _, _): file.path
    }
  }

  /// Its size in bytes.
  public var byteCount: Int {
    switch form {
    case .text(let source, _): source.byteCount
    case .workbook(let file, _, _): file.byteCount
    }
  }

  /// SHA-256 of its raw bytes, in lower-case hex.
  public var sha256: String {
    switch form {
    case .text(let source, _): source.sha256
    case .workbook(let file, _, _): file.sha256
    }
  }

  /// The name on the worksheet's tab; empty for a text.
  public var worksheet: String {
    if case .workbook(_, _, let name) = form { name } else { "" }
  }

  /// How many columns of the file are kept, and a few beyond it in which stray fields are seen.
  var width: Int { header.titles.count + 8 }

  /// Whether each row says how many fields it has: a worksheet's row ends with its last filled cell.
  var countsFields: Bool {
    if case .text = form { true } else { false }
  }

  /// What is to be said of content right of the header's columns, and in which column it stands;
  /// nothing where there is none.
  ///
  /// A line of text with too many fields has most likely lost a quotation mark, so none of its fields
  /// can be trusted; a worksheet's cells stand where they stand.
  func straying(row: Int, of batch: RowBatch) -> (code: FindingCode, column: Int)? {
    let first = max(header.titles.count, min(header.fieldCount, width))
    let stray = (first..<width).first { !batch.bytes(row: row, column: $0).isEmpty }
    guard stray != nil || batch.places[row].isFilledBeyond else { return nil }
    return countsFields ? (.fieldsTooMany, -1) : (.cellOutsideTable, stray ?? width)
  }

  /// Reads the rows, those above the header too; see `CSVReader.read` and `WorkbookReader.read`.
  /// - Returns: what is to be said of cells below the header, apart from their values.
  func read(into batch: RowBatch, take: (RowBatch) throws -> RowBatch) throws -> [Finding] {
    switch form {
    case .text(let source, let separator):
      var end = SheetEnd(of: self)
      try CSVReader(source, separator: separator).read(into: batch) { rows in
        end.look(at: rows)
        return try take(rows)
      }
      return try source.endsWithLineEnd ? [] : end.findings
    case .workbook(let file, let worksheet, _):
      return try IntakeError.naming(file.path) {
        try WorkbookReader(path: file.path)
          .read(worksheet, from: 1, batch: batch, take: take)
          .compactMap { finding(for: $0) }
      }
    }
  }

  /// A remark about cells as a finding of this sheet; nothing for what stands above the data.
  private func finding(for notice: WorkbookNotice) -> Finding? {
    let code: FindingCode =
      switch notice.kind {
      case .formula: .formulaInCell
      case .formulaWithoutResult: .formulaWithoutResult
      case .errorValue: .errorValueInCell
      case .mergedCells: .cellsMerged
      case .hiddenRows, .hiddenColumns: .cellsHidden
      }
    let isOfColumns = notice.kind == .hiddenColumns
    let first = max(notice.rows.lowerBound, Int(header.row) + 1)
    guard isOfColumns || notice.rows.upperBound >= first && first <= Int(rows.upperBound) else {
      return nil
    }
    return Finding(
      code: code, row: isOfColumns ? 0 : UInt32(first), line: isOfColumns ? 0 : UInt32(first),
      column: notice.kind == .hiddenRows ? -1 : notice.columns.lowerBound - 1,
      value: notice.reference)
  }
}

/// The last row of a text, to see whether the file may have been cut off.
private struct SheetEnd {
  private let sheet: IncomingSheet
  /// Whether a cell of the last column is whole or wrong, and never a part of a value.
  private let isExact: Bool
  private var last: (place: RowBatch.Place, isFilled: Bool)?

  init(of sheet: IncomingSheet) {
    self.sheet = sheet
    let column = sheet.header.titles.count - 1
    let field = zip(sheet.header.description.kept, sheet.header.places).first { $1 == column }?.0
    isExact =
      switch field?.kind {
      case .residentID, .phone, .office, .list, .date, .birthDate, .month: true
      default: false
      }
  }

  /// Looks at the last row of a batch.
  mutating func look(at rows: RowBatch) {
    let row = rows.count - 1
    guard row >= 0, rows.places[row].row > sheet.header.row else { return }
    let column = max(sheet.header.titles.count - 1, 0)
    last = (rows.places[row], !rows.bytes(row: row, column: column).isEmpty)
  }

  /// What is to be said where no line end follows the last row, unless its last cell is whole.
  var findings: [Finding] {
    guard let (place, isFilled) = last, sheet.rows.contains(place.row), !(isFilled && isExact)
    else { return [] }
    return [Finding(code: .rowCut, row: place.row, line: place.line, column: -1, value: "")]
  }
}
