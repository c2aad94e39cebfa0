import Foundation
import Model
import Policy
import Scoring
import Testing

@testable import Planner

/// The rules in engines that are not ours, byte for byte; skipped where an engine is not installed.
@Suite("The rules as a job for another engine", .serialized)
struct PortableJobTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let python = root.appending(path: ".build/acceptance/venv/bin/python").path
  private static let postgresql = "/usr/lib/postgresql/15/bin/initdb"
  static let packs = [
    "beijing-2023", "Samples/policies/tiers-then-order.yaml",
    "Samples/policies/points-and-marks.yaml",
  ]
  /// Texts that engines, loaders and collations have been seen to treat otherwise.
  private static let oddities = [
    "a'b", "a''b", "a\"b", "a\\b", "\\N", "é", "e\u{301}", "阿", "啊", "Z", "z", "_", "=1", "+1",
    " a", "a ", "😀", "\u{FFFD}", "-- x", "a,b", "NULL", "%", "ﬁ", "ß", "ss", "İ", "0", "00",
  ]

  /// Applicants with random facts near every limit, hard to order by their numbers.
  private func scored(_ pack: String, _ count: Int, seed: UInt64) throws -> ScoredApplicants {
    let name = pack == "beijing-2023" ? pack : Self.root.appending(path: pack).path
    let policy = try PolicyPack.opened(name)
    let rules = try policy.rules(on: #require(CivilDate(iso: "2024-06-01")))
    let scorer = try Scorer(rules)
    let decisive = DecisiveValues(rules)
    var random = SplitMix64(seed: seed)
    var columns = ApplicantColumns(fields: scorer.fields)
    for number in 0..<count {
      columns.ids.append(UInt32(number + 1))
      columns.offices.append(UInt16(random.next() % 5))
      var text = "\(Self.oddities[number % Self.oddities.count])\(number)"
      text.withUTF8 { columns.applicationNumbers.append($0) }
      columns.names.append(UnsafeBufferPointer(start: nil, count: 0))
      columns.append(
        scorer.fields.map { field in
          let draw = random.next()
          if let closed = field.closedValues {
            // Most requirements are met, so that many applicants are ranked.
            let isMet = closed[0] == .bool(true) && draw % 4 > 0
            return isMet ? closed[0] : ([.blank] + closed)[Int(draw % UInt64(closed.count + 1))]
          }
          let values = decisive[field.id]
          if draw % 9 == 0, field != .birthDate {
            return .blank
          } else if field == .writtenScore || field == .interviewScore {
            return .number(7_000 + Int64(draw % 300))
          } else if case .int(let value)? = values.isEmpty
            ? nil : values[Int(draw % UInt64(values.count))]
          {
            return .number(value)
          } else {
            return .text(["030101K", "0301", "03", "5804", "0302", "a'b", "\\"][Int(draw % 7)])
          }
        })
    }
    let evaluation = try scorer.evaluate(columns)
    return try ScoredApplicants(
      policy: policy, rules: rules, seed: nil, columns: columns, offices: OfficeTable(),
      evaluation: evaluation, list: RankedList(evaluation, of: columns, rules: rules), places: [:])
  }

  /// Runs a job and compares what comes out with what we say must.
  private func compare(_ pack: String, _ dialect: SQLDialect, _ command: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "job-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let seed: UInt64 = 20_240_601
    try PortableJob(scored(pack, 5_000, seed: seed), run: "").write(to: folder, for: dialect)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = command.dropFirst() + [folder]
    let (output, errors) = (
      Pipe(), FileManager.default.temporaryDirectory.appending(path: "e-\(UUID())")
    )
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let found = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let complaint = try String(contentsOf: errors, encoding: .utf8)
    #expect(process.terminationStatus == 0, Comment(rawValue: complaint))
    let expected = try Data(contentsOf: URL(fileURLWithPath: folder + "/results.tsv"))
    #expect(expected.count > 100_000)
    guard found != expected else { return }
    let (ours, theirs) = (
      expected.split(separator: 10, omittingEmptySubsequences: false),
      found.split(separator: 10, omittingEmptySubsequences: false)
    )
    let line = zip(ours, theirs).prefix { $0 == $1 }.count
    let texts = [ours, theirs].map { lines in
      line < lines.count ? String(decoding: lines[line], as: UTF8.self) : "(end)"
    }
    Issue.record(
      "seed \(seed), line \(line + 1): ours \(texts[0]), \(dialect.rawValue) \(texts[1])")
  }

  @Test(
    "gives the same bytes in DuckDB",
    .enabled(if: FileManager.default.isExecutableFile(atPath: python), "DuckDB is not installed"),
    arguments: packs)
  func duckDB(pack: String) throws {
    let script = Self.root.appending(path: "Tests/Acceptance/duckdb_job.py").path
    try compare(pack, .duckdb, [Self.python, script])
  }

  @Test(
    "gives the same bytes in PostgreSQL 15, whose own collation is another",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: postgresql),
      "PostgreSQL 15 is not installed"),
    arguments: packs)
  func postgreSQL(pack: String) throws {
    let script = Self.root.appending(path: "Tests/Acceptance/postgresql_job.sh").path
    try compare(pack, .postgresql, ["/bin/bash", script])
  }
}
