import Foundation
import GRDB
import Model
import Policy
import Register
import Scoring
import Testing

@testable import Planner
@testable import Reporting

@Suite("A stored run, looked at again")
struct StoredRunTests {
  /// A register with the sample sheets and a run.
  private func scored(_ story: SampleStory) throws -> (path: String, run: String) {
    let options = try story.options()
    let report = try Batch(options).run(SampleStory.sheets("应聘", "招聘"))
    return (options.output + "/xieguan.sqlite", try #require(report.run).id)
  }

  /// Changes the register behind our back.
  private func tamper(
    _ path: String, with field: ApplicantField, _ change: (String, String) -> String
  ) throws {
    try DatabaseQueue(path: path).write { try $0.tamper(with: field, change) }
  }

  @Test("is shown to people who ask in SQL as the program reads it")
  func view() throws {
    let story = try SampleStory()
    let (path, run) = try scored(story)
    var lines: [String] = []
    try Register(path: path).forEachResult(ofRun: run) { line in
      let (assessment, placement) = (line.result.assessment, line.result.placement)
      lines.append(
        [
          line.applicationNo, assessment.verdict.id, "\(assessment.tier ?? 0)",
          "\(assessment.points)", "\(placement.rank ?? 0)", placement.isTied ? "1" : "0",
          placement.decider.id,
        ].joined(separator: " "))
    }
    let shown = try DatabaseQueue(path: path).read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT application_no || ' ' || verdict || ' ' || COALESCE(tier, 0) || ' ' || points
            || ' ' || COALESCE(rank, 0) || ' ' || tied || ' ' || COALESCE(decided_by, '')
          FROM results
          """)
    }
    #expect(!lines.isEmpty && shown.sorted() == lines.sorted())
  }

  @Test("is over its own batches: its page tells of no row that came with another one")
  func ownBatches() throws {
    let story = try SampleStory()
    let database = story.scratch.appendingPathComponent("both.sqlite").path
    func page(_ name: String, _ prefixes: String) throws -> (written: String, again: String) {
      var options = try story.options(name)
      options.database = database
      let run = try #require(try Batch(options).run(SampleStory.sheets(prefixes)).run)
      let path = story.scratch.appendingPathComponent("again-\(name).html").path
      try Register(path: database).writeRanking(
        run.id, office: nil, as: .html, to: path, masksNames: false, language: .zh)
      return try (
        String(contentsOfFile: options.output + "/summary.html", encoding: .utf8),
        String(contentsOfFile: path, encoding: .utf8)
      )
    }
    let first = try page("first", "应聘-德胜")
    #expect(first.again == first.written)
    let second = try page("second", "应聘-广内")
    #expect(second.again == second.written)
    let register = try Register(path: database)
    #expect(try register.runs().map { try register.batches(ofRun: $0.id) } == [[1], [2]])
    // A batch that names a file of the first again is over both.
    let both = try page("third", "应聘-")
    #expect(try register.batches(ofRun: register.run("latest").id) == [1, 2, 3])
    #expect(both.again.contains("应聘-德胜"))
  }

  @Test("is refused as a witness when a fact was changed, and replay shows the first line")
  func tampered() throws {
    let story = try SampleStory()
    let (path, run) = try scored(story)
    #expect(try Register(path: path).replay(run).same)
    try tamper(path, with: .legalWorkMonths) { $0 == "XC20241007" ? "0" : $1 }
    let register = try Register(path: path)
    let replay = try register.replay(run)
    #expect(!replay.same && replay.status == .badData)
    let difference = try #require(replay.firstDifference)
    #expect((difference.line, difference.applicationNo) == (45, "XC20241007"))
    #expect(
      difference.stored
        == "110102010, XC20241007, 姚**, eligible, tier 2, points 2, rank 2, tied, points, "
        + "law_degree;legal_work, law_degree+1[四（二）]; legal_work+1[四（二）]"
    )
    #expect(
      difference.replayed
        == "110102010, XC20241030, 宋**, eligible, tier 2, points 2, rank 2, points, "
        + "law_degree;correction_work, law_degree+1[四（二）]; correction_work+1[四（二）]")
    #expect(throws: StoredRunError.differs(run: run)) { try register.compare(run, run) }
    #expect(throws: StoredRunError.differs(run: run)) {
      try register.verifyFirst(run)
    }
    #expect(throws: StoredRunError.differs(run: run)) {
      try register.monitor(run, ages: [30], withholdBelow: 5)
    }
    #expect(throws: StoredRunError.differs(run: run)) { try PortableJob(run, of: register) }
  }

  @Test("shows a line that stays in its place and says something else")
  func samePlace() throws {
    let story = try SampleStory()
    let (path, run) = try scored(story)
    // The first of the office has three points; with two she is still the first.
    try tamper(path, with: .legalWorkMonths) { $0 == "XC20243037" ? "0" : $1 }
    let difference = try #require(try Register(path: path).replay(run).firstDifference)
    #expect(difference.stored?.contains(", eligible, tier 2, points 3, rank 1") == true)
    #expect(difference.replayed?.contains(", eligible, tier 2, points 2, rank 1") == true)
  }

  @Test(
    "is told from a list that somebody changed behind the program's back, whatever was changed",
    arguments: [
      #"UPDATE result_block SET lines = replace(lines, '"XC20241003"', '"XC20249999"')"#,
      "UPDATE result_block SET lines = replace(lines, '冯颖', '冯影')",
      "UPDATE run_reasons SET reasons = 'law_degree' WHERE reasons = ''",
      "UPDATE run_reasons SET working = working || ' '",
      "UPDATE run SET eligible = eligible + 1", "UPDATE run SET digest = replace(digest, '1', '2')",
      "UPDATE result_block SET office_code = '110102011' WHERE office_code = '110102010'",
      "DELETE FROM result_block WHERE office_code = '110102010'",
    ])
  func storedLines(change: String) throws {
    let story = try SampleStory()
    let (path, run) = try scored(story)
    try DatabaseQueue(path: path).write { try $0.execute(sql: change) }
    let replay = try? Register(path: path).replay(run)
    #expect(replay?.same != true)
  }

  @Test("is told from one whose ranks somebody swapped, and the first of the lines is shown")
  func swappedRanks() throws {
    let story = try SampleStory()
    let (path, run) = try scored(story)
    try DatabaseQueue(path: path).write { database in
      // The placement, with the rank from its fifth bit, stands before the number.
      let placement = "(SELECT value ->> 3 FROM json_each(lines) WHERE value ->> 4 = 'XC20241003')"
      try database.execute(
        sql: """
          UPDATE result_block SET lines = replace(lines, ',' || \(placement) || ',"XC20241003"',
            ',' || (\(placement) + 16) || ',"XC20241003"') WHERE office_code = '110102010'
          """)
    }
    let replay = try Register(path: path).replay(run)
    #expect(!replay.same && replay.status == .badData && replay.digest == replay.replayed)
    let difference = try #require(replay.firstDifference)
    #expect(difference.stored?.contains("rank 2") == true)
    #expect(difference.replayed?.contains("rank 1") == true)
  }

  @Test("says that a fact differs where the list does not")
  func silentTampering() throws {
    let story = try SampleStory()
    let (path, run) = try scored(story)
    // Both numbers of months count alike, but the digest covers the fact.
    try tamper(path, with: .legalWorkMonths) { Int($1).map { $0 > 0 ? "\($0 + 1)" : "0" } ?? $1 }
    let replay = try Register(path: path).replay(run)
    #expect(!replay.same && replay.firstDifference == nil)
  }

  @Test("explains what would change with the rank that really follows")
  func ranks() throws {
    let story = try SampleStory()
    let (path, run) = try scored(story)
    let register = try Register(path: path)
    let explained = try register.explain("XC20241018", inRun: run)
    #expect(
      explained.wouldChange.map(\.facts) == [
        ["legal_work_status": "属实"], ["correction_work_status": "属实"],
      ])
    #expect(explained.wouldChange.map(\.rank) == [4, 4])
    // The same by changing the register and scoring again.
    try tamper(path, with: .legalWorkStatus) { $0 == "XC20241018" ? "属实" : $1 }
    let options = try story.options()
    let again = try ScoringRun(
      over: Register(path: path), policy: options.policy, asOf: options.asOf)
    let entry = again.list.entries.first {
      again.columns.applicationNumbers.text(at: Int($0.index)) == "XC20241018"
    }
    #expect(entry?.placement.rank == 4)
  }

  @Test("compared under another policy gives what scoring by that policy gives")
  func otherPolicy() throws {
    let story = try SampleStory()
    let (path, run) = try scored(story)
    let register = try Register(path: path)
    let options = try story.options()
    let policy = try PolicyPack.opened(
      SampleStory.root.appendingPathComponent("Samples/policies/points-and-marks.yaml").path)
    let comparing = try register.compare(options.policy, policy, on: run)
    let scored = try ScoringRun(over: register, policy: policy, asOf: options.asOf)
    try scored.store(in: register)
    let stored = try register.compare(run, scored.id)
    #expect(comparing.comparison.moves.count == 121)
    for (one, other) in zip(comparing.comparison.moves, stored.comparison.moves) {
      #expect(one.applicationNo == other.applicationNo)
      #expect(one.before == other.before && one.after == other.after)
      #expect(comparing.wording.sentences(one) == stored.wording.sentences(other))
    }
    // Whoever is not listed stands exactly as before.
    let moved = Set(comparing.comparison.moves.map(\.applicationNo))
    var places: [String: ResultEntry] = [:]
    try register.forEachResult(ofRun: run) { places[$0.applicationNo] = $0.result }
    try register.forEachResult(ofRun: scored.id) { line in
      let before = places[line.applicationNo]
      let isSame =
        before?.placement.rank == line.result.placement.rank
        && before?.assessment == line.result.assessment
      #expect(isSame || moved.contains(line.applicationNo))
    }
  }
}
