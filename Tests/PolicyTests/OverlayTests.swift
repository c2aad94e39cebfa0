import Foundation
import Model
import Testing

@testable import Policy

/// Loads an overlay on `beijing-2023` whose items are given.
func overlay(_ items: String, from: String = "2024-01-01") throws -> PolicyPack {
  let text = """
    policy: xicheng-2024
    extends: beijing-2023
    title: {zh: 西城区招聘办法, en: Xicheng's rules}
    in_force: {from: \(from)}
    \(items)
    """
  let source = PackSource(name: "xicheng.yaml", bytes: Array(text.utf8))
  return try PolicyPack.named("beijing-2023").extended(by: PackReader.document(source), source)
}

/// A policy of the samples.
func samplePack(_ name: String) throws -> PolicyPack {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let file = root.appendingPathComponent("Samples/policies/\(name).yaml")
  return try PolicyPack.named(file.path) {
    FileManager.default.contents(atPath: $0).map(Array.init)
  }
}

@Suite("An overlay")
struct OverlayTests {
  @Test("changes points and parameters from its day on, and says that it did")
  func changes() throws {
    let pack = try overlay(
      """
      change:
        - {preference: law_degree, points: 3, from: 2024-03-01, reason: {zh: 本区缺法律专业人员, en: lawyers are scarce}}
        - {parameter: subjects_per_assistant, value: "12", reason: {zh: 本区测算, en: our survey}}
        - {parameter: legal_work_minimum, value: 12, reason: {zh: 满一年, en: a year}}
      """)
    let before = try pack.rules(on: #require(CivilDate(iso: "2024-02-29")))
    let after = try pack.rules(on: #require(CivilDate(iso: "2024-03-01")))
    #expect(before.preferences.map(\.points) == [1, 1, 1])
    #expect(after.preferences.map(\.points) == [3, 1, 1])
    #expect(after.preferences.map(\.id) == before.preferences.map(\.id))
    let parameter = try #require(after.parameters["subjects_per_assistant"])
    #expect(parameter.value.integer == 12)
    #expect(!parameter.isExample)
    #expect(after.localSettings.contains { $0.id == "change.law_degree" })
    #expect(!before.localSettings.contains { $0.id == "change.law_degree" })
    let legalWork = try #require(after.preferences.first { $0.id == "legal_work" })
    for (months, expected) in [(11, false), (12, true), (13, true)] as [(Int64, Bool)] {
      let facts: [String: Value] = ["legal_work_months": .int(months)]
      #expect(try value(legalWork.condition, facts, in: after) == .bool(expected))
    }
  }

  @Test(
    "cannot weaken what a clause says, and is shown both texts",
    arguments: [
      ("{requirement: integrity, when: \"true\"", "四（二）", "id: integrity"),
      ("{tier: local_hardship, when: \"false\"", "四（一）", "id: local_hardship"),
      ("{preference: law_degree, when: \"false\"", "四（二）", "id: law_degree"),
      ("{preference: legal_work, points: 0", "四（二）", "id: legal_work"),
      ("{preference: legal_work, points: -1", "四（二）", "id: legal_work"),
      ("{ranking: x, order: [points]", "四（一）", "order: [tier, points]"),
      ("{setting: gate_for_all_channels, channels: [就业援助]", "四（二）", "id: integrity"),
      ("{ranking: x, order: [tier, mark]", "四（二）", "order: [tier, points]"),
      ("{parameter: training_hours, value: 23", "三", "name: training_hours"),
      ("{parameter: training_hours, value: many", "三", "name: training_hours"),
    ])
  func weakening(change: String, clause: String, base: String) {
    let error = #expect(throws: PolicyError.self) {
      _ = try overlay("change:\n  - \(change), reason: {zh: 理由, en: reason}}")
    }
    guard case .weakensClause(let number, let baseItem, let overlayItem) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(number.hasPrefix(clause))
    #expect(baseItem.file == "beijing-2023")
    #expect(baseItem.text.contains(base))
    #expect(overlayItem.text.hasPrefix(change))
    #expect(error?.message(in: .zh).contains(baseItem.text.prefix { $0 != "\n" }) == true)
    #expect(error?.message(in: .en).contains(change) == true)
    #expect(error?.status == .badPolicy)
  }

  @Test("may put points before tiers, which is declared a local setting")
  func pointsFirst() throws {
    let pack = try overlay(
      "change: [{ranking: x, order: [points, tier], reason: {zh: 理由, en: reason}}]")
    let finding = pack.check(seed: 1).first { $0.property == .tiersDominate }?.finding
    #expect(finding == .setLocally)
  }

  @Test("may ask the Opinion's requirements of open recruitment alone, from a day on")
  func gatedChannels() throws {
    let pack = try overlay(
      """
      change:
        - {setting: gate_for_all_channels, channels: [公开招聘], from: 2024-03-01, reason: {zh: 理由, en: reason}}
      """)
    for (day, channel, expected) in [
      ("2024-02-29", "就业援助", Value.bool(false)), ("2024-03-01", "就业援助", .bool(true)),
      ("2024-03-01", "公开招聘", .bool(false)),
    ] {
      let rules = try pack.rules(on: #require(CivilDate(iso: day)))
      let facts: [String: Value] = ["channel": .string(channel), "integrity": .bool(false)]
      #expect(try value(rules.requirements[0].condition, facts, in: rules) == expected)
    }
    #expect(!pack.check(seed: 1).contains { $0.finding.isRefuted })
    let rules = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    #expect(rules.localSettings.contains { $0.id == "change.gate_for_all_channels" })
    #expect(!rules.localSettings.contains { $0.id == "gate_for_all_channels" })
  }

  @Test("says who confirmed a setting, when and in which document")
  func confirmation() throws {
    let pack = try overlay(
      """
      change:
        - parameter: subjects_per_assistant
          value: 15
          reason: {zh: 理由, en: reason}
          confirmed: {by: 西城区司法局, on: 2024-01-15, document: 西司发〔2024〕3号}
        - {parameter: subjects_per_officer, value: 40, reason: {zh: 理由, en: reason}}
      """)
    let rules = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    #expect(
      rules.parameters["subjects_per_assistant"]?.standing.zh
        == "西城区司法局 2024-01-15 确认（西司发〔2024〕3号）")
    #expect(rules.parameters["subjects_per_officer"]?.standing.zh == "未写明由谁确认")
    #expect(rules.parameters["minimum_assistants"]?.standing.zh == "示例，未经本区确认")
    #expect(rules.parameters["training_hours"]?.standing.zh == "《意见》三第一款")
  }

  @Test("cannot take a policy's name", arguments: ["beijing-2023"])
  func name(name: String) throws {
    for text in [
      "policy: \(name)\nextends: beijing-2023\n", "policy: \(name)\n",
    ] {
      let whole = text + "title: {zh: 一, en: one}\nin_force: {from: 2024-01-01}\n"
      let error = #expect(throws: PolicyError.self) {
        _ = try PolicyPack.named("x.yaml") { _ in Array(whole.utf8) }
      }
      #expect(error?.code == "policy_name_taken")
      #expect(error?.status == .badPolicy)
    }
  }

  @Test("counts a preference from 1 to 10,000", arguments: [1, 10_000, 10_001, Int.max])
  func pointsRange(points: Int) {
    let change = "change: [{preference: law_degree, points: \(points), reason: {zh: 一, en: one}}]"
    if points <= 10_000 {
      #expect(throws: Never.self) { _ = try overlay(change) }
    } else {
      let error = #expect(throws: PolicyError.self) { _ = try overlay(change) }
      #expect(error?.code == "policy_wrong_value")
    }
  }

  @Test("may raise what a clause calls a minimum", arguments: [24, 25])
  func raising(hours: Int) throws {
    let pack = try overlay(
      "change: [{parameter: training_hours, value: \(hours), reason: {zh: 理由, en: reason}}]")
    let rules = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    #expect(rules.parameters["training_hours"]?.value.integer == Int64(hours))
  }

  @Test(
    "is refused where two items claim the same case, and both are shown",
    arguments: [
      // The same name as an item of the base.
      """
      preferences:
        - {id: law_degree, title: {zh: 一, en: one}, when: integrity, points: 1, local: {zh: 一, en: one}}
      """,
      // The same condition as an item of the base.
      """
      requirements:
        - {id: honest, title: {zh: 一, en: one}, when: integrity, local: {zh: 一, en: one}}
      """,
      // The same condition in another layout.
      """
      requirements:
        - {id: able, title: {zh: 一, en: one}, when: 'degree!="无"', local: {zh: 一, en: one}}
        - {id: good, title: {zh: 一, en: one}, when: 'degree  != "无"', local: {zh: 一, en: one}}
      """,
      // Two changes of one thing on the same days.
      """
      change:
        - {preference: law_degree, points: 2, until: 2024-06-30, reason: {zh: 一, en: one}}
        - {preference: law_degree, points: 3, from: 2024-06-30, reason: {zh: 二, en: two}}
      """,
      // A second order beside the base's.
      "ranking: {order: [tier], ties: shared, local: {zh: 一, en: one}}",
      // One preference in two groups.
      """
      groups:
        - {id: a, title: {zh: 一, en: one}, highest_of: [legal_work], local: {zh: 一, en: one}}
        - {id: b, title: {zh: 一, en: one}, highest_of: [legal_work], local: {zh: 一, en: one}}
      """,
    ])
  func conflicts(items: String) {
    let error = #expect(throws: PolicyError.self) { _ = try overlay(items) }
    guard case .conflict(_, let first, let second) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(first != second)
    #expect(error?.message(in: .zh).contains("\(first.file):\(first.line)") == true)
    #expect(error?.message(in: .zh).contains("\(second.file):\(second.line)") == true)
  }

  @Test("may change one thing on days that follow one another")
  func consecutiveChanges() throws {
    let pack = try overlay(
      """
      change:
        - {preference: law_degree, points: 2, until: 2024-06-29, reason: {zh: 一, en: one}}
        - {preference: law_degree, points: 3, from: 2024-06-30, reason: {zh: 二, en: two}}
      """)
    for (day, points) in [("2024-01-01", 2), ("2024-06-29", 2), ("2024-06-30", 3)] {
      let rules = try pack.rules(on: #require(CivilDate(iso: day)))
      #expect(rules.preferences.first?.points == points)
      #expect(rules.localSettings.count { $0.id == "change.law_degree" } == 1)
    }
  }

  @Test("adds only what is local")
  func additions() {
    let error = #expect(throws: PolicyError.self) {
      _ = try overlay(
        """
        requirements:
          - {id: age, title: {zh: 年龄, en: age}, when: birth_date > 0, clause: 四（二）}
        """)
    }
    guard case .notLocal(let place) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(place.line == 6)
  }

  @Test(
    "names the key, name or value that is wrong, and the nearest right one",
    arguments: [
      ("chnage: []", "xicheng.yaml, line 5, column 1: unknown key “chnage”.", "change"),
      (
        "change: [{preference: law_degre, points: 1, reason: {zh: 一, en: one}}]",
        "xicheng.yaml, line 5, column 10: nothing defines “law_degre”.", "law_degree"
      ),
      (
        "requirements: [{id: a, title: {zh: 一}, when: integrity}]",
        "xicheng.yaml, line 5, column 31: “en” is missing.", nil
      ),
      (
        "facts: [{name: legal_works_months, title: {zh: 一, en: one}, type: int}]",
        "xicheng.yaml, line 5, column 9: nothing defines “legal_works_months”.", "legal_work_months"
      ),
      (
        "requirements: [{id: a, title: {zh: 一, en: one}, when: integrity, from: 2024-02-30}]",
        "xicheng.yaml, line 5, column 72: the value “2024-02-30” of “from” should be a date YYYY-MM-DD.",
        nil
      ),
      (
        "requirements: [{id: a;b, title: {zh: 一, en: one}, when: integrity}]",
        "xicheng.yaml, line 5, column 21: the value “a;b” of “id” should be a name", nil
      ),
      ("change: {", "xicheng.yaml, line 6, column 1, is not YAML", nil),
    ])
  func mistakes(items: String, happened: String, nearest: String?) {
    let error = #expect(throws: PolicyError.self) { _ = try overlay(items) }
    #expect(error?.happened.en.hasPrefix(happened) == true, "\(error?.happened.en ?? "")")
    if let nearest { #expect(error?.remedy.en == "Did you mean “\(nearest)”?") }
  }

  @Test(
    "orders by each key once, and by marks only where it has them",
    arguments: [
      ("[tier, tier, points]", "policy_wrong_value"), ("[tier, total]", "policy_unknown_reference"),
      ("[tier, mark, points]", "policy_unknown_reference"),
    ])
  func orders(order: String, code: String) {
    let error = #expect(throws: PolicyError.self) {
      _ = try overlay("change: [{ranking: x, order: \(order), reason: {zh: 一, en: one}}]")
    }
    #expect(error?.code == code)
  }

  @Test("cannot begin before its base")
  func days() {
    #expect(throws: PolicyError.self) { _ = try overlay("change: []", from: "2023-12-24") }
    #expect(throws: Never.self) { _ = try overlay("change: []", from: "2023-12-25") }
  }

  @Test(
    "that would let one of the Opinion's preferences swallow another is refused with both texts")
  func swallowedClause() throws {
    let error = #expect(throws: PolicyError.self) {
      _ = try overlay(
        """
        groups:
          - {id: a, title: {zh: 一, en: one}, highest_of: [law_degree, legal_work], local: {zh: 一, en: one}}
        """)
    }
    guard case .weakensClause("四（二）", let base, let overlay) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(base.text.contains("id: legal_work"))
    #expect(overlay.text.contains("highest_of: [law_degree, legal_work]"))
  }

  @Test(
    "that gives a parameter a value of another form is refused",
    arguments: [
      ("class_weights", "5"), ("class_weights", "{strict: 2}"), ("legal_work_minimum", "often"),
      ("legal_work_minimum", "[1, 2]"),
    ])
  func otherForm(name: String, value: String) throws {
    let error = #expect(throws: PolicyError.self) {
      _ = try overlay(
        """
        change:
          - {parameter: \(name), value: \(value), reason: {zh: 一, en: one}}
        """)
    }
    #expect(error?.code == "policy_wrong_value")
  }

  @Test("is covered by the digest after its base, each with its length")
  func canonicalBytes() throws {
    let base = try PolicyPack.named("beijing-2023")
    let pack = try overlay("change: []")
    #expect(pack.lineage == ["beijing-2023", "xicheng-2024"])
    #expect(pack.canonicalBytes.starts(with: base.canonicalBytes))
    let rest = pack.canonicalBytes.dropFirst(base.canonicalBytes.count)
    #expect(rest.prefix(8).reduce(0) { $0 << 8 | Int($1) } == rest.count - 8)
  }

  @Test("from the samples compares preferences one after the other")
  func orderSample() throws {
    let pack = try samplePack("tiers-then-order")
    let rules = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    #expect(rules.preferences.map(\.points) == [4, 1, 2])
    let age = try #require(rules.requirements.first { $0.id == "age" })
    let born: [(Int64, Bool)] = [
      (20_060_602, false), (20_060_601, true), (20_060_531, true), (19_780_602, true),
      (19_780_601, false), (19_780_531, false),
    ]
    for (birth, expected) in born {
      #expect(try value(age.condition, ["birth_date": .int(birth)], in: rules) == .bool(expected))
    }
    #expect(try value(age.condition, ["birth_date": .unknown], in: rules) == .unknown)
  }

  @Test("from the samples adds marks, of whose bonuses only the highest of a kind counts")
  func marksSample() throws {
    let pack = try samplePack("points-and-marks")
    let rules = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    #expect(rules.ranking.order == [.tier, .total])
    let mark = try #require(rules.mark)
    let scores: [(Int64, Int64, Int64)] = [
      (8_555, 9_000, 8_822), (10_000, 10_000, 10_000), (0, 0, 0), (1, 0, 0), (2, 1, 1), (0, 1, 1),
    ]
    for (written, interview, expected) in scores {
      let facts = ["written_score": Value.int(written), "interview_score": .int(interview)]
      #expect(try mark.value { facts[$0] } == .int(expected))
    }
    let missing = ["written_score": Value.int(1), "interview_score": .unknown]
    #expect(try mark.value { missing[$0] } == .unknown)
    #expect(rules.points([.met, .met, .met, .met, .met, .met, .met]) == 3 + 2 + 2)
    #expect(rules.points([.met, .met, .unknown, .notMet, .met, .notMet, .met]) == 2 + 1 + 2)
  }

  @Test("that extends itself is refused")
  func circle() throws {
    func text(_ base: String) -> [UInt8] {
      Array(
        """
        policy: circle
        extends: \(base)
        title: {zh: 一, en: one}
        in_force: {from: 2024-01-01}
        """.utf8)
    }
    let files = ["rules/a.yaml": text("../rules/./b.yaml"), "rules/b.yaml": text("a.yaml")]
    let error = #expect(throws: PolicyError.self) {
      _ = try PolicyPack.named("rules/a.yaml") { files[$0] }
    }
    #expect(error == .circularExtension(["rules/a.yaml", "rules/b.yaml", "rules/a.yaml"]))
  }

  @Test("that is not there is named with what is built in")
  func absent() {
    #expect(throws: PolicyError.notFound("shanghai", builtIn: ["beijing-2023"])) {
      _ = try PolicyPack.named("shanghai")
    }
  }
}

extension RuleSet {
  /// The points that follow from the outcomes of the preferences alone.
  func points(_ outcomes: [Outcome]) -> Int {
    let first = criteria.count - preferences.count
    return contributions { $0 < first ? .notMet : outcomes[$0 - first] }.reduce(0, +)
  }
}
