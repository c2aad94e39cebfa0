import GRDB
import Model

/// The rows that share an application number or a person with some rows, and how they stand to each
/// other: settles again what waits once a row has gone.
///
/// Rows are settled in the order in which they came. A row that equals one of an earlier batch in
/// every fact is unchanged; a row that shares a key with another one is held, and so is the other;
/// any other row is accepted.
struct Standing {
  private let database: Database
  /// The rows that share a key with a given row: only of these all neighbours are known.
  private let near: Set<Int64>
  private var rows: [Int64: StandingRow] = [:]
  private var byNumber: [String: [Int64]] = [:]
  private var byPerson: [String: [Int64]] = [:]

  /// Gathers the rows of files that were not taken back which share a key with the given rows, and
  /// those that share a key with these: who waits for one row may wait for another one too.
  /// - Parameter runs: keys that are not stored yet.
  /// - Complexity: O(given rows · log of all rows).
  init(
    around ids: some Sequence<Int64>, in database: Database, and runs: [[UInt64]] = []
  ) throws {
    self.database = database
    func neighbours(of ids: [Int64]) throws -> [StandingRow] {
      let keys = try ApplicantKey.keys(of: ids, in: database)
      return try Namesakes.sharing(keys, and: runs, in: database).flatMap(\.rows).filter(\.isTaken)
    }
    let given = Set(ids)
    let first = try neighbours(of: Array(given))
    let others = Set(first.map(\.id)).subtracting(given)
    near = given.union(others)
    for row in try first + neighbours(of: Array(others)) { rows[row.id] = row }
    // A row that shares nothing any more stands alone.
    for id in given where rows[id] == nil {
      guard let row = try StandingRow(id, in: database), row.isTaken, row.outcome != .rejected
      else { continue }
      rows[id] = row
    }
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
    return ((byNumber[row.applicationNo] ?? []) + (byPerson[row.residentID] ?? []))
      .filter { other in
        rows[other].map { [.accepted, .held].contains($0.outcome) && row.collides(with: $0) }
          ?? false
      }
      .uniqued.sorted()
  }

  /// Gives a row another outcome.
  mutating func set(_ id: Int64, to outcome: RowOutcome) throws {
    rows[id]?.outcome = outcome
    try database.execute(
      sql: "UPDATE applicant_row SET outcome = ? WHERE id = ?", arguments: [outcome.rawValue, id])
  }

  /// Settles rows again, as if they came in now in their order.
  /// - Returns: the rows that are accepted by this, by id.
  mutating func settleAgain(_ ids: [Int64]) throws -> [Int64] {
    let before = ids.compactMap { id in rows[id].map { (id, $0.outcome) } }
    for (id, _) in before { rows[id]?.outcome = .setAside }
    for (id, _) in before {
      let others = colliding(with: id)
      if try equalsEarlier(id, among: others) {
        try set(id, to: .unchanged)
        continue
      }
      try set(id, to: others.isEmpty ? .accepted : .held)
      for other in others where rows[other]?.outcome == .accepted {
        try set(other, to: .held)
        try note(other, like: id)
        try note(id, like: other)
      }
    }
    return before.filter { rows[$0.0]?.outcome == .accepted }.map(\.0)
  }

  /// Makes the sums of the files of all these rows agree with their rows.
  func sumUp() throws {
    for file in Set(rows.values.map(\.fileID)) {
      try database.execute(
        sql: """
          UPDATE file SET
            accepted = (SELECT COUNT(*) FROM applicant
              WHERE file_id = file.id AND outcome = \(RowOutcome.accepted.rawValue)),
            duplicate = (SELECT COUNT(*) FROM applicant
              WHERE file_id = file.id AND outcome > \(RowOutcome.rejected.rawValue))
          WHERE id = ?
          """,
        arguments: [file])
    }
  }

  private func equalsEarlier(_ id: Int64, among others: [Int64]) throws -> Bool {
    guard let row = rows[id] else { return false }
    return try others.contains { other in
      guard let other = rows[other], other.batchID < row.batchID else { return false }
      return try other.equals(row, in: database)
    }
  }

  /// Notes on a row what it shares with which other row.
  private func note(_ id: Int64, like other: Int64) throws {
    guard let row = rows[id], let second = rows[other] else { return }
    let sharesNumber = row.applicationNo.utf8.elementsEqual(second.applicationNo.utf8)
    try CollisionNote.add(
      sharesNumber ? .applicationNoRepeated : .residentIDRepeated, of: row, like: second,
      in: database)
  }
}

extension Array where Element: Hashable {
  /// The elements without repetition, each where it first stood.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
