import GRDB
public import Model

/// One line of a ranked list.
public struct ResultEntry: Sendable, Hashable {
  /// The applicant's row in the register.
  public let applicantID: UInt32
  /// The outcomes of all criteria, two bits each.
  public let outcomes: UInt64
  /// The gate's verdict.
  public let verdict: Verdict
  /// The tier from 1; 0 where there is none.
  public let tier: Int
  /// The points.
  public let points: Int
  /// The rank from 1; 0 where there is none.
  public let rank: Int
  /// Whether the rank is shared.
  public let isTied: Bool
  /// What ordered the applicant, as its place in `deciders`.
  public let decider: UInt8
  /// What ordered the applicant; empty where nothing did.
  public var decidedBy: String { Self.deciders[Int(decider)] }

  /// What may order applicants; the places never change.
  public static let deciders = ["", "tier", "points", "mark", "total", "lot"]

  /// A line that is to be stored.
  public init(
    applicantID: UInt32, outcomes: UInt64, verdict: Verdict, tier: Int, points: Int, rank: Int,
    isTied: Bool, decider: UInt8
  ) {
    self.applicantID = applicantID
    self.outcomes = outcomes
    self.verdict = verdict
    self.tier = tier
    self.points = points
    self.rank = rank
    self.isTied = isTied
    self.decider = decider
  }
}

extension ResultEntry {
  static let columns = ["applicant_id", "outcomes", "assessment", "placement"]

  /// The line at which a statement over `columns` stands.
  fileprivate init(_ statement: Statement) {
    let (assessment, placement) = (statement.number(2), statement.number(3))
    self.init(
      applicantID: UInt32(statement.number(0)), outcomes: UInt64(bitPattern: statement.number(1)),
      verdict: Verdict(rawValue: UInt8(assessment & 3)) ?? .pending,
      tier: Int(assessment >> 2 & 31),
      points: Int(assessment >> 7), rank: Int(placement >> 4), isTied: placement >> 3 & 1 == 1,
      decider: UInt8(placement & 7))
  }

  /// The value of one of `columns`.
  @inline(__always)
  func fill(_ column: Int32, _ cell: BulkInsert.Cell) {
    switch column {
    case 0: cell.set(Int64(applicantID))
    case 1: cell.set(Int64(bitPattern: outcomes))
    case 2: cell.set(Int64(verdict.rawValue) | Int64(tier) << 2 | Int64(points) << 7)
    default: cell.set(Int64(rank) << 4 | (isTied ? 8 : 0) | Int64(decider))
    }
  }
}

extension Register {
  /// A line of a list with what people call the applicant.
  public struct ListedResult: Sendable {
    /// The line.
    public let result: ResultEntry
    /// The office's code.
    public let officeCode: String
    /// The application number.
    public let applicationNo: String
    /// The name.
    public let name: String
    /// The criteria met.
    public let reasons: String
    /// How the points come about.
    public let working: String
  }

  /// Calls back with the lines of a run in the order of its list.
  /// - Complexity: O(lines of the run, or of the office where one is named), in the memory of one
  ///   office.
  public func forEachResult(
    ofRun id: String, office: String? = nil, _ body: (ListedResult) throws -> Void
  ) throws {
    try read { database in
      let reasons = try Row.fetchAll(
        database, sql: "SELECT outcomes, reasons, working FROM run_reasons WHERE run_id = ?",
        arguments: [id])
      let texts = Dictionary(
        uniqueKeysWithValues: reasons.map {
          (UInt64(bitPattern: $0[0] as Int64), (reasons: $0[1] as String, working: $0[2] as String))
        })
      for (office, lines) in try Self.parts(ofRun: id, office: office, in: database) {
        let results = try Self.results(lines, in: database)
        try RunPeople(database: database).forEach(ofPart: lines.lowerBound) { line, number, name in
          guard line < results.count else { return }
          let text = texts[results[line].outcomes]
          try body(
            ListedResult(
              result: results[line], officeCode: office, applicationNo: number, name: name,
              reasons: text?.reasons ?? "", working: text?.working ?? ""))
        }
      }
    }
  }

  /// How many of an office's ranked applicants have which tier and points.
  public func standings(ofRun id: String, office: String) throws -> [(
    tier: Int, points: Int, count: Int
  )] {
    try read { database in
      var counts: [Int64: Int] = [:]
      for (_, lines) in try Self.parts(ofRun: id, office: office, in: database) {
        for result in try Self.results(lines, in: database) where result.rank > 0 {
          counts[Int64(result.points) << 8 | Int64(result.tier), default: 0] += 1
        }
      }
      return counts.sorted { $0.key < $1.key }.map { (Int($0 & 255), Int($0 >> 8), $1) }
    }
  }

  /// Steps over lines that lie one after another.
  static func forEachLine(
    _ lines: Range<Int64>, in database: Database, _ body: (Statement) -> Void
  ) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(ResultEntry.columns.joined(separator: ", ")) FROM result_row
        WHERE id >= ? AND id < ? ORDER BY id
        """)
    statement.arguments = [lines.lowerBound, lines.upperBound]
    try statement.forEachStep { body(statement) }
  }

  private static func results(_ lines: Range<Int64>, in database: Database) throws
    -> [ResultEntry]
  {
    var results: [ResultEntry] = []
    results.reserveCapacity(lines.count)
    try forEachLine(lines, in: database) { results.append(ResultEntry($0)) }
    return results
  }

  /// The line of an applicant among some lines.
  static func result(of applicant: Int64, among lines: Range<Int64>, in database: Database) throws
    -> ResultEntry?
  {
    var result: ResultEntry?
    try forEachLine(lines, in: database) {
      if result == nil, $0.number(0) == applicant { result = ResultEntry($0) }
    }
    return result
  }
}
