import Model

/// Signals that another header stands among the rows; `IncomingSheets.dividedAtHeaders` tells where.
public struct FurtherHeader: Error {}

/// Accounts for every filled row of a sheet: what is no data is named and counted by its reason.
struct RowAccount {
  /// How many filled rows were left out, by reason.
  private(set) var leftOut: [LeftOutReason: Int] = [:]
  /// Another header that stands among the rows.
  private(set) var further: SheetHeader?
  private(set) var shape: RowShape

  private let description: SheetDescription
  private let classifier: RowClassifier
  /// Columns without a title that are known to be filled.
  private var filledUntitled: Set<Int> = []
  private var last: (row: UInt32, reason: LeftOutReason)?

  init(_ description: SheetDescription) {
    self.description = description
    classifier = RowClassifier(description)
    shape = RowShape(description)
  }

  /// Marks a row as none of the data, which counts where it is filled.
  mutating func leaveOut(
    _ row: Int, of batch: SheetBatch, because reason: LeftOutReason? = nil,
    saying code: FindingCode? = nil
  ) {
    batch.outcomes.append(SheetBatch.leftOut)
    batch.broken.append(0)
    shape.forgetJudged()
    guard let reason else { return }
    leftOut[reason, default: 0] += 1
    // Of many blank rows together the first is named.
    let isOneOfMany =
      last?.reason == reason && [.blank, .blankNumbered, .outside].contains(reason)
    last = (batch.rows.places[row].row, reason)
    if let code, !isOneOfMany { batch.note(code, row) }
  }

  /// Leaves out a row of the header, or above it; a row that fits the columns, or holds a person's
  /// number, is data all the same.
  mutating func leaveOutAbove(
    _ row: Int, of batch: SheetBatch, _ sheet: IncomingSheet, _ cells: CellReader
  ) -> Bool {
    let (rows, header) = (batch.rows, sheet.header)
    let texts = (0..<rows.columns).map { rows.text(row: row, column: $0) }
    if rows.places[row].row >= header.firstRow {
      leaveOut(row, of: batch, because: .header)
    } else if IdentityScan.holdsNumber(row: row, of: rows) || RowFit(header).fits(texts)
      || Self.evidence(row, of: batch, description.kept, cells) > 1
    {
      batch.note(.rowAboveHeader, row)
      return false
    } else {
      let isBlank = texts.allSatisfy { RowText.folded($0).isEmpty }
      leaveOut(row, of: batch, because: isBlank ? .blank : .title)
    }
    return true
  }

  /// Leaves out a row that is no data, and takes back what was found in its cells.
  /// - Parameter findings: how many findings there were before the row was looked at.
  mutating func leaveOutNoData(
    _ row: Int, of batch: SheetBatch, _ sheet: IncomingSheet, isBroken: Bool, findings: Int,
    _ cells: CellReader
  ) -> Bool {
    let role = classifier.role(ofRow: row, in: batch.rows, sheet, isBroken: isBroken) {
      Self.evidence(row, of: batch, description.kept, cells)
    }
    let reason: LeftOutReason
    switch role {
    case .data: return false
    case .leftOut(let why): reason = why
    case .header(let header):
      further = further ?? header
      reason = .repeatedHeader
    }
    for finding in batch.findings[findings...] where finding.code == .columnUntitled {
      filledUntitled.remove(finding.column)
    }
    batch.findings.removeSubrange(findings...)
    leaveOut(row, of: batch, because: reason, saying: reason.notice)
    return true
  }

  /// Leaves out a row that is the header to the byte, which is seen at its first cell for all others.
  mutating func leaveOutRepeatedHeader(
    _ row: Int, of batch: SheetBatch, _ sheet: IncomingSheet
  ) -> Bool {
    guard repeatsHeader(row, of: batch.rows, sheet) else { return false }
    leaveOut(row, of: batch, because: .repeatedHeader, saying: .headerRepeated)
    return true
  }

  private func repeatsHeader(_ row: Int, of rows: RowBatch, _ sheet: IncomingSheet) -> Bool {
    let titles = sheet.header.titles
    return (0..<rows.columns).allSatisfy { column in
      let cell = rows.bytes(row: row, column: column)
      return column < titles.count ? cell.elementsEqual(titles[column].utf8) : cell.isEmpty
    } && !rows.places[row].isFilledBeyond
  }

  /// How many cells of a row hold what only a row of data has in their columns.
  private static func evidence(
    _ row: Int, of batch: SheetBatch, _ fields: [SheetField], _ cells: CellReader
  ) -> Int {
    var cells = cells
    return fields.indices.count { field in
      switch fields[field].kind {
      case .residentID, .phone, .birthDate, .date, .month, .office, .list: break
      default: return false
      }
      switch cells.read(batch.bytes(field, row: row), as: fields[field].kind).status {
      case .same, .changed: return true
      case .blank, .wrong: return false
      }
    }
  }

  /// Checks a row's fields against the header's: none may stand outside of it, and none be moved.
  mutating func checkShape(
    _ row: Int, of batch: SheetBatch, _ sheet: IncomingSheet, _ broken: inout BrokenRules,
    _ cells: CellReader
  ) {
    let (rows, header) = (batch.rows, sheet.header)
    let place = rows.places[row]
    let fields = Int(place.fields)
    if fields > header.titles.count, let (code, column) = sheet.straying(row: row, of: rows) {
      shape.countFilled()
      batch.note(code, row, column)
      if code.severity == .error { broken.add(code) }
      if code == .cellOutsideTable { checkPerson(row, of: batch, from: column, &broken) }
    } else if sheet.countsFields, fields != header.fieldCount, header.row > 0,
      let code = shape.judge(row: row, of: batch, sheet, cells)
    {
      batch.note(code, row)
      if code.severity == .error { broken.add(code) }
    }
    guard sheet.countsFields, !place.isMisquoted else { return }
    let isOneLine = row + 1 < rows.count && rows.places[row + 1].line == place.line + 1
    if !isOneLine || fields != header.fieldCount,
      let column = (0..<rows.columns).first(where: { holdsRow(rows.bytes(row: row, column: $0)) })
    {
      broken.add(batch.note(.rowsMerged, row, column, value: ""))
    }
  }

  /// Whether a cell holds another row: a person's number or phone among separators.
  private func holdsRow(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 18 else { return false }
    let text = TextFolding.fold(bytes, widths: false, keepsLines: true).bytes
    return text.contains { [0x0A, 0x0D, 0x2C, 0x09, 0x3B].contains($0) }
      && text.withUnsafeBufferPointer {
        IdentityScan.holdsNumber($0) || IdentityScan.holdsPhone($0)
      }
  }

  /// Looks at the columns that have no title: the first filled cell of each is told.
  mutating func checkUntitled(
    _ row: Int, of batch: SheetBatch, _ columns: [Int], _ broken: inout BrokenRules
  ) {
    for column in columns {
      let bytes = batch.rows.bytes(row: row, column: column)
      guard !bytes.isEmpty else { continue }
      if filledUntitled.insert(column).inserted { batch.note(.columnUntitled, row, column) }
      if IdentityScan.holdsNumber(bytes) {
        broken.add(batch.note(.personOutsideTable, row, column, value: ""))
      }
    }
  }

  private func checkPerson(
    _ row: Int, of batch: SheetBatch, from column: Int, _ broken: inout BrokenRules
  ) {
    let person = (column..<batch.rows.columns).first {
      IdentityScan.holdsNumber(batch.rows.bytes(row: row, column: $0))
    }
    guard let person else { return }
    broken.add(batch.note(.personOutsideTable, row, person, value: ""))
  }

  /// Counts the row that was checked last as data.
  mutating func countData() { shape.countJudged() }

  /// Ends a batch: what was said of a row at the end of the file falls where it is no data.
  mutating func end(_ batch: SheetBatch) {
    shape.end(batch.rows)
    if let last { batch.findings.removeAll { $0.code == .rowCut && $0.row == last.row } }
  }
}

extension LeftOutReason {
  /// What is said of such a row where it stands among the data.
  fileprivate var notice: FindingCode? {
    switch self {
    case .total: .totalRowLeftOut
    case .repeatedHeader: .headerRepeated
    case .footer, .title: .footerLeftOut
    case .sample: .sampleLeftOut
    case .blank, .blankNumbered: .blankRowLeftOut
    case .outside: .outsideLeftOut
    case .header, .worksheet: nil
    }
  }
}
