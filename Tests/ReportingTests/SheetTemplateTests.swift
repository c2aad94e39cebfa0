import Foundation
import Model
import Reporting
import Testing

@Suite("Templates")
struct SheetTemplateTests {
  let template = SheetTemplate(
    SheetDescription(
      .applicants, Bilingual(zh: "应聘人员", en: "applicants"), key: ["application_no"],
      ["application_no", "resident_id", "sex", "office_code", "legal_work_months"].map {
        SheetKind.applicants.description[$0]
      }))

  @Test("A CSV template is its header")
  func csv() throws {
    #expect(
      String(decoding: try template.csv(), as: UTF8.self)
        == "\u{FEFF}\"报名序号\",\"身份证号\",\"性别\",\"应聘街道代码\",\"法律工作月数\"\r\n")
  }

  @Test("Identity numbers are kept as text, and coded columns offer their values, however many")
  func workbook() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "template-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let day = try #require(CivilDate(year: 2024, month: 6, day: 1))
    try template.write(to: path, created: day)

    let form = try part("xl/worksheets/sheet1.xml", of: path)
    let styles = try part("xl/styles.xml", of: path)
    // The format of column B is one whose number format is 49, “@”.
    let column = try #require(
      form.firstMatch(of: /<col min="2" max="2" width="[^"]*" style="(\d+)"/))
    let index = try #require(Int(column.1))
    let formats = styles.components(separatedBy: "<cellXfs")[1].matches(of: /<xf numFmtId="(\d+)"/)
    #expect(formats[index].1 == "49")
    #expect(form.contains("sqref=\"C2:C5001\"><formula1>'选项'!$C$1:$C$2</formula1>"))
    #expect(form.contains("sqref=\"D2:D5001\"><formula1>'选项'!$D$1:$D$349</formula1>"))
    #expect(
      try part("xl/workbook.xml", of: path).contains("name=\"选项\" sheetId=\"3\" state=\"hidden\""))
    #expect(try part("xl/comments1.xml", of: path).contains("必填。18 位，按文本输入"))
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
}
