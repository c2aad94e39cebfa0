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
  /// - Complexity: O(rows of the file · log of all rows).
  public func settleCollisions(ofFile fileID: Int64) throws -> DuplicateSettlement {
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
    for (first, second, code, others) in try collisions(ofFile: fileID)
    where !settlement.unchanged.contains(UInt32(second.id)) {
      if let equal = earlierRow(equalTo: second, among: others) {
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

  /// A row of the file that is coming in, the earliest row that it shares a number with, and all
  /// rows that have it.
  private typealias Collision = (
    first: ApplicantRow, second: ApplicantRow, code: FindingCode, others: [ApplicantRow]
  )

  /// The collisions of a file in the order of its rows, shared application numbers first.
  private func collisions(ofFile fileID: Int64) throws -> [Collision] {
    var collisions: [Collision] = []
    for found in try CollisionCandidates.sharing(fileKeys, and: keys.runs, in: database) {
      let rows = found.rows.filter(\.holdsOthersBack)
      for row in rows.dropFirst() where row.fileID >= fileID {
        collisions.append((rows[0], row, found.code, found.rows))
      }
    }
    func order(_ collision: Collision) -> (Int64, Int) {
      (collision.second.id, collision.code == .applicationNoRepeated ? 0 : 1)
    }
    return collisions.sorted { order($0) < order($1) }
  }

  /// A row of an earlier batch that equals a row in every fact: an accepted one first.
  private func earlierRow(equalTo row: ApplicantRow, among others: [ApplicantRow]) -> ApplicantRow?
  {
    others
      .filter { $0.isTaken && $0.batchID < batchID && $0.outcome != .unchanged }
      .sorted { ($0.outcome.rawValue, $0.id) < ($1.outcome.rawValue, $1.id) }
      .first(where: row.equals)
  }
}
