import GRDB
public import Model

/// A row of a small sheet as it counts.
public struct StoredSheetRow: Sendable {
  /// The file's name and the row there.
  public let source: (file: String, row: Int)
  /// By what the register knows it.
  public let place: SheetRowPlace
  private let values: [String: SheetRows.Value]

  init(source: (file: String, row: Int), place: SheetRowPlace, values: [String: SheetRows.Value]) {
    self.source = source
    self.place = place
    self.values = values
  }

  /// The text of a column; nil where it is blank.
  public func text(_ column: String) -> String? {
    guard let text = values[column]?.text, !text.isEmpty else { return nil }
    return text
  }

  /// The number of a column; nil where it is blank.
  public func number(_ column: String) -> Int? { values[column]?.number }

  /// The day of a column; nil where it is blank.
  public func day(_ column: String) -> CivilDate? {
    number(column).flatMap { CivilDate(number: $0) }
  }
}

extension Register {
  /// The rows of a kind of small sheet; where several files give one, the one that came last counts.
  /// - Complexity: O(rows).
  public func rows(of sheet: SheetDescription) throws -> [StoredSheetRow] {
    let view = RegisterView.name(of: sheet.kind)
    let kept = sheet.kept.map(\.id)
    return try read { database in
      var found: [[SheetRows.Value]: StoredSheetRow] = [:]
      let rows = try database.rows(
        """
        SELECT entry.*, file.name AS source_name FROM \(sql: view) AS entry
        JOIN file ON file.id = entry.file_id AND file.state = 'taken'
        ORDER BY entry.file_id, entry.row
        """)
      for row in rows {
        let values = Dictionary(
          uniqueKeysWithValues: kept.map { column -> (String, SheetRows.Value) in
            switch row[column] as (any DatabaseValueConvertible)? {
            case let number as Int64: (column, .number(Int(number)))
            case let text as String: (column, .text(text))
            default: (column, .blank)
            }
          })
        found[sheet.key.map { values[$0] ?? .blank }] = StoredSheetRow(
          source: (row["source_name"], row["row"]),
          place: SheetRowPlace(kind: sheet.kind, file: row["file_id"], row: row["row"]),
          values: values)
      }
      return Array(found.values)
    }
  }
}
