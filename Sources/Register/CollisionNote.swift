import GRDB
import Model

/// A finding on a row that names another row.
enum CollisionNote {
  /// Notes on a row what it shares with which other row; the value is masked where it is personal.
  static func add(_ code: FindingCode, of id: Int64, like other: Int64, in database: Database)
    throws
  {
    let field: ApplicantField = code == .residentIDRepeated ? .residentID : .applicationNo
    try database.cachedStatement(
      sql: """
        INSERT INTO finding (file_id, row, line, place, code, value, other_file_id, other_row,
          applicant_id, other_applicant_id)
        SELECT a.file_id, a.row, a.line,
          COALESCE((SELECT place FROM file_column c WHERE c.file_id = a.file_id AND c.field = :field),
            -1),
          :code,
          CASE :field WHEN 'resident_id'
            THEN substr(a.resident_id, 1, 6) || '********' || substr(a.resident_id, 15)
            ELSE a.application_no END,
          b.file_id, b.row, a.id, b.id
        FROM applicant_row a, applicant_row b WHERE a.id = :id AND b.id = :other
        """
    ).execute(arguments: ["field": field.id, "code": code.rawValue, "id": id, "other": other])
  }
}
