public import Model
import Tabular

/// One row of a small sheet after its check.
public struct IncomingRecord: Sendable {
  /// Where it stood.
  public let place: RowBatch.Place
  /// The text of each column of the kind, as we keep it; empty where blank or absent.
  public fileprivate(set) var texts: [String]
  /// The number of each column: a count, a date as `yyyymmdd`; nothing where blank or absent.
  public fileprivate(set) var numbers: [Int?]
  /// Whether it breaks a rule.
  public fileprivate(set) var isRejected = false
}

/// A small sheet after its check: every kind but the applicants.
public struct IncomingRecords: Sendable {
  /// The kind of sheet, whose columns the records follow.
  public let description: SheetDescription
  private var kind: SheetKind { description.kind }
  /// The rows, in the order of the file.
  public private(set) var records: [IncomingRecord] = []
  /// What was found.
  public private(set) var findings: [Finding] = []

  /// Reads every row of a sheet and checks it.
  ///
  /// These sheets have a row for each office, so rows are kept as text.
  /// - Throws: `TabularError` or `IntakeError.noRows`.
  public init(reading sheet: IncomingSheet, offices: OfficeTable) throws {
    description = sheet.header.description
    for column in sheet.header.unknown {
      findings.append(
        Finding(
          code: .columnUnknown, row: sheet.header.row, line: sheet.header.row, column: column,
          value: sheet.header.titles[column]))
    }
    var cells = CellReader(offices: offices)
    findings += sheet.findings
    findings += try sheet.read(into: RowBatch(columns: sheet.width + 1, capacity: 256)) { batch in
      for row in 0..<batch.count {
        switch sheet.role(of: row, in: batch) {
        case .data: take(row: row, of: batch, sheet: sheet, &cells)
        case .total: note(.totalRowLeftOut, batch.places[row], -1, "")
        case .leftOut: break
        }
      }
      batch.removeAll()
      return batch
    }
    if records.isEmpty { throw IntakeError.noRows(path: sheet.path) }
    rejectRepeatedKeys(sheet)
  }

  /// The place of a column among the kind's columns.
  public func index(of id: String) -> Int {
    description.place(of: id)
  }

  private mutating func take(
    row: Int, of batch: RowBatch, sheet: IncomingSheet, _ cells: inout CellReader
  ) {
    let place = batch.places[row]
    var record = IncomingRecord(place: place, texts: [], numbers: [])
    if place.isDamaged {
      record.isRejected = true
      note(.bytesUndecodable, place, -1, "")
    }
    if place.isMisquoted {
      record.isRejected = true
      note(.quoteLone, place, -1, "")
    }
    if let (code, column) = sheet.straying(row: row, of: batch) {
      record.isRejected = record.isRejected || code.severity == .error
      note(code, place, column, column < 0 ? "" : batch.text(row: row, column: column))
    }
    let ambiguity = findOffice(row: row, of: batch, sheet: sheet, cells.offices)
    for (index, column) in description.kept.enumerated() {
      let source = sheet.header.places[index]
      let target = column.kind.isOffice && source < 0 ? sheet.width : source
      let bytes =
        target < 0
        ? UnsafeBufferPointer<UInt8>(start: nil, count: 0) : batch.bytes(row: row, column: target)
      let reading = cells.read(bytes, as: column.kind)
      var text = String(decoding: bytes, as: UTF8.self)
      switch reading.status {
      case .blank where column.need != .cell: text = ""
      case .same: break
      case .changed: text = String(decoding: cells.scratch, as: UTF8.self)
      case .blank, .wrong:
        let code = if case .blank = reading.status { column.blank } else { column.wrong }
        let shown = column.kind.isOffice && source < 0 ? sheet.header.officeName : source
        record.isRejected = true
        note(
          column.kind.isOffice ? ambiguity ?? code : code, place, shown,
          shown < 0 ? "" : column.shown(batch.bytes(row: row, column: shown)))
      }
      if let notice = reading.notice { note(notice, place, source, column.shown(bytes)) }
      record.texts.append(text)
      record.numbers.append(text.isEmpty ? nil : Int(reading.number))
    }
    if kind == .caseload { checkClasses(&record, sheet) }
    if kind == .assistants { checkDays(&record, sheet) }
    records.append(record)
  }

  /// Puts the code of an office that was given by name where the code belongs; the finding where
  /// the name fits several offices.
  private func findOffice(
    row: Int, of batch: RowBatch, sheet: IncomingSheet, _ offices: OfficeTable
  ) -> FindingCode? {
    let nameColumn = sheet.header.officeName
    guard description.kept.contains(where: \.kind.isOffice) else { return nil }
    let codeColumn = sheet.header.place(of: "office_code")
    let target = codeColumn < 0 ? sheet.width : codeColumn
    // The added column may have caught a stray cell of a worksheet.
    if codeColumn < 0 {
      batch.replace(
        row: row, column: target, with: UnsafeBufferPointer<UInt8>(start: nil, count: 0))
    }
    let code = batch.bytes(row: row, column: target)
    if let first = code.first, first &- 48 <= 9 { return nil }
    let source = code.isEmpty ? nameColumn : target
    guard source >= 0 else { return nil }
    func trimmed(_ column: Int) -> String {
      String(
        decoding: TextFolding.fold(batch.bytes(row: row, column: column), widths: false).bytes,
        as: UTF8.self)
    }
    let district = sheet.header.districtName
    let found = offices.indexes(
      ofName: trimmed(source), district: district < 0 ? nil : trimmed(district))
    guard let index = found.first else { return nil }
    if found.count > 1 { return .officeAmbiguous }
    Array(offices.offices[index].code.utf8).withUnsafeBufferPointer {
      batch.replace(row: row, column: target, with: $0)
    }
    return nil
  }

  /// Nobody leaves before coming.
  private mutating func checkDays(_ record: inout IncomingRecord, _ sheet: IncomingSheet) {
    guard let from = record.numbers[index(of: "on_duty_from")],
      let until = record.numbers[index(of: "on_duty_until")], until < from
    else { return }
    record.isRejected = true
    note(
      .datesReversed, record.place, sheet.header.place(of: "on_duty_until"),
      record.texts[index(of: "on_duty_until")])
  }

  /// The classes of a caseload are all given or all blank, and sum to the subjects.
  private mutating func checkClasses(_ record: inout IncomingRecord, _ sheet: IncomingSheet) {
    let classes = ["subjects_strict", "subjects_general", "subjects_lenient"]
      .map { record.numbers[index(of: $0)] }
    guard classes.contains(where: { $0 != nil }) else { return }
    let subjects = record.numbers[index(of: "subjects")]
    let sum = classes.reduce(0) { $0 + ($1 ?? 0) }
    guard classes.contains(where: { $0 == nil }) || subjects.map({ $0 != sum }) ?? true else {
      return
    }
    record.isRejected = true
    note(
      .classesDoNotSum, record.place, sheet.header.place(of: "subjects"),
      "\(subjects.map(String.init) ?? "") ≠ "
        + classes.map { $0.map(String.init) ?? "" }.joined(separator: " + "))
  }

  /// A key stands once in a sheet, such as an office and a day.
  ///
  /// Every row with a repeated key is rejected, because nobody can say which one is meant.
  private mutating func rejectRepeatedKeys(_ sheet: IncomingSheet) {
    func key(_ record: IncomingRecord) -> String {
      description.key.map { record.texts[index(of: $0)] }.joined(separator: " ")
    }
    let groups = Dictionary(grouping: records.indices.filter { !records[$0].isRejected }) {
      key(records[$0])
    }
    for index in records.indices where (groups[key(records[index])] ?? []).count > 1 {
      guard !records[index].isRejected else { continue }
      records[index].isRejected = true
      note(
        .keyRepeated, records[index].place, sheet.header.place(of: description.key[0]),
        key(records[index]))
    }
  }

  private mutating func note(
    _ code: FindingCode, _ place: RowBatch.Place, _ column: Int, _ value: String
  ) {
    findings.append(
      Finding(code: code, row: place.row, line: place.line, column: column, value: value))
  }
}
