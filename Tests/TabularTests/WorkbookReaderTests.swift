import Model
import Testing

@testable import Tabular

@Suite("Reading workbooks")
struct WorkbookReaderTests {
  static func fixture(_ name: String, file: String = #filePath) -> String {
    file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/Fixtures/" + name
  }

  @Test("The same sheet reads the same from two programs", arguments: ["openpyxl", "libreoffice"])
  func programs(name: String) throws {
    let reader = try WorkbookReader(path: Self.fixture("\(name).xlsx"))
    // LibreOffice makes a worksheet of the sheet that held nothing but a chart.
    #expect(reader.worksheets.map(\.name).prefix(2) == ["报名表", "代码"])
    #expect(reader.worksheets.map(\.isHidden).prefix(2) == [false, true])
    #expect(reader.worksheets.count == (name == "openpyxl" ? 2 : 3))
    #expect(
      try reader.firstRows(10, of: 0).map { $0.joined(separator: "|") }.prefix(2) == [
        "协管员报名表（样例，人员均为虚构）", "报名序号|姓名|身份证号|出生日期|参加工作|笔试成绩|已核验|备注",
      ])
    let contents = try WorkbookContents(reader: reader, columns: 8, from: 3)
    // The day of birth in row 4 has an hour that its format does not show.
    // openpyxl computes nothing; LibreOffice computes, and writes flags and errors as formulas.
    let isComputed = name == "libreoffice"
    #expect(
      contents.rows == [
        "3:B0001|张三|11010519491231002X|1949-12-31|1990-01|85.6|1|\(isComputed ? "171.2" : "")",
        "4:B0002|李·四|1.10101199001011E+17|1990-01-01|1990-01-15|70|0|#N/A",
        "6:B0003|王五|110105491231002|2000-01-01||0.3|| 两端有空格 ",
      ])
    #expect(
      contents.notices
        == (isComputed
          ? [
            "hiddenColumns E:E", "formula G3:G4", "formula H3:H4", "hiddenRows 4:4",
            "errorValue H4",
          ]
          : ["hiddenColumns E:E", "formulaWithoutResult H3", "hiddenRows 4:4", "errorValue H4"]))
    #expect(try reader.firstRows(3, of: 1) == [[], ["", "隐藏"]])
  }

  @Test("Parts are found by relationships, in strict and transitional workbooks, packed or not")
  func dialects() throws {
    let rows = #"<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c></row></sheetData>"#
    for (main, office) in [
      (WorkbookArchive.main, WorkbookArchive.office),
      (WorkbookArchive.strict, WorkbookArchive.strictOffice),
    ] {
      var archive = WorkbookArchive(
        sheet: rows, strings: "<si><t>甲</t></si>", main: main, office: office)
      #expect(try archive.rows(columns: 2) == ["2:|甲"])
      archive.isPacked = false
      #expect(try archive.rows(columns: 2) == ["2:|甲"])
    }
  }

  @Test("Prefixed elements, foreign elements and UTF-16 parts read alike")
  func notations() throws {
    var archive = WorkbookArchive(rows: "")
    let sheet = """
      <x:worksheet xmlns:x="\(WorkbookArchive.main)" xmlns:o="urn:other"><o:row r="9"/><x:sheetData>\
      <x:row r="3" o:r="7"><x:c r="A3" o:t="s"><x:v>5</x:v><o:v>6</o:v></x:c></x:row></x:sheetData>\
      </x:worksheet>
      """
    archive["sheets/first.xml"] = sheet
    #expect(try archive.rows(columns: 1) == ["3:5"])
    archive.parts["sheets/first.xml"] =
      [0xFF, 0xFE] + sheet.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try archive.rows(columns: 1) == ["3:5"])
  }

  @Test("A workbook without styles and shared strings reads")
  func bare() throws {
    var archive = WorkbookArchive(rows: "<row><c><v>1</v></c><c s=\"1\"><v>2</v></c></row>")
    archive["book/_rels/main.xml.rels"] = """
      <Relationships xmlns="\(WorkbookArchive.package)"><Relationship Id="rId9" \
      Type="\(WorkbookArchive.office)/worksheet" Target="/sheets/first.xml"/></Relationships>
      """
    #expect(try archive.rows(columns: 2) == ["1:1|2"])
  }

  @Test("Blank rows are left out, row numbers stay right, and gaps are filled")
  func gaps() throws {
    let archive = WorkbookArchive(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c></row><row r="3"/><row r="4"><c r="A4" s="1"/></row>\
        <row><c r="C5"><v>5</v></c><c><v>6</v></c></row><row r="1048576"><c r="B1048576"><v>7</v></c>\
        </row>
        """)
    #expect(try archive.rows() == ["1:1|||", "5:||5|6", "1048576:|7||"])
    #expect(try archive.rows(from: 2) == ["5:||5|6", "1048576:|7||"])
    #expect(try archive.rows(from: 6) == ["1048576:|7||"])
    try archive.withFile { path in
      let first = try WorkbookReader(path: path).firstRows(5, of: 0)
      #expect(first == [["1"], [], [], [], ["", "", "5", "6"]])
      #expect(try WorkbookReader(path: path).firstRows(1, of: 0) == [["1"]])
      #expect(try WorkbookReader(path: path).firstRows(4, of: 0) == [["1"]])
      #expect(try WorkbookReader(path: path).firstRows(0, of: 0) == [])
    }
  }

  @Test("Cells past the batch's columns are counted and dropped")
  func pastTheColumns() throws {
    let archive = WorkbookArchive(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>\
        <row r="2"><c r="B2"><v>3</v></c><c r="XFD2" s="1"/></row>
        """)
    try archive.withFile { path in
      let contents = try WorkbookContents(reader: WorkbookReader(path: path), columns: 2)
      #expect(contents.rows == ["1:1|", "2:|3"])
      #expect(contents.fields == [16_384, 2])
    }
  }

  @Test("Batches are handed over when full and at the end", arguments: [1, 2, 3, 6, 7, 8])
  func batches(capacity: Int) throws {
    let rows = (1...7).map { #"<row r="\#($0)"><c r="A\#($0)"><v>\#($0)</v></c></row>"# }.joined()
    try WorkbookArchive(rows: rows).withFile { path in
      let contents = try WorkbookContents(
        reader: WorkbookReader(path: path), columns: 1, capacity: capacity)
      #expect(contents.rows == (1...7).map { "\($0):\($0)" })
      #expect(contents.batches == (7 + capacity - 1) / capacity)
    }
  }

  @Test("What the taker throws comes out")
  func takerThrows() throws {
    struct Stop: Error {}
    try WorkbookArchive(rows: "<row><c><v>1</v></c></row>").withFile { path in
      let reader = try WorkbookReader(path: path)
      #expect(throws: Stop.self) {
        try reader.read(0, from: 1, batch: RowBatch(columns: 1, capacity: 1)) { _ in throw Stop() }
      }
    }
  }

  @Test("Formulas, errors, merged cells and hidden parts are remarked, neighbours together")
  func notices() throws {
    let archive = WorkbookArchive(
      sheet: """
        <sheetData>\
        <row r="1"><c r="A1"><f>1</f><v>1</v></c></row>\
        <row r="2"><c r="A2"><f>1</f><v>1</v></c><c r="B2"><f>2</f></c><c r="E2"><f>3</f></c></row>\
        <row r="3" hidden="1"><c r="A3"><f>1</f><v>1</v></c></row>\
        <row r="4" hidden="true"><c r="C4" t="e"><v>#REF!</v></c></row>\
        <row r="5"><c r="A5"><f t="shared" si="0"/><v>1</v></c></row>\
        </sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="B3:C4"/>\
        <mergeCell ref="B5:B9"/><mergeCell ref="Y1:Z9"/><mergeCell ref="?"/></mergeCells>
        """,
      before: #"<cols><col min="1" max="1"/><col min="3" max="9" hidden="1"/></cols>"#)
    #expect(
      try archive.notices(from: 2) == [
        "formula A2:A3", "formulaWithoutResult B2", "hiddenColumns C:D", "hiddenRows 3:4",
        "mergedCells B3:C4", "errorValue C4", "formula A5", "mergedCells B5:B9",
      ])
    #expect(try archive.rows(from: 2) == ["2:1|||", "3:1|||", "4:||#REF!|", "5:1|||"])
  }
}
