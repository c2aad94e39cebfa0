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

  /// What a stored line holds, in this order.
  enum Column: Int, CaseIterable {
    case applicant, outcomes, assessment, placement, applicationNo, name
  }

  /// A stored line.
  fileprivate init(_ line: borrowing BlockReader) {
    applicantID = UInt32(truncatingIfNeeded: line.number(Column.applicant.rawValue))
    outcomes = OutcomePattern(
      packed: UInt64(bitPattern: line.number(Column.outcomes.rawValue)))
    assessment = Assessment(packed: line.number(Column.assessment.rawValue))
    placement = RankPlacement(
      packed: UInt32(truncatingIfNeeded: line.number(Column.placement.rawValue)))
  }
}

extension Register {
  /// A line of a list with what people call the applicant.
  public struct ListedResult: Sendable {
    /// The line.
    public let result: ResultEntry
    /// The office's code.
    public let officeCode: String
    /// The office's name on the day of the list.
    public let officeName: String
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
  /// - Complexity: O(lines of the run, or of the office where one is named), in the memory of a
  ///   block.
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
      try Self.forEachLine(ofRun: id, office: office, in: database) { office, officeName, line in
        let result = ResultEntry(line)
        let text = texts[result.outcomes]
        try body(
          ListedResult(
            result: result, officeCode: office, officeName: officeName,
            applicationNo: String(
              decoding: line.text(ResultEntry.Column.applicationNo.rawValue), as: UTF8.self),
            name: String(decoding: line.text(ResultEntry.Column.name.rawValue), as: UTF8.self),
            reasons: text?.reasons ?? "", working: text?.working ?? ""))
      }
    }
  }

  /// How many of an office's ranked applicants have each assessment.
  public func assessments(ofRun id: String, office: String) throws -> [Assessment: Int] {
    try read { database in
      var counts: [Assessment: Int] = [:]
      try Self.forEachLine(ofRun: id, office: office, in: database) { _, _, line in
        let result = ResultEntry(line)
        if result.placement.rank != nil { counts[result.assessment, default: 0] += 1 }
      }
      return counts
    }
  }

  /// The line of an applicant in an office's part of a run.
  static func result(
    of applicant: Int64, inRun id: String, office: String, in database: Database
  ) throws -> ResultEntry? {
    var result: ResultEntry?
    try forEachLine(ofRun: id, office: office, in: database) { _, _, line in
      if line.number(ResultEntry.Column.applicant.rawValue) == applicant {
        result = ResultEntry(line)
      }
    }
    return result
  }

  /// The applicants of a run in the order of its list.
  static func applicants(ofRun id: String, office: String?, in database: Database) throws
    -> [UInt32]
  {
    var ids: [UInt32] = []
    try forEachLine(ofRun: id, office: office, in: database) { _, _, line in
      ids.append(
        UInt32(truncatingIfNeeded: line.number(ResultEntry.Column.applicant.rawValue)))
    }
    return ids
  }

  /// Calls back with the stored lines of a run in the order of its list, of one office where it is
  /// named.
  static func forEachLine(
    ofRun id: String, office: String?, in database: Database,
    _ body: (_ office: String, _ name: String, _ line: borrowing BlockReader) throws -> Void
  ) throws {
    let statement = try database.makeStatement(
      literal: """
        SELECT result_block.office_code, office_name, lines FROM run JOIN result_block
          ON first >= first_result AND first < first_result + result_count
        WHERE run.id = \(id) AND (\(office) IS NULL OR result_block.office_code = \(office))
        ORDER BY first
        """)
    var line = BlockReader(columns: ResultEntry.Column.allCases.count)
    while let block = try statement.step() {
      let office = String(decoding: block.bytes(0), as: UTF8.self)
      let name = String(decoding: block.bytes(1), as: UTF8.self)
      line.open(block.bytes(2))
      while line.next() { try body(office, name, line) }
    }
  }
}
