import Model
import Testing

@testable import Policy

@Suite("The rules as SQL")
struct PolicySQLTests {
  private static let packs = ["beijing-2023", "tiers-then-order", "points-and-marks"]

  private func rules(of pack: String) throws -> RuleSet {
    let pack = try pack == "beijing-2023" ? PolicyPack.named(pack) : samplePack(pack)
    return try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
  }

  /// Applicants with random facts near every threshold, and names that collations order differently.
  private func applicants(
    _ count: Int, _ rules: RuleSet, seed: UInt64
  ) -> [[String: Value]] {
    let space = FactSpace(rules)
    var random = SplitMix64(seed: seed)
    let oddities = ["a'b", "a\"b", "a\\b", "é", "e\u{301}", "阿", "Z", "z", "=1", " ", "😀", "-- x"]
    return (0..<count).map { number in
      var facts: [String: Value] = [:]
      for fact in rules.facts {
        facts[fact.name] = space.values[fact.name]?.randomElement(using: &random)
        // Most requirements are met, so that many applicants are ranked.
        if fact.type == .bool, UInt8.random(in: 0..<4, using: &random) > 0 {
          facts[fact.name] = .bool(true)
        }
        if fact.type == .hundredths {
          facts[fact.name] = .int(Int64.random(in: 7_000...7_300, using: &random))
        }
      }
      let oddity = oddities[number % oddities.count]
      facts["application_no"] = .string("\(oddity)\(number)")
      facts["office_code"] = .string("11010200\(number % 3)")
      for derived in rules.derivedFacts { facts[derived.name] = try? derived.value { facts[$0] } }
      return facts
    }
  }

  private struct Row {
    let office: String
    let number: String
    let verdict: Verdict
    let tier: Int
    let points: Int
    let reasons: [String]
    /// What the ranking orders by, lowest first.
    let key: [Int64]
  }

  /// The same by evaluating the conditions one by one.
  private func expected(_ applicants: [[String: Value]], _ rules: RuleSet) throws -> [[SQLCell]] {
    let rows = try applicants.map { facts in
      func isMet(_ condition: Expression) throws -> Bool? {
        switch try condition.value({ facts[$0] }) {
        case .bool(let value): value
        default: nil
        }
      }
      let gate = try rules.requirements.map { try isMet($0.condition) }
      let verdict: Verdict =
        gate.contains(false) ? .ineligible : gate.contains(nil) ? .pending : .eligible
      let place = try #require(try rules.tiers.firstIndex { try isMet($0.condition) == true })
      let tier = rules.tiers[place]
      let outcomes: [Outcome] = try rules.preferences.map {
        try isMet($0.condition).map { $0 ? .met : .notMet } ?? .unknown
      }
      let points = rules.points(outcomes)
      let mark = try rules.mark.map { mark -> Int64? in
        if case .int(let value) = try mark.value({ facts[$0] }) { value } else { nil }
      }
      let met = zip(rules.preferences, outcomes).filter { $1 == .met }.map(\.0.id)
      let named = tier.takesOthers || verdict != .eligible ? [] : [tier.id]
      let key: [Int64] = rules.ranking.order.map { part in
        switch part {
        case .tier: Int64(place + 1)
        case .points: -Int64(points)
        case .mark: -((mark ?? nil) ?? -1)
        case .total: -((mark ?? nil).map { $0 + Int64(points) * 100 } ?? -1)
        case .written, .interview:
          if case .int(let alone)? = facts[part.fact ?? ""] { -alone } else { 1 }
        }
      }
      return Row(
        office: SQLCell(facts["office_code"] ?? .unknown).written,
        number: SQLCell(facts["application_no"] ?? .unknown).written, verdict: verdict,
        tier: place + 1, points: points, reasons: named + met, key: key)
    }
    let placed = rows.map { row in
      let better = rows.count {
        $0.office == row.office && $0.verdict == .eligible
          && $0.key.lexicographicallyPrecedes(row.key)
      }
      return (row: row, rank: row.verdict == .eligible ? better + 1 : 0)
    }
    let sorted = placed.sorted { first, second in
      let ordered = [
        (first.row.office, second.row.office),
        (String(first.row.verdict.rawValue), String(second.row.verdict.rawValue)),
      ]
      for (one, other) in ordered where one != other {
        return one.utf8.lexicographicallyPrecedes(other.utf8)
      }
      if first.rank != second.rank { return first.rank < second.rank }
      return first.row.number.utf8.lexicographicallyPrecedes(second.row.number.utf8)
    }
    return sorted.map { row, rank in
      let isEligible = row.verdict == .eligible
      return [
        .text(row.office), isEligible ? .integer(Int64(rank)) : .null, .text(row.number),
        .text(row.verdict.id), isEligible ? .integer(Int64(row.tier)) : .null,
        .integer(Int64(row.points)), .text(row.reasons.joined(separator: ";")),
      ]
    }
  }

  @Test("give the same in SQLite as their conditions evaluated one by one", arguments: packs)
  func sameResults(pack: String) throws {
    let rules = try rules(of: pack)
    let seed: UInt64 = 20_240_601
    let applicants = applicants(600, rules, seed: seed)
    let columns = rules.sqlColumns
    let database = try SQLiteTable()
    try database.execute(rules.sqlTable(for: .sqlite))
    try database.insert(
      applicants.map { facts in columns.map { SQLCell(facts[$0.name] ?? .unknown) } },
      into: "facts")
    let rows = try database.rows(rules.sql(for: .sqlite))
    let expected = try expected(applicants, rules)
    #expect(rows.count == expected.count)
    for (row, expected) in zip(rows, expected) where row != expected {
      Issue.record("seed \(seed): \(row) instead of \(expected)")
      return
    }
    #expect(Set(rows.map { $0[3] }).count == 3, "every verdict occurs")
  }

  @Test("are the same text for every dialect, but for the table's definition")
  func dialects() throws {
    let rules = try rules(of: "points-and-marks")
    let queries = try SQLDialect.allCases.map { dialect in
      try rules.sql(for: dialect).split(separator: "\n").filter { !$0.hasPrefix("--") }
    }
    for query in queries { #expect(query == queries[0]) }
    #expect(rules.sqlTable(for: .postgresql).contains("application_no TEXT COLLATE \"C\" NOT NULL"))
    #expect(rules.sqlTable(for: .sqlite).hasSuffix(") STRICT;\n"))
  }

  @Test("use nothing that engines differ about")
  func portable() throws {
    for pack in Self.packs {
      let query = try rules(of: pack).sql(for: .spark)
      let words = query.split { !($0.isLetter || $0 == "_") }.map { $0.uppercased() }
      for word in [
        "LIKE", "SUBSTR", "LENGTH", "UPPER", "ROUND", "CAST", "GREATEST", "VALUES", "NOT IN",
      ] {
        #expect(!words.contains(word))
      }
      #expect(!query.contains("/") && !query.contains("\\") && !query.contains("''\""))
    }
  }

  @Test(
    "are refused by name where engines differ",
    arguments: [
      ("major.startsWith(\"法\")", .function, "major.startsWith(\"法\")"),
      ("size(major) > 1", .function, "size(major)"),
      (
        "legal_work_months + correction_work_months >= 12", .arithmetic,
        "legal_work_months + correction_work_months"
      ),
      ("legal_work_months % 2 == 0", .arithmetic, "legal_work_months % 2"),
      ("major < \"法\"", .order, "major < \"法\""), ("integrity < true", .order, "integrity < true"),
      ("major == \"a''b\"", .quotes, "\"a''b\""), ("major == r\"a\\b\"", .quotes, "r\"a\\b\""),
      ("legal_work_months < 2147483648", .number, "2147483648"),
      ("legal_work_months in [1, correction_work_months]", .list, "[1, correction_work_months]"),
      ("hardship_valid_until == birth_date", .absent, "hardship_valid_until == birth_date"),
    ] as [(String, PolicySQLError.Construct, String)])
  func refused(condition: String, what: PolicySQLError.Construct, excerpt: String) throws {
    let pack = try overlay(
      """
      requirements:
        - {id: odd, title: {zh: 一, en: one}, when: '\(condition)', local: {zh: 一, en: one}}
      """)
    let rules = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    let excerpt = excerpt.replacing("''", with: "'")
    #expect(throws: PolicySQLError.notPortable(item: "odd", what: what, excerpt: excerpt)) {
      _ = try rules.sql(for: .sqlite)
    }
  }

  @Test("are refused where a condition can end in an error")
  func mayFail() throws {
    let pack = try overlay(
      """
      requirements:
        - {id: odd, title: {zh: 一, en: one}, when: hardship_valid_until >= as_of, local: {zh: 一, en: one}}
      """)
    let rules = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    #expect(throws: PolicySQLError.mayFail(item: "odd")) { _ = try rules.sql(for: .sqlite) }
  }

  @Test(
    "say conditions with all three outcomes",
    arguments: [
      "integrity == false || organisation != true", "!(integrity && !organisation)",
      "(integrity ? organisation : expression) || false", "true && integrity",
      "legal_work_months > correction_work_months", "legal_work_months != correction_work_months",
      "legal_work_status == correction_work_status", "legal_work_months in []",
      "!(legal_work_months in [0, 1])", "!(hardship_valid_until in [20240601])",
      "hardship_valid_until != 20240601", "!(hardship_valid_until == null)",
      "!(education in [\"本科\", \"专科\"]) && degree != \"无\"",
      "!(legal_work_months < 1 || legal_work_months >= 36)", "1 < legal_work_months",
      "(legal_work_months > 0) == true", "(integrity || organisation) != false",
    ])
  func outcomes(condition: String) throws {
    let pack = try overlay(
      """
      requirements:
        - {id: odd, title: {zh: 一, en: one}, when: '\(condition)', local: {zh: 一, en: one}}
      """)
    let rules = try pack.rules(on: #require(CivilDate(iso: "2024-06-01")))
    let applicants = applicants(200, rules, seed: 5)
    let odd = try #require(rules.requirements.first { $0.id == "odd" })
    let columns = Dictionary(uniqueKeysWithValues: rules.sqlColumns.map { ($0.name, $0) })
    let sql = SQLCondition(columns: columns, item: "odd", expression: odd.condition)
    let database = try SQLiteTable()
    try database.execute(rules.sqlTable(for: .sqlite))
    try database.insert(
      applicants.map { facts in rules.sqlColumns.map { SQLCell(facts[$0.name] ?? .unknown) } },
      into: "facts")
    let rows = try database.rows(
      "SELECT CASE WHEN \(sql.holds(true)) THEN 1 WHEN \(sql.holds(false)) THEN 0 END FROM facts")
    let expected = try applicants.map { facts in
      SQLCell(try odd.condition.value { facts[$0] })
    }
    #expect(rows == expected.map { [$0] })
  }
}

extension SQLCell {
  fileprivate var written: String { if case .text(let text) = self { text } else { "" } }
}
