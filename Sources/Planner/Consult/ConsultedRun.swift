import Consultation
import Foundation
import Intake
import Model
import Policy
import Register
import Scoring
import Tabular

/// The part of a run on which a view is asked, worked out anew from what the package will hold.
struct ConsultedRun {
  /// The run over the applicants of the package.
  let run: ScoringRun
  /// The facts that the rules read.
  let fields: [ApplicantField]
  /// What the package shows of each applicant, by column, in the order of the list.
  let rows: [[String: String]]

  /// Takes a stored run, or only an office of it, or only the first ranks of each office.
  /// - Throws: `ConsultError.nobody` or `.runDiffers`, `RegisterError`, `PolicyError`.
  init(
    _ entry: RunEntry, office: String?, first: Int?, disclosure: Disclosure, of register: Register
  ) throws {
    let policy = try PolicyPack(canonicalBytes: entry.policySource)
    let rules = try policy.rules(on: entry.asOf)
    let scorer = try Scorer(rules)
    let offices = try register.officeTable()
    var ranks: [UInt32: Int?] = [:]
    try register.forEachResult(ofRun: entry.id, office: office) { line in
      let rank = line.result.placement.rank
      if first.map({ (rank ?? .max) <= max(1, $0) }) ?? true {
        ranks[line.result.applicantID] = .some(rank)
      }
    }
    guard !ranks.isEmpty else { throw ConsultError.nobody }
    var facts = StoredFacts(fields: scorer.fields, offices: offices)
    var shown: [UInt32: [String: String]] = [:]
    try register.forEachApplicant(ofRun: entry.id) { id, cell in
      guard ranks[id] != nil else { return }
      var texts = Dictionary(
        uniqueKeysWithValues: ApplicantField.allCases.map {
          ($0.id, String(decoding: cell($0), as: UTF8.self))
        })
      if let person = ResidentID(cell(.residentID)) {
        texts[ApplicantField.sex.id] = person.isMale ? "男" : "女"
        texts[ApplicantField.birthDate.id] = person.birthDate?.iso
      }
      var row = disclosure.shown { texts[$0.id] ?? "" }
      for field in scorer.fields + Self.keys { row[field.id] = texts[field.id] }
      shown[id] = row
      facts.append(row, id: id)
    }
    run = try ScoringRun(
      policy: policy, rules: rules, columns: try facts.columns, offices: offices,
      officeCode: office ?? entry.officeCode, seed: entry.seed)
    fields = scorer.fields
    let columns = run.columns
    for line in run.list.entries
    where ranks[columns.ids[Int(line.index)]] != .some(line.placement.rank) {
      throw ConsultError.runDiffers(entry.id)
    }
    rows = run.list.entries.compactMap { shown[columns.ids[Int($0.index)]] }
  }

  /// Makes the run again from a package's tables alone.
  init(_ package: OpenedPackage, terms: PackageTerms.Run) throws {
    let policy = try PolicyPack(packageFiles: terms.policyFiles, of: package)
    guard RunDigest.policyDigest(policy) == terms.policySha256,
      let day = CivilDate(iso: terms.asOf)
    else { throw PackageError.policyReplaced }
    let rules = try policy.rules(on: day)
    let scorer = try Scorer(rules)
    let offices = OfficeTable(
      try package.rows(of: "offices.csv", as: .offices).map { row in
        Office(
          code: row["office_code"] ?? "", name: row["office_name"] ?? "",
          districtCode: row["district_code"] ?? "", districtName: row["district_name"] ?? "")
      })
    rows = try package.rows(of: "applicants.csv", as: .applicants)
    var facts = StoredFacts(fields: scorer.fields, offices: offices)
    for (index, row) in rows.enumerated() { facts.append(row, id: UInt32(index)) }
    run = try ScoringRun(
      policy: policy, rules: rules, columns: try facts.columns, offices: offices, seed: terms.seed)
    fields = scorer.fields
  }

  /// The facts by which an applicant is found, which every package holds.
  private static let keys: [ApplicantField] = [.applicationNo, .officeCode]

  /// The columns of `applicants.csv`.
  func schema(_ disclosure: Disclosure) -> TableSchema {
    let first = Self.keys.map(\.column) + disclosure.columns
    let facts = fields.map(\.column).filter { fact in !first.contains { $0.id == fact.id } }
    return TableSchema(.applicants, first + facts)
  }
}

extension OpenedPackage {
  /// The rows of one of its tables, each text under the name of its column.
  /// - Throws: `PackageError.fileMissing`, `TabularError`, `IntakeError`.
  func rows(of fileName: String, as sheet: SheetDescription) throws -> [[String: String]] {
    guard let bytes = files[fileName] else { throw PackageError.fileMissing(fileName) }
    return try Scratch.file(bytes) { path in
      let catalog = SheetCatalog.standard.replacing(sheet.passedOn)
      return try IncomingRecords(
        reading: IncomingSheet(path: path, as: sheet.kind, in: catalog), offices: OfficeTable([])
      ).texts
    }
  }
}
