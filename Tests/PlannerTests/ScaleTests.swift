import Foundation
import GRDB
import Model
import Policy
import Register
import Reporting
import Scoring
import Testing

@testable import Planner

/// A register of the sample applicants, the job exported from it, and answers of another engine.
private final class ScaleStory {
  let story = try? SampleStory()
  let register: Register
  let folder: String
  let options: Batch.Options
  let policy: PolicyPack

  init(policy name: String = "beijing-2023") throws {
    let story = try #require(story)
    options = try story.options()
    policy = try PolicyPack.opened(
      name == "beijing-2023"
        ? name : SampleStory.root.appendingPathComponent("Samples/policies/\(name).yaml").path)
    let database = story.scratch.appendingPathComponent("register.sqlite").path
    register = try Register(path: database)
    _ = try story.take(SampleStory.sheets("应聘"), into: register)
    folder = story.scratch.appendingPathComponent("job").path
    _ = try ScaleExport(
      of: register, policy: policy, asOf: options.asOf, for: .postgresql, to: folder, partSize: 20)
    try answer()
  }

  /// What `score` makes of the same register.
  func local() throws -> ScoringRun {
    try ScoringRun(over: register, policy: policy, asOf: options.asOf)
  }

  func collect() throws -> ScaleCollection { try ScaleCollection(folder, for: register) }

  /// Runs the exported query over the exported parts in SQLite, and leaves two files of answers.
  private func answer() throws {
    let manifest = try ScaleManifest(folder: folder)
    let script = String(decoding: try bytes("job.sql"), as: UTF8.self)
    let query = try #require(script.range(of: "WITH judged"))
    let end = try #require(script.range(of: ";\n\\o results/_SUCCESS"))
    let rules = try policy.rules(on: options.asOf)
    let queue = try DatabaseQueue()
    let lines = try queue.write { database in
      try database.execute(sql: rules.sqlTable(for: .sqlite))
      for part in manifest.parts {
        let records = try CSVRows.read(folder + "/" + part.path)
        #expect(records[0] == rules.sqlColumns.map(\.name))
        let marks = records[0].map { _ in "?" }.joined(separator: ", ")
        for record in records.dropFirst() {
          let values = record.map { $0.isEmpty ? nil : $0 }
          try database.execute(
            sql: "INSERT INTO facts VALUES (\(marks))", arguments: StatementArguments(values))
        }
      }
      return try Row.fetchAll(database, sql: String(script[query.lowerBound..<end.lowerBound])).map
      {
        $0.map { _, value in
          value.isNull ? "\\N" : String.fromDatabaseValue(value) ?? "\(value)"
        }.joined(separator: "\t") + "\n"
      }
    }
    try write("results/part-00000.csv", lines[..<60].joined())
    try write("results/part-00001.csv", lines[60...].joined())
    try write("results/_SUCCESS", "")
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// Changes the first file of answers, line by line.
  func change(_ edit: (inout [String]) -> Void) throws {
    var lines = String(decoding: try bytes("results/part-00000.csv"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    edit(&lines)
    try write("results/part-00000.csv", lines.map { $0 + "\n" }.joined())
  }

  /// The code of the refusal, after which the register must hold no run.
  func refusal() throws -> String? {
    defer { #expect(throws: RegisterError.runUnknown(id: "latest")) { try register.run("latest") } }
    do {
      _ = try collect()
      return nil
    } catch let error as ScaleError {
      for text in [error.happened, error.reason, error.remedy] {
        #expect(!text.zh.isEmpty && !text.en.isEmpty)
      }
      return error.code
    }
  }
}

@Suite("Scoring on another engine")
struct ScaleTests {
  @Test(
    "gives the very run that scoring here gives",
    arguments: ["beijing-2023", "tiers-then-order", "points-and-marks"])
  func sameRun(policy: String) throws {
    let scale = try ScaleStory(policy: policy)
    let local = try scale.local()
    let collection = try scale.collect()
    #expect(collection.parts == 2)
    #expect(collection.run.digestHex == local.digestHex)
    try collection.run.store(in: scale.register)
    #expect(try scale.register.run("latest").id == local.id)
    #expect(try scale.register.replay("latest").status == .done)
  }

  @Test("exports whole offices, with nobody's name or identity number")
  func export() throws {
    let scale = try ScaleStory()
    let manifest = try ScaleManifest(folder: scale.folder)
    #expect(manifest.parts.count > 2)
    #expect(manifest.parts.compactMap(\.rows).reduce(0, +) == manifest.xieguan.applicants)
    var offices: Set<String> = []
    for part in manifest.parts {
      let rows = try CSVRows.read(scale.folder + "/" + part.path)
      #expect(rows.count - 1 == part.rows)
      #expect(!rows[0].contains("name") && !rows[0].contains("resident_id"))
      let here = Set(rows.dropFirst().map { $0[1] })
      #expect(offices.isDisjoint(with: here))
      offices.formUnion(here)
      #expect(ScaleExport.hash([UInt8](try scale.bytes(part.path))) == part.hash)
    }
    #expect(offices.count == manifest.xieguan.offices)
  }

  @Test("gives the same files whatever the order in which sheets were named")
  func order() throws {
    let scale = try ScaleStory()
    let story = try #require(scale.story)
    let other = try Register()
    _ = try story.take(SampleStory.sheets("应聘").reversed(), into: other)
    let folder = story.scratch.appendingPathComponent("again").path
    _ = try ScaleExport(
      of: other, policy: scale.policy, asOf: scale.options.asOf, for: .postgresql, to: folder,
      partSize: 20)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder + "/datapackage.json"))
        == scale.bytes("datapackage.json"))
  }

  @Test("takes answers in any order")
  func anyOrder() throws {
    let scale = try ScaleStory()
    try scale.change { $0.reverse() }
    #expect(try scale.collect().run.id == scale.local().id)
  }

  @Test(
    "refuses changed answers",
    arguments: [
      ("\teligible\t", "\tineligible\t"), ("\t0\t", "\t7\t"), ("\t1\t", "\t2\t"),
      ("\tlocal_hardship", "\tlocal_help"), ("XC", "XD"),
    ])
  func changed(from: String, to: String) throws {
    let scale = try ScaleStory()
    var isChanged = false
    try scale.change { lines in
      for (place, line) in lines.enumerated() where line.contains(from) && !isChanged {
        lines[place] = line.replacingOccurrences(of: from, with: to)
        isChanged = true
      }
    }
    try #require(isChanged)
    #expect(try scale.refusal() == (from == "XC" ? "applicant_not_asked" : "answer_differs"))
  }

  @Test("refuses a missing file, a missing row, a row too many and a row of a stranger")
  func counts() throws {
    let scale = try ScaleStory()
    let whole = try scale.bytes("results/part-00000.csv")
    func restored(_ edit: (inout [String]) -> Void) throws -> String? {
      try whole.write(to: URL(fileURLWithPath: scale.folder + "/results/part-00000.csv"))
      try scale.change(edit)
      return try scale.refusal()
    }
    #expect(try restored { $0.removeLast() } == "applicant_unanswered")
    #expect(try restored { $0.append($0[0]) } == "applicant_answered_twice")
    #expect(
      try restored { $0.append("990000000\t1\tA\teligible\t1\t0\t") } == "applicant_not_asked")
    #expect(try restored { $0.append("nothing") } == "answer_unreadable")
    try FileManager.default.removeItem(atPath: scale.folder + "/results/part-00000.csv")
    #expect(try scale.refusal() == "applicant_unanswered")
    try FileManager.default.removeItem(atPath: scale.folder + "/results/_SUCCESS")
    #expect(try scale.refusal() == "job_unfinished")
  }

  @Test("refuses a file cut short in its last line")
  func cut() throws {
    let scale = try ScaleStory()
    let whole = try scale.bytes("results/part-00001.csv")
    try whole.dropLast(3).write(
      to: URL(fileURLWithPath: scale.folder + "/results/part-00001.csv"))
    #expect(try scale.refusal() == "answer_unreadable")
  }

  @Test("refuses facts that changed since the export")
  func facts() throws {
    let scale = try ScaleStory()
    try DatabaseQueue(path: scale.register.path).write { database in
      try database.tamper(with: .localHousehold) { $0 == "XC20241003" ? "否" : $1 }
    }
    #expect(try scale.refusal() == "facts_changed")
  }

  @Test("refuses an export once a batch was withdrawn")
  func withdrawn() throws {
    let scale = try ScaleStory()
    let batch = try #require(try scale.register.batches().last).id
    _ = try scale.register.withdraw(
      batch, by: "赵处长", reason: "重报", moment: "2024-06-05T09:00:00Z")
    #expect(try scale.refusal() == "facts_changed")
  }

  @Test("refuses a manifest or a policy that is not the export's")
  func foreign() throws {
    let scale = try ScaleStory()
    let manifest = String(decoding: try scale.bytes("datapackage.json"), as: UTF8.self)
    try scale.write(
      "datapackage.json", manifest.replacingOccurrences(of: "scale job", with: "letter"))
    #expect(try scale.refusal() == "job_foreign")
    try scale.write("datapackage.json", "{}")
    #expect(try scale.refusal() == "job_foreign")
    try scale.write("datapackage.json", manifest)
    let other = SampleStory.root.appendingPathComponent("Samples/policies/points-and-marks.yaml")
    try Data(PolicyPack.opened(other.path).canonicalBytes).write(
      to: URL(fileURLWithPath: scale.folder + "/policy.bin"))
    #expect(try scale.refusal() == "job_foreign")
    try FileManager.default.removeItem(atPath: scale.folder + "/datapackage.json")
    #expect(try scale.refusal() == "job_file_absent")
  }

  @Test("is not exported over an older job, nor where nobody is accepted")
  func refusedExport() throws {
    let scale = try ScaleStory()
    #expect(throws: ScaleError.notEmpty(path: scale.folder)) {
      try ScaleExport(
        of: scale.register, policy: scale.policy, asOf: scale.options.asOf, for: .spark,
        to: scale.folder)
    }
    let empty = try Register()
    #expect(throws: ScaleError.nobody) {
      try ScaleExport(
        of: empty, policy: scale.policy, asOf: scale.options.asOf, for: .spark,
        to: scale.folder + "/other")
    }
  }

  @Test("writes Spark a job over a folder, and PostgreSQL one over files")
  func scripts() throws {
    let scale = try ScaleStory()
    let rules = try scale.policy.rules(on: scale.options.asOf)
    let spark = try ScaleEngine.spark.script(for: rules, parts: [])
    #expect(spark.contains("USING csv OPTIONS (path 'facts', header 'true'"))
    #expect(spark.contains(#"OPTIONS (sep '\t', nullValue '\\N', emptyValue '', quote '\u0000',"#))
    let postgresql = try ScaleEngine.postgresql.script(for: rules, parts: ["facts/a.csv"])
    #expect(postgresql.contains(#"\copy facts FROM 'facts/a.csv' WITH (FORMAT csv"#))
    #expect(postgresql.contains(#"\pset null '\\N'"#))
  }
}
