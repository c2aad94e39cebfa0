import CZip
import Model
import Testing

@testable import Tabular

@Suite("Refusing what is not an honest workbook")
struct WorkbookRefusalTests {
  private func refusal(_ bytes: [UInt8]) throws -> WorkbookError? {
    try TemporaryFile.with { path in
      try TemporaryFile.write(bytes, to: path)
      return #expect(throws: WorkbookError.self) { try WorkbookReader(path: path) }
    }
  }

  @Test("Other kinds of file are told apart and named")
  func otherKinds() throws {
    #expect(try refusal([]) == .notArchive)
    #expect(try refusal(Array("报名序号,姓名\n".utf8)) == .notArchive)
    #expect(try refusal(Array("PK".utf8)) == .damagedArchive)
    for (name, expected) in [
      ("libreoffice.xls", WorkbookError.legacyFormat), ("libreoffice.ods", .openDocument),
      ("encrypted.xlsx", .encrypted), ("absent.xlsx", nil), ("", nil),
    ] {
      let path = WorkbookReaderTests.fixture(name)
      let error = #expect(throws: WorkbookError.self) { try WorkbookReader(path: path) }
      #expect(error == expected ?? (name.isEmpty ? .isDirectory(path: path) : .absent(path: path)))
    }
    var archive = WorkbookArchive(rows: "")
    archive["book/main.xml"] = "<document xmlns=\"urn:word\"/>"
    #expect(throws: WorkbookError.notWorkbook) { try archive.rows() }
    archive = WorkbookArchive(rows: "")
    archive["_rels/.rels"] = archive["_rels/.rels"].replacing("main.xml", with: "main.bin")
    #expect(throws: WorkbookError.binaryFormat) { try archive.rows() }
    archive.parts["_rels/.rels"] = nil
    #expect(throws: WorkbookError.notWorkbook) { try archive.rows() }
  }

  @Test(
    "A page of the web and a spreadsheet of 2003 are told by their text, whatever its encoding",
    arguments: [
      ("<html><table><tr><td>姓名</td></tr></table></html>", WorkbookError.webPage),
      ("\u{FEFF}\r\n <!DOCTYPE html>\n<HTML>", .webPage), ("<table border=1><tr>", .webPage),
      ("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", .webPage),
      ("MIME-Version: 1.0\nX-Document-Type: Workbook", .webPage),
      (
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook",
        .xmlSpreadsheet
      ),
      ("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", .xmlSpreadsheet),
      ("序号\t姓名\n", .notArchive), ("%PDF-1.4", .notArchive),
    ])
  func texts(text: String, expected: WorkbookError) throws {
    #expect(try refusal(Array(text.utf8)) == expected)
    #expect(try refusal(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == expected)
  }

  @Test("A document type is refused in every part, and no entity is resolved")
  func documentTypes() throws {
    let sheet = "<row><c t=\"s\"><v>0</v></c></row>"
    for part in WorkbookArchive(rows: sheet).parts.keys {
      var archive = WorkbookArchive(rows: sheet, strings: "<si><t>甲</t></si>")
      archive[part] = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + archive[part]
      let named = part == "book/strings.xml" ? "book/Strings.xml" : part
      #expect(throws: WorkbookError.documentType(named)) { try archive.rows() }
    }
    #expect(throws: WorkbookError.self) {
      try WorkbookArchive(rows: "<row><c t=\"str\"><v>&e;</v></c></row>").rows()
    }
  }

  @Test("Parts that are absent or broken are named")
  func brokenParts() throws {
    for (part, expected) in [
      ("sheets/first.xml", "sheets/first.xml"), ("book/styles.xml", "book/styles.xml"),
      ("book/strings.xml", "book/Strings.xml"), ("book/main.xml", "book/main.xml"),
    ] {
      var archive = WorkbookArchive(rows: "<row><c><v>1</v></c></row>")
      archive[part] = "<"
      #expect(throws: WorkbookError.damagedPart(expected, byte: 0)) { try archive.rows() }
      archive.parts[part] = nil
      #expect(throws: WorkbookError.missingPart(expected)) { try archive.rows() }
    }
    var archive = WorkbookArchive(rows: "")
    archive["book/_rels/main.xml.rels"] = archive["book/_rels/main.xml.rels"]
      .replacing("../sheets/./first.xml", with: "../../../etc/\u{1B}[31mpasswd")
    let error = #expect(throws: WorkbookError.self) { try archive.rows() }
    #expect(error?.code.hasPrefix("workbook_") == true)
  }

  @Test(
    "Addresses that go back, nest or leave the sheet are refused",
    arguments: [
      (#"<row r="2"/><row r="2"/>"#, WorkbookError.badReference(row: 3)),
      (#"<row r="0"/>"#, .badReference(row: 1)), (#"<row r="x"/>"#, .badReference(row: 1)),
      (#"<row r="1048577"/>"#, .badReference(row: 1)),
      (#"<row r="99999999999999999999"/>"#, .badReference(row: 1)),
      (#"<row r="1"><c r="A1"><v>1</v></c><row r="2"/></row>"#, .badReference(row: 2)),
      (#"<row r="1"><c r="B1"/><c r="B1"/></row>"#, .badReference(row: 1)),
      (#"<row r="1"><c r="B1"/><c r="A1"/></row>"#, .badReference(row: 1)),
      (#"<row r="1"><c r="A2"/></row>"#, .badReference(row: 1)),
      (#"<row r="1"><c r="1"/></row>"#, .badReference(row: 1)),
      (#"<row r="1"><c r="A"/></row>"#, .badReference(row: 1)),
      (#"<row r="1"><c r=""/></row>"#, .badReference(row: 1)),
      (#"<row r="1"><c r="XFE1"/></row>"#, .columnBeyond(row: 1)),
      (#"<row r="1"><c r="XFD1"/><c/></row>"#, .columnBeyond(row: 1)),
      (#"<row r="1"><c r="ZZZZZZZ1"/></row>"#, .columnBeyond(row: 1)),
      (#"<row r="1"><c r="ZZZZZZZZZZZZ1"/></row>"#, .badReference(row: 1)),
      (#"<row r="1"><c t="s"><v>1</v></c></row>"#, .badReference(row: 1)),
      (#"<row r="1"><c t="s"><v>-1</v></c></row>"#, .badReference(row: 1)),
      (#"<row r="1"><c t="s"><v>99999999999999999999</v></c></row>"#, .badReference(row: 1)),
    ])
  func addresses(rows: String, expected: WorkbookError) throws {
    let archive = WorkbookArchive(rows: rows, strings: "<si><t>甲</t></si>")
    #expect(throws: expected) { try archive.rows() }
  }

  @Test("A cell may hold as many bytes as allowed and not one more", arguments: [-1, 0, 1])
  func longCell(excess: Int) throws {
    let words = String(repeating: "x", count: WorkbookLimits().cellBytes + excess)
    let inline = WorkbookArchive(rows: "<row><c t=\"inlineStr\"><is><t>\(words)</t></is></c></row>")
    let shared = WorkbookArchive(
      rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>\(words)</t></si>")
    if excess > 0 {
      #expect(throws: WorkbookError.cellTooLong(cell: "A1")) { try inline.rows(columns: 1) }
      #expect(throws: WorkbookError.self) { try shared.rows(columns: 1) }
    } else {
      #expect(try inline.rows(columns: 1) == ["1:" + words])
      #expect(try shared.rows(columns: 1) == ["1:" + words])
    }
  }

  @Test("Each limit holds at its value and is passed one beyond it")
  func limits() throws {
    let archive = WorkbookArchive(
      rows: "<row><c t=\"s\"><v>0</v></c><c t=\"e\"><v>!</v></c></row>",
      strings: "<si><t>abcdef</t></si>")
    func expect(
      _ bound: WorkbookError.Bound, _ path: WritableKeyPath<WorkbookLimits, Int>, at value: Int
    ) throws {
      var limits = WorkbookLimits()
      limits[keyPath: path] = value
      #expect(try archive.rows(columns: 2, limits: limits) == ["1:abcdef|!"])
      limits[keyPath: path] = value - 1
      #expect(throws: WorkbookError.tooLarge(bound)) {
        try archive.rows(columns: 2, limits: limits)
      }
    }
    try expect(.entries, \.entries, at: archive.parts.count)
    try expect(.sharedBytes, \.sharedBytes, at: 6)
    try expect(.notices, \.notices, at: 1)
    let longest = archive.parts.values.map(\.count).max() ?? 0
    try expect(.inflatedBytes, \.inflatedBytes, at: longest)
    let size = try archive.withFile { path in
      var code: Int32 = 0
      let file = try #require(zip_source_file_create(path, 0, -1, nil))
      defer { zip_source_free(file) }
      var status = zip_stat_t()
      code = zip_source_stat(file, &status)
      try #require(code == 0)
      return Int(status.size)
    }
    try expect(.fileBytes, \.fileBytes, at: size)
  }

  @Test("A zip bomb stops at the ratio, long before it is inflated")
  func bomb() throws {
    let rows = String(repeating: " ", count: 1 << 26)
    #expect(throws: WorkbookError.tooLarge(.ratio)) { try WorkbookArchive(rows: rows).rows() }
  }

  @Test("Text repeated by reference counts against the limit")
  func repetition() throws {
    let rows = (1...100).map { _ in "<row><c t=\"s\"><v>0</v></c></row>" }.joined()
    let archive = WorkbookArchive(
      rows: rows, strings: "<si><t>\(String(repeating: "x", count: 1_000))</t></si>")
    var limits = WorkbookLimits()
    limits.inflatedBytes = 100_000
    #expect(try archive.rows(limits: limits).count == 100)
    limits.inflatedBytes = 99_999
    #expect(throws: WorkbookError.tooLarge(.inflatedBytes)) { try archive.rows(limits: limits) }
  }

  @Test("Markup that would fill memory is refused: depth, names, one endless tag")
  func markup() throws {
    let deep = String(repeating: "<a>", count: 400_000)
    let many = (0..<400_000).map { "<a\($0)/>" }.joined()
    let long = "<a b=\"\(String(repeating: "x", count: 1 << 25))\"/>"
    for content in [deep, many, long] {
      var archive = WorkbookArchive(rows: content)
      archive.isPacked = false
      #expect(throws: WorkbookError.tooLarge(.markup)) { try archive.rows() }
    }
    #expect(try WorkbookArchive(rows: "<row><c><v>1</v></c></row>").rows(columns: 1) == ["1:1"])
  }

  @Test("A directory that claims too much is refused before it is read")
  func directory() throws {
    try WorkbookArchive(rows: "").withFile { path in
      let file = try #require(zip_source_file_create(path, 0, -1, nil))
      zip_source_open(file)
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = Int(zip_source_read(file, &bytes, 1 << 16))
      zip_source_free(file)
      bytes.removeLast(bytes.count - count)
      bytes[count - 7] = 0x7F
      #expect(try refusal(bytes) == .tooLarge(.entries))
      #expect(try refusal(Array(bytes.prefix(count / 2))) == .damagedArchive)
    }
  }

  @Test("Every refusal says what happened and what to do, in both languages")
  func wording() {
    var errors: [WorkbookError] = [
      .absent(path: "p"), .isDirectory(path: "p"), .unreadable(path: "p", errno: 5), .legacyFormat,
      .binaryFormat, .openDocument, .webPage, .xmlSpreadsheet, .encrypted, .notArchive,
      .notWorkbook, .damagedArchive, .missingPart("x"),
      .damagedPart("x", byte: 3), .documentType("x"), .cellTooLong(cell: "A1"),
      .columnBeyond(row: 1), .badReference(row: 1), .unwritable(cell: "A1"),
      .cannotCreate(path: "p"),
    ]
    errors += WorkbookError.Bound.allCases.map { .tooLarge($0) }
    #expect(Set(errors.map(\.code)).count == errors.count - WorkbookError.Bound.allCases.count + 1)
    for error in errors {
      for language in Language.allCases {
        #expect(!error.happened[language].isEmpty && !error.remedy[language].isEmpty)
      }
    }
    #expect(
      WorkbookError.encrypted.message(in: .zh) == """
        工作簿设有打开密码。
        加密后的内容读不出来，密码也不应交给程序。
        请用 WPS 或 Excel 打开，取消打开密码，“另存为”.xlsx 后再导入。
        """)
  }
}
