import GRDB
import Model

/// Rows that have an application number, or an identity number, in common.
///
/// Their keys made them candidates; what they share was compared text by text.
struct CollisionCandidates {
  /// What they have in common, as the finding on it.
  let code: FindingCode
  /// The rows by id, two at least; rejected rows are none of them.
  let rows: [ApplicantRow]

  /// Finds out which rows share a number with some rows.
  ///
  /// - Parameters:
  ///   - keys: the keys of those rows, in ascending order; they may be stored or not.
  ///   - runs: keys that are not stored yet, each run in ascending order.
  ///   - amongThemselves: whether those that some rows share only with each other are wanted too.
  /// - Complexity: O(keys · log of what lies between), and a look-up by id for each row whose hash
  ///   occurs twice.
  static func sharing(
    _ keys: [UInt64], and runs: [[UInt64]] = [], amongThemselves: Bool = true, in database: Database
  ) throws -> [CollisionCandidates] {
    var suspects: Set<UInt64> = []
    if amongThemselves {
      for place in keys.indices.dropFirst()
      where ApplicantKey.hash(keys[place]) == ApplicantKey.hash(keys[place - 1]) {
        suspects.formUnion(keys[place - 1...place])
      }
    }
    for run in runs {
      var place = 0
      suspects.formUnion(
        meeting(keys) { bound in
          place = KeyRuns.place(in: run, from: place, notBelow: bound)
          return place < run.count ? run[place] : nil
        })
    }
    suspects.formUnion(try meeting(keys, StoredKeys(KeyBlocks(in: database)).first(notBelow:)))
    return try groups(suspects.sorted(), in: database)
  }

  /// The rows of files that were not taken back which share a key with some rows, given in ascending
  /// order; who shares two is there twice.
  static func rows(
    sharingWith ids: some Sequence<Int64>, and runs: [[UInt64]] = [], amongThemselves: Bool = true,
    in database: Database
  ) throws -> [ApplicantRow] {
    let keys = try ApplicantKey.keys(of: ids, in: database)
    return try sharing(keys, and: runs, amongThemselves: amongThemselves, in: database)
      .flatMap(\.rows).filter(\.isTaken)
  }

  /// The keys of two ascending sequences whose hashes occur in both, as far as the keys differ.
  /// - Parameter known: the first key of the other sequence that is not below a bound; bounds ascend.
  private static func meeting(_ keys: [UInt64], _ known: (UInt64) throws -> UInt64?) rethrows
    -> [UInt64]
  {
    var met: [UInt64] = []
    var others: [UInt64] = []
    var place = 0
    while place < keys.count {
      let hash = ApplicantKey.hash(keys[place])
      guard var other = try known(hash << 32) else { break }
      guard ApplicantKey.hash(other) == hash else {
        place = KeyRuns.place(in: keys, from: place, notBelow: ApplicantKey.hash(other) << 32)
        continue
      }
      let own = place..<KeyRuns.place(in: keys, from: place, notBelow: (hash + 1) << 32)
      others.removeAll(keepingCapacity: true)
      while ApplicantKey.hash(other) == hash {
        others.append(other)
        guard let next = try known(other + 1) else { break }
        other = next
      }
      if !others.elementsEqual(keys[own]) { met += keys[own] + others }
      place = own.upperBound
    }
    return met
  }

  /// How many rows are looked at together, at least.
  private static let portion = 65_536

  /// Parts suspects by what they really have in common.
  private static func groups(_ suspects: [UInt64], in database: Database) throws
    -> [CollisionCandidates]
  {
    var found: [CollisionCandidates] = []
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
    -> [CollisionCandidates]
  {
    let rows = try database.applicants.rows(Set(suspects.map(ApplicantKey.id)).sorted())
    let stored = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
    var found: [CollisionCandidates] = []
    var start = suspects.startIndex
    while start < suspects.endIndex {
      let hash = ApplicantKey.hash(suspects[start])
      let end = suspects[start...].firstIndex { ApplicantKey.hash($0) != hash } ?? suspects.endIndex
      let rows = suspects[start..<end].compactMap { stored[ApplicantKey.id($0)] }
      for (code, text) in [
        (FindingCode.applicationNoRepeated, \ApplicantRow.applicationNo),
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
          found.append(CollisionCandidates(code: code, rows: rows))
        }
      }
      start = end
    }
    return found
  }
}

extension ApplicantRow {
  /// Whether new rows may collide with it.
  var holdsOthersBack: Bool { isTaken && (outcome == .accepted || outcome == .held) }

  /// Whether it waits for a person whatever other rows there are: its application number is an
  /// identity or telephone number.
  var holdsItself: Bool { Array(applicationNo.utf8).withUnsafeBufferPointer(PersonalNumber.isOne) }
}
