import Testing

@testable import Tabular

@Suite("Workbooks of other makers")
struct WorkbookMakersTests {
  private static let row = "<row><c><v>1</v></c><c t=\"s\"><v>0</v></c></row>"

  @Test(
    "are read whatever stands between the steps of a member's name",
    arguments: [
      { $0.replacing("/", with: "\\") }, { "/" + $0 }, { "\\" + $0 }, { "./" + $0 },
      { $0.uppercased() },
      { $0.replacing("first", with: "f%69rst") },
      { "/" + $0.replacing("/", with: "\\").uppercased() },
    ] as [@Sendable (String) -> String])
  func names(change: @Sendable (String) -> String) throws {
    var archive = WorkbookArchive(rows: Self.row, strings: "<si><t>甲</t></si>")
    archive.parts = Dictionary(uniqueKeysWithValues: archive.parts.map { (change($0), $1) })
    #expect(try archive.rows(columns: 2) == ["1:1|甲"])
  }

  @Test(
    "are read however a relationship names a part",
    arguments: [
      #"..\sheets\first.xml"#, #"\sheets\first.xml"#, "/sheets/first.xml", "..//sheets/./first.xml",
      "../sheets/f%69rst.xml", "../Sheets/First.xml",
    ])
  func targets(target: String) throws {
    var archive = WorkbookArchive(rows: Self.row, strings: "<si><t>甲</t></si>")
    archive["book/_rels/main.xml.rels"] = archive["book/_rels/main.xml.rels"]
      .replacing("../sheets/./first.xml", with: target)
    #expect(try archive.rows(columns: 2) == ["1:1|甲"])
  }

  @Test("are read with a space in a member's name, written as it is or as %20")
  func spaces() throws {
    for (member, target) in [
      ("sheets/sheet 1.xml", "../sheets/sheet%201.xml"),
      ("sheets/sheet%201.xml", "../sheets/sheet 1.xml"),
    ] {
      var archive = WorkbookArchive(rows: Self.row, strings: "<si><t>甲</t></si>")
      archive.parts[member] = archive.parts.removeValue(forKey: "sheets/first.xml")
      archive["book/_rels/main.xml.rels"] = archive["book/_rels/main.xml.rels"]
        .replacing("../sheets/./first.xml", with: target)
      #expect(try archive.rows(columns: 2) == ["1:1|甲"])
    }
  }

  @Test(
    "have their texts read wherever a cell keeps them",
    arguments: [
      (#"<c t="inlineStr"><v>男</v></c>"#, "男"), (#"<c><is><t>男</t></is></c>"#, "男"),
      (#"<c t="n"><is><t>男</t></is></c>"#, "男"), (#"<c t="str"><is><t>男</t></is></c>"#, "男"),
      (#"<c t="s"><is><t>男</t></is></c>"#, "男"), (#"<c t="b"><is><t>男</t></is></c>"#, "男"),
      (#"<c t="inlineStr"><v>9</v><is><t>甲</t></is></c>"#, "甲"),
      (#"<c t="inlineStr"><is><t>甲</t></is><v>9</v></c>"#, "甲"),
      (#"<c><v>9</v><is><t>甲</t></is></c>"#, "9"), (#"<c><is><t>甲</t></is><v>9</v></c>"#, "9"),
      (#"<c t="str"><is><t>甲</t></is><v/></c>"#, ""), (#"<c><v/><is><t>甲</t></is></c>"#, "甲"),
      (#"<c><is><r><t>欧</t></r><rPh><t>x</t></rPh><r><t>阳</t></r></is></c>"#, "欧阳"),
      (#"<c t="inlineStr"><is><t>007</t></is></c>"#, "007"),
      (#"<c><is><t>007</t></is></c>"#, "007"),
      (#"<c t="inlineStr"><is/><v>甲</v></c>"#, ""), (#"<c t="unknown"><v>甲</v></c>"#, "甲"),
    ])
  func texts(cell: String, expected: String) throws {
    let rows = try WorkbookArchive(rows: "<row>\(cell)<c><v>5</v></c></row>").rows(columns: 2)
    #expect(rows == ["1:\(expected)|5"])
  }

  @Test(
    "tell a formula with an empty result from one without a result",
    arguments: [
      (#"<c t="str"><f>IF(A1="","",1)</f><v></v></c>"#, []), (#"<c t="str"><f>x</f><v/></c>"#, []),
      (#"<c t="str"><f>x</f></c>"#, ["formulaWithoutResult A1"]),
      (#"<c><f>x</f><v></v></c>"#, ["formulaWithoutResult A1"]),
      (#"<c><f>x</f></c>"#, ["formulaWithoutResult A1"]),
      (#"<c t="str"><f>x</f><v> </v></c>"#, ["formula A1"]),
      (#"<c t="str"><f>x</f><is><t>男</t></is></c>"#, ["formula A1"]),
    ])
  func formulas(cell: String, expected: [String]) throws {
    #expect(try WorkbookArchive(rows: "<row>\(cell)</row>").notices() == expected)
  }

  @Test(
    "keep the code points that XML forbids, and so does a marked copy",
    arguments: ["冯\u{FFFE}九", "冯\u{FFFF}九", "冯\u{7}九", "冯_xFFFE_九", "冯_x0007_九", "\u{FEFF}冯"])
  func forbidden(name: String) throws {
    let escaped = name.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x5F: "_x005F_"
      case 0xFFFE: "_xFFFE_"
      case 0xFFFF: "_xFFFF_"
      case 7: "_x0007_"
      default: String(scalar)
      }
    }.joined()
    let archive = WorkbookArchive(
      rows: #"<row r="1"><c r="A1" t="inlineStr"><is><t>\#(escaped)</t></is></c></row>"#)
    try archive.withFile { path in
      let reader = try WorkbookReader(path: path)
      let contents = try WorkbookContents(reader: reader, columns: 1)
      #expect(contents.rows == ["1:\(name)"])
      try TemporaryFile.with { copy in
        try WorkbookMarker(reader, worksheets: [0]).write([], to: copy)
        let marked = try WorkbookContents(reader: WorkbookReader(path: copy), columns: 1)
        #expect(marked.rows == contents.rows)
      }
    }
  }
}
