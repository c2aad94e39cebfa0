import Foundation
import Testing

/// A template is filled in by a program that edits workbooks in place, as a clerk's spreadsheet does,
/// and imported.
@Suite("A template that is filled in", .enabled(if: Acceptance.isAsked))
struct FilledTemplateTests {
  /// A row for each kind of sheet, by the headers of its template.
  private static let rows: [(kind: String, values: [String: String])] = [
    (
      "applicants",
      [
        "报名序号": "A1", "姓名": "甲", "身份证号": "11010519491231002X", "应聘街道代码": "110102001",
        "性别": "女", "出生日期": "1949-12-31", "学历": "本科", "学位": "学士", "笔试成绩": "85.5",
      ]
    ),
    ("offices", ["街道代码": "110199001", "街道名称": "荣华街道", "区代码": "110199", "区名称": "经开区"]),
    ("posts", ["街道代码": "110102001", "招聘人数": "3"]),
    (
      "caseload",
      [
        "街道代码": "110102001", "统计日期": "2024-05-31", "专门国家工作人员数": "2", "在岗协管员数": "1",
        "社区矫正对象数": "57", "严管": "7", "普管": "40", "宽管": "10",
      ]
    ),
    ("history", ["街道代码": "110102001", "月份": "2024-05", "社区矫正对象数": "57", "入矫": "3", "解矫": "2"]),
    (
      "assistants",
      [
        "工号": "X1", "姓名": "乙", "身份证号": "440524199001010018", "街道代码": "110102001",
        "到岗日期": "2020-01-01",
      ]
    ),
    ("training", ["工号": "X1", "培训日期": "2024-03-01", "学时": "4.5", "培训类别": "岗中"]),
    ("findings", ["工号": "X1", "发现日期": "2024-03-01", "问题类别": "纪律", "程度": "2"]),
    ("relations", ["工号": "X1", "案件代号": "C-17", "关系": "近亲属", "申报日期": "2024-03-01"]),
  ]

  /// Types the values of `row.json` into the second row: numbers as numbers where the column is not
  /// text, as a spreadsheet takes what a clerk types.
  private static let fill = """
    import json, openpyxl, sys
    book = openpyxl.load_workbook(sys.argv[1])
    sheet = book.worksheets[0]
    values = json.load(open(sys.argv[2]))
    for cell in sheet[1]:
        value = values.pop(cell.value, None)
        if value is None: continue
        target = sheet.cell(row=2, column=cell.column)
        is_text = sheet.column_dimensions[cell.column_letter].number_format == '@'
        number = value.replace('.', '', 1).isdigit() and not is_text
        target.value = float(value) if number else value
        target.number_format = '@' if is_text else 'General'
    assert not values, values
    book.save(sys.argv[1])
    """

  @Test("imports without a finding", arguments: rows)
  func imports(kind: String, values: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try JSONEncoder().encode(values).write(to: folder.appendingPathComponent("row.json"))
    try Data(Self.fill.utf8).write(to: folder.appendingPathComponent("fill.py"))
    let result = try Acceptance.shell(
      """
      set -e
      xieguan template \(kind) --output sheet.xlsx --as-of 2024-06-01 --quiet
      python fill.py sheet.xlsx row.json
      xieguan import \(kind) sheet.xlsx
      """, in: folder)
    let lines = result.output.split(separator: "\n")
    #expect(result.status == 0, "\(result.errors)")
    #expect(lines.first?.contains("读入 1 = 接收 1") == true, "\(result.output)")
    #expect(lines.count == 2, "\(result.output)")
    #expect(lines.last?.contains("（填写说明）") == true, "\(result.output)")
  }
}
