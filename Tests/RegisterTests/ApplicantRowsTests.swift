import GRDB
import Model
import Testing

@testable import Register

@Suite("Applicants' rows, held against a plain list")
struct ApplicantRowsTests {
  private struct PlainRow {
    let id: Int64
    let file: Int64
    let row: Int
    let texts: [ApplicantField: String]
    var outcome: RowOutcome
  }

  private static let offices = ["110101001", "110102010"]
  private static let values = ["", "甲", "a\"b", "\\", "行一\n行二", "是", "2024-06-01", "😀"]

  /// Rows with numbers, some of them long, so that a few hundred fill a block.
  private static func rows(_ count: Int, _ random: inout SplitMix64) -> [[ApplicantField: String]] {
    (0..<count).map { _ in
      var texts: [ApplicantField: String] = [
        .applicationNo: "N\(Int.random(in: 0..<5000, using: &random))",
        .residentID: "P\(Int.random(in: 0..<5000, using: &random))",
        .officeCode: offices.randomElement(using: &random) ?? "",
      ]
      for field in ApplicantField.allCases where texts[field] == nil {
        texts[field] = values.randomElement(using: &random)
      }
      if Int.random(in: 0..<3, using: &random) == 0 {
        texts[.major] = String(repeating: "专\n", count: Int.random(in: 0..<900, using: &random))
      }
      return texts
    }
  }

  @Test(
    "imports, refused files, dry runs and later outcomes leave what the list says",
    arguments: [1, 2, 3, 4] as [UInt64])
  func model(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let register = try Register()
    var plain: [PlainRow] = []
    for number in 1...8 {
      let size = [0, 1, 7, 900].randomElement(using: &random) ?? 0
      let rows = Self.rows(size, &random)
      let rejected = Set(rows.indices.filter { _ in Int.random(in: 0..<9, using: &random) == 0 })
      let leftOut = Set(rows.indices.filter { _ in Int.random(in: 0..<9, using: &random) == 0 })
      let (isRefused, isDry) = (
        Int.random(in: 0..<5, using: &random) == 0, Int.random(in: 0..<5, using: &random) == 0
      )
      try register.importing(command: "test", takenAt: "", keeping: { _ in !isDry }) { session in
        try session.file {
          let id = try session.add(
            FileEntry(
              kind: "applicants", name: "\(number)", bytes: 1, sha256: "\(number)", encoding: "",
              separator: ",", worksheet: nil, columns: []))
          let first = try session.nextApplicantID()
          #expect(first == (plain.last?.id ?? 0) + 1, "seed \(seed)")
          var next = first
          // In two pieces, as batches come.
          for part in [0..<size / 3, size / 3..<size] {
            func own(_ places: Set<Int>) -> Set<Int> {
              Set(places.filter(part.contains).map { $0 - part.lowerBound })
            }
            next = try session.store(
              .invented(Array(rows[part]), rejected: own(rejected), leftOut: own(leftOut)),
              fileID: id, firstID: next)
            guard !isRefused, !isDry else { continue }
            for place in part where !leftOut.contains(place) {
              plain.append(
                PlainRow(
                  id: (plain.last?.id ?? 0) + 1, file: id, row: place - part.lowerBound + 2,
                  texts: rows[place],
                  outcome: rejected.contains(place) ? .rejected : .accepted))
            }
          }
          if isRefused { try session.refuse(fileID: id, read: size) }
        }
      }
      try changeSome(of: &plain, in: register, &random)
      try expect(plain, in: register, &random, seed)
    }
  }

  private func changeSome(
    of plain: inout [PlainRow], in register: Register, _ random: inout SplitMix64
  ) throws {
    var changes: [Int64: RowOutcome] = [:]
    for index in plain.indices.shuffled(using: &random).prefix(20)
    where plain[index].outcome != .rejected {
      let outcome: RowOutcome =
        [.accepted, .held, .unchanged, .setAside].randomElement(using: &random) ?? .held
      plain[index].outcome = outcome
      changes[plain[index].id] = outcome
    }
    try register.write { try $0.applicants.set(changes) }
  }

  private func expect(
    _ plain: [PlainRow], in register: Register, _ random: inout SplitMix64, _ seed: UInt64
  ) throws {
    let comment: Comment = "seed \(seed)"
    try register.read { database in
      let applicants = database.applicants
      // The view, as other programs see it.
      let shown = try Row.fetchAll(database, sql: "SELECT * FROM applicant ORDER BY id")
      #expect(shown.count == plain.count, comment)
      for (row, expected) in zip(shown, plain) {
        #expect(row["id"] == expected.id && row["file_id"] == expected.file, comment)
        #expect(row["row"] == expected.row && row["line"] == expected.row, comment)
        #expect(row["outcome"] == Int(expected.outcome.rawValue), comment)
        #expect(row["broken"] == (expected.outcome == .rejected ? 4 : 0), comment)
        for field in ApplicantField.allCases {
          let text = expected.texts[field] ?? ""
          #expect(row[field.id] == (text.isEmpty ? nil : text), comment)
        }
      }
      // Walks.
      for office in [nil, Self.offices[0], "none"] {
        var walked: [UInt32] = []
        try applicants.walk(.accepted(office: office)) { id, cell in
          walked.append(id)
          let number = String(decoding: cell(.applicationNo), as: UTF8.self)
          #expect(number == plain[Int(id) - 1].texts[.applicationNo], comment)
        }
        let expected = plain.filter {
          $0.outcome == .accepted && (office == nil || $0.texts[.officeCode] == office)
        }
        #expect(walked == expected.map { UInt32($0.id) }, comment)
      }
      #expect(
        try applicants.held().map(\.id) == plain.filter { $0.outcome == .held }.map(\.id),
        comment)
      // Single rows, in any order.
      for _ in 0..<30 {
        let id = Int64.random(in: -1...Int64(plain.count) + 2, using: &random)
        let row = try applicants[id]
        let expected = plain.first { $0.id == id }
        #expect(row?.outcome == expected?.outcome && row?.row == expected?.row, comment)
        #expect(row?.fileID == expected?.file, comment)
        #expect(try applicants.texts(of: id) == expected?.texts ?? [:], comment)
      }
      let some = plain.indices.shuffled(using: &random).prefix(40).map { plain[$0].id }
      #expect(try applicants.rows(some).map(\.id) == some, comment)
      // What is equal.
      let pair = try applicants.rows(some.prefix(2))
      if pair.count == 2 {
        #expect(pair[0].digest == pair[0].digest && pair[0].digest != pair[1].digest, comment)
      }
      // A file's rows in the order of its digest.
      if let file = plain.last?.file {
        var numbers: [String] = []
        try applicants.walkSorted(ofFile: file) {
          numbers.append(String(decoding: $0(.applicationNo), as: UTF8.self))
        }
        let own = plain.filter { $0.file == file && $0.outcome != .rejected }
        #expect(
          numbers
            == own.compactMap { $0.texts[.applicationNo] }.sorted {
              $0.utf8.lexicographicallyPrecedes($1.utf8)
            }, comment)
      }
    }
  }

  @Test("a run of a large office lies in several blocks and comes out line by line")
  func results() throws {
    let register = try Register()
    let name = String(repeating: "名", count: 200)
    let counts = [
      (code: "110101001", name: "东华门街道", count: 1), ("110102010", "德胜街道", 3000),
      ("110102011", "金融街街道", 2),
    ]
    let results = (0..<3003).map { line in
      ResultEntry(
        applicantID: UInt32(3003 - line), outcomes: OutcomePattern(packed: UInt64(line % 2)),
        assessment: Assessment(verdict: .eligible, tier: 1 + line % 2, points: line % 5 - 2),
        placement: RankPlacement(rank: line + 1, isTied: line % 3 == 0, decider: .points))
    }
    for run in ["a", "b"] {
      let asOf = try #require(CivilDate(iso: "2024-06-01"))
      try register.store(
        results: results,
        person: { line, take in
          Array("N\(line)".utf8).withUnsafeBufferPointer { number in
            Array((name + "\(line)").utf8).withUnsafeBufferPointer { take(number, $0) }
          }
        },
        offices: counts,
        reasons: [
          OutcomePattern(packed: 0): ("none", "w"), OutcomePattern(packed: 1): ("one", "v"),
        ]
      ) {
        RunEntry(
          id: run, digest: run, policy: "p", policySource: [], asOf: asOf, seed: nil,
          officeCode: nil, totals: [:])
      }
    }
    for office in [nil, "110102010", "none"] {
      let (from, to) = office == nil ? (0, 3003) : office == "none" ? (0, 0) : (1, 3001)
      var line = from
      try register.forEachResult(ofRun: "b", office: office) {
        #expect($0.result == results[line] && $0.applicationNo == "N\(line)")
        #expect($0.name == name + "\(line)" && $0.reasons == (line % 2 == 0 ? "none" : "one"))
        line += 1
      }
      #expect(line == to)
    }
    try register.read { database in
      #expect(
        try Register.result(of: 7, inRun: "b", office: "110102010", in: database) == results[2996])
      #expect(try Register.result(of: 7, inRun: "b", office: "110102011", in: database) == nil)
      #expect(
        try Int.fetchOne(
          database, sql: "SELECT COUNT(*) FROM result_block WHERE office_code = '110102010'") ?? 0
          > 2)
      let shown = try Row.fetchAll(database, sql: "SELECT * FROM results WHERE run = 'b'")
      #expect(shown.count == results.count)
      #expect(shown.map { $0["points"] as Int } == results.map(\.assessment.points))
      #expect(shown.map { $0["rank"] as Int } == results.map { $0.placement.rank })
      let stored = try Int.fetchAll(
        database, sql: "SELECT applicant_id FROM result WHERE id > 3003 ORDER BY id")
      #expect(stored == results.map { Int($0.applicantID) })
    }
  }
}
