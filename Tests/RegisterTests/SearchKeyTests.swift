import Foundation
import GRDB
import Model
import Testing

@testable import Register

@Suite("Search keys")
struct SearchKeyTests {
  private typealias Person = [ApplicantField: String]

  /// Stores people as the rows of one file, as an import does or, without their keys, as it once did.
  private static func store(
    _ people: [Person], rejected: Set<Int> = [], from firstID: Int64 = 1, keyed: Bool = true,
    in database: Database
  ) throws {
    try database.execute(
      literal: """
        INSERT INTO batch (id, command, taken_at) VALUES (\(firstID), 'x', '');
        INSERT INTO file (id, batch_id, kind, name, bytes, file_sha256, encoding, separator, state)
        VALUES (\(firstID), \(firstID), 'applicants', '', 1, '', '', '', 'taken')
        """)
    let appender = try ApplicantAppender(database)
    var (keys, search) = ([UInt64](), SearchKeys())
    _ = try appender.append(
      SheetBatch.invented(people, rejected: rejected), fileID: firstID, firstID: firstID,
      keys: &keys, search: &search)
    try appender.flush()
    guard keyed else { return }
    try KeyBlocks(in: database).add(keys.sorted())
    try search.store(in: database)
  }

  private func ids(_ text: String, _ limit: Int = 100, in register: Register) throws -> [UInt32] {
    try register.find(text, limit: limit).map(\.entry.id)
  }

  @Test("find what a look at every row finds", arguments: [UInt64(1), 2, 3])
  func likeScanning(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func draw(_ texts: [String]) -> String {
      texts[Int(random.next() % UInt64(texts.count))]
    }
    // Texts of one kind stand in the columns of others too, as people write them.
    let texts = ["王伟", "李娜", "13800138000", "002X", "abcd", "", "11010519491231002X", "9002X"]
    let people = (0..<3000).map { row -> Person in
      [
        .applicationNo: "N\(row)", .name: draw(texts), .phone: draw(texts),
        .residentID: draw(texts),
      ]
    }
    let rejected = Set((0..<3000).filter { _ in random.next() % 4 == 0 })
    let register = try Register()
    try register.write { try Self.store(people, rejected: rejected, in: $0) }
    // Somebody's whole number leads to that person alone, not to those who write it elsewhere.
    for text in texts where !text.isEmpty {
      let byNumber = people.indices.filter {
        !rejected.contains($0) && people[$0][.residentID] == text
      }
      let expected =
        byNumber.isEmpty
        ? people.indices.filter { row in
          [.name, .phone, .residentID].contains { people[row][$0] == text }
            || text.utf8.count == 4 && people[row][.residentID]?.hasSuffix(text) == true
        } : byNumber
      let found = try ids(text, 5000, in: register)
      #expect(found == expected.map { UInt32($0 + 1) }, "seed \(seed), \(text)")
      #expect(try ids(text, 3, in: register) == Array(found.prefix(3)))
    }
  }

  @Test("are missed by nobody in a register that was made before there were any")
  func olderRegister() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sqlite")
    defer { try? FileManager.default.removeItem(at: file) }
    let before = try #require(RegisterSchema.migrations.firstIndex(of: RegisterSchema.searchKeys))
    let people: [Person] = [
      [.applicationNo: "A", .name: "甲", .phone: "13800138000", .residentID: "11010519491231002X"],
      [.applicationNo: "B", .name: "乙", .phone: "13900139000", .residentID: "110105199001013019"],
    ]
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { database in
      for migration in RegisterSchema.migrations[..<before] { try database.execute(sql: migration) }
      try database.execute(
        sql: """
          PRAGMA application_id = \(RegisterSchema.applicationID);
          PRAGMA user_version = \(RegisterSchema.firstVersion + before - 1)
          """)
      try Self.store(people, keyed: false, in: database)
    }
    try queue.close()
    let register = try Register(path: file.path)
    #expect(try ids("甲", in: register) == [1])
    #expect(try ids("13900139000", in: register) == [2])
    #expect(try ids("002X", in: register) == [1])
    try register.write { try Self.store(people, from: 3, in: $0) }
    #expect(try ids("甲", in: register) == [1, 3])
    #expect(try ids("甲", 1, in: register) == [1])
    #expect(try ids("3019", in: register) == [2, 4])
  }
}
