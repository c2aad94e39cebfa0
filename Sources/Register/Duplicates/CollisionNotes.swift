import GRDB
import Model

/// Notes on rows what they share with which others; of one person there may be very many.
final class CollisionNotes {
  private let database: Database
  private let insert: Statement
  /// The place of each field's column by file.
  private var places: [Int64: [String: Int64]] = [:]

  init(_ database: Database) throws {
    self.database = database
    insert = try database.makeStatement(
      sql: """
        INSERT INTO finding (file_id, row, line, place, other_file_id, other_row, applicant_id,
          other_applicant_id, code, value)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  /// Notes it on a row; the value is masked where it is personal.
  func add(_ code: FindingCode, to row: ApplicantRow, like other: ApplicantRow) throws {
    let isPerson = code == .residentIDRepeated
    let field: ApplicantField = isPerson ? .residentID : .applicationNo
    let value =
      isPerson
      ? row.residentID.prefix(6) + "********" + row.residentID.dropFirst(14)
      : PersonalNumber.masked(row.applicationNo)[...]
    try insert.execute(
      [
        row.fileID, Int64(row.row), Int64(row.line), place(of: field.id, in: row.fileID),
        other.fileID, Int64(other.row), row.id, other.id,
      ], [code.rawValue, String(value)])
  }

  private func place(of field: String, in file: Int64) throws -> Int64 {
    if places[file] == nil {
      places[file] = Dictionary(
        try database.rows(
          "SELECT field, place FROM file_column WHERE file_id = \(file) AND field IS NOT NULL"
        ).map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
    return places[file]?[field] ?? -1
  }
}
