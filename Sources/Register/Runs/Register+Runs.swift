import Foundation
import GRDB
import GRDBSQLite
public import Model

/// A scoring run as the register keeps it.
public struct RunEntry: Sendable {
  /// The short name: the first digits of the digest.
  public let id: String
  /// The digest.
  public let digest: String
  /// The policy's id.
  public let policy: String
  /// The policy's source, so that the run can be explained when the policy has changed.
  public let policySource: [UInt8]
  /// The date of evaluation.
  public let asOf: CivilDate
  /// The seed of the lot, if one was drawn.
  public let seed: String?
  /// The only office that was scored, where it was only one.
  public let officeCode: String?
  /// How many are eligible, pending and ineligible.
  public let totals: [Verdict: Int]

  /// Describes a run.
  public init(
    id: String, digest: String, policy: String, policySource: [UInt8], asOf: CivilDate,
    seed: String?, officeCode: String?, totals: [Verdict: Int]
  ) {
    self.id = id
    self.digest = digest
    self.policy = policy
    self.policySource = policySource
    self.asOf = asOf
    self.seed = seed
    self.officeCode = officeCode
    self.totals = totals
  }
}

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
}

extension Register {
  /// Calls back with every accepted applicant that was not taken back.
  ///
  /// - Parameters:
  ///   - office: only this office's, where one is named.
  ///   - cell: the bytes of a field; they last until the call returns.
  public func forEachAccepted(
    office: String?,
    _ body: (_ id: UInt32, _ cell: (ApplicantField) -> UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    try forEachRow(
      """
      FROM applicant_row AS applicant
      WHERE outcome = \(RowOutcome.accepted.rawValue)
        AND file_id IN (SELECT id FROM file WHERE state = 'taken')
        AND (:office IS NULL OR office_code = :office)
      ORDER BY applicant.id
      """, ["office": office], body)
  }

  private func forEachRow(
    _ source: String, _ values: [String: (any DatabaseValueConvertible)?],
    _ body: (_ id: UInt32, _ cell: (ApplicantField) -> UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    try read { try Self.forEachRow(source, values, in: $0, body) }
  }

  /// Steps through applicants by hand, cell by cell as bytes, because there may be millions.
  static func forEachRow(
    _ source: String, _ values: [String: (any DatabaseValueConvertible)?], in database: Database,
    taking isTaken: (UInt32) -> Bool = { _ in true },
    _ body: (_ id: UInt32, _ cell: (ApplicantField) -> UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    let columns = PackedCells.columns.map { "applicant.\($0)" }.joined(separator: ", ")
    let statement = try database.makeStatement(sql: "SELECT applicant.id, \(columns) \(source)")
    statement.arguments = StatementArguments(values)
    let pointer = statement.sqliteStatement
    sqlite3_reset(pointer)
    var cells = CellUnpacker()
    let places = ApplicantField.allCases.map { field in
      PackedCells.keys.firstIndex(of: field) ?? PackedCells.fields.firstIndex(of: field) ?? 0
    }
    let isKey = ApplicantField.allCases.map(PackedCells.keys.contains)
    try ImportSession.step(pointer) {
      let id = UInt32(sqlite3_column_int64(pointer, 0))
      guard isTaken(id) else { return }
      cells.read(ImportSession.bytes(pointer, Int32(PackedCells.keys.count + 1)))
      body(id) { field in
        isKey[field.rawValue]
          ? ImportSession.bytes(pointer, Int32(places[field.rawValue] + 1))
          : cells.text(places[field.rawValue])
      }
    }
  }

  /// Calls back with every applicant of a stored run, whatever became of the row since.
  ///
  /// - Parameter office: only this office's, where one is named.
  public func forEachApplicant(
    ofRun id: String, office: String? = nil,
    _ body: (_ id: UInt32, _ cell: (ApplicantField) -> UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    let ofRun = """
      FROM run_office JOIN result_row ON result_row.id >= run_office.first_result
        AND result_row.id < run_office.first_result + run_office.result_count
      WHERE run_office.run_id = :run AND (:office IS NULL OR run_office.office_code = :office)
      """
    let arguments: [String: (any DatabaseValueConvertible)?] = ["run": id, "office": office]
    try read { database in
      var ids: [UInt32] = []
      let statement = try database.makeStatement(sql: "SELECT applicant_id \(ofRun)")
      statement.arguments = StatementArguments(arguments)
      let pointer = statement.sqliteStatement
      try ImportSession.step(pointer) { ids.append(UInt32(sqlite3_column_int64(pointer, 0))) }
      ids.sort()
      guard let first = ids.first, let last = ids.last else { return }
      guard ids.count > Int(last - first) / Self.sparse else {
        return try Self.forEachRow(
          """
          FROM applicant_row AS applicant WHERE applicant.id IN (SELECT applicant_id \(ofRun))
          ORDER BY applicant.id
          """, arguments, in: database, body)
      }
      // One walk over the rows is faster than to seek most of them one by one.
      var next = 0
      try Self.forEachRow(
        """
        FROM applicant_row AS applicant WHERE applicant.id BETWEEN :first AND :last
        ORDER BY applicant.id
        """, ["first": Int64(first), "last": Int64(last)], in: database,
        taking: { id in
          guard next < ids.count, ids[next] == id else { return false }
          next += 1
          return true
        }, body)
    }
  }

  /// Of how many rows at most one belongs to a run whose rows are sought one by one.
  private static let sparse = 16

  /// How many of an office's ranked applicants have each assessment.
  public func assessments(ofRun id: String, office: String) throws -> [Assessment: Int] {
    try read { database in
      let part = try Row.fetchOne(
        database,
        sql: """
          SELECT first_result, result_count FROM run_office
          WHERE run_id = ? AND office_code = ?
          """,
        arguments: [id, office])
      guard let part else { return [:] }
      let results = try Self.results(from: part[0], count: part[1], in: database)
      return results.reduce(into: [:]) { counts, result in
        if result.placement.rank != nil { counts[result.assessment, default: 0] += 1 }
      }
    }
  }

  /// Stores a run with its list; a run that is stored already is left as it is.
  ///
  /// - Parameters:
  ///   - results: the list in its order.
  ///   - person: calls back with the application number and the name of a line.
  ///   - offices: each office's code and how many entries it has, in the order of the list.
  ///   - reasons: for each pattern of outcomes that occurs, the criteria met and the working.
  ///   - run: describes the run; asked for last, because its digest may take as long as the list
  ///     takes to be stored.
  public func store(
    results: some RandomAccessCollection<ResultEntry>,
    person: (_ line: Int, _ take: (Text, Text) -> Void) -> Void,
    offices: [(code: String, count: Int)],
    reasons: [OutcomePattern: (reasons: String, working: String)], of run: () -> RunEntry
  ) throws {
    try write { database in
      try database.inSavepoint {
        let first =
          try Int64.fetchOne(database, sql: "SELECT COALESCE(MAX(id), 0) + 1 FROM result_row") ?? 1
        let count = try Self.insert(results, from: first, into: database)
        var line = 0
        for office in offices {
          try Self.storePeople(
            ofPart: first + Int64(line), line..<line + office.count, in: database, person)
          line += office.count
        }
        let run = run()
        let exists = try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE id = ?)", arguments: [run.id])
        if exists == true { return .rollback }
        try Self.insert(run, first, count, offices, reasons, into: database)
        return .commit
      }
    }
  }

  private static func insert(
    _ run: RunEntry, _ first: Int64, _ count: Int, _ offices: [(code: String, count: Int)],
    _ reasons: [OutcomePattern: (reasons: String, working: String)], into database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        run.id, run.digest, run.policy, Data(run.policySource), Int64(run.asOf.number), run.seed,
        run.officeCode, run.totals[.eligible] ?? 0, run.totals[.pending] ?? 0,
        run.totals[.ineligible] ?? 0, first, count,
      ])
    var next = first
    for office in offices {
      try database.execute(
        sql: "INSERT INTO run_office VALUES (?, ?, ?, ?)",
        arguments: [run.id, office.code, next, office.count])
      next += Int64(office.count)
    }
    for (outcomes, texts) in reasons {
      try database.execute(
        sql: "INSERT INTO run_reasons VALUES (?, ?, ?, ?)",
        arguments: [run.id, Int64(bitPattern: outcomes.packed), texts.reasons, texts.working])
    }
    try database.execute(
      sql: """
        INSERT INTO run_batch
        SELECT DISTINCT ?, batch_id FROM file WHERE state = 'taken' AND kind = 'applicants'
        """,
      arguments: [run.id])
  }

  /// Inserts results with ids that count up.
  private static func insert(
    _ results: some RandomAccessCollection<ResultEntry>, from first: Int64,
    into database: Database
  ) throws -> Int {
    try BulkInsert(
      ResultRows(results), into: "result_row",
      ["applicant_id", "outcomes", "assessment", "placement"],
      of: database
    ).run()
    return results.count
  }
}

/// The lines of a list, worked out one by one as they are inserted.
private final class ResultRows<Results: RandomAccessCollection<ResultEntry>>: BulkRows {
  private let results: Results
  private var result: ResultEntry?

  init(_ results: Results) {
    self.results = results
    super.init()
    count = results.count
  }

  override func fill(_ row: Int, _ column: Int32, _ cell: BulkInsert.Cell) {
    if column == 0 { result = results[results.index(results.startIndex, offsetBy: row)] }
    guard let result else { return }
    switch column {
    case 0: cell.set(Int64(result.applicantID))
    case 1: cell.set(Int64(bitPattern: result.outcomes.packed))
    case 2: cell.set(result.assessment.packed)
    default: cell.set(Int64(result.placement.packed))
    }
  }
}

extension ImportSession {
  /// Calls back with every accepted applicant of a file that was taken before.
  public func forEachAccepted(
    ofFileWith sha256: String,
    _ body: (_ id: UInt32, _ cell: (ApplicantField) -> UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    try Register.forEachRow(
      """
      FROM applicant_row AS applicant
      WHERE outcome = \(RowOutcome.accepted.rawValue)
        AND file_id IN (SELECT id FROM file WHERE state = 'taken' AND file_sha256 = :sha256)
      ORDER BY applicant.id
      """, ["sha256": sha256], in: database, body)
  }
}
