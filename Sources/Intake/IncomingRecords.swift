public import Model

/// One row of a small sheet after its check.
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

/// A small sheet after its check: every kind but the applicants.
public struct IncomingRecords: Sendable {
  /// What the sheet looks like.
  public let description: SheetDescription
  /// The rows, in the order of the file.
  public private(set) var records: [IncomingRecord] = []
  /// What was found.
  public private(set) var findings: [Finding] = []

  /// Reads every row of a sheet and checks it.
  /// - Throws: `TabularError` or `IntakeError.noRows`.
  public init(reading sheet: IncomingSheet, offices: OfficeTable) throws {
    description = sheet.header.description
    var reader = SheetReader(description, offices: offices)
    try reader.read(sheet) { batch in
      findings += batch.findings
      batch.removeAll()
      return batch
    }
    records = reader.records
    rejectRepeatedKeys(column: sheet.header.place(of: description.key[0]))
  }

  /// Every row with a repeated key is rejected, because nobody can say which one is meant.
  private mutating func rejectRepeatedKeys(column: Int) {
    let places = description.key.map(description.place)
    let groups = Dictionary(grouping: records.indices.filter { !records[$0].isRejected }) { index in
      places.map { records[index].values[$0] }
    }
    for index in groups.values.filter({ $0.count > 1 }).joined().sorted() {
      let place = records[index].place
      records[index].isRejected = true
      findings.append(
        Finding(
          code: .keyRepeated, row: place.row, line: place.line, column: column,
          value: records[index].key.joined(separator: " ")))
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
