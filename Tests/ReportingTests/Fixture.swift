import Model
import Policy
import Scoring
import Staffing
import Testing

@testable import Reporting

/// An invented run over the offices of one district, scored as any run is; all people are invented.
enum Fixture {
  static let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨")
  static let givenNames = ["明远", "静", "建国", "思雨", "海涛", "婷", "志强", "雅文", "立新", "晓彤"]
  static let offices = Model.Office.beijing.filter { $0.districtCode == "110102" }
  /// Facts of somebody who meets everything.
  private static let everything: [ApplicantField: FactValue] = [
    .localHousehold: .bool(true), .hardshipCategory: .text("大龄"), .hardshipStatus: .text("属实"),
    .education: .text("本科"), .majorCode: .text("030101K"), .degreeStatus: .text("属实"),
    .legalWorkMonths: .number(12), .legalWorkStatus: .text("属实"),
    .correctionWorkMonths: .number(1), .correctionWorkStatus: .text("属实"),
    .integrity: .bool(true), .politicalQuality: .bool(true), .organisation: .bool(true),
    .expression: .bool(true), .computerSkill: .bool(true),
  ]

  static func day() throws -> CivilDate { try #require(CivilDate(iso: "2024-06-01")) }

  private static func name(_ seed: Int) -> String {
    String(surnames[seed * 7 % surnames.count]) + givenNames[seed * 3 % givenNames.count]
  }

  private static func facts(_ seed: Int) -> [ApplicantField: FactValue] {
    var facts = everything
    if seed % 3 > 0 { facts[.localHousehold] = .bool(seed % 5 == 0) }
    if seed % 7 == 1 { facts[.hardshipStatus] = .text("待核") }
    if seed % 4 > 0 { facts[.majorCode] = .text("0809") }
    if seed % 2 > 0 { facts[.legalWorkMonths] = .number(0) }
    if seed % 5 > 1 { facts[.correctionWorkMonths] = .blank }
    if seed % 11 == 5 { facts[.integrity] = .blank }
    if seed % 13 == 6 { facts[.computerSkill] = .bool(false) }
    return facts
  }

  /// A run of so many applicants an office, and none at every fifth.
  static func report(seed: String? = nil) throws -> RunReport {
    let policy = try PolicyPack.named("beijing-2023")
    let rules = try policy.rules(on: day())
    let scorer = try Scorer(rules)
    let table = OfficeTable()
    var columns = ApplicantColumns(fields: scorer.fields)
    for (place, office) in offices.enumerated() where place % 5 < 4 {
      let index = try #require(table.index(ofCode: office.code))
      for applicant in 0..<(14 - place / 2) {
        columns.ids.append(UInt32(columns.count + 1))
        columns.offices.append(UInt16(index))
        var number = "XC2024-\(100 + place)\(String(1000 + applicant).dropFirst())"
        number.withUTF8 { columns.applicationNumbers.append($0) }
        var name = columns.count == 2 ? "=阿依古丽·买买提" : Self.name(place * 31 + applicant)
        name.withUTF8 { columns.names.append($0) }
        let facts = Self.facts(place * 17 + applicant)
        columns.append(scorer.fields.map { facts[$0] ?? .blank })
      }
    }
    let evaluation = try scorer.evaluate(columns)
    let scored = try ScoredApplicants(
      policy: policy, rules: rules, seed: seed, columns: columns, offices: table,
      evaluation: evaluation,
      list: RankedList(evaluation, of: columns, rules: rules, seed: seed),
      places: Dictionary(
        uniqueKeysWithValues: offices.enumerated().filter { $0.offset % 4 < 3 }
          .map { ($0.element.code, 1 + $0.offset % 3) }))
    return try RunReport(
      id: "5f0c2a9e71b4", scored,
      plan: StaffingPlan(try caseloads(), by: try #require(norm)))
  }

  static func sources(of ids: [UInt32]) -> [UInt32: RowSource] {
    Dictionary(
      uniqueKeysWithValues: ids.map { id in
        let file = "西城区应聘人员-\(id % 3 + 1).csv"
        return (
          id, RowSource(file: file, row: Int(id) + 1, applicationNo: "", name: "", officeCode: "")
        )
      })
  }

  static func page(language: Language = .zh, seed: String? = nil) throws -> SummaryPage {
    SummaryPage(
      try report(seed: seed), files: files,
      collisions: [
        .init(
          .residentIDRepeated,
          [collision("月坛", row: 14, "110102007"), collision("天桥", row: 9, "110102011")]),
        .init(.applicationNoRepeated, (0..<3).map { collision("展览路", row: 20 + $0, "110102008") }),
      ],
      rejections: [
        .init(
          .residentIDWrong,
          wrong: Bilingual(zh: "身份证号校验码不对", en: "the check character is wrong"),
          remedy: Guidance("对照证件重新录入；空白表样：\(.template())", "Enter it again: \(.template())"),
          rows: [("西城区应聘人员-1.csv", 8), ("西城区应聘人员-1.csv", 31), ("西城区应聘人员-2.csv", 5)], total: 5),
        .init(
          .officeUnknown, wrong: Bilingual(zh: "应聘街道代码不在名录中", en: "the office is not known"),
          remedy: Guidance("按区划代码表改正", "Correct it by the table of codes"),
          rows: [("西城区应聘人员-1.csv", 40)], total: 1),
      ],
      language: language, sources: sources)
  }

  private static func collision(_ name: String, row: Int, _ office: String) -> RowSource {
    RowSource(
      file: "西城区应聘人员-\(row % 3 + 1).csv", row: row, applicationNo: "XC2024-\(row)",
      name: Self.name(row), officeCode: office)
  }

  private static var files: [FileAnswer] {
    [("UTF-8", 5, 0), ("UTF-8 BOM", 2, 3), ("GB18030", 0, 2)].enumerated().map { index, file in
      var rows = Reconciliation()
      (rows.accepted, rows.rejected, rows.duplicate) = (50 - index * 10, file.1, file.2)
      rows.read = rows.accepted + rows.rejected + rows.duplicate
      return FileAnswer(
        file: "西城区应聘人员-\(index + 1).csv", kind: "applicants", encoding: file.0, separator: ",",
        worksheet: nil, state: "taken", rows: rows, digest: nil, fileSHA256: "")
    }
  }

  static func caseloads() throws -> [Caseload] {
    let day = try day()
    return offices.enumerated().map { index, office in
      let subjects = index == 7 ? nil : index * 23 % 61
      return Caseload(
        officeCode: office.code, asOf: day, officers: 1 + index % 4, assistants: index % 3,
        subjects: subjects,
        classes: index % 3 == 0
          ? nil
          : subjects.map {
            Caseload.Classes(strict: $0 / 5, general: $0 - $0 / 5 - $0 / 3, lenient: $0 / 3)
          },
        intakes: 1 + index % 3, releases: index % 2, investigations: index % 4)
    }
  }

  static let norm = try? StaffingNorm(
    .ratio,
    StaffingSettings(
      [
        .subjectsPerAssistant: Rational(20), .subjectsPerOfficer: Rational(30),
        .reliefPerOfficer: Rational(1, over: 2), .minimum: Rational(1), .maximum: Rational(6),
      ].merging(
        (WorkUnit.classes + [.unclassified]).map { (.weight($0), .one) }) { $1 },
      rounding: .halfUp))
}
