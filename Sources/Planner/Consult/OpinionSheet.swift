import Consultation
import Intake
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

  /// The columns with their widths: the subject, what helps to recognise it, and the answers.
  private var columns: [(field: TableSchema.Field, width: Double)] {
    let shown: [(TableSchema.Field, Double)] =
      about == .plan
      ? [
        (.officeName, 20), (.init("in_post", "在岗", type: "integer"), 8),
        (.init("proposed", "拟配", type: "integer"), 8),
      ]
      : [
        (.init("office_name", "应聘街道"), 16),
        (.init(SheetDescription.applicants["name"]), 12),
        (.init("rank", "名次", type: "integer"), 8),
      ]
    return [(.init(Self.sheet[Self.key(about)], isRequired: true), 16)]
      + shown.prefix(rows.first?.shown.count ?? 0)
      + zip(Self.answers, [12, 44, 14, 14]).map { (.init($0), $1) }
  }

  private static let sheet = SheetKind.opinions.description
  private static let answers = ["opinion", "remark", "by", "on"].map { sheet[$0] }

  private func texts(_ row: Row) -> [String] {
    [row.subject] + row.shown + [
      row.opinion?.opinion.wording.zh ?? "", row.opinion?.remark ?? "", row.opinion?.by ?? "",
      row.opinion?.on.iso ?? "",
    ]
  }

  /// Adds the sheet as a table and as a workbook with drop-downs.
  /// - Parameter reference: the table that holds every subject, where the package has one.
  func add(to draft: PackageDraft, created: CivilDate, reference: String?) throws {
    let schema = TableSchema(columns.map(\.field), key: Self.key(about), reference: reference)
    try draft.addTable("opinions", title: "意见表", schema: schema) { sheet in
      for row in rows { try sheet.row(texts(row)) }
    }
    let open = Set(Self.answers.map(\.id))
    let workbook = PackageWorkbook(
      title: "意见表",
      columns: columns.map { column in
        .init(
          column.field.title, width: column.width, isOpen: open.contains(column.field.name),
          choices: column.field.constraints?.enum ?? [])
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

  /// Reads the opinions of a sheet that was filled in; rows without one are left out.
  /// - Throws: `TabularError`, `IntakeError`, and `ConsultError` that names the row.
  static func opinions(
    in path: String, about matter: ConsultationEntry.Matter, subjects: [String], by: String,
    on: CivilDate
  ) throws -> [OpinionEntry] {
    let incoming = try IncomingSheet(path: path, as: .opinions)
    let key = key(matter)
    guard incoming.header.fieldedTitles.contains(where: { $0.field == key }) else {
      throw ConsultError.columnMissing(key)
    }
    let records = try IncomingRecords(reading: incoming, offices: OfficeTable([]))
    try records.requireAll(of: incoming)
    let places = ([key] + answers.map(\.id)).map(sheet.place)
    let known = Set(subjects)
    var seen: Set<String> = []
    return try records.records.compactMap { record in
      let row = Int(record.place.row)
      let cells = places.map { record.values[$0] }
      let (subject, word, remark, name) = (
        cells[0].text, cells[1].text, cells[2].text, cells[3].text
      )
      guard known.contains(subject) else {
        throw ConsultError.subjectUnknown(row: row, subject: subject)
      }
      guard seen.insert(subject).inserted else {
        throw ConsultError.subjectTwice(row: row, subject: subject)
      }
      guard !word.isEmpty || !remark.isEmpty else { return nil }
      return OpinionEntry(
        subject: subject, opinion: Opinion(wording: word) ?? .remark, remark: remark,
        by: name.isEmpty ? by : name, on: cells[4].number.flatMap(CivilDate.init(number:)) ?? on)
    }
  }

  /// Reads the opinions of a package.
  static func opinions(
    of package: OpenedPackage, subjects: [String], by: String, on: CivilDate
  ) throws -> [OpinionEntry] {
    guard let bytes = package.files["opinions.csv"] else {
      throw PackageError.fileMissing("opinions.csv")
    }
    return try Scratch.file(bytes) {
      try opinions(in: $0, about: package.terms.matter, subjects: subjects, by: by, on: on)
    }
  }
}

extension OpinionSheet {
  /// What a sheet that came alone is about, and on whom or which offices it has rows.
  /// - Throws: `TabularError`, `IntakeError`, `ConsultError.columnMissing`.
  static func subjects(inSheet path: String) throws -> (ConsultationEntry.Matter, Set<String>) {
    let incoming = try IncomingSheet(path: path, as: .opinions)
    let matter = [ConsultationEntry.Matter.ranking, .plan].first { matter in
      incoming.header.fieldedTitles.contains { $0.field == key(matter) }
    }
    guard let matter else { throw ConsultError.columnMissing(key(.ranking)) }
    let place = sheet.place(of: key(matter))
    let records = try IncomingRecords(reading: incoming, offices: OfficeTable([])).records
    return (matter, Set(records.map { $0.values[place].text }))
  }

  /// What a package asks opinions on, in the order of its list; nothing where it asks none.
  static func subjects(of package: OpenedPackage) throws -> [String] {
    guard package.terms.kind == .request else { return [] }
    let key = key(package.terms.matter)
    return try package.rows(of: "opinions.csv", as: sheet).map { $0[key] ?? "" }
  }
}
