import Foundation
import GRDB
public import Model

/// A row of a small sheet, by the file that it came in.
public struct SheetRowPlace: Hashable, Sendable {
  /// The kind of sheet.
  public let kind: SheetKind
  /// The file's number in the register.
  public let file: Int64
  /// The row in the file.
  public let row: Int

  /// Names a row.
  public init(kind: SheetKind, file: Int64, row: Int) {
    (self.kind, self.file, self.row) = (kind, file, row)
  }
}

extension Register {
  /// The rows of small sheets that a file's name and a row's number mean, taken back or not.
  public func sheetRows(inFileNamed name: String, row: Int) throws -> [SheetRowPlace] {
    try read { database in
      try database.rows(
        """
        SELECT sheet_row.kind, file_id FROM sheet_row JOIN file ON file.id = file_id
        WHERE file.name = \(name) AND row = \(row) ORDER BY file_id
        """
      ).compactMap { found in
        SheetKind(rawValue: found["kind"]).map {
          SheetRowPlace(kind: $0, file: found["file_id"], row: row)
        }
      }
    }
  }

  /// Takes a column's text out of rows, and what was found in it; only the note of it stays.
  /// - Returns: the texts that were taken out.
  public func redact(
    _ column: String, of places: [SheetRowPlace], note: AuditNote
  ) throws -> [String] {
    try erasing(note) { database in
      var texts: [String] = []
      for place in places {
        let path = "$.\(column)"
        let text: String? = try database.value(
          """
          SELECT cells ->> \(path) FROM sheet_row
          WHERE kind = \(place.kind.rawValue) AND file_id = \(place.file) AND row = \(place.row)
          """)
        guard let text else { continue }
        texts.append(text)
        try database.execute(
          literal: """
            UPDATE sheet_row SET cells = json_set(cells, \(path), NULL)
            WHERE kind = \(place.kind.rawValue) AND file_id = \(place.file) AND row = \(place.row)
            """)
        try Self.blankFindings(of: place, in: database)
      }
      return texts
    }
  }

  /// Takes whole rows out, with what was found in them; only the note of it stays.
  public func erase(_ places: [SheetRowPlace], note: AuditNote) throws {
    try erasing(note) { try Self.erase(places, in: $0) }
  }

  static func erase(_ places: [SheetRowPlace], in database: Database) throws {
    for place in places {
      try database.execute(
        literal: """
          DELETE FROM sheet_row
          WHERE kind = \(place.kind.rawValue) AND file_id = \(place.file) AND row = \(place.row)
          """)
      try blankFindings(of: place, in: database)
    }
  }

  private static func blankFindings(of place: SheetRowPlace, in database: Database) throws {
    try database.execute(
      literal:
        "UPDATE finding SET value = '' WHERE file_id = \(place.file) AND row = \(place.row)")
  }

  func erasing<Result>(_ note: AuditNote, _ body: (Database) throws -> Result) throws
    -> Result
  {
    try Self.explaining(path) {
      // What is overwritten must not stay in the file's free pages.
      try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    }
    return try write { database in
      let result = try body(database)
      try Self.append(note, in: database)
      return result
    }
  }

  /// Writes the file anew without free pages and truncates its log.
  /// - Throws: `RegisterError`.
  public func compact() throws {
    try Self.explaining(path) {
      try writer.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")
      }
    }
  }
}
