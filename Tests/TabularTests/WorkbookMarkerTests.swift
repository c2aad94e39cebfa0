import CZip
import Model
import Testing

@testable import Tabular

@Suite("Handing a workbook back with its bad cells marked")
struct WorkbookMarkerTests {
  /// Copies a workbook with marks and hands over the copy's path.
  private func withCopy(
    of path: String, marks: [WorkbookMark], _ body: (String) throws -> Void
  ) throws {
    try TemporaryFile.with { copy in
      try WorkbookMarker(WorkbookReader(path: path), worksheets: [0]).write(marks, to: copy)
      try body(copy)
    }
  }

  /// A member of an archive as text.
  private func part(_ name: String, of path: String) throws -> String {
    let archive = try ZipArchive(path: path, limits: WorkbookLimits())
    let member = try archive.open(name)
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var count = 0
    while case let read = try bytes.withUnsafeMutableBytes({
      try member.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
    }), read > 0 {
      count += read
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  @Test("A copy reads back the same, row by row", arguments: ["openpyxl", "libreoffice"])
  func fixtures(name: String) throws {
    let path = WorkbookReaderTests.fixture("\(name).xlsx")
    let marks = [
      WorkbookMark(row: 4, column: 3, message: "身份证号被表格软件改坏了"),
      WorkbookMark(row: 3, column: 12, message: "缺"), WorkbookMark(row: 5, column: 1, message: "空"),
      WorkbookMark(row: 9, column: 2, message: "末"), WorkbookMark(row: 4, column: 3, message: "再填"),
    ]
    let original = try WorkbookContents(reader: WorkbookReader(path: path), columns: 16)
    try withCopy(of: path, marks: marks) { copy in
      let reader = try WorkbookReader(path: copy)
      let contents = try WorkbookContents(reader: reader, columns: 16)
      #expect(contents.rows == original.rows)
      #expect(contents.notices == [])
      #expect(reader.worksheets.map(\.name) == ["报名表"])
      let comments = try part("xl/comments1.xml", of: copy)
      #expect(
        comments.matches(of: /ref="([A-Z]+[0-9]+)"/).map { String($0.1) } == [
          "L3", "C4", "A5", "B9",
        ])
      #expect(comments.contains("身份证号被表格软件改坏了\n再填"))
      let sheet = try part("xl/worksheets/sheet1.xml", of: copy)
      #expect(sheet.matches(of: /s="2"/).count == 4)
      #expect(!sheet.contains("t=\"n\"") && !sheet.contains("<f>"))
    }
  }

  @Test("Texts that XML or a spreadsheet would alter come back as they were")
  func awkwardTexts() throws {
    let texts = [
      "=cmd|' /C calc'!A0", "000123", "1.10101199001011E+17", " 两端 ", "\t", "甲\n乙", "甲\r乙",
      "_x000D_", "_x0041_", "a\u{1}b", "<&>\"'", "𠮷·野", "-1", "@x", "TRUE", "2024-06-01",
    ]
    let escaped = texts.map { text in
      text.replacing("_x", with: "_x005F_x").replacing("&", with: "&amp;")
        .replacing("<", with: "&lt;").replacing("\r", with: "_x000D_")
        .replacing("\u{1}", with: "_x0001_").replacing("\t", with: "&#9;")
    }
    let strings = escaped.map { "<si><t xml:space=\"preserve\">\($0)</t></si>" }.joined()
    let cells = texts.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    let source = WorkbookArchive(rows: "<row r=\"2\">\(cells)</row>", strings: strings)
    let expected = ["2:" + texts.joined(separator: "|")]
    #expect(
      try source.rows(columns: texts.count).map { Array($0.utf8) }
        == expected.map { Array($0.utf8) })
    try source.withFile { path in
      try withCopy(of: path, marks: [WorkbookMark(row: 2, column: 1, message: "<&>\"")]) { copy in
        let contents = try WorkbookContents(
          reader: WorkbookReader(path: copy), columns: texts.count)
        #expect(contents.rows.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
      }
    }
  }

  @Test("The same input gives the same bytes")
  func repeatable() throws {
    func copy() throws -> [String] {
      var parts: [String] = []
      try WorkbookArchive(rows: "<row><c><v>1</v></c></row>").withFile { path in
        try withCopy(of: path, marks: [WorkbookMark(row: 1, column: 1, message: "x")]) { copy in
          parts = try ["docProps/core.xml", "xl/worksheets/sheet1.xml"].map {
            try part($0, of: copy)
          }
        }
      }
      return parts
    }
    let first = try copy()
    #expect(first[0].contains("2000-01-01T00:00:00Z"))
    #expect(try copy() == first)
  }

  @Test("A name that cannot be written gives way, a folder that is absent does not")
  func refusals() throws {
    var source = WorkbookArchive(rows: "<row><c><v>1</v></c></row>")
    source["book/main.xml"] = source["book/main.xml"].replacing("报名表", with: "a/b")
    try source.withFile { path in
      try withCopy(of: path, marks: []) { copy in
        let names = try WorkbookReader(path: copy).worksheets.map(\.name)
        #expect(names == ["Sheet1"])
      }
      let nowhere = "/nonexistent/copy.xlsx"
      let marker = try WorkbookMarker(WorkbookReader(path: path), worksheets: [0])
      #expect(throws: WorkbookError.cannotCreate(path: nowhere)) {
        try marker.write([], to: nowhere)
      }
    }
    let long = String(repeating: "x", count: 32_768)
    let tooLong = WorkbookArchive(
      rows: "<row><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>")
    try tooLong.withFile { path in
      #expect(throws: WorkbookError.cellTooLong(cell: "A1")) {
        try withCopy(of: path, marks: []) { _ in }
      }
    }
  }
}
