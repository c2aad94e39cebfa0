import GRDB
import Model

/// The rows that share an application number or a person with some rows, and what becomes of them
/// once one of them has gone or was decided on.
///
/// Rows are settled in the order in which they came. A row that equals one of an earlier batch in
/// every fact is unchanged; a row that shares a key with another one is held, and so is the other;
/// any other row is accepted. Nothing is stored before `store`.
struct CollisionResolver {
  private let database: Database
  /// The rows that share a key with a given row: only of these all neighbours are known.
  private var near: Set<Int64> = []
  private var rows: [Int64: ApplicantRow] = [:]
  private var byNumber: [String: [Int64]] = [:]
  private var byPerson: [String: [Int64]] = [:]
  private var changes = OutcomeChanges()

  /// Gathers the rows of files that were not taken back which share a key with the given rows, and
  /// those that share a key with these: who waits for one row may wait for another one too.
  /// - Parameter runs: keys that are not stored yet.
  /// - Complexity: O(given rows · log of all rows).
  init(
    around ids: some Sequence<Int64>, in database: Database, and runs: [[UInt64]] = []
  ) throws {
    self.database = database
    let given = Set(ids)
    let first = try neighbours(of: given.sorted(), and: runs)
    // A row that shares nothing any more stands alone.
    let alone = given.subtracting(first.map(\.id)).sorted()
    for row in try database.applicants.rows(alone) where row.isTaken && row.outcome != .rejected {
      rows[row.id] = row
    }
    near = given
    try gather(first, and: runs)
  }

  /// The same around rows whose files were just taken back.
  /// - Complexity: O(gone rows · log of all rows); only those are looked at that share a key with
  ///   others.
  init(aroundGone ids: [Range<Int64>], in database: Database) throws {
    self.database = database
    try gather(neighbours(of: ids.joined(), amongThemselves: false))
  }

  /// The rows of files that were not taken back which share a key with some rows, given in ascending
  /// order.
  private func neighbours(
    of ids: some Sequence<Int64>, and runs: [[UInt64]] = [], amongThemselves: Bool = true
  ) throws -> [ApplicantRow] {
    let keys = try ApplicantKey.keys(of: ids, in: database)
    return try CollisionCandidates.sharing(
      keys, and: runs, amongThemselves: amongThemselves, in: database
    ).flatMap(\.rows).filter(\.isTaken)
  }

  /// Takes rows in that share a key with a given one, and their neighbours.
  private mutating func gather(_ first: [ApplicantRow], and runs: [[UInt64]] = []) throws {
    let others = Set(first.map(\.id)).subtracting(near)
    near.formUnion(others)
    for row in try first + neighbours(of: others.sorted(), and: runs) { rows[row.id] = row }
    for id in rows.keys.sorted() {
      guard let row = rows[id] else { continue }
      byNumber[row.applicationNo, default: []].append(id)
      byPerson[row.residentID, default: []].append(id)
    }
  }

  /// Whether a row waits for a person.
  func isHeld(_ id: Int64) -> Bool { rows[id]?.outcome == .held }

  /// The rows with an outcome that share a key with a given row, by id.
  func near(_ outcome: RowOutcome) -> [Int64] {
    near.filter { rows[$0]?.outcome == outcome }.sorted()
  }

  /// The accepted and held rows that share a key with a row, by id.
  func colliding(with id: Int64) -> [Int64] {
    guard let row = rows[id] else { return [] }
    return Set((byNumber[row.applicationNo] ?? []) + (byPerson[row.residentID] ?? []))
      .filter { other in
        rows[other].map {
          ($0.outcome == .accepted || $0.outcome == .held) && row.collides(with: $0)
        } ?? false
      }
      .sorted()
  }

  /// Gives a row another outcome.
  mutating func set(_ id: Int64, to outcome: RowOutcome) {
    guard let row = rows[id] else { return }
    changes.set(row, to: outcome)
    rows[id]?.outcome = outcome
  }

  /// Settles rows again, as if they came in now in their order.
  /// - Returns: the rows that are accepted by this, by id.
  mutating func settleAgain(_ ids: [Int64]) throws -> [Int64] {
    let ids = ids.filter { rows[$0] != nil }
    for id in ids { set(id, to: .setAside) }
    for id in ids {
      let others = colliding(with: id)
      if equalsEarlier(id, among: others) {
        set(id, to: .unchanged)
        continue
      }
      set(id, to: others.isEmpty ? .accepted : .held)
      for other in others where rows[other]?.outcome == .accepted {
        set(other, to: .held)
        try note(other, like: id)
        try note(id, like: other)
      }
    }
    return ids.filter { rows[$0]?.outcome == .accepted }
  }

  /// Stores what has changed.
  func store() throws { try changes.store(in: database) }

  private func equalsEarlier(_ id: Int64, among others: [Int64]) -> Bool {
    guard let row = rows[id] else { return false }
    return others.contains { other in
      rows[other].map { $0.batchID < row.batchID && $0.equals(row) } ?? false
    }
  }

  /// Notes on a row what it shares with which other row.
  private func note(_ id: Int64, like other: Int64) throws {
    guard let row = rows[id], let second = rows[other] else { return }
    let sharesNumber = row.applicationNo.utf8.elementsEqual(second.applicationNo.utf8)
    try row.note(
      sharesNumber ? .applicationNoRepeated : .residentIDRepeated, like: second, in: database)
  }
}
