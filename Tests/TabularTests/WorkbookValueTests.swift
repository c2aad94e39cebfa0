import Testing

@testable import Tabular

@Suite("What a cell's text is")
struct WorkbookValueTests {
  /// The text of one cell given as its XML, with styles: plain, day, month, per cent,
  /// day and time.
  private func text(of cell: String, workbook: String = "") throws -> String {
    let archive = WorkbookArchive(
      rows: #"<row r="5">\#(cell)</row>"#,
      strings: """
        <si><t>张三</t></si>\
        <si><r><t>李</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 四</t></r>\
        <rPh sb="0" eb="1"><t>リ</t></rPh><phoneticPr fontId="1"/></si>\
        <si><t>甲_x000D_乙_x005F_x_x0000__xZZZZ_</t></si><si><t/></si>
        """,
      styles: #"""
        <numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>\#
        </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\#
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="10"/>\#
        <xf numFmtId="22"/></cellXfs><dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>
        """#,
      workbook: workbook)
    let rows = try archive.rows(columns: 1)
    #expect(rows.count <= 1)
    return rows.first.map { String($0.dropFirst(2)) } ?? ""
  }

  @Test(
    "Numbers read as a person typed them",
    arguments: [
      ("0", "0"), ("42", "42"), ("85.599999999999994", "85.6"), ("0.10000000000000001", "0.1"),
      ("0.3", "0.3"), ("1E3", "1000"), ("1.5E-3", "0.0015"), ("-12.50", "-12.5"), ("007", "7"),
      ("110105491231002", "110105491231002"), ("999999999999999", "999999999999999"),
      ("1000000000000000", "1E+15"), ("1.10101199001011E+17", "1.10101199001011E+17"),
      ("1.1010119900101123E+17", "1.10101199001011E+17"),
      ("110101199001011237", "1.10101199001011E+17"),
      ("1.10101199001011E+017", "1.10101199001011E+17"),
      ("1.101011990010112e+17", "1.10101199001011E+17"),
      ("0.99999999999999999", "1"), ("99999999999999.99", "100000000000000"),
      ("0.00000000012", "1.2E-10"), ("0.000000012", "0.000000012"),
      ("-0", "0"), ("0.0", "0"), ("+5", "5"), (".5", "0.5"), ("5.", "5"),
      ("1E", "1E"), ("abc", "abc"), ("-", "-"), ("1.2.3", "1.2.3"), ("１２", "１２"),
    ])
  func numbers(stored: String, expected: String) throws {
    #expect(try text(of: #"<c r="A5"><v>\#(stored)</v></c>"#) == expected)
    #expect(try text(of: #"<c r="A5" t="n"><v>\#(stored)</v></c>"#) == expected)
  }

  @Test(
    "Days read as ISO dates in the calendar of 1900",
    arguments: [
      (1, "60", "60"), (1, "61", "1900-03-01"), (1, "45444", "2024-06-01"),
      (1, "45444.5", "2024-06-01"), (4, "45444.354166666664", "2024-06-01 08:30:00"),
      (4, "45444", "2024-06-01"),
      (1, "45443.999999", "2024-06-01"), (1, "45444.000001", "2024-06-01"),
      (1, "-5", "-5"), (1, "0.5", "0.5"), (1, "1E300", "1E+300"), (1, "109573", "2199-12-30"),
      (1, "109574", "2199-12-31"), (1, "109575", "109575"),
      (2, "32874", "1990-01"), (2, "32875", "1990-01-02"), (2, "32874.5", "1990-01"),
      (3, "0.856", "0.856"), (0, "45444", "45444"), (99, "45444", "45444"),
    ])
  func days(style: Int, stored: String, expected: String) throws {
    #expect(try text(of: #"<c r="A5" s="\#(style)"><v>\#(stored)</v></c>"#) == expected)
  }

  @Test("The calendar of 1904 is heeded", arguments: ["1", "true"])
  func macintosh(flag: String) throws {
    let cell = #"<c r="A5" s="1"><v>43982</v></c>"#
    #expect(try text(of: cell, workbook: #"<workbookPr date1904="\#(flag)"/>"#) == "2024-06-01")
    #expect(try text(of: cell, workbook: #"<workbookPr date1904="0"/>"#) == "2020-05-31")
  }

  @Test(
    "Texts, flags, errors and strict dates read as they stand",
    arguments: [
      (#"<c r="A5" t="s"><v>0</v></c>"#, "张三"),
      (#"<c r="A5" t="s"><v>1</v></c>"#, "李 四"),
      (#"<c r="A5" t="s"><v>2</v></c>"#, "甲\r乙_x_x0000__xZZZZ_"),
      (#"<c r="A5" t="s"><v>3</v></c>"#, ""),
      (#"<c r="A5" t="inlineStr"><is><t>王五</t></is></c>"#, "王五"),
      (
        #"<c r="A5" t="inlineStr"><is><r><t>王</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>五</t></r></is></c>"#,
        "王五"
      ),
      (#"<c r="A5" t="str"><f>A1&amp;B1</f><v>赵&lt;六&#10;七</v></c>"#, "赵<六\n七"),
      (#"<c r="A5" t="str"><v>=cmd|' /C calc'!A0</v></c>"#, "=cmd|' /C calc'!A0"),
      (#"<c r="A5" t="b"><v>1</v></c>"#, "1"), (#"<c r="A5" t="b"><v>0</v></c>"#, "0"),
      (#"<c r="A5" t="e"><v>#N/A</v></c>"#, "#N/A"),
      (#"<c r="A5" t="d"><v>2024-06-01</v></c>"#, "2024-06-01"),
      (#"<c r="A5" t="d"><v>2024-06-01T00:00:00</v></c>"#, "2024-06-01"),
      (#"<c r="A5" t="d"><v>2024-06-01T00:00:00.000Z</v></c>"#, "2024-06-01"),
      (#"<c r="A5" t="d"><v>2024-06-01T08:30:00</v></c>"#, "2024-06-01T08:30:00"),
      (#"<c r="A5"/>"#, ""), (#"<c r="A5"><v/></c>"#, ""), (#"<c><v>9</v></c>"#, "9"),
    ])
  func texts(cell: String, expected: String) throws {
    #expect(try text(of: cell).utf8.elementsEqual(expected.utf8))
  }

  @Test(
    "A number format tells days from numbers",
    arguments: [
      ("General", NumberFormat.Meaning.plain), ("GENERAL", .plain), ("G/通用格式", .plain),
      ("0.00%", .plain),
      ("0.00E+00", .plain), ("@", .plain), ("#,##0;[Red]-#,##0", .plain), ("h:mm", .plain),
      ("[h]:mm:ss", .plain), ("mm:ss.0", .plain), ("上午/下午h\"时\"mm\"分\"", .plain),
      ("\"day\"0", .plain), ("0\\d", .plain), ("_d0*y", .plain), ("[$¥-804]#,##0", .plain),
      ("0;\"x\";yyyy", .plain), ("AM/PM h", .plain), ("", .plain),
      ("yyyy-mm-dd", .date), ("YYYY/M/D", .date), ("yyyy\"年\"m\"月\"d\"日\"", .date),
      ("yyyy年m月d日", .date), ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", .date), ("m/d/yy h:mm", .date),
      ("m\"月\"d\"日\"", .date), ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", .date), ("dddd", .date),
      ("mmm", .date), ("yyyy", .date), ("[$-411]ge.m.d", .date),
      ("yyyy-mm-dd hh:mm:ss AM/PM", .date),
      ("yyyy\"年\"m\"月\"", .month), ("mmm-yy", .month), ("yyyy.mm", .month),
    ])
  func formats(code: String, expected: NumberFormat.Meaning) {
    #expect(NumberFormat(code: code).meaning == expected)
  }

  @Test(
    "Formats known by number alone are those of a Chinese program",
    arguments: [
      (13, NumberFormat.Meaning.plain), (14, .date), (16, .date), (17, .month), (18, .plain),
      (21, .plain),
      (22, .date), (23, .plain), (26, .plain), (27, .month), (28, .date), (31, .date),
      (32, .plain), (35, .plain), (36, .month), (37, .plain), (45, .plain), (49, .plain),
      (50, .month), (58, .date), (59, .plain),
    ])
  func builtIn(id: Int, expected: NumberFormat.Meaning) {
    #expect(NumberFormat(builtIn: id).meaning == expected)
  }
}
