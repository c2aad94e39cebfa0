import GRDB
import Model

/// What became of rows that seemed to share a key.
public struct DuplicateSettlement: Sendable {
  /// Rows of this batch that are held, by id.
  public fileprivate(set) var held: Set<UInt32> = []
  /// Rows of this batch that equal an accepted row of an earlier batch, by id.
  public fileprivate(set) var unchanged: Set<UInt32> = []
  /// How many of those equal a row that is held and still waits for a person.
  public fileprivate(set) var stillWaiting = 0

  /// Rows of this batch that are not accepted after all.
  public var notAccepted: Set<UInt32> { held.union(unchanged) }
}

extension ImportSession {
  /// Looks for rows that share a number with a row of a file, the one that is coming in with all its
  /// sheets, and holds them or sets them down as unchanged.
  ///
  /// A row that equals a row of an earlier batch in every fact is unchanged, whether that one was
  /// accepted, is held or was set aside: a mended file can be sent whole. Otherwise both rows are
  /// held, the earlier one too, whichever batch it came with; the files' sums follow.
  /// - Parameter ids: rows of the file that wait for a person whatever other rows there are.
  /// - Complexity: O(rows of the file · log of all rows).
  public func settleCollisions(ofFile fileID: Int64, holding ids: Set<UInt32> = []) throws
    -> DuplicateSettlement
  {
    try flushApplicants()
    KeyRuns.sort(&fileKeys)
    var settlement = DuplicateSettlement()
    var changes = OutcomeChanges()
    func move(_ row: ApplicantRow, to outcome: RowOutcome) {
      // What was settled first stays.
      if row.outcome == .accepted, !changes.contains(row) { changes.set(row, to: outcome) }
    }
    // Rows whose counterpart turned out to be unchanged, so that it stands in nobody's way.
    var loose: Set<Int64> = []
    for (group, row) in try collisions(ofFile: fileID) {
      let (first, second, code) = (group.rows[0], group.rows[row], group.code)
      if settlement.unchanged.contains(UInt32(second.id)) { continue }
      if let equal = group.earlier[second.digest] {
        move(second, to: .unchanged)
        let waits = equal.outcome == .held
        if waits { settlement.stillWaiting += 1 }
        try second.note(waits ? .rowStillWaits : .rowUnchanged, like: equal, in: database)
        settlement.unchanged.insert(UInt32(second.id))
        continue
      }
      if settlement.unchanged.contains(UInt32(first.id)) {
        loose.insert(second.id)
        continue
      }
      for (row, other) in [(first, second), (second, first)] {
        move(row, to: .held)
        try row.note(code, like: other, in: database)
        if row.batchID == batchID { settlement.held.insert(UInt32(row.id)) }
      }
    }
    for id in ids.subtracting(settlement.unchanged).sorted() {
      guard let row = try database.applicants[Int64(id)] else { continue }
      move(row, to: .held)
      settlement.held.insert(id)
    }
    try changes.store(in: database)
    if !loose.isEmpty {
      var resolver = try CollisionResolver(
        around: loose, in: database, and: keys.runs + [fileKeys])
      let ids = loose.filter { !settlement.unchanged.contains(UInt32($0)) }.sorted()
      _ = try resolver.settleAgain(ids)
      try resolver.store()
      settlement.held = settlement.held.filter { !ids.contains(Int64($0)) }
        .union(ids.filter(resolver.isHeld).map { UInt32($0) })
    }
    return settlement
  }

  /// The accepted and held rows with a key in common, and the rows of earlier batches with it by
  /// their facts: of those with the same facts an accepted one, else the earliest.
  private typealias CollisionGroup = (
    code: FindingCode, rows: [ApplicantRow], earlier: [[UInt8]: ApplicantRow]
  )

  /// The rows of a file that share a key with an earlier row, in their order, shared application
  /// numbers first: each by its place in its group, in which the earliest row is the first.
  private func collisions(ofFile fileID: Int64) throws -> [(group: CollisionGroup, row: Int)] {
    var collisions: [(group: CollisionGroup, row: Int)] = []
    for found in try CollisionCandidates.sharing(fileKeys, and: keys.runs, in: database) {
      let rows = found.rows.filter(\.holdsOthersBack)
      let earlier = found.rows
        .filter { $0.isTaken && $0.batchID < batchID && $0.outcome != .unchanged }
        .sorted { ($0.outcome.rawValue, $0.id) < ($1.outcome.rawValue, $1.id) }
      let group = CollisionGroup(
        found.code, rows,
        Dictionary(earlier.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first }))
      for place in rows.indices.dropFirst() where rows[place].fileID >= fileID {
        collisions.append((group, place))
      }
    }
    func order(_ group: CollisionGroup, _ row: Int) -> (Int64, Int) {
      (group.rows[row].id, group.code == .applicationNoRepeated ? 0 : 1)
    }
    return collisions.sorted { order($0.group, $0.row) < order($1.group, $1.row) }
  }
}
