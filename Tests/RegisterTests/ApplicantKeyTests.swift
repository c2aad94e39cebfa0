import GRDB
import Model
import Testing

@testable import Register

@Suite("Keys of applicants")
struct ApplicantKeyTests {
  @Test("a stored key keeps its meaning: the hash is the same in every version")
  func stableHash() {
    #expect(ApplicantKey.lowest("A2024-000001") == 0x4665_9A69_0000_0000)
    #expect(ApplicantKey.lowest("11010519491231002X") == 0x2352_8DD0_0000_0000)
  }

  @Test("are sorted as by comparison, whatever their number")
  func sorting() {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 2047, 2049, 30_000] {
      let hashes = (0..<count).map { _ in UInt64.random(in: 0..<(1 << 31), using: &random) }
      var keys = hashes.enumerated().map { $1 << 32 | UInt64($0) }
      let expected = keys.sorted()
      KeyRuns.sort(&keys)
      #expect(keys == expected)
    }
  }

  @Test("of many files stay few runs and come out in order")
  func runs() {
    var runs = KeyRuns()
    var all: [UInt64] = []
    for file in 0..<300 {
      let keys = (0..<Int.random(in: 1...40)).map { _ in UInt64.random(in: 0..<1 << 63) }.sorted()
      runs.add(keys)
      all += keys
      #expect(runs.runs.count <= 16, "after file \(file)")
    }
    #expect(runs.takeAll() == all.sorted())
  }

  @Test("rows with the same number or person are found, and no others, stored or not")
  func sharing() throws {
    for _ in 0..<40 {
      let rows = (1...Int.random(in: 2...60)).map { id in
        (
          id: Int64(id), number: "N\(Int.random(in: 0..<40))",
          // Sometimes people are numbered by their identity numbers.
          person: Bool.random() ? "P\(Int.random(in: 0..<40))" : "N\(Int.random(in: 0..<40))",
          isRejected: Int.random(in: 0..<8) == 0
        )
      }
      let stored = Int.random(in: 0..<rows.count)
      let register = try Register()
      try register.write { database in
        try database.execute(
          sql: """
            INSERT INTO batch VALUES (1, 'x', '', NULL, NULL, NULL);
            INSERT INTO file (id, batch_id, kind, name, bytes, file_sha256, encoding, separator, state)
            VALUES (1, 1, 'applicants', '', 1, '', '', '', 'taken')
            """)
        for row in rows {
          try database.execute(
            sql: """
              INSERT INTO applicant_row
                (id, file_id, row, line, outcome, broken, application_no, resident_id, cells)
              VALUES (?, 1, 1, 1, ?, 0, ?, ?, '[]')
              """,
            arguments: [row.id, row.isRejected ? 1 : 0, row.number, row.person])
        }
        let (old, new) = (rows[..<stored].map(\.id), rows[stored...].map(\.id))
        let isStored = Bool.random()
        let oldKeys = try ApplicantKey.keys(of: old, in: database)
        if isStored { try KeyBlocks.add(oldKeys, to: database) }
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
        #expect(pairs == expected)
      }
    }
  }

  @Test("added to the stored ones stay in order, in blocks that do not overlap")
  func blocks() throws {
    let register = try Register()
    var all: Set<UInt64> = []
    for count in [0, 1, 5000, 3, 800, 20_000, 1, 2500] {
      let keys = Set((0..<count).map { _ in UInt64.random(in: 0..<1 << 50) }).subtracting(all)
      all.formUnion(keys)
      try register.write { try KeyBlocks.add(keys.sorted(), to: $0) }
      try register.read { database in
        let stored = StoredKeys(database)
        var walked: [UInt64] = []
        while let key = try stored.first(notBelow: walked.last.map { $0 + 1 } ?? 0) {
          walked.append(key)
        }
        #expect(walked == all.sorted())
        let largest =
          try Int.fetchOne(
            database, sql: "SELECT MAX(length(keys)) FROM applicant_keys") ?? 0
        #expect(largest <= 8192)
      }
    }
    let sorted = all.sorted()
    try register.read { database in
      for bound in (0..<500).map({ _ in UInt64.random(in: 0..<1 << 50) }) {
        let next = try StoredKeys(database).first(notBelow: bound)
        #expect(next == sorted.first { $0 >= bound })
      }
    }
  }

  @Test("find the row of a number, among those whose hashes agree too")
  func lookUp() throws {
    let register = try Register()
    let low = ApplicantKey.lowest("A1")
    try register.write {
      try KeyBlocks.add([low - 1, low | 7, low | 9, low + (1 << 32)], to: $0)
    }
    let found = try register.read { database in
      try ["A1", "A2"].map { try KeyBlocks.ids(of: $0, in: database) }
    }
    #expect(found == [[7, 9], []])
  }
}
