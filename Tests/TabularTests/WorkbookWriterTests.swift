import Foundation
import Model
import Testing

@testable import Tabular

@Suite("Workbooks out")
struct WorkbookWriterTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "workbooks-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func day() throws -> CivilDate {
    try #require(CivilDate(year: 2024, month: 6, day: 1))
  }

  /// Writes a workbook that uses everything.
  private func write(_ name: String) throws -> String {
    let path = folder.appending(path: name).path
    let workbook = try WorkbookWriter(path: path, title: "名单 & more", created: day())
    var header = CellStyle()
    header.isBold = true
    header.fill = 0xE8EEF4
    header.hasBorder = true
    let sheet = workbook.addSheet("名单")
    sheet.setWidths([8, 20, 12])
    sheet.setPage(isLandscape: true, repeating: 0...0, footer: "协管员")
    sheet.freeze(row: 1, column: 0)
    sheet.write("标题", row: 0, columns: 0...2, style: header)
    sheet.write("=1+1", row: 1, column: 0)
    sheet.write(2, row: 1, column: 1)
    sheet.write(formula: "=B2*2", result: 4, row: 1, column: 2)
    sheet.comment("说明", row: 1, column: 0)
    sheet.offer(cells: "=$A$2:$A$3", rows: 1...100, column: 2)
    sheet.write("\u{FFFF}\u{1}乙", row: 2, column: 0)
    try workbook.close()
    return path
  }

  /// The text of one part of a workbook.
  private func part(_ part: String, of path: String) throws -> String {
    let unzip = Process()
    unzip.executableURL = URL(filePath: "/usr/bin/unzip")
    unzip.arguments = ["-p", path, part]
    let pipe = Pipe()
    unzip.standardOutput = pipe
    try unzip.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    unzip.waitUntilExit()
    return text
  }

  @Test("The same calls give the same bytes, seconds apart")
  func sameBytes() async throws {
    let first = try write("first.xlsx")
    try await Task.sleep(for: .milliseconds(2100))
    let second = try write("second.xlsx")
    #expect(
      try Data(contentsOf: URL(filePath: first)) == Data(contentsOf: URL(filePath: second)))
  }

  @Test("A text that looks like a formula is a text cell; characters that XML forbids are replaced")
  func text() throws {
    let path = try write("text.xlsx")
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("<c r=\"A2\" s=\"2\" t=\"s\">"))
    #expect(sheet.contains("<c r=\"C2\" s=\"2\"><f>B2*2</f><v>4</v></c>"))
    let strings = try part("xl/sharedStrings.xml", of: path)
    #expect(strings.contains("<t>=1+1</t>"))
    #expect(strings.contains("<t>\u{FFFD}\u{FFFD}乙</t>"))
  }

  @Test("The page is A4 across, as wide as the paper, with the header repeated")
  func page() throws {
    let path = try write("page.xlsx")
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\""))
    #expect(try part("xl/workbook.xml", of: path).contains("名单'!$1:$1"))
  }

  @Test("A cell takes 32,767 characters; a longer text ends with an ellipsis")
  func longText() {
    for count in [32_766, 32_767] {
      #expect(WorkbookWriter.clean(String(repeating: "字", count: count)).count == count)
    }
    let cut = WorkbookWriter.clean(String(repeating: "字", count: 32_768))
    #expect(cut.utf16.count == 32_767)
    #expect(cut.hasSuffix("字…"))
  }

  @Test("A sheet name that a workbook cannot hold gives way to an automatic one")
  func sheetName() throws {
    let path = folder.appending(path: "names.xlsx").path
    let workbook = try WorkbookWriter(path: path, title: "", created: day())
    _ = workbook.addSheet("a/b")
    _ = workbook.addSheet(String(repeating: "长", count: 32))
    try workbook.close()
    #expect(try part("xl/workbook.xml", of: path).contains("name=\"Sheet2\""))
  }

  @Test("A path where no file can be made is an error at once")
  func impossiblePaths() throws {
    let missing = folder.appending(path: "missing/x.xlsx").path
    #expect(throws: TabularError.cannotCreate(path: missing, errno: ENOENT)) {
      try WorkbookWriter(path: missing, title: "", created: day())
    }
    #expect(throws: TabularError.exists(path: folder.path)) {
      try WorkbookWriter(path: folder.path, title: "", created: day())
    }
  }
}
