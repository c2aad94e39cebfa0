import Cryptography
import Foundation
import Intake
public import Model
public import Policy
public import Register
public import Reporting
import Scoring
import Tabular

/// The scoring of a register as a job for an engine on other machines.
///
/// What was accepted is exported as facts that our checks have cleaned, never as sheets: checks need
/// the register (duplicates, findings, decisions), and checks in SQL would be a second program that
/// has to agree with the first. A file holds whole offices, and several are written at a time. No
/// name and no identity number leaves: application number, office, and the facts that the rules read.
///
/// - `facts/part-00001.csv` …: the facts, as `FactTable` lays them out.
/// - `job.sql`: reads them and leaves `results/`.
/// - `policy.bin`: the policy as the run will keep it.
/// - `datapackage.json`: everything with its SHA-256; written last.
public struct ScaleExport: Sendable {
  /// How many applicants left.
  public let applicants: Int
  /// How many offices they belong to.
  public let offices: Int
  /// How many files hold them.
  public let parts: Int
  private let engine: ScaleEngine
  private let folder: String

  /// What left, and what to run.
  public var answer: ScaleExportAnswer {
    ScaleExportAnswer(
      engine: engine.rawValue, command: engine.command, applicants: applicants, offices: offices,
      parts: parts, in: folder)
  }

  /// Exports what `score` would score on the same day under the same policy.
  /// - Parameters:
  ///   - folder: new or empty.
  ///   - partSize: a file is closed once it holds so many applicants.
  /// - Throws: `ScaleError.notEmpty` or `.nobody`, `PolicySQLError`, `PolicyError`, `ScoringError`,
  ///   `RegisterError`, `TabularError`.
  public init(
    of register: Register, policy: PolicyPack, asOf: CivilDate, officeCode: String? = nil,
    for engine: ScaleEngine, to folder: String, partSize: Int? = nil
  ) throws {
    (self.engine, self.folder) = (engine, folder)
    let rules = try policy.rules(on: asOf)
    _ = try engine.script(for: rules, parts: [])
    if let names = try? FileManager.default.contentsOfDirectory(atPath: folder), !names.isEmpty {
      throw ScaleError.notEmpty(path: folder)
    }
    let scorer = try Scorer(rules)
    let table = try register.officeTable()
    var facts = StoredFacts(fields: scorer.fields, offices: table)
    try register.forEachAccepted(office: officeCode) { facts.append(id: $0, cell: $1) }
    var columns = try facts.columns
    try MarkSheets(of: register, rules).apply(to: &columns)
    applicants = columns.count
    guard applicants > 0 else { throw ScaleError.nobody }
    let parts = ScaleParts(
      columns, offices: table, scorer: scorer, size: partSize ?? ScaleParts.usualSize)

    for name in ["facts", "results"] { try OutputFolder.make(folder + "/" + name) }
    let schema = ScaleManifest.schema(rules.sqlColumns)
    var resources = try parts.mapInParallel { number, bytes in
      let part = parts.parts[number]
      var file = try Self.write(bytes, ScaleManifest.part(number), to: folder)
      file.profile = "tabular-data-resource"
      file.rows = part.rows.count
      file.offices = [part.offices.first, part.offices.last].compactMap { office in
        office.map { table.offices[$0].code }
      }
      file.schema = schema
      return file
    }
    let script = try engine.script(for: rules, parts: resources.map(\.path))
    resources.append(try Self.write(Array(script.utf8), ScaleManifest.jobName, to: folder))
    resources.append(try Self.write(policy.canonicalBytes, ScaleManifest.policyName, to: folder))
    offices = parts.parts.reduce(0) { $0 + $1.offices.count }
    self.parts = parts.parts.count
    let manifest = ScaleManifest(
      resources: resources,
      terms: .init(
        engine: engine, policy: rules.policyID, policySHA256: RunDigest.policyDigest(policy),
        asOf: asOf.iso, officeCode: officeCode, applicants: applicants, offices: offices))
    try OutputFile.write(manifest.json(), to: folder + "/" + ScaleManifest.fileName)
  }

  private static func write(
    _ bytes: [UInt8], _ path: String, to folder: String
  ) throws -> ScaleManifest.Resource {
    try OutputFile.write(bytes, to: folder + "/" + path)
    let file = (path as NSString)
    return ScaleManifest.Resource(
      name: ((file.lastPathComponent as NSString).deletingPathExtension), path: path,
      profile: "data-resource", format: file.pathExtension, bytes: bytes.count,
      hash: hash(bytes))
  }

  /// `sha256:` and the digest in hex.
  static func hash(_ bytes: [UInt8]) -> String {
    "sha256:" + SHA256.hash(bytes).hex
  }
}
