import GRDB
import Model

/// A finding on a row that names another row.
enum CollisionNote {
  /// Notes on a row what it shares with which other row; the value is masked where it is personal.
  static func add(
    _ code: FindingCode, of row: StandingRow, like other: StandingRow, in database: Database
  ) throws {
    let isPerson = code == .residentIDRepeated
    let field: ApplicantField = isPerson ? .residentID : .applicationNo
    let value =
      isPerson
      ? row.residentID.prefix(6) + "********" + row.residentID.dropFirst(14)
      : row.applicationNo[...]
    try database.cachedStatement(
      sql: """
        INSERT INTO finding (file_id, row, line, place, code, value, other_file_id, other_row,
          applicant_id, other_applicant_id)
        VALUES (:file, :row, :line, COALESCE(
            (SELECT place FROM file_column c WHERE c.file_id = :file AND c.field = :field), -1),
          :code, :value, :other_file, :other_row, :id, :other)
        """
    ).execute(arguments: [
      "file": row.fileID, "row": row.row, "line": row.line, "field": field.id,
      "code": code.rawValue, "value": String(value), "other_file": other.fileID,
      "other_row": other.row, "id": row.id, "other": other.id,
    ])
  }
}
