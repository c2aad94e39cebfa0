import GRDB
import Model

/// The rows that share an application number or a person with some rows, and what becomes of them
/// once one of them has gone or was decided on.
///
/// Rows are settled in the order in which they came. A row that equals one of an earlier batch in
/// every fact is unchanged; one that has both keys of an accepted row of an earlier batch is changed; a
/// row that shares a key with another one is held, and so is the other where it came with the same
/// batch, and one whose application number is a personal number is; any other row is accepted. Nothing
/// is stored before `store`.
struct CollisionResolver {
  private let database: Database
  /// The rows that share a key with a given row: only of these all neighbours are known.
  private var near: Set<Int64> = []
  private var rows: [Int64: ApplicantRow] = [:]
  /// The accepted and held rows by what they have in common.
  private var byNumber: [[UInt8]: KeyHolders] = [:]
  private var byPerson: [[UInt8]: KeyHolders] = [:]
  /// How many of them have the same facts, by batch.
  private var byFacts: [[UInt8]: [Int64: Int]] = [:]
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

  /// The same around rows whose files were just taken back, and some that are left.
  /// - Complexity: O(gone rows · log of all rows); only those are looked at that share a key with
  ///   others.
  init(aroundGone ids: [Range<Int64>], and left: Set<Int64>, in database: Database) throws {
    self.database = database
    near = left
    let rest = left.sorted()
    for row in try database.applicants.rows(rest) { rows[row.id] = row }
    try gather(
      neighbours(of: ids.joined(), amongThemselves: false)
        + (rest.isEmpty ? [] : neighbours(of: rest)))
  }

  /// The rows of files that were not taken back which share a key with some rows, given in ascending
  /// order.
  private func neighbours(
    of ids: some Sequence<Int64>, and runs: [[UInt64]] = [], amongThemselves: Bool = true
  ) throws -> [ApplicantRow] {
    try CollisionCandidates.rows(
      sharingWith: ids, and: runs, amongThemselves: amongThemselves, in: database)
  }

  /// Takes rows in that share a key with a given one, and their neighbours.
  private mutating func gather(_ first: [ApplicantRow], and runs: [[UInt64]] = []) throws {
    let others = Set(first.map(\.id)).subtracting(near)
    near.formUnion(others)
    for row in try first + neighbours(of: others.sorted(), and: runs) { rows[row.id] = row }
    for row in rows.values { count(row, 1) }
  }

  /// Counts a row in where it has something in common with others, or out.
  private mutating func count(_ row: ApplicantRow, _ one: Int) {
    guard row.outcome == .accepted || row.outcome == .held else { return }
    let isAccepted = row.outcome == .accepted
    byNumber[Array(row.applicationNo.utf8), default: KeyHolders()].count(row.id, isAccepted, one)
    byPerson[Array(row.residentID.utf8), default: KeyHolders()].count(row.id, isAccepted, one)
    byFacts[row.digest, default: [:]][row.batchID, default: 0] += one
  }

  /// The accepted and held rows that have a row's number, and those that have its person.
  private func holders(_ row: ApplicantRow) -> [KeyHolders] {
    [byNumber[Array(row.applicationNo.utf8)], byPerson[Array(row.residentID.utf8)]]
      .compactMap { $0 }
  }

  /// Whether a row waits for a person.
  func isHeld(_ id: Int64) -> Bool { rows[id]?.outcome == .held }

  /// The rows with an outcome that share a key with a given row, by id.
  func near(_ outcome: RowOutcome) -> [Int64] {
    near.filter { rows[$0]?.outcome == outcome }.sorted()
  }

  /// The accepted and held rows that share a key with a row, by id.
  /// - Complexity: O(those rows).
  func colliding(with id: Int64) -> [Int64] {
    guard let row = rows[id] else { return [] }
    return holders(row).reduce(into: Set()) { $0.formUnion($1.all) }.subtracting([id]).sorted()
  }

  /// Whether no accepted or held row shares a key with a row.
  func standsAlone(_ id: Int64) -> Bool {
    guard let row = rows[id] else { return true }
    return holders(row).allSatisfy { $0.all.count == ($0.all.contains(id) ? 1 : 0) }
  }

  /// The accepted row with both numbers of a row that would change it.
  func changedPerson(of id: Int64) -> Int64? {
    guard let row = rows[id], row.outcome == .changed, row.isTaken else { return nil }
    let holders = holders(row)
    return holders.count == 2 ? holders[0].accepted.intersection(holders[1].accepted).first : nil
  }

  /// The rows that would change a person who does not count any more, by id.
  var orphans: [Int64] { near(.changed).filter { changedPerson(of: $0) == nil } }

  /// Gives a row another outcome.
  mutating func set(_ id: Int64, to outcome: RowOutcome) {
    guard let row = rows[id] else { return }
    changes.set(row, to: outcome)
    count(row, -1)
    rows[id]?.outcome = outcome
    if let row = rows[id] { count(row, 1) }
  }

  /// Settles rows again, as if they came in now in their order.
  /// - Returns: the rows that are accepted by this, by id.
  /// - Complexity: O(rows).
  mutating func settleAgain(_ ids: [Int64]) throws -> [Int64] {
    let ids = ids.filter { rows[$0] != nil }
    let notes = try CollisionNotes(database)
    for id in ids { set(id, to: .setAside) }
    for id in ids {
      guard let row = rows[id] else { continue }
      if byFacts[row.digest]?.contains(where: { $0 < row.batchID && $1 > 0 }) == true {
        set(id, to: .unchanged)
        continue
      }
      let holders = holders(row)
      let accepted = holders.reduce(into: Set()) { $0.formUnion($1.accepted) }
      let both = holders.count == 2 ? holders[0].accepted.intersection(holders[1].accepted) : []
      if both.contains(where: { rows[$0].map { $0.batchID < row.batchID } ?? false }) {
        set(id, to: .changed)
        continue
      }
      set(id, to: standsAlone(id) && !row.holdsItself ? .accepted : .held)
      for other in accepted.subtracting([id]).sorted() where rows[other]?.batchID == row.batchID {
        set(other, to: .held)
        try note(other, like: id, notes)
        try note(id, like: other, notes)
      }
    }
    return ids.filter { rows[$0]?.outcome == .accepted }
  }

  /// Stores what has changed.
  func store() throws { try changes.store(in: database) }

  /// Notes on a row what it shares with which other row.
  private func note(_ id: Int64, like other: Int64, _ notes: CollisionNotes) throws {
    guard let row = rows[id], let second = rows[other] else { return }
    let sharesNumber = row.applicationNo.utf8.elementsEqual(second.applicationNo.utf8)
    try notes.add(
      sharesNumber ? .applicationNoRepeated : .residentIDRepeated, to: row, like: second)
  }
}

/// The rows that count among those with one key.
private struct KeyHolders {
  /// The accepted and held ones, by id.
  var all: Set<Int64> = []
  /// The accepted ones.
  var accepted: Set<Int64> = []

  mutating func count(_ id: Int64, _ isAccepted: Bool, _ one: Int) {
    if one > 0 { all.insert(id) } else { all.remove(id) }
    if !isAccepted { return }
    if one > 0 { accepted.insert(id) } else { accepted.remove(id) }
  }
}
