import Foundation
import Intake
import Model
import Planner
import Policy
import Register
import Scoring
import Tabular

/// Runs one stage of the bulk path alone, with all stages before it, on one thread.
///
/// usage: Stages inspect|parse|check|store|score FILE — prints `stage rows bytes seconds MiB`. What a
/// stage costs is its figure less that of the stage before.
@main
enum Stages {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      throw CocoaError(.featureUnsupported)
    }
    let clock = ContinuousClock()
    var rows = 0
    let elapsed = try clock.measure { rows = try run(arguments[1], arguments[2]) }
    let bytes = try FileManager.default.attributesOfItem(atPath: arguments[2])[.size] as? Int ?? 0
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    print(
      arguments[1], rows, bytes, (seconds * 1000).rounded() / 1000, peakMemory() / 1024,
      separator: "\t")
  }

  /// Runs a stage and returns how many rows it saw.
  private static func run(_ stage: String, _ path: String) throws -> Int {
    let sheet = try IncomingSheet(path: path, as: .applicants)
    guard case .text(let source, let separator) = sheet.form else { return 0 }
    var rows = 0
    switch stage {
    case "inspect": break
    case "parse":
      try CSVReader(source, separator: separator).read(into: RowBatch(columns: 48)) { batch in
        rows += batch.count
        batch.removeAll()
        return batch
      }
    case "check":
      var reader = ApplicantReader(
        offices: OfficeTable(), firstID: 1, facts: nil, duplicates: DuplicateIndex())
      try reader.read(sheet) { batch in
        rows += batch.rows.count
        batch.removeAll()
        return batch
      }
    case "store", "score":
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("\(UUID().uuidString).sqlite").path
      defer { try? FileManager.default.removeItem(atPath: file) }
      let pack = try PolicyPack.named("beijing-2023")
      let rules = try pack.rules(on: pack.inForce.from)
      let offices = OfficeTable()
      let register = try Register(path: file)
      var facts: ApplicantColumns? = try ApplicantColumns(fields: Scorer(rules).fields)
      try register.importing(command: "stages", takenAt: "", dryRun: false) { session in
        let id = try session.add(
          FileEntry(
            kind: "applicants", name: "sheet", bytes: source.byteCount, sha256: source.sha256,
            encoding: source.encoding.rawValue, separator: ",", worksheet: nil, columns: []))
        var reader = ApplicantReader(
          offices: offices, firstID: 1, facts: facts, duplicates: DuplicateIndex())
        facts = nil
        var next: Int64 = 1
        try reader.read(sheet) { batch in
          rows += batch.rows.count
          next = try session.store(batch, fileID: id, firstID: next)
          batch.removeAll()
          return batch
        }
        facts = reader.facts
      }
      if stage == "score", let facts {
        let run = try ScoringRun(policy: pack, rules: rules, columns: facts, offices: offices)
        rows = run.columns.count
      }
    default: throw CocoaError(.featureUnsupported)
    }
    return rows
  }

  /// The most memory that the process has held, in KiB.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
