import GRDB
import Model

/// A row as far as it matters whether it stands in another one's way.
struct StandingRow {
  let id: Int64
  let fileID: Int64
  let batchID: Int64
  /// The row of the file as a spreadsheet numbers it, and its line.
  let row: Int64
  let line: Int64
  let applicationNo: String
  let residentID: String
  /// Whether its file was not taken back.
  let isTaken: Bool
  var outcome: RowOutcome

  /// Whether new rows may collide with it.
  var holdsOthersBack: Bool { isTaken && (outcome == .accepted || outcome == .held) }

  func collides(with other: StandingRow) -> Bool {
    id != other.id
      && (applicationNo.utf8.elementsEqual(other.applicationNo.utf8)
        || residentID.utf8.elementsEqual(other.residentID.utf8))
  }
}

/// Rows that have an application number, or an identity number, in common.
struct Namesakes {
  /// What they have in common, as the finding on it.
  let code: FindingCode
  /// The rows by id, two at least; rejected rows are none of them.
  let rows: [StandingRow]

  /// Finds out which rows share a number with some rows.
  ///
  /// - Parameters:
  ///   - keys: the keys of those rows, in ascending order; they may be stored or not.
  ///   - runs: keys that are not stored yet, each run in ascending order.
  /// - Complexity: O(keys · log of what lies between), and a look-up by id for each row whose hash
  ///   occurs twice.
  static func sharing(_ keys: [UInt64], and runs: [[UInt64]] = [], in database: Database) throws
    -> [Namesakes]
  {
    var suspects: Set<UInt64> = []
    for place in keys.indices.dropFirst()
    where ApplicantKey.hash(keys[place]) == ApplicantKey.hash(keys[place - 1]) {
      suspects.formUnion(keys[place - 1...place])
    }
    for run in runs {
      var place = 0
      suspects.formUnion(
        meeting(keys) { bound in
          place = KeyRuns.place(in: run, from: place, notBelow: bound)
          return place < run.count ? run[place] : nil
        })
    }
    suspects.formUnion(try meeting(keys, StoredKeys(database).first(notBelow:)))
    return try groups(suspects.sorted(), in: database)
  }

  /// The keys of two ascending sequences whose hashes occur in both, as far as the keys differ.
  /// - Parameter known: the first key of the other sequence that is not below a bound; bounds ascend.
  private static func meeting(_ keys: [UInt64], _ known: (UInt64) throws -> UInt64?) rethrows
    -> [UInt64]
  {
    var met: [UInt64] = []
    var place = 0
    while place < keys.count {
      let hash = ApplicantKey.hash(keys[place])
      guard var other = try known(hash << 32) else { break }
      guard ApplicantKey.hash(other) == hash else {
        place = KeyRuns.place(in: keys, from: place, notBelow: ApplicantKey.hash(other) << 32)
        continue
      }
      let own = place..<KeyRuns.place(in: keys, from: place, notBelow: (hash + 1) << 32)
      var others: [UInt64] = []
      while ApplicantKey.hash(other) == hash {
        others.append(other)
        guard let next = try known(other + 1) else { break }
        other = next
      }
      if others != Array(keys[own]) { met += keys[own] + others }
      place = own.upperBound
    }
    return met
  }

  /// How many rows are looked at together, at least.
  private static let portion = 16_384

  /// Parts suspects by what they really have in common.
  private static func groups(_ suspects: [UInt64], in database: Database) throws -> [Namesakes] {
    var found: [Namesakes] = []
    var start = 0
    while start < suspects.count {
      var end = min(start + portion, suspects.count)
      while end < suspects.count,
        ApplicantKey.hash(suspects[end]) == ApplicantKey.hash(suspects[end - 1])
      {
        end += 1
      }
      found += try groups(suspects[start..<end], in: database)
      start = end
    }
    return found
  }

  private static func groups(_ suspects: ArraySlice<UInt64>, in database: Database) throws
    -> [Namesakes]
  {
    // In the order in which they lie in the file.
    var stored: [Int64: StandingRow] = [:]
    for id in suspects.map(ApplicantKey.id).sorted() where stored[id] == nil {
      stored[id] = try StandingRow(id, in: database)
    }
    var found: [Namesakes] = []
    var start = suspects.startIndex
    while start < suspects.endIndex {
      let hash = ApplicantKey.hash(suspects[start])
      let end = suspects[start...].firstIndex { ApplicantKey.hash($0) != hash } ?? suspects.endIndex
      let rows = suspects[start..<end].compactMap { stored[ApplicantKey.id($0)] }
      for (code, text) in [
        (FindingCode.applicationNoRepeated, \StandingRow.applicationNo),
        (.residentIDRepeated, \.residentID),
      ] {
        // Texts are the same where their bytes are.
        let groups = Dictionary(grouping: rows.filter { $0.outcome != .rejected }) {
          Array($0[keyPath: text].utf8)
        }
        for rows in groups.values
        where rows.count > 1
          && ApplicantKey.hash(ApplicantKey.lowest(rows[0][keyPath: text])) == hash
        {
          found.append(Namesakes(code: code, rows: rows))
        }
      }
      start = end
    }
    return found
  }
}

extension StandingRow {
  /// A stored row; nothing where it is not there.
  init?(_ id: Int64, in database: Database) throws {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT a.file_id, f.batch_id, COALESCE(a.application_no, ''), COALESCE(a.resident_id, ''),
            f.state = 'taken', a.outcome, a.row, a.line
          FROM applicant_row a JOIN file f ON f.id = a.file_id WHERE a.id = ?
          """),
      arguments: [id])
    guard let row, let outcome = RowOutcome(rawValue: row[5]) else { return nil }
    self.init(
      id: id, fileID: row[0], batchID: row[1], row: row[6], line: row[7], applicationNo: row[2],
      residentID: row[3],
      isTaken: row[4], outcome: outcome)
  }

  /// Whether it agrees with another row in every fact.
  func equals(_ other: StandingRow, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT \(PackedCells.equality("a", "b")) FROM applicant_row a, applicant_row b
          WHERE a.id = ? AND b.id = ?
          """),
      arguments: [id, other.id]) ?? false
  }
}
