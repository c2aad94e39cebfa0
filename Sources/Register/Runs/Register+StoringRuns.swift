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
  ///   - offices: each office's code and how many entries it has, in the order of the list.
  ///   - reasons: for each pattern of outcomes that occurs, the criteria met and the working.
  ///   - batches: the batches that the run is over; all from which applicants count, where nothing
  ///     is said.
  ///   - run: gives the run itself; asked for last, because its digest may take as long as the list
  ///     takes to be stored.
  public func store(
    results: some RandomAccessCollection<ResultEntry>,
    person: (_ line: Int, _ take: (Text, Text) -> Void) -> Void,
    offices: [(code: String, count: Int)],
    reasons: [OutcomePattern: (reasons: String, working: String)], batches: [Int64]? = nil,
    of run: () -> RunEntry
  ) throws {
    try write { database in
      try database.inSavepoint {
        let first: Int64 =
          try database.value("SELECT COALESCE(MAX(id), 0) + 1 FROM result_row") ?? 1
        let rows = ResultRows(results)
        try BulkInsert(rows, into: "result_row", ResultEntry.columns, of: database).run()
        var line = 0
        for office in offices {
          try RunPeople(database: database)
            .store(ofPart: first + Int64(line), line..<line + office.count, person)
          line += office.count
        }
        let run = run()
        let stored: Int? = try database.value("SELECT 1 FROM run WHERE id = \(run.id)")
        if stored != nil { return .rollback }
        try Self.insert(run, first, rows.count, offices, reasons, batches, into: database)
        return .commit
      }
    }
  }

  private static func insert(
    _ run: RunEntry, _ first: Int64, _ count: Int, _ offices: [(code: String, count: Int)],
    _ reasons: [OutcomePattern: (reasons: String, working: String)], _ batches: [Int64]?,
    into database: Database
  ) throws {
    try database.execute(
      literal: """
        INSERT INTO run VALUES (\(run.id), \(run.digest), \(run.policy), \(Data(run.policySource)),
          \(run.asOf.number), \(run.seed), \(run.officeCode), \(run.totals[.eligible] ?? 0),
          \(run.totals[.pending] ?? 0), \(run.totals[.ineligible] ?? 0), \(first), \(count))
        """)
    var next = first
    for (code, count) in offices {
      try database.execute(
        literal: "INSERT INTO run_office VALUES (\(run.id), \(code), \(next), \(count))")
      next += Int64(count)
    }
    let statement = try database.makeStatement(sql: "INSERT INTO run_reasons VALUES (?, ?, ?, ?)")
    for (outcomes, texts) in reasons {
      try statement.execute(arguments: [
        run.id, Int64(bitPattern: outcomes.packed), texts.reasons, texts.working,
      ])
    }
    let all: SQL =
      "SELECT DISTINCT batch_id FROM file WHERE state = 'taken' AND kind = 'applicants'"
    for batch in try Set(batches ?? database.values(all)) {
      try database.execute(literal: "INSERT INTO run_batch VALUES (\(run.id), \(batch))")
    }
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
    result?.fill(column, cell)
  }
}
