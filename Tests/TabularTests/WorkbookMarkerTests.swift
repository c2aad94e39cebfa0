import CZip
import Foundation
import Model
import Testing

@testable import Tabular

@Suite("Handing a workbook back with its bad cells marked")
final class WorkbookMarkerTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "marked-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static let titles = ["退回原因", "怎么改"]

  /// What is wrong with a worksheet whose header stands in row 2.
  private static func sheet(
    _ marks: [WorkbookMark], header: Int = 2, width: Int, earlier: [Int] = []
  ) -> WorksheetMarks {
    var sheet = WorksheetMarks()
    sheet.marks = marks
    sheet.notes = Dictionary(grouping: marks, by: \.row)
      .mapValues { [$0.map(\.message).joined(separator: "；"), "改"] }
    (sheet.titles, sheet.header, sheet.width, sheet.earlier) = (titles, header, width, earlier)
    return sheet
  }

  /// Writes a marked copy and returns its path.
  private func copy(of path: String, _ sheet: WorksheetMarks, as name: String = "copy") throws
    -> String
  {
    let copy = folder.appending(path: name + ".xlsx").path
    try WorkbookMarker(path: path).write([0: sheet], to: copy)
    return copy
  }

  private func members(of path: String) throws -> [String: [UInt8]] {
    let archive = try #require(zip_open(path, ZIP_RDONLY, nil))
    defer { zip_discard(archive) }
    let source = try ZipArchive(path: path, limits: WorkbookLimits())
    return try (0..<zip_uint64_t(zip_get_num_entries(archive, 0))).reduce(into: [:]) {
      let name = String(cString: try #require(zip_get_name(archive, $1, 0)))
      $0[name] = try source.bytes(of: name)
    }
  }

  private func part(_ name: String, of path: String) throws -> String {
    String(
      decoding: try ZipArchive(path: path, limits: WorkbookLimits()).bytes(of: name), as: UTF8.self)
  }

  @Test(
    "The copy is the sender's own package: what nothing is marked in is there byte for byte",
    arguments: ["openpyxl", "libreoffice"])
  func ownPackage(name: String) throws {
    let path = WorkbookReaderTests.fixture("\(name).xlsx")
    let marks = [
      WorkbookMark(row: 4, column: 3, message: "身份证号被表格软件改坏了", holdsDigits: true),
      WorkbookMark(row: 3, column: 12, message: "缺"), WorkbookMark(row: 5, column: 1, message: "空"),
      WorkbookMark(row: 9, column: 2, message: "末"), WorkbookMark(row: 4, column: 3, message: "再填"),
    ]
    let original = try WorkbookContents(reader: WorkbookReader(path: path), columns: 12)
    let copy = try copy(of: path, Self.sheet(marks, header: 2, width: 12))
    let (before, after) = (try members(of: path), try members(of: copy))
    let changed = Set(before.keys).filter { before[$0] != after[$0] }
    #expect(
      changed.isSubset(of: [
        "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/comments/comment1.xml", "xl/comments1.xml",
        "xl/drawings/commentsDrawing1.vml", "xl/drawings/vmlDrawing1.vml",
      ]), "\(changed)")
    #expect(Set(after.keys) == Set(before.keys))
    let reader = try WorkbookReader(path: copy)
    let worksheets = try WorkbookReader(path: path).worksheets
    #expect(reader.worksheets == worksheets)
    let contents = try WorkbookContents(reader: reader, columns: 12)
    // Two rows that were blank say now that they are bad.
    #expect(
      contents.rows.filter { !$0.hasPrefix("5:") && !$0.hasPrefix("9:") } == original.rows)
    #expect(contents.notices == original.notices)
    let comments = after.first { $0.key.contains("comment") && $0.key.hasSuffix("xml") }
    let cells = String(decoding: comments?.value ?? [], as: UTF8.self)
      .matches(of: /ref="([A-Z]+[0-9]+)"/).map { String($0.1) }
    #expect(cells.suffix(4).sorted() == ["A5", "B9", "C4", "L3"] || cells.count == 4, "\(cells)")
    #expect(WrittenWorkbook.isWhole(copy))
  }

  /// A worksheet with everything that a clerk may have set up.
  private static let furnished = """
    <sheetPr><tabColor rgb="FF00FF00"/></sheetPr><dimension ref="A1:C4"/><sheetViews>\
    <sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" state="frozen"/></sheetView>\
    </sheetViews><cols><col min="1" max="2" width="9"/><col min="3" max="16384" width="12"/></cols>\
    <sheetData><row r="2" spans="1:3" ht="30"><c r="A2" s="1" t="inlineStr"><is><t>报名序号</t></is></c>\
    <c r="B2" t="inlineStr"><is><t>姓名</t></is></c><c r="C2" s="1" t="inlineStr"><is><t>成绩</t></is>\
    </c></row><row r="3"/><row r="4" spans="1:3"><c r="A4" s="1"><f>1+1</f><v>2</v></c><!-- a > b -->\
    <c r="C4" s='1'><v>85.5</v></c></row></sheetData><autoFilter ref="A2:C4"/>\
    <conditionalFormatting sqref="C3:C9"><cfRule type="cellIs" priority="1" operator="lessThan">\
    <formula>60</formula></cfRule></conditionalFormatting><dataValidations count="1">\
    <dataValidation type="list" sqref="B3:B9"><formula1>"甲,乙"</formula1></dataValidation>\
    </dataValidations><pageSetup orientation="landscape"/><headerFooter><oddFooter>&amp;P</oddFooter>\
    </headerFooter><tableParts count="0"/><extLst><ext uri="x"/></extLst>
    """
  private static let styles = """
    <fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
    <cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="2" \
    fontId="0" fillId="0" borderId="0" applyAlignment="1"><alignment horizontal="center"/></xf>\
    </cellXfs><dxfs count="0"/>
    """

  private static func archive(_ form: String) -> WorkbookArchive {
    var archive = WorkbookArchive(sheet: furnished, styles: styles)
    archive["[Content_Types].xml"] =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    switch form {
    case "prefixed":
      archive["sheets/first.xml"] = archive["sheets/first.xml"]
        .replacing(#/<(\/?)(\w)/#) { "<\($0.output.1)x:\($0.output.2)" }
        .replacing("xmlns=", with: "xmlns:x=")
    case "UTF-16":
      let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + archive["sheets/first.xml"]
      archive.parts["sheets/first.xml"] =
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case "without styles":
      archive["book/styles.xml"] = "<styleSheet xmlns=\"\(WorkbookArchive.main)\"/>"
    case "without a styles part":
      archive.parts["book/styles.xml"] = nil
      archive["book/_rels/main.xml.rels"] = archive["book/_rels/main.xml.rels"]
        .replacing(#/<Relationship Id="rId2"[^>]*>/#, with: "")
    default: break
    }
    return archive
  }

  @Test(
    "Drop-downs, colours, freezes, filters and print set-up stay, and what is new stands in order",
    arguments: ["plain", "prefixed", "UTF-16", "without styles", "without a styles part"])
  func furnished(form: String) throws {
    let marks = [
      WorkbookMark(row: 4, column: 2, message: "姓名空着\n<&>\"_x0041_"),
      WorkbookMark(row: 4, column: 3, message: "超过 100", holdsDigits: true),
      WorkbookMark(row: 3, column: 1, message: "空"), WorkbookMark(row: 7, column: 1, message: "末"),
    ]
    try Self.archive(form).withFile { path in
      let copy = try copy(of: path, Self.sheet(marks, width: 3))
      let sheet = try part("sheets/first.xml", of: copy).replacing("x:", with: "")
        .replacing("xmlns:r=", with: "xmlns:r=")
      for kept in [
        "<tabColor rgb=\"FF00FF00\"/>", "<pane ySplit=\"2\" topLeftCell=\"A3\" state=\"frozen\"/>",
        "<autoFilter ref=\"A2:C4\"/>", "<formula>60</formula>", "<oddFooter>&amp;P</oddFooter>",
        "sqref=\"B3:B9\"><formula1>\"甲,乙\"</formula1>", "<f>1+1</f><v>2</v></c><!-- a > b -->",
        "<pageSetup orientation=\"landscape\"/>", "<tableParts count=\"0\"/><extLst>",
        "<row r=\"2\" ht=\"30\">", "<dimension ref=\"A2:E7\"/>",
        "<col min=\"3\" max=\"3\" width=\"12\"/><col min=\"4\" max=\"5\" width=\"36\" "
          + "customWidth=\"1\"/><col min=\"6\" max=\"16384\" width=\"12\"/></cols>",
      ] {
        // The bounds of the sheet take in what was there.
        let kept = kept.replacing("A2:E7", with: "A1:E7")
        #expect(sheet.contains(kept), "\(kept) in \(sheet)")
      }
      let drawing = try #require(sheet.range(of: "<legacyDrawing "))
      #expect(
        sheet.range(of: "</headerFooter>").map { $0.upperBound == drawing.lowerBound } == true)
      let contents = try WorkbookContents(reader: WorkbookReader(path: copy), columns: 5)
      let shown = form.hasPrefix("without") ? "2" : "2.00"
      #expect(
        contents.rows == [
          "2:报名序号|姓名|成绩|退回原因|怎么改", "3:|||空|改",
          "4:\(shown)||85.5|姓名空着\n<&>\"_x0041_；超过 100|改", "7:|||末|改",
        ])
      // The number keeps its format where it is no row of digits, and gets that of text where it is.
      let reader = try WorkbookReader(path: copy)
      let styles = try part(reader.stylesPart ?? "", of: copy)
      let formats = styles.components(separatedBy: "cellXfs")[1].matches(of: /numFmtId="(\d+)"/)
      let style = try #require(sheet.firstMatch(of: /<c r="C4" s="(\d+)"/)).1
      #expect(formats[try #require(Int(style))].1 == "49")
      #expect(styles.contains("<fgColor rgb=\"FFFFC7CE\"/>"))
    }
  }

  @Test("A copy that comes again loses the marks of what was mended")
  func again() throws {
    try Self.archive("plain").withFile { path in
      let first = try copy(
        of: path,
        Self.sheet(
          [
            WorkbookMark(row: 4, column: 1, message: "甲"),
            WorkbookMark(row: 4, column: 3, message: "乙"),
          ], width: 3), as: "first")
      let second = try copy(
        of: first,
        Self.sheet([WorkbookMark(row: 4, column: 3, message: "丙")], width: 5, earlier: [4, 5]),
        as: "second")
      let contents = try WorkbookContents(reader: WorkbookReader(path: second), columns: 6)
      #expect(contents.rows == ["2:报名序号|姓名|成绩|退回原因|怎么改|", "4:2.00||85.50|丙|改|"])
      let comments = try part("xl/commentsReturned1.xml", of: second)
      #expect(comments.matches(of: /ref="([A-Z]+[0-9]+)"/).map { String($0.1) } == ["C4"])
      let boxes = try part("xl/drawings/vmlDrawingReturned1.vml", of: second)
      #expect(boxes.matches(of: #/<v:shape /#).count == 1)
      let sheet = try part("sheets/first.xml", of: second)
      #expect(sheet.contains("<c r=\"A4\" s=\"1\">"))
      let third = try copy(of: second, Self.sheet([], width: 5, earlier: [4, 5]), as: "third")
      let rows = try WorkbookContents(reader: WorkbookReader(path: third), columns: 6).rows
      #expect(rows == ["2:报名序号|姓名|成绩|退回原因|怎么改|", "4:2.00||85.50|||"])
    }
  }

  @Test("The sender's own comments stay, and ours goes on where there is one")
  func ownComments() throws {
    var archive = Self.archive("plain")
    archive["sheets/first.xml"] = archive["sheets/first.xml"].replacing(
      "<tableParts",
      with: "<legacyDrawing xmlns:r=\"\(WorkbookArchive.office)\" r:id=\"v\"/><tableParts")
    archive["sheets/_rels/first.xml.rels"] = """
      <Relationships xmlns="\(WorkbookArchive.package)">\
      <Relationship Id="v" Type="\(WorkbookArchive.office)/vmlDrawing" Target="own.vml"/>\
      <Relationship Id="c" Type="\(WorkbookArchive.office)/comments" Target="own.xml"/></Relationships>
      """
    archive["sheets/own.xml"] = """
      <comments xmlns="\(WorkbookArchive.main)"><authors><author>王</author></authors><commentList>\
      <comment ref="A4" authorId="0"><text><t>问过</t></text></comment></commentList></comments>
      """
    // Excel writes line breaks that no parser of XML takes.
    archive["sheets/own.vml"] = """
      <xml xmlns:v="v" xmlns:o="o" xmlns:x="x"><v:shape id="_x0000_s1030"><br></v:shape></xml>
      """
    try archive.withFile { path in
      let copy = try copy(
        of: path,
        Self.sheet(
          [
            WorkbookMark(row: 4, column: 1, message: "甲"),
            WorkbookMark(row: 4, column: 3, message: "乙"),
          ], width: 3))
      let comments = try part("sheets/own.xml", of: copy)
      #expect(comments.contains("<author>王</author><author>&#21327;&#31649;</author></authors>"))
      #expect(
        comments.contains(
          "<t>问过</t><r><t xml:space=\"preserve\">\n&#30002;</t></r></text></comment><comment ref=\"C4\" "
            + "authorId=\"1\">"))
      let boxes = try part("sheets/own.vml", of: copy)
      #expect(boxes.contains("<v:shape id=\"_x0000_s1030\"><br></v:shape><v:shapetype "))
      #expect(boxes.contains("id=\"_x0000_s1031\""))
      #expect(boxes.hasSuffix("</v:shape></xml>"))
      #expect(try part("sheets/first.xml", of: copy).matches(of: /<legacyDrawing/).count == 1)
    }
  }

  @Test("The same input gives the same bytes")
  func repeatable() throws {
    try Self.archive("plain").withFile { path in
      let sheet = Self.sheet([WorkbookMark(row: 4, column: 1, message: "甲")], width: 3)
      let copies = try ["a", "b"].map { name in
        try Data(contentsOf: URL(filePath: copy(of: path, sheet, as: name)))
      }
      #expect(copies[0] == copies[1])
    }
  }

  @Test("What stands where the copy goes stays, and a damaged source gives no copy")
  func refusals() throws {
    let place = folder.appending(path: "copy.xlsx").path
    try Data("mine".utf8).write(to: URL(filePath: place))
    var archive = Self.archive("plain")
    try archive.withFile { path in
      #expect(throws: TabularError.exists(path: place)) {
        _ = try copy(of: path, Self.sheet([], width: 3))
      }
    }
    #expect(try String(contentsOfFile: place, encoding: .utf8) == "mine")
    archive["sheets/first.xml"] = "<worksheet xmlns=\"\(WorkbookArchive.main)\"><sheetData><row>"
    try archive.withFile { path in
      #expect(throws: WorkbookError.self) {
        _ = try copy(
          of: path, Self.sheet([WorkbookMark(row: 4, column: 1, message: "")], width: 3), as: "b")
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy.xlsx"])
  }
}
