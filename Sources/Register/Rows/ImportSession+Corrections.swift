import GRDB
public import Model

/// A row before and after a correction, as the texts of the columns that are kept.
public struct ChangedRow: Sendable {
  /// The row of the correcting sheet.
  public let row: Int
  /// The places of the columns by which it is known.
  public let key: [Int]
  /// The texts that counted before.
  public let before: [String]
  /// The texts that count now.
  public let after: [String]

  /// Puts a change together.
  public init(row: Int, key: [Int], _ before: [String], _ after: [String]) {
    (self.row, self.key, self.before, self.after) = (row, key, before, after)
  }
}

extension ImportSession {
  /// The rows of a kind that a sheet with certain keys may correct: of applicants the accepted one of
  /// a number, else the rejected one that came last; of other sheets the one that counts.
  public func storedRows(of description: SheetDescription, with keys: Set<[String]>) throws
    -> StoredRows
  {
    var stored = StoredRows()
    guard description.kind == .applicants else {
      try forEachRow(of: description) { key, row in
        if keys.contains(key) { stored[key] = row }
      }
      return stored
    }
    for key in keys.sorted(by: { $0[0] < $1[0] }) {
      let rows = try database.applicants.rows(KeyBlocks.ids(of: key[0], in: database))
        .filter { $0.isTaken && $0.applicationNo == key[0] }
      guard
        let row = rows.first(where: { $0.outcome == .accepted })
          ?? rows.last(where: { $0.outcome == .rejected })
      else { continue }
      let texts = try database.applicants.texts(of: row.id)
      stored[key] = StoredRows.Row(
        origin: (row.fileID, row.id), texts: ApplicantField.allCases.map { texts[$0] ?? "" })
    }
    return stored
  }

  private func forEachRow(
    of description: SheetDescription, _ body: ([String], StoredRows.Row) -> Void
  ) throws {
    let fields = description.kept
    let places = description.key.map(description.place)
    let rows = try database.rows(
      """
      SELECT file_id, row, view.* FROM
        \(sql: RegisterView.name(of: description.kind)) AS view
        JOIN file ON file.id = file_id AND file.state = 'taken' ORDER BY file_id, row
      """)
    for row in rows {
      let texts = fields.map { field -> String in
        let value: DatabaseValue = row[field.id]
        if let number = Int.fromDatabaseValue(value) { return field.kind.written(.number(number)) }
        return String.fromDatabaseValue(value) ?? ""
      }
      body(
        places.map { texts[$0] },
        StoredRows.Row(origin: (row["file_id"], row["row"]), texts: texts))
    }
  }

  /// Keeps that a row of a small sheet counts instead of another.
  public func replace(
    kind: String, file: Int64, row: Int64, by other: (file: Int64, row: Int64)
  ) throws {
    try database.execute(
      literal: """
        INSERT INTO sheet_replacement (kind, file_id, row, by_file_id, by_row)
        VALUES (\(kind), \(file), \(row), \(other.file), \(other.row))
        """)
  }

  /// The applicants from an id on that correct others, each with the texts before and after; rows that
  /// were rejected before are told from then on as corrected too.
  public func changedRows(
    from first: Int64, correcting stored: StoredRows, skipping unchanged: Set<UInt32>
  ) throws -> [ChangedRow] {
    var changes: [ChangedRow] = []
    let next = try nextApplicantID()
    for id in first..<max(first, next) where !unchanged.contains(UInt32(id)) {
      guard let row = try database.applicants[id], let before = stored[[row.applicationNo]] else {
        continue
      }
      let texts = try database.applicants.texts(of: id)
      changes.append(
        ChangedRow(
          row: row.row, key: [ApplicantField.applicationNo.rawValue], before.texts,
          ApplicantField.allCases.map { texts[$0] ?? "" }))
      if try database.applicants[before.origin.row]?.outcome == .rejected {
        try replace(before.origin.row, by: id)
      }
    }
    return changes
  }
}
