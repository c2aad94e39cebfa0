public import Model
import Tabular

/// Reads an applicants sheet: every row checked by every rule, facts gathered, findings noted.
public struct ApplicantReader {
  /// The facts of the rows that were not rejected; nothing where nobody will score them.
  public private(set) var facts: ApplicantColumns?
  /// How many rows break each of the eighteen rules.
  public private(set) var ruleCounts = Array(repeating: 0, count: FindingCode.ruleCount)

  private let offices: OfficeTable
  private let fields = SheetDescription.applicants.kept
  private let exactForms = SheetDescription.applicants.kept.map { ExactForm($0.kind) }
  private let mayBeBlank = SheetDescription.applicants.kept.map { $0.need != .cell }
  private let sex = ApplicantField.sex.rawValue
  private let birthDate = ApplicantField.birthDate.rawValue
  private let residentID = ApplicantField.residentID.rawValue
  private let officeField = ApplicantField.officeCode.rawValue
  private let applicationNo = ApplicantField.applicationNo
  private let name = ApplicantField.name
  private var cells: CellReader
  private var nextID: UInt32
  private var rowCount = 0
  private var hasMadeRoom = false
  private var numbers = Array(repeating: Int64(0), count: ApplicantField.allCases.count)

  /// Prepares to read sheets whose rows get ids from `firstID` on.
  public init(offices: OfficeTable, firstID: UInt32, facts: ApplicantColumns?) {
    self.offices = offices
    self.facts = facts
    nextID = firstID
    cells = CellReader(offices: offices)
  }

  /// The columns of the sheet for each field, the column that takes an office found by name included.
  private struct Layout {
    let places: [Int]
    let officeName: Int
    let districtName: Int
    let officeCode: Int
    let spare: Range<Int>

    init(_ sheet: IncomingSheet) {
      let width = sheet.width
      spare = sheet.header.titles.count..<width
      officeName = sheet.header.officeName
      districtName = sheet.header.districtName
      officeCode = sheet.header.place(of: "office_code")
      var places = sheet.header.places
      if officeCode < 0 { places[ApplicantField.officeCode.rawValue] = width }
      self.places = places
    }
  }

  /// Reads and checks all rows of a sheet; each filled batch goes to `take`, which returns the batch
  /// to fill next (the same one, emptied, will do).
  /// - Throws: `TabularError`, `IntakeError.noRows`, or whatever `take` throws.
  public mutating func read(
    _ sheet: IncomingSheet, take: (ApplicantBatch) throws -> ApplicantBatch
  ) throws {
    try Self.parse(sheet) { batch in
      check(batch, of: sheet)
      return try take(batch)
    }
    try finish(sheet)
  }

  /// Reads all rows of a sheet without looking at them.
  /// - Throws: `TabularError`, or whatever `take` throws.
  public static func parse(
    _ sheet: IncomingSheet, take: (ApplicantBatch) throws -> ApplicantBatch
  ) throws {
    var current = emptyBatch(for: sheet)
    for column in sheet.header.unknown {
      current.findings.append(
        Finding(
          code: .columnUnknown, row: sheet.header.row, line: sheet.header.row, column: column,
          value: sheet.header.titles[column]))
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
  public static func emptyBatch(for sheet: IncomingSheet) -> ApplicantBatch {
    // One column more than the file's takes the code of an office that was given by name.
    ApplicantBatch(rows: RowBatch(columns: sheet.width + 1), columns: Layout(sheet).places)
  }

  /// Checks the rows of a batch.
  public mutating func check(_ batch: ApplicantBatch, of sheet: IncomingSheet) {
    let layout = Layout(sheet)
    for row in 0..<batch.rows.count {
      switch sheet.role(of: row, in: batch.rows) {
      case .data: break
      case .total:
        note(.totalRowLeftOut, row, -1, batch)
        fallthrough
      case .leftOut:
        batch.outcomes.append(ApplicantBatch.leftOut)
        batch.broken.append(0)
        continue
      }
      rowCount += 1
      let id = nextID
      nextID += 1
      let broken = check(row: row, of: batch, sheet: sheet, layout: layout)
      batch.broken.append(broken.mask)
      batch.outcomes.append(
        broken.isRejected ? RowOutcome.rejected.rawValue : RowOutcome.accepted.rawValue)
      if broken.isRejected {
        for bit in 0..<FindingCode.ruleCount where broken.mask & (1 << UInt32(bit)) != 0 {
          ruleCounts[bit] += 1
        }
      } else {
        gather(row: row, of: batch, id: id)
      }
    }
    makeRoom(after: batch, of: sheet)
  }

  /// Makes room for everybody once the first batch tells how long a row is, so that nothing is
  /// copied as it grows.
  private mutating func makeRoom(after batch: ApplicantBatch, of sheet: IncomingSheet) {
    guard !hasMadeRoom, batch.rows.isFull, case .text(let source, _) = sheet.form else { return }
    hasMadeRoom = true
    // Two bytes of GB 18030 become three.
    let bytes = source.encoding == .utf8 ? source.byteCount : source.byteCount * 3 / 2
    let perRow = max(batch.rows.byteCount / batch.rows.count, 1)
    let total = (facts?.count ?? 0) + bytes / perRow * 11 / 10
    facts?.reserveCapacity(total)
  }

  /// Ends a sheet.
  /// - Throws: `IntakeError.noRows` where nothing in it was data.
  public func finish(_ sheet: IncomingSheet) throws(IntakeError) {
    if rowCount == 0 { throw .noRows(path: sheet.path) }
  }

  /// The rules that a row breaks.
  private struct Broken {
    var mask: UInt32 = 0
    var isRejected = false

    mutating func add(_ code: FindingCode) {
      mask |= code.bit ?? 0
      isRejected = true
    }
  }

  private mutating func check(
    row: Int, of batch: ApplicantBatch, sheet: IncomingSheet, layout: Layout
  ) -> Broken {
    var broken = Broken()
    let rows = batch.rows
    let place = rows.places[row]
    if place.isDamaged {
      broken.add(.bytesUndecodable)
      note(.bytesUndecodable, row, -1, batch)
      for column in 0..<rows.columns {
        let repaired = Array(rows.text(row: row, column: column).utf8)
        repaired.withUnsafeBufferPointer { rows.replace(row: row, column: column, with: $0) }
      }
    }
    if place.isMisquoted {
      broken.add(.quoteLone)
      note(.quoteLone, row, -1, batch)
    }
    if Int(place.fields) > layout.spare.lowerBound,
      let (code, column) = sheet.straying(row: row, of: rows)
    {
      if code.severity == .error { broken.add(code) }
      note(code, row, column, batch)
    } else if Int(place.fields) < layout.spare.lowerBound, sheet.countsFields {
      note(.fieldsTooFew, row, -1, batch)
    }
    let officeFinding = findOffice(row: row, of: batch, layout: layout)
    for field in 0..<exactForms.count {
      let column = layout.places[field]
      let bytes =
        column < 0
        ? UnsafeBufferPointer<UInt8>(start: nil, count: 0) : rows.bytes(row: row, column: column)
      if bytes.isEmpty, mayBeBlank[field] {
        numbers[field] = 0
        continue
      }
      if !bytes.isEmpty, let reading = cells.exact(bytes, exactForms[field]) {
        numbers[field] = reading.number
        continue
      }
      let described = fields[field]
      let reading = cells.read(bytes, as: described.kind)
      numbers[field] = reading.number
      if let notice = reading.notice { note(notice, row, column, batch, described) }
      switch reading.status {
      case .blank where described.need == .cell:
        reject(described.blank, field, row, batch, layout, officeFinding, &broken)
      case .blank:
        if !bytes.isEmpty { replace(with: [], row, column, batch) }
      case .same: break
      case .changed: replace(with: cells.scratch, row, column, batch)
      case .wrong where field == sex || field == birthDate:
        // Judged against the identity number below.
        numbers[field] = -1
      case .wrong: reject(described.wrong, field, row, batch, layout, officeFinding, &broken)
      }
    }
    checkIdentity(row: row, of: batch, layout: layout, &broken)
    return broken
  }

  /// Rejects a row for one of its cells; what is wrong with an office stands where it is named.
  private func reject(
    _ code: FindingCode, _ field: Int, _ row: Int, _ batch: ApplicantBatch, _ layout: Layout,
    _ officeFinding: FindingCode?, _ broken: inout Broken
  ) {
    let isOffice = field == officeField
    let code = isOffice ? officeFinding ?? code : code
    let column = isOffice && layout.officeCode < 0 ? layout.officeName : layout.places[field]
    broken.add(code)
    note(code, row, column, batch, fields[field])
  }
}

// MARK: - Offices and identity

extension ApplicantReader {
  /// Puts the code of an office that was given by name where the code belongs; the finding where
  /// the name fits several offices.
  private func findOffice(row: Int, of batch: ApplicantBatch, layout: Layout) -> FindingCode? {
    let rows = batch.rows
    let target = layout.places[officeField]
    // The added column may have caught a stray cell of a worksheet.
    if layout.officeCode < 0 { replace(with: [], row, target, batch) }
    let code = rows.bytes(row: row, column: target)
    if let first = code.first, first &- 48 <= 9 { return nil }
    let source = code.isEmpty ? layout.officeName : target
    guard source >= 0 else { return nil }
    let name = trimmed(row, source, rows)
    guard !name.isEmpty else { return nil }
    let district = layout.districtName < 0 ? nil : trimmed(row, layout.districtName, rows)
    let found = offices.indexes(ofName: name, district: district)
    guard let index = found.first else { return nil }
    if found.count > 1 { return .officeAmbiguous }
    replace(with: Array(offices.offices[index].code.utf8), row, target, batch)
    return nil
  }

  private func trimmed(_ row: Int, _ column: Int, _ rows: RowBatch) -> String {
    String(
      decoding: TextFolding.fold(rows.bytes(row: row, column: column), widths: false).bytes,
      as: UTF8.self)
  }

  /// Holds the number's date, and the stated sex and birth date, against the identity number.
  private mutating func checkIdentity(
    row: Int, of batch: ApplicantBatch, layout: Layout, _ broken: inout Broken
  ) {
    let rows = batch.rows
    let idColumn = layout.places[residentID]
    let idBytes = rows.bytes(row: row, column: idColumn)
    let number = ResidentID(idBytes)
    if idBytes.count >= 8, looksDamaged(idBytes, isNumber: number != nil) {
      note(.residentIDDamaged, row, idColumn, batch, fields[residentID])
    }
    guard let id = number else { return }
    let birth = id.birthNumber
    if !(19_400_101...20_101_231).contains(birth) || CivilDate(number: birth) == nil {
      broken.add(.idDateWrong)
      note(.idDateWrong, row, idColumn, batch, fields[residentID])
    }
    if numbers[sex] != 0, numbers[sex] != (id.isMale ? 1 : 2) {
      broken.add(.sexDiffers)
      note(.sexDiffers, row, layout.places[sex], batch, fields[sex])
    }
    if numbers[birthDate] != 0, numbers[birthDate] != Int64(birth),
      !saysSameDay(rows.bytes(row: row, column: layout.places[birthDate]), as: birth)
    {
      broken.add(.birthDateDiffers)
      note(.birthDateDiffers, row, layout.places[birthDate], batch, fields[birthDate])
    }
    numbers[sex] = id.isMale ? 1 : 2
    numbers[birthDate] = Int64(birth)
  }

  /// A number in exponent form, or one whose last three digits a spreadsheet has turned into zeros.
  private func looksDamaged(_ bytes: UnsafeBufferPointer<UInt8>, isNumber: Bool) -> Bool {
    let end = bytes.count
    if end >= 15, bytes[end - 1] == 48, bytes[end - 2] == 48, bytes[end - 3] == 48 { return true }
    if isNumber { return false }
    let upper = bytes.map { $0 & 0xDF }
    return zip(upper, upper.dropFirst()).contains { $0 == 0x45 && $1 == (UInt8(ascii: "+") & 0xDF) }
  }

  /// Whether text that is no full day still agrees with a number's digits: a month of it, or the
  /// same digits of a day that does not exist.
  private func saysSameDay(_ bytes: UnsafeBufferPointer<UInt8>, as birth: Int) -> Bool {
    let digits = Array(String(birth + 1_000_000_000).utf8.suffix(8))
    let dash = [UInt8(ascii: "-")]
    let month = digits[0..<4] + dash + digits[4..<6]
    return bytes.elementsEqual(month) || bytes.elementsEqual(month + dash + digits[6..<8])
  }

  private func replace(
    with bytes: [UInt8], _ row: Int, _ column: Int, _ batch: ApplicantBatch
  ) {
    bytes.withUnsafeBufferPointer { batch.rows.replace(row: row, column: column, with: $0) }
  }

  private func note(
    _ code: FindingCode, _ row: Int, _ column: Int, _ batch: ApplicantBatch,
    _ field: SheetField? = nil
  ) {
    let place = batch.rows.places[row]
    batch.findings.append(
      Finding(
        code: code, row: place.row, line: place.line, column: column,
        value: column < 0
          ? ""
          : field?.shown(batch.rows.bytes(row: row, column: column))
            ?? SheetField.cut(batch.rows.text(row: row, column: column))))
  }

  /// Keeps what ranking needs of a row.
  private mutating func gather(row: Int, of batch: ApplicantBatch, id: UInt32) {
    guard facts != nil else { return }
    let rows = batch.rows
    func bytes(_ field: ApplicantField) -> UnsafeBufferPointer<UInt8> {
      let column = batch.columns[field.rawValue]
      return column < 0
        ? UnsafeBufferPointer(start: nil, count: 0) : rows.bytes(row: row, column: column)
    }
    facts?.ids.append(id)
    facts?.offices.append(UInt16(numbers[officeField]))
    facts?.applicationNumbers.append(bytes(applicationNo))
    facts?.names.append(bytes(name))
    facts?.append(numbers: numbers, text: bytes)
  }
}
