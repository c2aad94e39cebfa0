import GRDB
import Model
import Testing

@testable import Register

@Suite("Keys of applicants")
struct ApplicantKeyTests {
  private static let seeds: [UInt64] = [1, 2, 3]

  @Test("a stored key keeps its meaning: the hash is the same in every version")
  func stableHash() {
    #expect(ApplicantKey.lowest("A2024-000001") == 0x4665_9A69_0000_0000)
    #expect(ApplicantKey.lowest("11010519491231002X") == 0x2352_8DD0_0000_0000)
  }

  @Test("are sorted as by comparison, whatever their number", arguments: Self.seeds)
  func sorting(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for count in [0, 1, 2047, 2049, 30_000] {
      let hashes = (0..<count).map { _ in UInt64.random(in: 0..<(1 << 31), using: &random) }
      var keys = hashes.enumerated().map { $1 << 32 | UInt64($0) }
      let expected = keys.sorted()
      KeyRuns.sort(&keys)
      #expect(keys == expected, "seed \(seed)")
    }
  }

  @Test("of many files stay few runs and come out in order", arguments: Self.seeds)
  func runs(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var runs = KeyRuns()
    var all: [UInt64] = []
    for file in 0..<300 {
      let count = Int.random(in: 1...40, using: &random)
      let keys = (0..<count).map { _ in random.next() >> 1 }.sorted()
      runs.add(keys)
      all += keys
      #expect(runs.runs.count <= 16, "seed \(seed), after file \(file)")
    }
    #expect(runs.takeAll() == all.sorted(), "seed \(seed)")
  }

  @Test(
    "rows with the same number or person are found, and no others, stored or not",
    arguments: Self.seeds)
  func sharing(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func draw(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    for _ in 0..<14 {
      let rows = (1...2 + draw(below: 59)).map { id in
        (
          id: Int64(id), number: "N\(draw(below: 40))",
          // Sometimes people are numbered by their identity numbers.
          person: "\(["P", "N"][draw(below: 2)])\(draw(below: 40))",
          isRejected: draw(below: 8) == 0
        )
      }
      let stored = draw(below: rows.count)
      let register = try Register()
      try register.write { database in
        try database.execute(
          sql: """
            INSERT INTO batch (id, command, taken_at) VALUES (1, 'x', '');
            INSERT INTO file (id, batch_id, kind, name, bytes, file_sha256, encoding, separator, state)
            VALUES (1, 1, 'applicants', '', 1, '', '', '', 'taken')
            """)
        let appender = try ApplicantAppender(database)
        var keys: [UInt64] = []
        let batch = SheetBatch.invented(
          rows.map { [.applicationNo: $0.number, .residentID: $0.person] },
          rejected: Set(rows.indices.filter { rows[$0].isRejected }))
        var search = SearchKeys()
        _ = try appender.append(batch, fileID: 1, firstID: 1, keys: &keys, search: &search)
        try appender.flush()
        let (old, new) = (rows[..<stored].map(\.id), rows[stored...].map(\.id))
        let isStored = draw(below: 2) == 0
        let oldKeys = try ApplicantKey.keys(of: old, in: database)
        if isStored { try KeyBlocks(in: database).add(oldKeys) }
        let found = try CollisionCandidates.sharing(
          ApplicantKey.keys(of: new, in: database), and: isStored ? [] : [oldKeys], in: database)
        var pairs: Set<[Int64]> = []
        for candidates in found {
          for one in candidates.rows {
            for other in candidates.rows where one.id < other.id && new.contains(other.id) {
              pairs.insert([one.id, other.id, candidates.code == .residentIDRepeated ? 1 : 0])
            }
          }
        }
        var expected: Set<[Int64]> = []
        for one in rows where !one.isRejected {
          for other in rows where !other.isRejected && one.id < other.id && new.contains(other.id) {
            if one.number == other.number { expected.insert([one.id, other.id, 0]) }
            if one.person == other.person { expected.insert([one.id, other.id, 1]) }
          }
        }
        #expect(pairs == expected, "seed \(seed)")
      }
    }
  }

  @Test(
    "added to the stored ones stay in order, in blocks that do not overlap", arguments: Self.seeds)
  func blocks(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try Register()
    var all: Set<UInt64> = []
    for count in [0, 1, 5000, 3, 800, 20_000, 1, 2500] {
      let keys = Set((0..<count).map { _ in random.next() >> 14 }).subtracting(all)
      all.formUnion(keys)
      try register.write { try KeyBlocks(in: $0).add(keys.sorted()) }
      try register.read { database in
        let stored = StoredKeys(KeyBlocks(in: database))
        var walked: [UInt64] = []
        while let key = try stored.first(notBelow: walked.last.map { $0 + 1 } ?? 0) {
          walked.append(key)
        }
        #expect(walked == all.sorted(), "seed \(seed)")
        let largest =
          try Int.fetchOne(
            database, sql: "SELECT MAX(length(keys)) FROM applicant_keys") ?? 0
        #expect(largest <= 8000)
      }
    }
    let sorted = all.sorted()
    try register.read { database in
      for bound in (0..<500).map({ _ in random.next() >> 14 }) {
        let next = try StoredKeys(KeyBlocks(in: database)).first(notBelow: bound)
        #expect(next == sorted.first { $0 >= bound }, "seed \(seed)")
      }
    }
  }

  @Test("find the row of a number, among those whose hashes agree too")
  func lookUp() throws {
    let register = try Register()
    let low = ApplicantKey.lowest("A1")
    try register.write {
      try KeyBlocks(in: $0).add([low - 1, low | 7, low | 9, low + (1 << 32)])
    }
    let found = try register.read { database in
      try ["A1", "A2"].map { try KeyBlocks.ids(of: $0, in: database) }
    }
    #expect(found == [[7, 9], []])
  }
}
