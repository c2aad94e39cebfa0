import Foundation
public import Model
public import Policy
public import Register
public import Reporting
import Scoring
import Tabular

/// A stored run as a job for another engine: its facts, the query, and the answer to compare with.
///
/// - `facts.csv`: UTF-8 without BOM, a header, LF; texts quoted as in RFC 4180, numbers bare,
///   nothing between commas for NULL. Nothing is neutralised: it is for engines, not spreadsheets.
/// - `table.sql`, `query.sql`: the table and the query in the engine's dialect.
/// - `results.tsv`: what the query must give, in its order: office_code, rank, application_no,
///   verdict, tier, points, reasons; separated by tabs, `\N` for NULL, LF, no header, no quotes.
public struct PortableJob {
  private let run: String
  private let scored: ScoredApplicants

  /// Makes a stored run again.
  /// - Throws: `PortableJobError.lot`; `StoredRunError.differs`; `RegisterError`.
  public init(_ prefix: String, of register: Register) throws {
    let run = try register.run(prefix)
    if run.seed != nil { throw PortableJobError.lot(run: run.id) }
    self.init(try ScoringRun(stored: run, of: register).scored(places: [:]), run: run.id)
  }

  /// - Parameters:
  ///   - scored: a list without a lot, which SQL cannot draw.
  ///   - run: its id.
  init(_ scored: ScoredApplicants, run: String) {
    self.run = run
    self.scored = scored
  }

  /// Writes the four files into a folder.
  /// - Throws: `PolicySQLError` where the rules cannot be said in SQL; `TabularError`.
  @discardableResult
  public func write(to folder: String, for dialect: SQLDialect) throws -> PortableRunAnswer {
    let query = try scored.rules.sql(for: dialect)
    try OutputFolder.make(folder)
    try OutputFile.write(Array(query.utf8), to: folder + "/query.sql")
    try OutputFile.write(
      Array(scored.rules.sqlTable(for: dialect).utf8), to: folder + "/table.sql")
    try writeFacts(to: folder + "/facts.csv")
    try writeResults(to: folder + "/results.tsv")
    return PortableRunAnswer(
      run: run, dialect: dialect, folder: folder,
      files: ["facts.csv", "table.sql", "query.sql", "results.tsv"])
  }

  private func writeFacts(to path: String) throws {
    let table = FactTable(scored)
    var sheet = try PlainText(path: path)
    sheet.bytes += table.headerLine
    for entry in scored.list.entries {
      table.appendLine(at: Int(entry.index), to: &sheet.bytes)
      try sheet.flushIfLarge()
    }
    try sheet.finish()
  }

  private func writeResults(to path: String) throws {
    var lines = ResultLines(try Scorer(scored.rules))
    var sheet = try PlainText(path: path)
    for range in scored.list.offices {
      for entry in scored.list.entries[range.entries] {
        lines.append(
          entry, office: scored.offices.offices[range.office].code, scored.columns,
          scored.evaluation, to: &sheet.bytes)
        try sheet.flushIfLarge()
      }
    }
    try sheet.finish()
  }
}

/// The lines that the query gives, as they are written to a file: texts and numbers between tabs,
/// `\N` for NULL.
struct ResultLines {
  private let wording: ReasonWording
  private var reasons: [OutcomePattern: String] = [:]

  init(_ scorer: Scorer) { wording = ReasonWording(scorer) }

  /// Appends the line of one entry of a list, its LF included.
  mutating func append(
    _ entry: RankedList.Entry, office: String, _ columns: ApplicantColumns,
    _ evaluation: Evaluation, to bytes: inout [UInt8]
  ) {
    let index = Int(entry.index)
    let outcomes = evaluation[index].outcomes
    let text = reasons[outcomes] ?? wording.reasons(outcomes)
    reasons[outcomes] = text
    let assessment = evaluation[index].assessment
    bytes += "\(office)\t\(Self.number(entry.placement.rank))\t".utf8
    columns.applicationNumbers.withBytes(at: index) { bytes += $0 }
    bytes +=
      ("\t\(assessment.verdict.id)\t\(Self.number(assessment.tier))"
      + "\t\(assessment.points)\t\(text)\n").utf8
  }

  private static func number(_ number: Int?) -> String { number.map(String.init) ?? "\\N" }
}

/// A text file that grows piece by piece.
private struct PlainText {
  private let file: OutputFile
  var bytes: [UInt8] = []

  init(path: String) throws { file = try OutputFile(path: path) }

  mutating func flushIfLarge() throws {
    guard bytes.count > 1 << 18 else { return }
    try bytes.withUnsafeBytes { try file.write($0) }
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func finish() throws {
    try bytes.withUnsafeBytes { try file.write($0) }
    try file.finish()
  }
}

/// Why a run cannot be handed to another engine.
public enum PortableJobError: ExplainedError, Hashable {
  /// A lot was drawn, which SQL cannot do.
  case lot(run: String)

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .lot(let run):
      .init(
        "lot_not_portable", .usage, "运行 \(run) 抽过签", "Run \(run) has drawn a lot",
        why: "抽签用 SHA-256，各数据库算法不一，不写成 SQL；SQL 的名次保留并列。",
        "The lot takes SHA-256, which engines do not share; the query leaves ties as they are.",
        toDo: "请用不带 \(.lot) 的运行：\(.score)。", "Use a run without \(.lot): \(.score).")
    }
  }
}
