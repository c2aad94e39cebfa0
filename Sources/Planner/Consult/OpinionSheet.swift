import Consultation
import Foundation
import Model
import Register
import Tabular

/// The sheet on which a bureau gives its view: a row for each applicant or office.
struct OpinionSheet {
  /// One row.
  struct Row {
    /// The application number, or the office's code.
    let subject: String
    /// What helps to recognise it.
    let shown: [String]
    /// The view, where it was given.
    var opinion: OpinionEntry?
  }

  let about: ConsultationEntry.Matter
  let rows: [Row]

  /// The column of the subject.
  static func key(_ matter: ConsultationEntry.Matter) -> String {
    matter == .plan ? "office_code" : "application_no"
  }

  /// The columns: id, what people call it, width.
  private var columns: [(id: String, title: String, width: Double)] {
    let shown: [(String, String, Double)] =
      about == .plan
      ? [("office_name", "街道名称", 20), ("in_post", "在岗", 8), ("proposed", "拟配", 8)]
      : [("office_name", "应聘街道", 16), ("name", "姓名", 12), ("rank", "名次", 8)]
    return [(Self.key(about), about == .plan ? "街道代码" : "报名序号", 16)]
      + shown.prefix(rows.first?.shown.count ?? 0) + Self.answers
  }

  private static let answers: [(id: String, title: String, width: Double)] = [
    ("opinion", "意见", 12), ("remark", "意见说明", 44), ("by", "提出人", 14), ("on", "提出日期", 14),
  ]

  private func texts(_ row: Row) -> [String] {
    [row.subject] + row.shown + [
      row.opinion?.opinion.wording.zh ?? "", row.opinion?.remark ?? "", row.opinion?.by ?? "",
      row.opinion?.on.iso ?? "",
    ]
  }

  /// Adds the sheet as a table and as a workbook with drop-downs.
  /// - Parameter reference: the table that holds every subject, where the package has one.
  func add(to draft: PackageDraft, created: CivilDate, reference: String?) throws {
    let choices = Opinion.allCases.map(\.wording.zh)
    let schema = TableSchema(
      columns.map { column in
        TableSchema.Field(
          column.id, column.title,
          type: column.id == "on"
            ? "date" : ["rank", "in_post", "proposed"].contains(column.id) ? "integer" : "string",
          isRequired: column.id == Self.key(about),
          values: column.id == "opinion" ? choices : nil)
      }, key: Self.key(about), reference: reference)
    try draft.addTable("opinions", title: "意见表", schema: schema) { sheet in
      for row in rows { try sheet.row(texts(row)) }
    }
    let open = Set(Self.answers.map(\.id))
    let workbook = PackageWorkbook(
      title: "意见表",
      columns: columns.map { column in
        .init(
          column.title, width: column.width, isOpen: open.contains(column.id),
          choices: column.id == "opinion" ? choices : [])
      }, rows: rows.map(texts),
      notes: [
        "“意见”从下拉列表选：同意、不同意、说明；选“说明”的请写“意见说明”。",
        "没有意见的行留空即可，不影响对方继续办理。",
        "“提出人”“提出日期”可以留空，生成复函时统一填写；日期写作 2024-06-10。",
        "请不要改动第一列，答复靠它与原件对应。",
        "填好后存盘，用本程序作复函，或者把本表发回对方。",
      ])
    try draft.addFile("opinions.xlsx", title: "意见表", mediaType: PackageDraft.workbookType) {
      try workbook.write(to: $0, created: created)
    }
  }

  /// What the columns are called in the workbook, and what we call them.
  static let names = Dictionary(
    uniqueKeysWithValues: answers.map { ($0.title, $0.id) } + [
      ("报名序号", "application_no"), ("街道代码", "office_code"),
    ])

  /// Reads the opinions of a sheet that was filled in; rows without one are left out.
  /// - Throws: `ConsultError` that names the row.
  static func opinions(
    in sheet: PackageTable, about matter: ConsultationEntry.Matter, subjects: [String], by: String,
    on: CivilDate
  ) throws -> [OpinionEntry] {
    let key = key(matter)
    for column in [key, "opinion"] where !sheet.columns.contains(column) {
      throw ConsultError.columnMissing(column)
    }
    let known = Set(subjects)
    var seen: Set<String> = []
    return try sheet.rows.compactMap { row in
      let subject = row[key]
      guard known.contains(subject) else {
        throw ConsultError.subjectUnknown(row: row.number, subject: subject)
      }
      guard seen.insert(subject).inserted else {
        throw ConsultError.subjectTwice(row: row.number, subject: subject)
      }
      guard !row["opinion"].isEmpty || !row["remark"].isEmpty else { return nil }
      let word = row["opinion"]
      guard let opinion = word.isEmpty ? .remark : Opinion(wording: word) else {
        throw ConsultError.opinionWrong(row: row.number, text: word)
      }
      guard let day = row["on"].isEmpty ? on : CivilDate(iso: row["on"]) else {
        throw ConsultError.dateWrong(row: row.number, text: row["on"])
      }
      return OpinionEntry(
        subject: subject, opinion: opinion, remark: row["remark"],
        by: row["by"].isEmpty ? by : row["by"], on: day)
    }
  }
}

extension OpinionSheet {
  /// What a package asks opinions on, in the order of its list; nothing where it asks none.
  static func subjects(of package: OpenedPackage) throws -> [String] {
    guard package.terms.kind == .request else { return [] }
    return try PackageTable("opinions.csv", of: package).rows.map { $0[key(package.terms.matter)] }
  }
}
