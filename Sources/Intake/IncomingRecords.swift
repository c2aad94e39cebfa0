public import Model

/// One row of a sheet after its check.
public struct IncomingRecord: Sendable {
  /// Where it stood.
  public let place: RowBatch.Place
  /// The value of each column that is kept.
  public let values: [SheetRows.Value]
  /// By what the row is known, as a finding shows it.
  let key: [String]
  /// Whether it breaks a rule.
  public internal(set) var isRejected: Bool
}

/// A sheet after its check, row by row: every kind but the many applicants of an import.
public struct IncomingRecords: Sendable {
  /// What the sheet looks like.
  public let description: SheetDescription
  /// The rows, in the order of the file.
  public private(set) var records: [IncomingRecord] = []
  /// What was found.
  public private(set) var findings: [Finding] = []

  /// Filled rows that were left out.
  public private(set) var leftOut: [LeftOutRows] = []
  /// Where the first column of the key stands in the file.
  private let keyColumn: Int

  /// Reads every row of a sheet and checks it.
  /// - Throws: `TabularError` or `IntakeError`.
  public init(reading sheet: IncomingSheet, offices: OfficeTable) throws {
    self = try Self.read([sheet], offices: offices)[0]
  }

  /// Reads every row of a file's sheets and checks it, also against those of the other sheets.
  /// - Throws: `TabularError` or `IntakeError`; `FurtherHeader`.
  /// - Parameters:
  ///   - description: what the rows have to be, where the sheets only correct rows.
  ///   - stored: those rows.
  public static func read(
    _ sheets: [IncomingSheet], offices: OfficeTable, as description: SheetDescription? = nil,
    correcting stored: StoredRows? = nil
  ) throws -> [IncomingRecords] {
    var all = try sheets.map {
      try IncomingRecords(checking: $0, offices, description ?? $0.header.description, stored)
    }
    guard all.contains(where: { !$0.records.isEmpty }) else {
      throw IntakeError.noRows(path: sheets.first?.path ?? "")
    }
    rejectRepeatedKeys(in: &all)
    return all
  }

  private init(
    checking sheet: IncomingSheet, _ offices: OfficeTable, _ description: SheetDescription,
    _ stored: StoredRows?
  ) throws {
    self.description = description
    keyColumn = description.key.first.map { sheet.header.place(of: $0) } ?? -1
    var reader = SheetReader(recording: description, offices: offices, correcting: stored)
    try reader.readAny(sheet) { batch in
      findings += batch.findings
      batch.removeAll()
      return batch
    }
    records = reader.records ?? []
    leftOut = reader.leftOut(of: sheet)
  }

  /// Every row with a repeated key is rejected, because nobody can say which one is meant.
  private static func rejectRepeatedKeys(in all: inout [IncomingRecords]) {
    guard let description = all.first?.description, !description.key.isEmpty else { return }
    let places = description.key.map(description.place)
    let rows = all.indices.flatMap { sheet in all[sheet].records.indices.map { (sheet, $0) } }
      .filter { !all[$0].records[$1].isRejected }
    let groups = Dictionary(grouping: rows) { sheet, row in
      places.map { all[sheet].records[row].values[$0] }
    }
    for (sheet, row) in groups.values.filter({ $0.count > 1 }).joined().sorted(by: <) {
      let record = all[sheet].records[row]
      all[sheet].records[row].isRejected = true
      all[sheet].findings.append(
        Finding(
          code: .keyRepeated, row: record.place.row, line: record.place.line,
          column: all[sheet].keyColumn,
          value: record.key.filter { !$0.isEmpty }.joined(separator: " ")))
    }
  }

  /// Stops at the first row that breaks a rule, for a sheet of which every row is needed.
  /// - Throws: `IntakeError.rowWrong`.
  public func requireAll(of sheet: IncomingSheet) throws(IntakeError) {
    guard let finding = findings.first(where: { $0.code.severity == .error }) else { return }
    let titles = sheet.header.titles
    throw .rowWrong(
      path: sheet.path,
      column: titles.indices.contains(finding.column) ? titles[finding.column] : "", finding)
  }

  /// The values of the columns of the key, as a clerk writes them, of every row that has them.
  public var keys: [[String]] {
    let places = description.key.map(description.place)
    return records.map { record in
      places.map { description.kept[$0].kind.written(record.values[$0]) }
    }
  }

  /// The texts of every row, each under the name of its column.
  public var texts: [[String: String]] {
    records.map { record in
      Dictionary(
        uniqueKeysWithValues: zip(description.kept, record.values).map { ($0.id, $1.text) })
    }
  }

  /// The accepted rows as the register keeps them.
  public var accepted: SheetRows {
    SheetRows(
      kind: description.kind.rawValue, columns: description.kept.map(\.id),
      rows: records.filter { !$0.isRejected }.map { ($0.place.row, $0.values) })
  }
}
