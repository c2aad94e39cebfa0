import Foundation
import GRDB
public import Model

extension Register {
  /// The bytes of a text.
  public typealias Text = UnsafeBufferPointer<UInt8>

  /// Stores a run with its list; a run that is stored already is left as it is.
  ///
  /// - Parameters:
  ///   - results: the list in its order.
  ///   - person: calls back with the application number and the name of a line.
  ///   - offices: each office's code and name and how many entries it has, in the order of the list.
  ///   - reasons: for each pattern of outcomes that occurs, the criteria met and the working.
  ///   - batches: the batches that the run is over; all from which applicants count, where nothing
  ///     is said.
  ///   - withMarks: whether it is over all sheets of marks as well.
  ///   - run: gives the run itself; asked for last, because its digest may take as long as the list
  ///     takes to be stored.
  public func store(
    results: some RandomAccessCollection<ResultEntry>,
    person: (_ line: Int, _ take: (Text, Text) -> Void) -> Void,
    offices: [(code: String, name: String, count: Int)],
    reasons: [OutcomePattern: (reasons: String, working: String)], batches: [Int64]? = nil,
    withMarks: Bool = false, of run: () -> RunEntry
  ) throws {
    try write { database in
      _ = try database.savepoint(log, keeping: \.self) {
        let first: Int64 =
          try database.value(
            "SELECT first + count FROM result_block ORDER BY first DESC LIMIT 1") ?? 1
        var blocks = try ResultAppender(database, firstID: first)
        var (place, line) = (results.startIndex, 0)
        for office in offices {
          for _ in 0..<office.count {
            person(line) { blocks.append(results[place], $0, $1) }
            if blocks.isFull { try blocks.flush(of: office.code, office.name) }
            results.formIndex(after: &place)
            line += 1
          }
          try blocks.flush(of: office.code, office.name)
        }
        let run = run()
        let stored: Int? = try database.value("SELECT 1 FROM run WHERE id = \(run.id)")
        if stored != nil { return false }
        try Self.append(
          AuditNote(
            at: moment, actor: "", action: "run_stored", subject: run.id, detail: run.digest),
          in: database)
        try Self.insert(run, first, line, reasons, batches, withMarks, into: database)
        return true
      }
    }
  }

  private static func insert(
    _ run: RunEntry, _ first: Int64, _ count: Int,
    _ reasons: [OutcomePattern: (reasons: String, working: String)], _ batches: [Int64]?,
    _ withMarks: Bool, into database: Database
  ) throws {
    try database.execute(
      literal: """
        INSERT INTO run VALUES (\(run.id), \(run.digest), \(run.policy), \(Data(run.policySource)),
          \(run.asOf.number), \(run.seed), \(run.officeCode), \(run.totals[.eligible] ?? 0),
          \(run.totals[.pending] ?? 0), \(run.totals[.ineligible] ?? 0), \(first), \(count))
        """)
    let statement = try database.makeStatement(sql: "INSERT INTO run_reasons VALUES (?, ?, ?, ?)")
    for (outcomes, texts) in reasons {
      try statement.execute(arguments: [
        run.id, Int64(bitPattern: outcomes.packed), texts.reasons, texts.working,
      ])
    }
    func taken(_ kind: SheetKind) throws -> [Int64] {
      try database.values(
        "SELECT DISTINCT batch_id FROM file WHERE state = 'taken' AND kind = \(kind.rawValue)")
    }
    let marked = withMarks ? try taken(.marks) : []
    for batch in try Set((batches ?? taken(.applicants)) + marked).sorted() {
      try database.execute(literal: "INSERT INTO run_batch VALUES (\(run.id), \(batch))")
    }
  }
}

/// Writes the lines of a list into blocks, each of one office.
private struct ResultAppender: ~Copyable {
  private let insert: Statement
  private var block = BlockWriter()
  private var firstID: Int64

  init(_ database: Database, firstID: Int64) throws {
    insert = try database.makeStatement(
      sql: """
        INSERT INTO result_block (first, count, office_code, office_name, lines)
        VALUES (?, ?, ?, ?, ?)
        """)
    self.firstID = firstID
  }

  /// Whether the block is large enough.
  var isFull: Bool { block.isFull }

  /// Appends a line in the order of `ResultEntry.Column`.
  @inline(__always)
  mutating func append(_ result: ResultEntry, _ number: Register.Text, _ name: Register.Text) {
    block.append(Int64(result.applicantID))
    block.append(Int64(bitPattern: result.outcomes.packed))
    block.append(result.assessment.packed)
    block.append(Int64(result.placement.packed))
    block.append(number)
    block.append(name)
    block.endRow()
  }

  /// Stores the lines that are not stored yet.
  mutating func flush(of office: String, _ name: String) throws {
    let (first, count) = (firstID, Int64(block.rows))
    firstID += count
    try block.take { try insert.execute([first, count, office, name], lastly: $0) }
  }
}
