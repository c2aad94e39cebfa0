import Foundation
import Model
import Testing

@testable import Intake

@Suite("An applicants sheet")
struct SheetReaderTests {
  /// A good row by column, to be spoilt one cell at a time.
  static let good: [(header: String, value: String)] = [
    ("报名序号", "A1"), ("姓名", "测试·甲"), ("身份证号", "11010519491231002X"), ("性别", "女"),
    ("出生日期", "1949-12-31"), ("联系电话", "13800001234"), ("应聘街道代码", "110101001"),
    ("第二志愿", ""), ("本市户籍", "是"), ("就业困难类别", "大龄"), ("认定有效期至", "2024-06-01"),
    ("就业困难核验", "属实"), ("学历", "本科"), ("学位", "学士"), ("专业代码", "030101K"),
    ("学历学位核验", "属实"), ("法律职业资格", "A"), ("法律工作月数", "12"), ("法律经历核验", "待核"),
    ("矫正帮教工作月数", "0"), ("矫正经历核验", ""), ("公道正派", "是"), ("笔试成绩", "85.5"),
  ]

  /// Reads one row with some cells replaced.
  private func read(_ changes: [String: String]) throws -> (
    codes: [String], rejected: Bool, texts: [ApplicantField: String]
  ) {
    let header = Self.good.map(\.header).joined(separator: ",")
    let row = Self.good.map { "\"\((changes[$0.header] ?? $0.value))\"" }.joined(separator: ",")
    let file = try ScratchFile("\(header)\n\(row)\n")
    let sheet = try IncomingSheet(path: file.path)
    var reader = SheetReader(.applicants, offices: OfficeTable())
    var result: (codes: [String], rejected: Bool, texts: [ApplicantField: String]) = (
      [], false, [:]
    )
    try reader.read(sheet) { batch in
      result.codes = batch.findings.map(\.code.rawValue)
      result.rejected = batch.outcomes[1] == RowOutcome.rejected.rawValue
      for field in ApplicantField.allCases where batch.columns[field.rawValue] >= 0 {
        result.texts[field] = batch.rows.text(row: 1, column: batch.columns[field.rawValue])
      }
      batch.removeAll()
      return batch
    }
    return result
  }

  @Test("takes a good row without a word")
  func goodRow() throws {
    let result = try read([:])
    #expect(result.codes == [])
    #expect(!result.rejected)
  }

  @Test(
    "rejects a cell that breaks a rule, by the rule's name",
    arguments: [
      ("报名序号", "", "application_no_blank"), ("姓名", " 　", "name_blank"),
      ("身份证号", "", "resident_id_blank"), ("身份证号", "110105194912310020", "resident_id_wrong"),
      ("身份证号", "11010519491231002", "resident_id_wrong"),
      ("性别", "男", "sex_differs"), ("性别", "不详", "sex_differs"),
      ("出生日期", "1949-12-30", "birth_date_differs"), ("出生日期", "见附件", "birth_date_wrong"),
      ("应聘街道代码", "110101099", "office_unknown"), ("应聘街道代码", "", "office_unknown"),
      ("联系电话", "12800001234", "phone_wrong"), ("联系电话", "1380000123", "phone_wrong"),
      ("本市户籍", "部分", "yes_no_wrong"), ("就业困难核验", "存疑", "status_wrong"),
      ("就业困难类别", "军属", "hardship_category_wrong"), ("学历", "函授", "education_wrong"),
      ("学位", "名誉", "degree_wrong"), ("法律职业资格", "D", "legal_qualification_wrong"),
      ("法律工作月数", "721", "months_wrong"), ("法律工作月数", "-1", "months_wrong"),
      ("法律工作月数", "12.5", "months_wrong"), ("笔试成绩", "100.01", "score_wrong"),
      ("笔试成绩", "85.555", "score_wrong"), ("认定有效期至", "2023-02-29", "valid_until_wrong"),
    ])
  func brokenRule(header: String, value: String, code: String) throws {
    let result = try read([header: value])
    #expect(result.codes == [code])
    #expect(result.rejected)
  }

  @Test(
    "takes the values at a rule's edge",
    arguments: [
      ("法律工作月数", "0"), ("法律工作月数", "720"), ("笔试成绩", "100"), ("笔试成绩", "100.00"),
      ("笔试成绩", "0.01"), ("认定有效期至", "2024-02-29"), ("联系电话", "19999999999"), ("学历", ""),
    ])
  func edges(header: String, value: String) throws {
    let result = try read([header: value])
    #expect(result.codes == [])
    #expect(!result.rejected)
  }

  @Test(
    "reads kindly what clerks write, and keeps one form",
    arguments: [
      ("身份证号", "11010519491231002x", ApplicantField.residentID, "11010519491231002X", ""),
      ("身份证号", "'11010519491231002X", .residentID, "11010519491231002X", ""),
      ("身份证号", "１１010519491231002Ｘ", .residentID, "11010519491231002X", "width_folded"),
      ("身份证号", "110105491231002", .residentID, "11010519491231002X", "resident_id_converted"),
      ("姓名", "　测试·甲 ", .name, "测试·甲", ""),
      ("出生日期", "1949/12/31", .birthDate, "1949-12-31", ""),
      ("出生日期", "1949年12月31日", .birthDate, "1949-12-31", ""),
      ("出生日期", "19491231", .birthDate, "1949-12-31", ""),
      ("出生日期", "1949.12", .birthDate, "1949-12", "date_month_only"),
      ("认定有效期至", "45444", .hardshipValidUntil, "2024-06-01", "date_from_serial"),
      ("本市户籍", "√", .localHousehold, "是", ""), ("本市户籍", "×", .localHousehold, "否", ""),
      ("学历", "21", .education, "本科", ""), ("学历", "大专", .education, "专科", ""),
      ("法律工作月数", "+12", .legalWorkMonths, "12", ""),
      ("应聘街道代码", "东华门街道", .officeCode, "110101001", ""),
    ])
  func kindness(
    header: String, value: String, field: ApplicantField, kept: String, notice: String
  ) throws {
    let result = try read([header: value])
    #expect(!result.rejected)
    #expect(result.texts[field] == kept)
    #expect(result.codes == (notice.isEmpty ? [] : [notice]))
  }

  @Test("tells a number that a spreadsheet damaged from one that is mistyped")
  func damage() throws {
    #expect(
      try read(["身份证号": "1.10105E+17"]).codes == ["resident_id_damaged", "resident_id_wrong"])
    // Ends in 000 and passes its check all the same.
    let passing = "110105199001013000"
    let result = try read(["身份证号": passing, "性别": "", "出生日期": ""])
    #expect(result.codes.contains("resident_id_damaged"))
    #expect(!result.codes.contains("resident_id_wrong"))
  }

  @Test("refuses an ambiguous office name and accepts it with its district")
  func ambiguousOffice() throws {
    for (district, code) in [("", "office_ambiguous"), ("朝阳区", ""), ("海淀", "")] {
      let file = try ScratchFile(
        "报名序号,姓名,身份证号,应聘街道,区\nA1,甲,11010519491231002X,八里庄街道,\(district)\n")
      let sheet = try IncomingSheet(path: file.path)
      var reader = SheetReader(.applicants, offices: OfficeTable())
      try reader.read(sheet) { batch in
        #expect(batch.findings.map(\.code.rawValue) == (code.isEmpty ? [] : [code]))
        batch.removeAll()
        return batch
      }
    }
  }
}
