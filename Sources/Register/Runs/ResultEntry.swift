import GRDB
public import Model

/// One line of a ranked list.
public struct ResultEntry: Sendable, Hashable {
  /// The applicant's row in the register.
  public let applicantID: UInt32
  /// The outcomes of all criteria.
  public let outcomes: OutcomePattern
  /// What follows from them.
  public let assessment: Assessment
  /// The place in the office.
  public let placement: RankPlacement

  /// Puts a line together.
  public init(
    applicantID: UInt32, outcomes: OutcomePattern, assessment: Assessment, placement: RankPlacement
  ) {
    self.applicantID = applicantID
    self.outcomes = outcomes
    self.assessment = assessment
    self.placement = placement
  }

  static let columns = ["applicant_id", "outcomes", "assessment", "placement"]

  /// A line as a statement over `columns` gives it.
  fileprivate init(_ row: SteppedRow) {
    applicantID = UInt32(row.number(0))
    outcomes = OutcomePattern(packed: UInt64(bitPattern: row.number(1)))
    assessment = Assessment(packed: row.number(2))
    placement = RankPlacement(packed: UInt32(row.number(3)))
  }

  /// Gives a cell the value of one of `columns`.
  @inline(__always)
  func fill(_ column: Int32, _ cell: BulkInsert.Cell) {
    switch column {
    case 0: cell.set(Int64(applicantID))
    case 1: cell.set(Int64(bitPattern: outcomes.packed))
    case 2: cell.set(assessment.packed)
    default: cell.set(Int64(placement.packed))
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
      let reasons = try database.rows(
        "SELECT outcomes, reasons, working FROM run_reasons WHERE run_id = \(id)")
      let texts = Dictionary(
        uniqueKeysWithValues: reasons.map {
          (
            OutcomePattern(packed: UInt64(bitPattern: $0[0])),
            (reasons: $0[1] as String, working: $0[2] as String)
          )
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

  /// How many of an office's ranked applicants have each assessment.
  public func assessments(ofRun id: String, office: String) throws -> [Assessment: Int] {
    try read { database in
      var counts: [Assessment: Int] = [:]
      for (_, lines) in try Self.parts(ofRun: id, office: office, in: database) {
        for result in try Self.results(lines, in: database) where result.placement.rank != nil {
          counts[result.assessment, default: 0] += 1
        }
      }
      return counts
    }
  }

  /// Steps over lines that lie one after another.
  static func forEachLine(
    _ lines: Range<Int64>, in database: Database, _ body: (SteppedRow) -> Void
  ) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(ResultEntry.columns.joined(separator: ", ")) FROM result_row
        WHERE id >= ? AND id < ? ORDER BY id
        """)
    statement.arguments = [lines.lowerBound, lines.upperBound]
    try statement.forEachStep(body)
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
