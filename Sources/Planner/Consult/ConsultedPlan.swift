import Consultation
import Cryptography
import Foundation
import Model
import Policy
import Register
import Reporting
import Staffing
import Tabular

/// The headcount on which a view is asked, worked out from the figures that the package holds.
struct ConsultedPlan {
  let plan: StaffingPlan
  let names: OfficeTable

  /// Plans what a register holds.
  /// - Throws: `ConsultError.nobody`, `RegisterError`, `PolicyError`, `StaffingError`.
  init(policy: PolicyPack, asOf day: CivilDate, office: String?, of register: Register) throws {
    plan = try register.plan(policy.rules(on: day), office: office)
    names = try register.officeTable()
    guard !plan.offices.isEmpty else { throw ConsultError.nobody }
  }

  /// Makes the plan again from a package's tables alone.
  init(_ package: OpenedPackage, terms: PackageTerms.Run) throws {
    let policy = try PolicyPack(packageFiles: terms.policyFiles, of: package)
    // The figures go through the same import and the same use case as everybody's.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try package.unpack(to: folder.path)
    defer { try? FileManager.default.removeItem(at: folder) }
    let register = try Register()
    let report = try Import(into: register, options: ImportOptions(takenAt: ""))
      .run(["offices.csv", "caseload.csv"].map { folder.appending(path: $0).path })
    if let failure = report.files.compactMap(\.failure).first { throw failure }
    plan = try register.plan(policy.rules(on: terms.asOf))
    names = try register.officeTable()
  }

  /// The offices of the plan.
  var offices: [Office] {
    plan.offices.compactMap { plan in
      names.index(ofCode: plan.officeCode).map { names.offices[$0] }
    }
  }

  /// The sheet for the opinions on it.
  var opinionSheet: OpinionSheet {
    OpinionSheet(
      about: .plan,
      rows: plan.offices.map { line in
        OpinionSheet.Row(
          subject: line.officeCode,
          shown: [
            names.name(of: line.officeCode), line.inPost.map(String.init) ?? "",
            line.proposed.map(String.init) ?? "",
          ])
      })
  }

  /// The plan's table.
  var table: [UInt8] {
    get throws {
      try Scratch.bytes { try PlanTable(plan, offices: names).write(to: $0, language: .zh) }
    }
  }

  /// SHA-256 of the plan's table in hex.
  static func digest(_ table: [UInt8]) -> String {
    SHA256.hash(table).hex
  }

  /// Adds the plan and the figures that it rests on.
  /// - Returns: The plan's digest.
  func add(to draft: PackageDraft) throws -> String {
    try draft.addTable("caseload", title: "工作量", schema: Self.caseloadSchema) { sheet in
      for load in plan.caseloads {
        let counts = [
          load.officers, load.assistants, load.subjects, load.classes?.strict,
          load.classes?.general, load.classes?.lenient, load.intakes, load.releases,
          load.investigations,
        ]
        try sheet.row([load.officeCode, load.asOf.iso] + counts.map { $0.map(String.init) ?? "" })
      }
    }
    let table = try table
    try draft.addSheet("plan", title: "配备建议", schema: Self.planSchema) {
      try OutputFile.write(table, to: $0)
    }
    return Self.digest(table)
  }

  private static let caseloadSchema = TableSchema(
    .caseload, SheetDescription.caseload.kept, reference: "offices")

  private static let planSchema = TableSchema(
    [
      .office, .officeName, .init("caseload_as_of", "统计日期", type: "date"),
      .init("officers", "专门国家工作人员", type: "integer"),
      .init("subjects", "社区矫正对象", type: "integer"), .init("in_post", "在岗", type: "integer"),
      .init("required", "需要", type: "number"), .init("proposed", "拟配", type: "integer"),
      .init("difference", "差额", type: "integer"),
      .init("officer_shortfall", "专门国家工作人员缺口", type: "integer"), .init("reason", "原因"),
      .init("remarks", "提示"), .init("working", "计算过程"),
    ], key: "office_code", reference: "offices")
}
