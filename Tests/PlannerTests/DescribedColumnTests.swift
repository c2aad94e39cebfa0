import Consultation
import Foundation
import GRDB
import Intake
import Model
import Reporting
import Testing

@testable import Planner
@testable import Register

/// A column that nobody knows but the description of its sheet.
@Suite("A column that is described in one place")
struct DescribedColumnTests {
  private static let column = SheetField(
    "emergency_phone", "紧急联系电话", "Emergency phone", aliases: ["家属电话"], .phone,
    example: "13900000000", privacy: .sensitive)

  private static func sheet(_ column: SheetField = column) -> SheetDescription {
    let usual = SheetKind.assistants.description
    return SheetDescription(usual.kind, usual.title, key: usual.key, usual.fields + [column])
  }

  private static let catalog = SheetCatalog.standard.replacing(sheet())

  /// Takes a sheet in whose last column has a header and a value.
  private func take(_ header: String, _ value: String, into register: Register) throws
    -> ImportReport.File
  {
    let story = try SampleStory()
    let text = """
      工号,姓名,身份证号,街道代码,到岗日期,\(header)
      X1,乙,440524199001010018,110102001,2020-01-01,\(value)

      """
    let report = try story.take([story.file("a.csv", Array(text.utf8))], into: register) {
      $0.catalog = Self.catalog
    }
    return report.files[0]
  }

  @Test(
    "is read under each of its headers and however clerks write it",
    arguments: ["紧急联系电话", "家属电话", "emergency_phone", "Emergency Phone"])
  func read(header: String) throws {
    let file = try take(header, "１３９00000000", into: Register())
    #expect(file.findings.map(\.finding.code) == [.widthFolded])
    #expect(file.entry?.reconciliation.accepted == 1)
  }

  @Test("is kept in the register and seen by whoever asks for the sheet's columns")
  func stored() throws {
    let register = try Register(sheets: Self.catalog)
    _ = try take("紧急联系电话", "13900000000", into: register)
    let kept = try register.read {
      try String.fetchAll($0, sql: "SELECT emergency_phone FROM assistant")
    }
    #expect(kept == ["13900000000"])
  }

  @Test("is checked, and masked where its cell is wrong")
  func checked() throws {
    let file = try take("紧急联系电话", "12345678901", into: Register())
    #expect(file.findings.map(\.finding.code) == [.phoneWrong])
    #expect(file.findings.first?.finding.value == "123****8901")
    #expect(file.entry?.reconciliation.rejected == 1)
  }

  @Test("is unknown to a catalog that does not describe it")
  func unknown() throws {
    let story = try SampleStory()
    let text = "工号,姓名,身份证号,街道代码,到岗日期,紧急联系电话\nX1,乙,440524199001010018,110102001,2020-01-01,1\n"
    let report = try story.take([story.file("a.csv", Array(text.utf8))], into: Register())
    #expect(report.files[0].findings.map(\.finding.code) == [.columnUnknown])
  }

  @Test("is shown in the template, which is recognised with it")
  func template() throws {
    let story = try SampleStory()
    let path = story.scratch.appendingPathComponent("t.xlsx").path
    let day = try #require(CivilDate(iso: "2024-06-01"))
    try SheetTemplate(Self.sheet())
      .write(.xlsx, to: path, created: day, language: .zh)
    let sheet = try IncomingSheet(path: path, in: Self.catalog)
    #expect(sheet.header.kind == .assistants)
    #expect(sheet.header.fieldedTitles.last?.title == "紧急联系电话")
    #expect(sheet.header.fieldedTitles.last?.field == "emergency_phone")
  }

  @Test("leaves in a package only when it was asked for, or masked where it is merely personal")
  func exported() throws {
    let texts = ["name": "乙某", "emergency_phone": "13900000000"]
    func shown(_ disclosure: Disclosure) -> [String: String] {
      disclosure.shown { texts[$0.id] ?? "" }
    }
    #expect(shown(try Disclosure(of: Self.sheet())) == ["name": "乙某"])
    #expect(shown(try Disclosure(masksNames: true, of: Self.sheet())) == ["name": "乙*"])
    let asked = try Disclosure(
      unmasking: ["emergency_phone"], reason: "家访", masksNames: true, of: Self.sheet())
    #expect(shown(asked) == ["name": "乙*", "emergency_phone": "13900000000"])
    let schema = TableSchema(Self.sheet(), asked.columns)
    #expect(schema.fields.map(\.name) == ["name", "emergency_phone"])
    #expect(schema.fields.map(\.title) == ["姓名", "紧急联系电话"])
    let personal = SheetField(
      "emergency_phone", "紧急联系电话", "Emergency phone", .phone, example: "13900000000",
      privacy: .personal)
    #expect(
      shown(try Disclosure(masksNames: true, of: Self.sheet(personal)))
        == ["name": "乙*", "emergency_phone": "139****0000"])
  }
}
