public import Model
import Tabular

/// Reads a sheet by its description: every row checked by every rule, findings noted, values kept.
///
/// Applicants are many: their facts go into columns as bytes and their rows stay in the batches.
/// The rows of other sheets become `IncomingRecord`s.
public struct SheetReader {
  /// The facts of the applicants that were not rejected; nil where nobody will score them.
  public private(set) var facts: ApplicantColumns?
  /// How many rows break each of the eighteen rules.
  public private(set) var ruleCounts = Array(repeating: 0, count: FindingCode.ruleCount)
  /// The rows that have to wait for a person because of what they say themselves, by id; they count as
  /// accepted until the register holds them.
  public private(set) var held: Set<UInt32> = []
  /// The rows, where they are kept as records.
  private(set) var records: [IncomingRecord]?
  /// How many rows are data.
  public private(set) var rowCount = 0
  /// How many of them were rejected.
  private var rejectedCount = 0

  private let offices: RowOffice
  private let description: SheetDescription
  private let fields: [SheetField]
  private let exactForms: [ExactForm]
  private let mayBeBlank: [Bool]
  /// The place of the office's code; −1 where rows are of no office.
  private let office: Int
  /// What a row's cells must agree on.
  private let rule: RowRule?
  /// The rows that the sheet corrects, if it does.
  private let stored: StoredRows?
  private let applicants = ApplicantPlaces()
  private var cells: CellReader
  private var account: RowAccount
  private var nextID: UInt32
  private var hasMadeRoom = false
  /// For each column, the code in its closed list, the number or the date of the row at hand; 0 where
  /// it is blank, −1 where it has no such form.
  private var numbers: [Int64]

  /// The places of what ranking needs of every applicant.
  private struct ApplicantPlaces {
    let number = ApplicantField.applicationNo
    let name = ApplicantField.name
  }

  /// Prepares to read sheets of one kind; applicants get ids from `firstID` on.
  /// - Parameter stored: the rows that came before, where the sheet only says what changes of them.
  public init(
    _ description: SheetDescription, offices: OfficeTable, firstID: UInt32 = 1,
    facts: ApplicantColumns? = nil, correcting stored: StoredRows? = nil
  ) {
    self.stored = stored
    self.offices = RowOffice(offices: offices)
    self.description = description
    self.facts = facts
    fields = description.kept
    exactForms = fields.map { ExactForm($0.kind) }
    mayBeBlank = fields.map { $0.need != .cell }
    office = fields.firstIndex(where: \.kind.isOffice) ?? -1
    rule = RowRule(of: description)
    numbers = Array(repeating: 0, count: fields.count)
    nextID = firstID
    cells = CellReader(offices: offices)
    account = RowAccount(description)
  }

  /// Prepares to read a sheet whose rows are kept as records.
  init(
    recording description: SheetDescription, offices: OfficeTable,
    correcting stored: StoredRows? = nil
  ) {
    self.init(description, offices: offices, correcting: stored)
    records = []
  }

  /// Reads and checks all rows of a sheet; each filled batch goes to `take`, which returns the batch
  /// to fill next (the same one, emptied, will do).
  /// - Throws: `TabularError`, `IntakeError`, `FurtherHeader`, or whatever `take` throws.
  public mutating func read(_ sheet: IncomingSheet, take: (SheetBatch) throws -> SheetBatch) throws
  {
    try readAny(sheet, take: take)
    if rowCount == 0 { throw IntakeError.noRows(path: sheet.path) }
  }

  /// Reads and checks all rows of a sheet, which may have none.
  mutating func readAny(_ sheet: IncomingSheet, take: (SheetBatch) throws -> SheetBatch) throws {
    try Self.parse(sheet) { batch in
      try check(batch, of: sheet)
      return try take(batch)
    }
    try finish(sheet)
  }

  /// Reads all rows of a sheet without looking at them.
  /// - Throws: `TabularError`, or whatever `take` throws.
  public static func parse(_ sheet: IncomingSheet, take: (SheetBatch) throws -> SheetBatch) throws {
    let header = sheet.header
    var current = emptyBatch(for: sheet)
    for (code, columns) in [
      (FindingCode.columnUnknown, header.unknown), (.headerUnderstood, header.understood),
    ] {
      current.findings += columns.map { column in
        Finding(
          code: code, row: header.row, line: header.row, column: column,
          value: SheetField.cut(header.titles[column]))
      }
    }
    current.findings += sheet.findings
    let remarks = try sheet.read(into: current.rows) { rows in
      current = try take(current)
      return current.rows
    }
    guard !remarks.isEmpty else { return }
    current.findings += remarks
    _ = try take(current)
  }

  /// An empty batch that fits a sheet, for `take` to hand back.
  public static func emptyBatch(for sheet: IncomingSheet) -> SheetBatch {
    let description = sheet.header.description
    guard !sheet.isCorrection else {
      // What the sheet does not say stands in further columns.
      return SheetBatch(
        rows: RowBatch(columns: sheet.width + 1 + description.kept.count),
        columns: sheet.header.places.enumerated().map { field, place in
          place >= 0 ? place : sheet.width + (description.kept[field].kind.isOffice ? 0 : 1 + field)
        })
    }
    // One column more than the file's takes the code of an office that was given by name, or what
    // another column tells.
    return SheetBatch(
      rows: RowBatch(columns: sheet.width + 1),
      columns: zip(sheet.header.places, sheet.header.description.kept).map { place, field in
        place < 0 && (field.kind.isOffice || field.need == .derived) ? sheet.width : place
      })
  }

  /// How many rows may be rejected before one is accepted: a sheet in which none of so many fits is
  /// another sheet, or its columns are not those of the header.
  private static let patience = 20_000

  /// Checks the rows of a batch.
  /// - Throws: `IntakeError.nothingFits` where nobody need look at the rest.
  public mutating func check(_ batch: SheetBatch, of sheet: IncomingSheet) throws {
    for row in 0..<batch.rows.count {
      let number = batch.rows.places[row].row
      guard sheet.rows.contains(number), batch.rows.isFilled(row) else {
        account.leaveOut(row, of: batch)
        continue
      }
      if number <= sheet.header.row, account.leaveOutAbove(row, of: batch, sheet, cells) {
        continue
      }
      if account.leaveOutRepeatedHeader(row, of: batch, sheet) { continue }
      let findings = batch.findings.count
      let broken = check(row: row, of: batch, sheet: sheet)
      if broken.isRejected || records != nil || batch.isMarkedSample(row),
        account.leaveOutNoData(
          row, of: batch, sheet, isBroken: broken.isRejected, findings: findings, cells)
      {
        continue
      }
      rowCount += 1
      account.countData()
      if broken.isRejected { rejectedCount += 1 }
      batch.broken.append(broken.mask)
      batch.outcomes.append(
        broken.isRejected ? RowOutcome.rejected.rawValue : RowOutcome.accepted.rawValue)
      if records != nil {
        let record = record(row: row, of: batch, isRejected: broken.isRejected)
        records?.append(record)
        continue
      }
      let id = nextID
      nextID += 1
      if broken.isRejected {
        for bit in 0..<FindingCode.ruleCount where broken.mask & (1 << UInt32(bit)) != 0 {
          ruleCounts[bit] += 1
        }
        continue
      }
      if broken.isHeld { held.insert(id) }
      if facts != nil { gather(row: row, of: batch, id: id) }
    }
    account.end(batch)
    if rowCount >= Self.patience, rejectedCount == rowCount {
      throw IntakeError.nothingFits(path: sheet.path, rows: rowCount)
    }
    if facts != nil { makeRoom(after: batch, of: sheet) }
  }

  /// Makes room for everybody once the first batch tells how long a row is, so that nothing is
  /// copied as it grows.
  private mutating func makeRoom(after batch: SheetBatch, of sheet: IncomingSheet) {
    guard !hasMadeRoom, batch.rows.isFull, case .text(let source, _) = sheet.form else { return }
    hasMadeRoom = true
    // Two bytes of GB 18030 become three.
    let bytes = source.encoding == .utf8 ? source.byteCount : source.byteCount * 3 / 2
    let perRow = max(batch.rows.byteCount / batch.rows.count, 1)
    let total = (facts?.count ?? 0) + bytes / perRow * 11 / 10
    facts?.reserveCapacity(total)
  }

  /// Ends a sheet.
  /// - Throws: `FurtherHeader` where rows have to be read by another header; `IntakeError` where the
  ///   sheet as a whole cannot be read.
  public func finish(_ sheet: IncomingSheet) throws {
    if let further = account.further {
      guard further.missing.isEmpty else {
        throw IntakeError.headerUnclear(
          path: sheet.path, row: further.row, columns: further.missing)
      }
      throw FurtherHeader()
    }
    if account.shape.isHeaderShort(rows: rowCount) {
      throw IntakeError.headerShort(path: sheet.path)
    }
    if account.shape.isHeaderLong(rows: rowCount) {
      throw IntakeError.headerLong(path: sheet.path)
    }
  }

  /// The filled rows that were left out, by the order of the reasons.
  public func leftOut(of sheet: IncomingSheet) -> [LeftOutRows] {
    let worksheet = sheet.countsFields ? nil : sheet.worksheet
    return LeftOutReason.allCases.compactMap { reason in
      account.leftOut[reason].map {
        LeftOutRows(worksheet: worksheet, reason: reason, rows: $0)
      }
    }
  }

  private mutating func check(row: Int, of batch: SheetBatch, sheet: IncomingSheet) -> BrokenRules {
    var broken = BrokenRules()
    checkText(row: row, of: batch, &broken)
    if !RowShape.isPlain(row, of: batch.rows, sheet) {
      account.checkShape(row, of: batch, sheet, &broken, cells)
    }
    if !sheet.header.untitled.isEmpty {
      account.checkUntitled(row, of: batch, sheet.header.untitled, &broken)
    }
    let officeFault =
      office < 0
      ? nil : offices.find(row: row, of: batch, code: batch.columns[office], of: sheet, &broken)
    if let stored, !complete(row, of: batch, of: sheet, from: stored, &broken) { return broken }
    let (rows, columns) = (batch.rows, batch.columns)
    let hasShownTexts = rows.hasShownTexts
    for field in 0..<exactForms.count {
      let column = columns[field]
      let bytes =
        column < 0
        ? UnsafeBufferPointer<UInt8>(start: nil, count: 0) : rows.bytes(row: row, column: column)
      if bytes.isEmpty, mayBeBlank[field] {
        numbers[field] = 0
        continue
      }
      if !hasShownTexts, !bytes.isEmpty, let number = cells.exact(bytes, exactForms[field]) {
        numbers[field] = number
        continue
      }
      let described = fields[field]
      let shown = hasShownTexts ? rows.shown(row: row, column: column) : nil
      let reading = cells.read(
        bytes, as: described.kind, showing: shown, startsIn1904: rows.startsIn1904)
      numbers[field] = reading.number
      batch.note(reading, row, column, described)
      switch reading.status {
      case .blank where mayBeBlank[field]:
        if !bytes.isEmpty { batch.replace(row, column, with: []) }
      case .same: break
      case .changed: batch.replace(row, column, with: cells.scratch)
      // Judged against the identity number.
      case .wrong where reading.fault == nil && rule?.judges(field) == true: numbers[field] = -1
      case .blank, .wrong:
        let code = if case .blank = reading.status { described.blank } else { described.wrong }
        // What is wrong with an office stands where the sheet names it.
        let isNamed = field == office && column == sheet.width
        let fault =
          (field == office ? officeFault : nil)
          ?? (reading.fault ?? code, isNamed ? sheet.header.officeName : column)
        broken.add(batch.note(fault.code, row, fault.column, described))
      }
    }
    rule?.check(row: row, of: batch, fields, &numbers, &broken)
    if description.kind != .applicants { scanTexts(row: row, of: batch, &broken) }
    return broken
  }

  /// Looks for persons where a sheet has no need of them.
  private func scanTexts(row: Int, of batch: SheetBatch, _ broken: inout BrokenRules) {
    for field in fields.indices {
      guard let code = SubjectScan.finding(in: batch.bytes(field, row: row), of: fields[field].kind)
      else { continue }
      let column = batch.columns[field]
      let isSaid = batch.findings.contains {
        $0.row == batch.rows.places[row].row && $0.column == column && $0.code.severity == .error
      }
      guard !isSaid else { continue }
      batch.note(code, row, column, fields[field])
      if code.severity == .error { broken.add(code) }
    }
  }

  /// Fills in what a row that corrects another one does not say.
  /// - Returns: whether there is such a row.
  private mutating func complete(
    _ row: Int, of batch: SheetBatch, of sheet: IncomingSheet, from stored: StoredRows,
    _ broken: inout BrokenRules
  ) -> Bool {
    let places = description.key.map(description.place)
    let key = places.map { place -> String in
      let bytes = batch.bytes(place, row: row)
      guard case .changed = cells.read(bytes, as: fields[place].kind).status else {
        return String(decoding: bytes, as: UTF8.self)
      }
      return String(decoding: cells.scratch, as: UTF8.self)
    }
    guard let known = stored[key] else {
      broken.add(batch.note(.updateKeyUnknown, row, batch.columns[places[0]], fields[places[0]]))
      return false
    }
    for field in fields.indices where !places.contains(field) {
      let column = batch.columns[field]
      // An added column may have caught a stray cell of a worksheet.
      if column > sheet.width { batch.replace(row, column, with: []) }
      let text = String(decoding: batch.bytes(field, row: row), as: UTF8.self)
      if StoredRows.blanking.contains(text) {
        batch.replace(row, column, with: [])
      } else if RowText.folded(text).isEmpty {
        batch.replace(row, column, with: Array(known.texts[field].utf8))
      }
    }
    return true
  }

  /// What is wrong with a row's text before its cells are looked at.
  private func checkText(row: Int, of batch: SheetBatch, _ broken: inout BrokenRules) {
    let rows = batch.rows
    let place = rows.places[row]
    switch place.damage {
    case .bytes:
      broken.add(batch.note(.bytesUndecodable, row))
      for column in 0..<rows.columns {
        batch.replace(row, column, with: Array(rows.text(row: row, column: column).utf8))
      }
    case .otherEncoding: broken.add(batch.note(.rowEncodingDiffers, row))
    case nil: break
    }
    if place.isMisquoted { broken.add(batch.note(.quoteLone, row)) }
    if place.hasInnerQuote { batch.note(.quoteInside, row) }
  }

  /// Keeps what ranking needs of an applicant.
  private mutating func gather(row: Int, of batch: SheetBatch, id: UInt32) {
    facts?.ids.append(id)
    facts?.offices.append(UInt16(numbers[office]))
    facts?.applicationNumbers.append(batch.bytes(applicants.number.rawValue, row: row))
    facts?.names.append(batch.bytes(applicants.name.rawValue, row: row))
    facts?.append(numbers: numbers) { batch.bytes($0.rawValue, row: row) }
  }

  /// A row as a record.
  private func record(row: Int, of batch: SheetBatch, isRejected: Bool) -> IncomingRecord {
    let texts = fields.indices.map { String(decoding: batch.bytes($0, row: row), as: UTF8.self) }
    return IncomingRecord(
      place: batch.rows.places[row],
      values: zip(texts, zip(numbers, fields)).map { text, cell in
        if text.isEmpty { return .blank }
        return cell.1.kind.isNumber ? .number(Int(cell.0)) : .text(text)
      },
      key: description.key.map { id in
        let place = description.place(of: id)
        return fields[place].excerpt(texts[place])
      }, isRejected: isRejected)
  }
}

/// The rules that a row breaks.
struct BrokenRules {
  private(set) var mask: UInt32 = 0
  private(set) var isRejected = false
  /// Whether the row waits for a person, whatever other rows there are.
  private(set) var isHeld = false

  mutating func add(_ code: FindingCode) {
    mask |= code.bit ?? 0
    if code.severity == .hold { isHeld = true } else { isRejected = true }
  }
}
