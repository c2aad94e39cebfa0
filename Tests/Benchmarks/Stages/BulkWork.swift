import Foundation
import Intake
import Model
import Planner
import Policy
import Register
import Scoring

/// The bulk path in pieces, for one sheet of separated values.
struct BulkWork {
  let stopwatch = Stopwatch()
  private let path: String
  private let pack: PolicyPack
  private let rules: RuleSet
  private let offices = OfficeTable()

  init(path: String) throws {
    self.path = path
    pack = try PolicyPack.named("beijing-2023")
    rules = try pack.rules(on: pack.inForce.from)
  }

  /// Runs a stage and returns how many rows it saw.
  func run(_ stage: Stage) throws -> Int {
    switch stage {
    case .inspect:
      try stopwatch.measure { _ = try sheet() }
      return 0
    case .parse: return try parse()
    case .check: return try check()
    case .store, .settle, .index: return try store(measuring: stage).count
    case .evaluate, .rank, .digest: return try score(measuring: stage)
    case .keep, .list: return try deliver(measuring: stage)
    }
  }

  private func sheet() throws -> IncomingSheet { try IncomingSheet(path: path, as: .applicants) }

  private func parse() throws -> Int {
    let sheet = try sheet()
    var rows = 0
    try stopwatch.measure {
      try SheetReader.parse(sheet) { batch in
        rows += batch.rows.count
        batch.removeAll()
        return batch
      }
    }
    return rows
  }

  private func check() throws -> Int {
    let sheet = try sheet()
    var reader = try reader(offices, gathering: ApplicantColumns(fields: Scorer(rules).fields))
    var rows = 0
    try SheetReader.parse(sheet) { batch in
      rows += batch.rows.count
      try stopwatch.measure { try reader.check(batch, of: sheet) }
      batch.removeAll()
      return batch
    }
    return rows
  }

  private func reader(_ offices: OfficeTable, gathering facts: ApplicantColumns?) throws
    -> SheetReader
  {
    SheetReader(.applicants, offices: offices, firstID: 1, facts: facts)
  }

  /// The facts of all rows that were not rejected.
  private func facts() throws -> ApplicantColumns {
    var reader = try reader(offices, gathering: ApplicantColumns(fields: Scorer(rules).fields))
    try reader.read(sheet()) { batch in
      batch.removeAll()
      return batch
    }
    return reader.facts ?? ApplicantColumns(fields: [])
  }

  private func store(measuring stage: Stage) throws -> ApplicantColumns {
    try withRegister { register in try store(in: register, measuring: stage) }
  }

  private func store(in register: Register, measuring stage: Stage) throws -> ApplicantColumns {
    let sheet = try sheet()
    var reader = try reader(offices, gathering: ApplicantColumns(fields: Scorer(rules).fields))
    try register.importing(command: "stages", takenAt: "") { session in
      try session.file {
        let id = try session.add(
          FileEntry(
            kind: "applicants", name: "sheet", bytes: sheet.byteCount, sha256: sheet.sha256,
            encoding: "", separator: ",", worksheet: nil, columns: []))
        var next: Int64 = 1
        try reader.read(sheet) { batch in
          try measure(.store, of: stage) {
            next = try session.store(batch, fileID: id, firstID: next)
          }
          batch.removeAll()
          return batch
        }
        try measure(.settle, of: stage) { _ = try session.settleCollisions(ofFile: id) }
      }
      try measure(.index, of: stage) { try session.indexApplicants() }
    }
    return reader.facts ?? ApplicantColumns(fields: [])
  }

  private func score(measuring stage: Stage) throws -> Int {
    let columns = try facts()
    let scorer = try Scorer(rules)
    let evaluation = try measure(.evaluate, of: stage) { try scorer.evaluate(columns) }
    let list = try measure(.rank, of: stage) {
      try RankedList(evaluation, of: columns, rules: rules)
    }
    _ = try measure(.digest, of: stage) {
      RunDigest(
        policy: pack, rules: rules, seed: nil, columns: columns, fields: scorer.fields,
        offices: offices, evaluation: evaluation, list: list)
    }
    return columns.count
  }

  private func deliver(measuring stage: Stage) throws -> Int {
    try withRegister { register in
      let run = try ScoringRun(
        policy: pack, rules: rules, columns: facts(), offices: offices)
      _ = run.digest
      try measure(.keep, of: stage) { try run.store(in: register) }
      try measure(.list, of: stage) { try RankingSheet.write(run, to: register.path + ".csv") }
      return run.columns.count
    }
  }

  /// Runs a stage, and measures it where it is the one that is asked for.
  private func measure<Result>(_ stage: Stage, of wanted: Stage, _ body: () throws -> Result)
    throws -> Result
  {
    guard stage == wanted else { return try body() }
    var result: Result?
    try stopwatch.measure { result = try body() }
    guard let result else { throw CancellationError() }
    return result
  }

  /// Makes a register in a folder that is gone afterwards.
  private func withRegister<Result>(_ body: (Register) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(Register(path: folder.appendingPathComponent("register.sqlite").path))
  }
}
