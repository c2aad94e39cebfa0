import Foundation
import GRDB
import Intake
import Model
import Testing

@testable import Planner
@testable import Reporting
@testable import Policy
@testable import Register

@Suite("Decisions and withdrawals")
struct DecisionTests {
  private static let head = "报名序号,姓名,身份证号,应聘街道代码\n"
  private static let persons = [
    "11010519491231002X", "440524199001010018", "110105199001013019", "440524199001010034",
  ]

  private func take(
    _ rows: [(number: String, person: Int, name: String)], _ story: SampleStory,
    into register: Register, confirming isConfirmed: Bool = false
  ) throws -> ImportReport {
    let text =
      Self.head
      + rows.map { "\($0.number),\($0.name),\(Self.persons[$0.person]),110102001\n" }.joined()
    return try story.take(
      [story.file("\(UUID().uuidString).csv", Array(text.utf8))], into: register
    ) {
      if isConfirmed { $0.authority = ChangeAuthority(by: "甲", reason: "乙") }
    }
  }

  /// The sums of all files of batches that were not taken back.
  private func accepted(_ register: Register) throws -> Int {
    try register.batches().filter { $0.withdrawnAt == nil }.map(\.total.accepted).reduce(0, +)
  }

  @Test("keep one row of a group, set the others aside, and let go of who waited for those")
  func keep() throws {
    let story = try SampleStory()
    let register = try Register()
    // 1 and 2 are one person; 2 and 3 have one number.
    _ = try take(
      [("A", 0, "甲"), ("B", 0, "甲"), ("B", 1, "乙"), ("C", 2, "丙")], story, into: register)
    let groups = try register.listHeldRows().groups
    #expect(groups.map { $0.rows.map(\.row) } == [[1, 2, 3]])
    #expect(groups[0].shared == [.applicationNo, .residentID])
    let outcome = try register.keep([1], by: "王主任", reason: "先报的为准", moment: SampleStory.moment)
    #expect((outcome.kept, outcome.setAside, outcome.released) == ([1], [2], [3]))
    #expect(try register.heldRows().isEmpty)
    #expect(try accepted(register) == 3)
    #expect(try register.batches().map(\.total.addsUp) == [true])
  }

  @Test("of very many rows of one person name the first, and count the rest")
  func many() throws {
    let story = try SampleStory()
    let register = try Register()
    let count = 5000
    _ = try take((1...count).map { ("N\($0)", 0, "甲") } + [("A", 1, "乙")], story, into: register)
    let answer = try register.listHeldRows()
    #expect(answer.groups.map(\.rows.count) == [count])
    #expect(answer.groups[0].differing == [.applicationNo])
    let lines = answer.lines(Wording(.zh))
    #expect(lines.count == 25 && lines[21] == "  ……还有 \(count - 20) 行")
    // Each names the first, which names no more than twenty.
    let notes = try register.read { try $0.value("SELECT count(*) FROM finding") as Int? }
    #expect(notes == count - 1 + 20)
    let decided = try register.decide(
      keeping: [3], by: "甲", reason: "乙", moment: SampleStory.moment)
    #expect(decided.lines(Wording(.zh)).last?.hasSuffix("、21……共 \(count - 1) 行") == true)
    #expect(try register.heldRows().isEmpty && register.checkAudit().isSound)
  }

  @Test("refuse rows that do not wait, that are not there, or that cannot both be kept")
  func refusals() throws {
    let story = try SampleStory()
    let register = try Register()
    _ = try take([("A", 0, "甲"), ("B", 0, "甲"), ("C", 2, "丙")], story, into: register)
    func code(_ ids: [Int64]) -> String? {
      do {
        _ = try register.keep(ids, by: "甲", reason: "乙", moment: SampleStory.moment)
        return nil
      } catch { return (error as? any ExplainedError)?.code }
    }
    #expect(code([3]) == "row_not_held")
    #expect(code([99]) == "row_unknown")
    #expect(code([1, 2]) == "rows_collide")
    #expect(try register.heldRows().count == 2, "nothing half-lands")
    #expect(code([1]) == nil)
    #expect(code([1]) == "row_not_held")
  }

  @Test("a held row that is sent again is unchanged, and a row that was set aside stays so")
  func sentAgain() throws {
    let story = try SampleStory()
    let register = try Register()
    let rows = [("A", 0, "甲"), ("B", 0, "甲")]
    _ = try take(rows, story, into: register)
    let again = try take(rows + [("C", 1, "乙")], story, into: register)
    #expect(again.total.accepted == 1 && again.total.duplicate == 2)
    #expect(try register.heldRows().map(\.id) == [1, 2])
    _ = try register.keep([1], by: "甲", reason: "乙", moment: SampleStory.moment)
    let third = try take(rows.reversed(), story, into: register)
    #expect(third.total.duplicate == 2)
    #expect(try register.heldRows().isEmpty)
  }

  @Test("taking a batch back lets go of who waited for it, and of decisions for its rows")
  func withdraw() throws {
    let story = try SampleStory()
    let register = try Register()
    let first = try take([("A", 0, "甲"), ("B", 1, "乙")], story, into: register)
    let second = try take([("A", 0, "甲"), ("X", 1, "乙"), ("C", 2, "丙")], story, into: register)
    #expect(second.total.duplicate == 2)
    // The clerk keeps the first batch's row of the person who stands in both.
    _ = try register.keep([2], by: "甲", reason: "乙", moment: SampleStory.moment)
    let outcome = try register.withdraw(
      first.batch, by: "甲", reason: "报错了", moment: SampleStory.moment)
    #expect((outcome.released, outcome.decisionsUndone) == (2, 1))
    #expect(try accepted(register) == 3)
    #expect(try register.heldRows().isEmpty)
    #expect(throws: RegisterError.batchUnknown(id: first.batch)) {
      try register.withdraw(first.batch, by: nil, reason: nil, moment: SampleStory.moment)
    }
    // Who decided and who took back is in the audit chain, which what failed is not.
    let chain = try register.checkAudit()
    #expect(chain.count == 4 && chain.isSound)
    // What was taken back may come in again.
    let again = try take([("B", 1, "乙")], story, into: register)
    #expect(again.heldCount == 1)
  }

  @Test(
    "whatever is done in whatever order, sums add up and no two accepted rows collide",
    arguments: 1...16 as ClosedRange<UInt64>)
  func property(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let story = try SampleStory()
    let register = try Register()
    for _ in 0..<14 {
      switch Int.random(in: 0..<7, using: &random) {
      case 0...3:
        let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          (
            number: ["A", "B", "C", "D"].randomElement(using: &random) ?? "A",
            person: Int.random(in: 0..<4, using: &random),
            name: ["甲", "乙"].randomElement(using: &random) ?? "甲"
          )
        }
        _ = try take(rows, story, into: register, confirming: Bool.random(using: &random))
      case 4:
        if let row = try register.heldRows().randomElement(using: &random) {
          if Bool.random(using: &random) || row.isAccepted {
            _ = try register.keep([row.id], by: "甲", reason: "乙", moment: SampleStory.moment)
          } else {
            _ = try register.sendBack([row.id], by: "甲", reason: "乙", moment: SampleStory.moment)
          }
        }
      case 5:
        if let row = try register.standingRows().randomElement(using: &random) {
          do {
            _ = try register.takeBack([row.id], by: "甲", reason: "乙", moment: SampleStory.moment)
          } catch RegisterError.rowUndecided {}
        }
      default:
        if let batch = try register.batches().filter({ $0.withdrawnAt == nil })
          .randomElement(using: &random)
        {
          _ = try register.withdraw(batch.id, by: nil, reason: nil, moment: SampleStory.moment)
        }
      }
      try check(register, seed)
    }
  }

  /// Counts the rows themselves, apart from the sums that the register keeps.
  private func check(_ register: Register, _ seed: UInt64) throws {
    let rows = try register.standingRows()
    for file in try register.batches().flatMap(\.files) where file.state == .taken {
      let own = rows.filter { $0.fileID == file.id }
      let sums = file.reconciliation
      #expect(sums.addsUp && sums.read == own.count, "seed \(seed)")
      #expect(sums.accepted == own.count { $0.outcome == .accepted }, "seed \(seed)")
    }
    let standing = rows.filter { $0.outcome == .accepted || $0.outcome == .held }
    for (index, row) in standing.enumerated() {
      let others = standing.enumerated().filter { other, entry in
        other != index && (entry.number == row.number || entry.person == row.person)
      }.map(\.element)
      if row.outcome == .accepted {
        #expect(
          others.allSatisfy {
            $0.outcome == .held && ($0.batch != row.batch || row.isReplacement)
          },
          "seed \(seed): accepted row \(row) collides with \(others)")
      } else {
        #expect(!others.isEmpty, "seed \(seed): row \(row.id) waits for nobody")
      }
    }
    for row in rows where row.outcome == .changed {
      #expect(
        standing.contains {
          $0.outcome == .accepted && $0.number == row.number && $0.person == row.person
        }, "seed \(seed): row \(row.id) would change nobody")
    }
  }
}

/// A row as the register keeps it.
private struct StandingRow {
  let id: Int64
  let fileID: Int64
  let batch: Int64
  let number: String
  let person: String
  let outcome: RowOutcome?
  let isReplacement: Bool
}

extension Register {
  /// The rows of files that were not taken back.
  fileprivate func standingRows() throws -> [StandingRow] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT applicant.*, batch_id, applicant.id IN (SELECT id FROM applicant_replacement) AS later
          FROM applicant JOIN file ON file.id = file_id AND state = 'taken'
          ORDER BY applicant.id
          """
      ).map { row in
        StandingRow(
          id: row["id"], fileID: row["file_id"], batch: row["batch_id"],
          number: row["application_no"],
          person: row["resident_id"], outcome: RowOutcome(rawValue: row["outcome"]),
          isReplacement: row["later"])
      }
    }
  }
}
