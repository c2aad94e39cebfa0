import GRDB
import Model

/// What became of rows that seemed to share a key.
public struct DuplicateSettlement: Sendable {
  /// Rows of this batch that are held, by id.
  public fileprivate(set) var held: Set<UInt32> = []
  /// Rows of this batch that equal a row of an earlier batch, by id.
  public fileprivate(set) var unchanged: Set<UInt32> = []
  /// How many of those equal a row that is held and still waits for a person.
  public fileprivate(set) var stillWaiting = 0
  /// Rows of this batch that would change an accepted person, by id.
  public fileprivate(set) var changed: Set<UInt32> = []
  /// Rows of earlier batches that do not count any more, by the id of the row that counts instead.
  public fileprivate(set) var replaced: [UInt32: UInt32] = [:]

  /// Rows of this batch that are not accepted after all.
  public var notAccepted: Set<UInt32> { held.union(unchanged).union(changed) }

  /// Whether a row of this batch is settled without standing in anybody's way.
  fileprivate func isLoose(_ row: ApplicantRow) -> Bool {
    unchanged.contains(UInt32(row.id)) || changed.contains(UInt32(row.id))
  }
}

/// Which changes of accepted people somebody answers for.
public enum ConfirmedChanges: Sendable {
  /// None: they wait.
  case none
  /// Those of a row with both numbers of the person.
  case allOfThePerson
  /// Those of a row with the person's application number.
  case allOfTheNumber
}

extension ImportSession {
  /// How many others are named on the row that came first; each of them names that row.
  private static let named = 20

  /// Looks for rows that share a number with a row of a file, the one that is coming in with all its
  /// sheets, and settles them.
  ///
  /// A row that equals a row of an earlier batch in every fact is unchanged, whether that one was
  /// accepted, is held or was set aside: a mended file can be sent whole. A row with both numbers of an
  /// accepted row of an earlier batch gives that person other facts: it counts instead where changes
  /// count, else it waits. Any other row with a number in common is held; of two rows of this batch
  /// both are. No row of an earlier batch loses its place to a new one that nobody confirmed.
  /// - Parameters:
  ///   - ids: rows of the file that wait for a person whatever other rows there are.
  ///   - changes: which changes somebody answers for.
  /// - Complexity: O(rows of the file · log of all rows).
  public func settleCollisions(
    ofFile fileID: Int64, holding ids: Set<UInt32> = [], letting confirmed: ConfirmedChanges = .none
  ) throws -> DuplicateSettlement {
    try flushApplicants()
    KeyRuns.sort(&fileKeys)
    var settlement = DuplicateSettlement()
    var changes = OutcomeChanges()
    func move(_ row: ApplicantRow, to outcome: RowOutcome) {
      // What was settled first stays.
      if row.outcome == .accepted, !changes.contains(row) { changes.set(row, to: outcome) }
    }
    let notes = try CollisionNotes(database)
    // How many others are noted on the first row of each group.
    var noted: [Int: Int] = [:]
    // Rows whose counterpart turned out not to count, so that it stands in nobody's way.
    var loose: Set<Int64> = []
    let groups = try collisionGroups()
    let known = knownPeople(groups)
    for (group, row) in collisions(groups, ofFile: fileID) {
      let (first, second, code) = (
        groups[group].rows[0], groups[group].rows[row], groups[group].code
      )
      if settlement.isLoose(second) { continue }
      if let person = settlement.replaced[UInt32(second.id)],
        groups[group].rows.allSatisfy({ $0.id == Int64(person) || $0.id == second.id })
      {
        continue
      }
      if let equal = groups[group].earlier[second.digest] {
        move(second, to: .unchanged)
        let waits = equal.outcome == .held
        if waits { settlement.stillWaiting += 1 }
        try notes.add(waits ? .rowStillWaits : .rowUnchanged, to: second, like: equal)
        settlement.unchanged.insert(UInt32(second.id))
        continue
      }
      if let person = known[confirmed == .allOfTheNumber ? second.keys.number : second.keys],
        settlement.replaced[UInt32(second.id)] == nil, !ids.contains(UInt32(second.id))
      {
        if confirmed != .none {
          changes.set(person, to: .replaced)
          settlement.replaced[UInt32(second.id)] = UInt32(person.id)
        } else {
          move(second, to: .changed)
          try notes.add(.rowChanged, to: second, like: person)
          settlement.changed.insert(UInt32(second.id))
        }
        continue
      }
      if settlement.isLoose(first) {
        loose.insert(second.id)
        continue
      }
      for (row, other) in [(first, second), (second, first)] where row.batchID == batchID {
        move(row, to: .held)
        settlement.held.insert(UInt32(row.id))
        if row.id == first.id {
          noted[group, default: 0] += 1
          if noted[group] ?? 0 > Self.named { continue }
        }
        try notes.add(code, to: row, like: other)
      }
    }
    for id in ids.subtracting(settlement.unchanged).sorted() {
      guard let row = try database.applicants[Int64(id)] else { continue }
      move(row, to: .held)
      settlement.held.insert(id)
    }
    try changes.store(in: database)
    for (id, other) in settlement.replaced { try replace(Int64(other), by: Int64(id)) }
    if !loose.isEmpty {
      var resolver = try CollisionResolver(
        around: loose, in: database, and: keys.runs + [fileKeys])
      let ids = loose.filter { !settlement.notAccepted.contains(UInt32($0)) }.sorted()
      _ = try resolver.settleAgain(ids)
      try resolver.store()
      settlement.held = settlement.held.filter { !ids.contains(Int64($0)) }
        .union(ids.filter(resolver.isHeld).map { UInt32($0) })
    }
    return settlement
  }

  /// Keeps that a row counts instead of another.
  func replace(_ other: Int64, by id: Int64) throws {
    try database.execute(
      literal: """
        INSERT INTO applicant_replacement (batch_id, id, replaced_id)
        VALUES (\(batchID), \(id), \(other))
        """)
  }

  /// Lets the rows of some files count that came before and would change an accepted person.
  /// - Returns: how many count now.
  public func confirmChanges(ofFiles ids: [Int64]) throws -> Int {
    let waiting = try ids.flatMap { id -> [Int64] in
      try database.values(
        """
        SELECT DISTINCT applicant_id FROM finding
        WHERE file_id = \(id) AND code = \(FindingCode.rowChanged.rawValue) ORDER BY applicant_id
        """)
    }
    var resolver = try CollisionResolver(around: waiting, in: database)
    var count = 0
    for id in waiting {
      guard let person = resolver.changedPerson(of: id) else { continue }
      resolver.set(person, to: .replaced)
      resolver.set(id, to: .accepted)
      try replace(person, by: id)
      count += 1
    }
    try resolver.store()
    return count
  }

  /// The accepted rows of earlier batches by both their numbers, and by the first alone, as far as a
  /// single row of this batch has them.
  private func knownPeople(_ groups: [CollisionGroup]) -> [ApplicantRow.Keys: ApplicantRow] {
    let rowsByNumber = groups.filter { $0.code == .applicationNoRepeated }.flatMap(\.rows)
    var known: [ApplicantRow.Keys: ApplicantRow] = [:]
    for row in rowsByNumber where row.batchID != batchID && row.outcome == .accepted {
      for keys in [row.keys, row.keys.number] { known[keys] = row }
    }
    if known.isEmpty { return [:] }
    var rows: [ApplicantRow.Keys: Set<Int64>] = [:]
    for row in rowsByNumber where row.batchID == batchID {
      for keys in [row.keys, row.keys.number] where known[keys] != nil {
        rows[keys, default: []].insert(row.id)
      }
    }
    return known.filter { rows[$0.key]?.count == 1 }
  }

  /// The accepted and held rows with a key in common, and the rows of earlier batches with it by
  /// their facts: of those with the same facts an accepted one, else the earliest.
  private typealias CollisionGroup = (
    code: FindingCode, rows: [ApplicantRow], earlier: [[UInt8]: ApplicantRow]
  )

  /// What the file that is coming in has in common with itself and with all other rows.
  private func collisionGroups() throws -> [CollisionGroup] {
    try CollisionCandidates.sharing(fileKeys, and: keys.runs, in: database).map { found in
      let earlier = found.rows
        .filter { $0.isTaken && $0.batchID < batchID && $0.outcome != .unchanged }
        .sorted { ($0.outcome.rawValue, $0.id) < ($1.outcome.rawValue, $1.id) }
      return CollisionGroup(
        found.code, found.rows.filter(\.holdsOthersBack),
        Dictionary(earlier.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The rows of a file that share a key with an earlier row, in their order, shared application
  /// numbers first: each by its group and its place in it; the earliest row is the first of its group.
  private func collisions(_ groups: [CollisionGroup], ofFile fileID: Int64) -> [(
    group: Int, row: Int
  )] {
    func order(_ place: (group: Int, row: Int)) -> (Int64, Int) {
      let group = groups[place.group]
      return (group.rows[place.row].id, group.code == .applicationNoRepeated ? 0 : 1)
    }
    return groups.indices.flatMap { group in
      groups[group].rows.indices.dropFirst()
        .filter { groups[group].rows[$0].fileID >= fileID }.map { (group, $0) }
    }.sorted { order($0) < order($1) }
  }
}
