import GRDB
import Model
import Testing

@testable import Register

@Suite("Rows of small sheets")
struct SheetRowsTests {
  private func take(_ sheet: SheetRows, into register: Register) throws {
    try register.importing(command: "test", takenAt: "", dryRun: false) { session in
      let id = try session.add(
        FileEntry(
          kind: sheet.kind, name: "a.csv", bytes: 1, sha256: sheet.kind, encoding: "UTF-8",
          separator: ",", worksheet: nil, columns: []))
      try session.store(sheet, fileID: id)
    }
  }

  @Test("are stored with every column that their description names, blanks as NULL")
  func stored() throws {
    let register = try Register()
    try take(
      SheetRows(
        kind: "posts", columns: ["places", "office_code", "brand_new"],
        rows: [
          (2, [.number(3), .text("110102010"), .text("a\"'，")]),
          (3, [.blank, .text("110102011"), .blank]),
        ]), into: register)
    try register.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT post.row, office_code, places, typeof(places) AS type,
            cells ->> 'brand_new' AS brand_new
          FROM post JOIN sheet_row USING (file_id, row) ORDER BY post.row
          """)
      #expect(
        rows == [
          [
            "row": 2, "office_code": "110102010", "places": 3, "type": "integer",
            "brand_new": "a\"'，",
          ],
          ["row": 3, "office_code": "110102011", "places": nil, "type": "null", "brand_new": nil],
        ])
    }
  }
}
