import Foundation
import Model
import Tabular
import Testing

@testable import Intake

@Suite("An incoming sheet")
struct IncomingSheetTests {
  private func sheet(_ text: String) throws -> IncomingSheet {
    try IncomingSheet(path: try kept(text).path)
  }

  /// Files must outlive the sheet that is read from them.
  private func kept(_ text: String) throws -> ScratchFile {
    let file = try ScratchFile(text)
    Self.files.append(file)
    return file
  }

  nonisolated(unsafe) private static var files: [ScratchFile] = []

  @Test(
    "finds its header within ten rows, by either language and any separator",
    arguments: [
      ("统计表,,\n制表：甲,,\n街道代码,招聘人数\n110101001,2\n", SheetKind.posts, 3, ","),
      ("places\toffice_code\n2\t110101001\n", .posts, 1, "\t"),
      ("ＯＦＦＩＣＥ＿ＣＯＤＥ ; Places *\n110101001;2\n", .posts, 1, ";"),
    ])
  func headers(text: String, kind: SheetKind, row: Int, separator: String) throws {
    let sheet = try sheet(text)
    #expect(sheet.header.kind == kind)
    #expect(sheet.header.row == UInt32(row))
    guard case .text(_, let found) = sheet.form else { throw CocoaError(.fileReadUnknown) }
    #expect(String(UnicodeScalar(found.rawValue)) == separator)
  }

  @Test("says which columns are missing, and refuses what is no sheet of ours")
  func refusals() throws {
    func code(_ text: String) -> String {
      do {
        let sheet = try sheet(text)
        _ = try IncomingRecords(reading: sheet, offices: OfficeTable())
        return "taken"
      } catch {
        return (error as? any ExplainedError)?.code ?? "\(error)"
      }
    }
    #expect(code("a,b\n1,2\n") == "header_not_found")
    #expect(code("街道代码,统计日期\n110101001,2024-05-31\n") == "column_missing")
    #expect(code("街道代码,招聘人数\n") == "no_rows")
    #expect(
      code("街道代码,统计日期,专门国家工作人员数,在岗协管员数,社区矫正对象数,对象姓名\n110101001,2024-05-31,1,1,1,甲\n")
        == "subjects_as_persons")
  }

  @Test("checks caseload figures and leaves totals out")
  func caseload() throws {
    let head = "街道代码,统计日期,专门国家工作人员数,在岗协管员数,社区矫正对象数,严管,普管,宽管\n"
    let records = try IncomingRecords(
      reading: sheet(
        head + "110101001,2024-05-31,2,1,10,2,5,3\n" + "110101002,2024-05-31,2,1,10,2,5,4\n"
          + "110101003,2024-05-31,,1,10,,,\n" + "合计,,2,3,30,,,\n"),
      offices: OfficeTable())
    #expect(records.records.map(\.isRejected) == [false, true, false])
    #expect(records.findings.map(\.code) == [.classesDoNotSum, .totalRowLeftOut])
    let officers = try #require(records.accepted.columns.firstIndex(of: "officers"))
    #expect(records.accepted.rows.map { $0.values[officers] } == [.number(2), .blank])
  }

  @Test("every finding code says what is wrong and what to do, in both languages")
  func wordings() {
    for code in FindingCode.allCases {
      for text in [code.wrong.zh, code.wrong.en, code.remedy.zh, code.remedy.en] {
        #expect(!text.isEmpty, "\(code)")
      }
    }
    #expect(FindingCode.allCases.prefix(18).allSatisfy { $0.bit != nil && $0.severity == .error })
  }
}
