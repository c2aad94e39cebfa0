import Consultation
import Foundation
import Model
import Policy
import Register
import Reporting
import Testing

@testable import Planner

/// Two bureaus, each with a register and a key; the first one has scored the sample sheets.
final class ConsultStory {
  static let hr = "北京市西城区人力资源和社会保障局"
  static let justice = "北京市西城区司法局"
  static let office = "110102010"

  let sample: SampleStory
  let asker: Register
  let asked: Register
  let hrKey = SigningKey(comment: hr)
  let justiceKey = SigningKey(comment: justice)
  let run: RunEntry

  init() throws {
    sample = try SampleStory()
    let copy = sample.scratch.appendingPathComponent("asker.sqlite")
    try FileManager.default.copyItem(at: Self.scored.get(), to: copy)
    asker = try Register(path: copy.path)
    asked = try Register()
    run = try asker.run("latest")
    try hrKey.write(to: path("hr.key"))
    try justiceKey.write(to: path("justice.key"))
    let list = """
      \(Self.hr) \(hrKey.publicKey.line)
      \(Self.justice) \(justiceKey.publicKey.line)
      """
    _ = try sample.file("allowed_signers", Array(list.utf8))
  }

  /// A register with the sample sheets and a run, made once and copied by every story.
  private static let scored = Result {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "\(UUID().uuidString).sqlite")
    let register = try Register(path: place.path)
    var options = ImportOptions(takenAt: SampleStory.moment)
    options.badRows = .takeGoodRows
    _ = try Import(into: register, options: options).run(SampleStory.sheets("应聘", "社矫", "招聘"))
    let policy = try PolicyPack.named("beijing-2023")
    try ScoringRun(over: register, policy: policy, asOf: day("2024-06-01")).store(in: register)
    return place
  }

  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  func path(_ name: String) -> String { sample.scratch.appendingPathComponent(name).path }

  func fromHR(_ output: String, number: String? = nil) throws -> OutgoingPackage {
    var package = try OutgoingPackage(
      number: number ?? "西人社函〔2024〕\(output == "req" ? "12" : output)号",
      date: Self.day("2024-06-03"), due: Self.day("2024-06-15"),
      keyFile: path("hr.key"), output: path(output), moment: "2024-06-03T09:00:00Z")
    (package.from, package.to) = (Self.hr, Self.justice)
    return package
  }

  @discardableResult
  func request(
    _ output: String = "req", first: Int? = nil, office: String? = ConsultStory.office,
    disclosure: Disclosure? = nil, number: String? = nil
  ) throws -> ConsultationEntry {
    try fromHR(output, number: number).request(
      .ranking(run: run.id, first: first), office: office, disclosure: disclosure ?? Disclosure(),
      from: asker
    ).entry
  }

  func incoming(_ name: String, at moment: String = "2024-06-04T09:00:00Z") throws
    -> IncomingPackage
  {
    try IncomingPackage(
      path: path(name), signers: path("allowed_signers"), at: Date(moment, strategy: .iso8601))
  }

  func open(_ name: String) throws -> OpenedPackage { try incoming(name).package }

  /// The rows of a table of a package, by the names of its columns.
  func rows(_ table: String, of package: String) throws -> [[String: String]] {
    let rows = try CSVRows.read(path("\(package)/\(table).csv"))
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
  }

  @discardableResult
  func receive(_ name: String = "req") throws -> CheckedPackageAnswer {
    try incoming(name).receive(into: asked, unpackingTo: nil)
  }

  /// Fills the opinion sheet of a package; `view` gives opinion and remark by application number.
  func fill(_ package: String = "req", _ view: (String) -> (String, String)) throws -> String {
    let table = try CSVRows.read(path(package + "/opinions.csv"))
    let key = table[0][0]
    let lines = table.dropFirst().map { row in
      let (opinion, remark) = view(row[0])
      return "\(row[0]),\(opinion),\(remark)\n"
    }
    return try sample.file(
      "filled-\(UUID().uuidString).csv", Array(("\(key),opinion,remark\n" + lines.joined()).utf8))
  }

  @discardableResult
  func reply(
    _ output: String = "ans", to request: ConsultationEntry, opinions: String,
    number: String? = nil
  ) throws -> ConsultationEntry {
    try OutgoingPackage(
      number: number ?? "西司函〔2024〕\(output == "ans" ? "7" : output)号", date: Self.day("2024-06-10"),
      keyFile: path("justice.key"),
      output: path(output), moment: "2024-06-10T09:00:00Z"
    ).reply(to: request.id, opinions: opinions, by: "王科长", from: asked).entry
  }

  @discardableResult
  func record(
    _ name: String = "ans", into register: Register? = nil,
    keeping decision: (by: String, reason: String)? = nil
  ) throws -> RecordedReplyAnswer {
    try incoming(name, at: "2024-06-11T09:00:00Z")
      .record(into: register ?? asker, keeping: decision)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
