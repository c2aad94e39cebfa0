import Foundation
import GRDB
import Model
import Policy
import Register
import Testing

@testable import Planner
@testable import Reporting

@Suite("Confirming")
struct ConfirmationTests {
  private static let person = (name: "张局", role: "副局长")

  /// A register with the sample sheets, a run and a plan.
  private func register(_ story: SampleStory) throws -> Register {
    let options = try story.options()
    _ = try Batch(options).run(SampleStory.sheets("应聘", "招聘", "社矫"))
    let register = try Register(path: options.output + "/xieguan.sqlite")
    _ = try register.plan(
      .init(), policy: options.policy, asOf: options.asOf, moment: SampleStory.moment)
    return register
  }

  private func state(
    _ kind: ConfirmableKind, _ id: String, in register: Register,
    confirmedBy person: (name: String, role: String)? = nil
  ) throws -> String {
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let answer = try register.confirm(
      kind, id, policy: PolicyPack.named("beijing-2023"), asOf: day, by: person,
      moment: "2024-06-02T09:00:00Z", language: .en)
    #expect(answer.status == (answer.confirmed ? .done : .waiting))
    return answer.lines(Wording(.en)).joined(separator: "\n")
  }

  private func change(_ register: Register, _ sql: String) throws {
    try DatabaseQueue(path: register.path).write { try $0.execute(sql: sql) }
  }

  @Test("holds a run as it is, tells the warnings first, and is void when a line is another one")
  func run() throws {
    let story = try SampleStory()
    let register = try register(story)
    let before = try state(.run, "latest", in: register)
    #expect(before.contains("not confirmed") && before.contains("are tied"))
    #expect(try register.confirmations().isEmpty)
    #expect(
      try state(.run, "latest", in: register, confirmedBy: Self.person)
        .contains("confirmed by 张局 (副局长) on 2024-06-02"))
    let kept = try #require(try register.confirmations().first)
    #expect(kept.warnings.contains { $0.contains("are tied") })
    try change(
      register, #"UPDATE result_block SET lines = replace(lines, '"XC20241003"', '"XC20249999"')"#)
    #expect(try state(.run, "latest", in: register).contains("changed since 张局 confirmed it"))
  }

  @Test("stands wherever a run or a plan goes, and so does that nobody has confirmed it")
  func exports() throws {
    let story = try ConsultStory()
    let register = story.asker
    let day = try ConsultStory.day("2024-06-01")
    let policy = try PolicyPack.named("beijing-2023")
    func exports(_ name: String) throws -> [String] {
      let (list, page) = (story.path(name + ".csv"), story.path(name + ".html"))
      for (format, path) in [(RankingFormat.csv, list), (.html, page)] {
        try register.writeRanking(
          "latest", office: nil, as: format, to: path, masksNames: false, language: .zh)
      }
      let report = try register.plan(
        .init(), policy: policy, asOf: day, moment: SampleStory.moment)
      _ = try report.write(to: story.path(name), language: .zh)
      try story.request(name + "-req")
      let package = try story.incoming(name + "-req").verify(unpackingTo: nil)
      return try [list, page, story.path(name + "/plan.csv"), story.path(name + "/plan.html")].map {
        try String(contentsOfFile: $0, encoding: .utf8)
      } + [package.lines(Wording(.zh)).joined(separator: "\n")]
        + [String(contentsOfFile: story.path(name + "-req/letter.html"), encoding: .utf8)]
    }
    let before = try exports("before")
    #expect(before.allSatisfy { $0.contains("未确认") })
    #expect(before[0].components(separatedBy: "未确认").count == 126)
    for kind in [ConfirmableKind.run, .plan] {
      _ = try register.confirm(
        kind, "latest", policy: policy, asOf: day, by: Self.person,
        moment: "2024-06-02T09:00:00Z", language: .zh)
    }
    let after = try exports("after")
    #expect(after.allSatisfy { !$0.contains("未确认") })
    #expect(after.dropLast().allSatisfy { $0.contains("张局（副局长）2024-06-02 确认") })
    let list = try register.listConfirmations(policy: policy, asOf: day)
    #expect(list.lines(Wording(.en)).count == 2)
    try change(register, "UPDATE plan_office SET subjects = subjects + 100")
    #expect(
      try register.listConfirmations(policy: policy, asOf: day).lines(Wording(.en))[1]
        .contains("void"))
  }

  @Test("holds a plan, and is void when a figure of it is another one")
  func plan() throws {
    let story = try SampleStory()
    let register = try register(story)
    #expect(
      try state(.plan, "latest", in: register, confirmedBy: Self.person)
        .contains("confirmed by 张局"))
    try change(register, "UPDATE plan_office SET subjects = subjects + 100")
    #expect(try state(.plan, "latest", in: register).contains("changed since"))
  }

  @Test("holds a setting under its value, and names those that there are")
  func setting() throws {
    let story = try SampleStory()
    let register = try register(story)
    let names = try story.options().policy.rules(on: story.options().asOf).parameters.keys.sorted()
    #expect(
      try state(.setting, names[0], in: register, confirmedBy: Self.person)
        .contains("confirmed by 张局"))
    #expect(throws: ConfirmationError.settingUnknown("no_such", names)) {
      try state(.setting, "no_such", in: register)
    }
    #expect(throws: ConfirmationError.packageUnknown("latest")) {
      try state(.package, "latest", in: register)
    }
  }
}
