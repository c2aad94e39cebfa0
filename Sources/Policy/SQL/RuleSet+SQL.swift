import Model

extension RuleSet {
  /// The columns that the query reads: the applicant, the office, and the facts and derived facts
  /// that conditions name.
  public var sqlColumns: [SQLColumn] {
    let used = Set(criteria.flatMap(\.condition.identifiers) + (mark?.parts.map(\.fact) ?? []))
    let keys = ["application_no", "office_code"].map {
      SQLColumn(name: $0, isText: true, nullMeansNone: false)
    }
    let base = facts.filter { used.contains($0.name) && $0.name != "office_code" }.map {
      SQLColumn(name: $0.name, isText: $0.type == .string, nullMeansNone: $0.blank == .null)
    }
    let derived = derivedFacts.filter { used.contains($0.name) }.map {
      SQLColumn(name: $0.name, isText: $0.type == .string, nullMeansNone: false)
    }
    return keys + base + derived
  }

  /// The statement that makes the table which the query reads, text compared by its bytes.
  public func sqlTable(for dialect: SQLDialect, named table: String = "facts") -> String {
    let columns = sqlColumns.map { column in
      let type = column.isText ? dialect.text : dialect.integer
      let isKey = column.name == "application_no" || column.name == "office_code"
      return "  \(column.name) \(type)\(isKey ? " NOT NULL" : "")"
    }
    return "CREATE TABLE \(table) (\n\(columns.joined(separator: ",\n"))\n\(dialect.tableEnd);\n"
  }

  /// One query that gives verdict, tier, points, rank and reasons of every applicant in a table of
  /// cleaned facts; the same text for every dialect, under a comment that defines the table.
  ///
  /// Columns: office_code, rank, application_no, verdict, tier, points, reasons. Rows: by office,
  /// then eligible before pending before ineligible, then by rank, then by application_no.
  ///
  /// - Parameter table: A table with `sqlColumns`.
  /// - Throws: `PolicySQLError` for what engines do differently; nothing is approximated.
  public func sql(
    for dialect: SQLDialect, table: String = "facts"
  ) throws(PolicySQLError) -> String {
    try requireValues()
    guard largestPoints <= RuleSet.pointsLimit else { throw .tooLarge(item: "points") }
    var steps = ["judged AS (\n\(try judged(table))\n)", "scored AS (\n\(scored)\n)"]
    if mark != nil { steps.append("marked AS (\n\(marked)\n)") }
    steps.append("ranked AS (\n\(ranked)\n)")
    let definition = sqlTable(for: dialect, named: table).split(separator: "\n")
      .map { "-- \($0)" }.joined(separator: "\n")
    return """
      -- \(policyID), \(date.iso)
      \(definition)
      WITH \(steps.joined(separator: ",\n"))
      SELECT
        office_code,
        CASE WHEN verdict = 'eligible' THEN place ELSE NULL END AS rank,
        application_no,
        verdict,
        CASE WHEN verdict = 'eligible' THEN tier_if_eligible ELSE NULL END AS tier,
        points,
        \(reasons) AS reasons
      FROM ranked
      ORDER BY
        office_code,
        CASE WHEN verdict = 'eligible' THEN 0 WHEN verdict = 'pending' THEN 1 ELSE 2 END,
        CASE WHEN verdict = 'eligible' THEN place ELSE 0 END,
        application_no

      """
  }

  /// SQL knows no errors, so conditions that can end in one are refused.
  private func requireValues() throws(PolicySQLError) {
    let period = Span(from: date, until: date)
    for result in PolicyChecker(self, period: period, seed: 0).values()
    where result.finding.isRefuted {
      throw .mayFail(item: result.subject)
    }
  }

  private func judged(_ table: String) throws(PolicySQLError) -> String {
    let columns = Dictionary(sqlColumns.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var lines = ["office_code", "application_no"]
    for criterion in criteria {
      let condition = SQLCondition(
        columns: columns, item: criterion.id, expression: criterion.condition)
      let (yes, no) = (try condition.holds(true), try condition.holds(false))
      lines.append("CASE WHEN \(yes) THEN 1 WHEN \(no) THEN 0 ELSE NULL END AS c_\(criterion.id)")
    }
    if let mark {
      let sum = mark.parts.map { "\($0.fact) * \($0.percent)" }.joined(separator: " + ")
      lines.append("\(sum) + 50 AS mark_raw")
    }
    return Self.select(lines, from: table)
  }

  private var scored: String {
    let gate = requirements.map { "c_\($0.id)" }
    let failed = gate.map { "\($0) = 0" }.joined(separator: " OR ")
    let passed = gate.map { "\($0) = 1" }.joined(separator: " AND ")
    let steps = tiers.dropLast().enumerated()
      .map { " WHEN c_\($1.id) = 1 THEN \($0 + 1)" }.joined()
    let lines =
      kept + (mark == nil ? [] : ["mark_raw"])
      + [
        gate.isEmpty
          ? "'eligible' AS verdict"
          : "CASE WHEN \(failed) THEN 'ineligible' WHEN \(passed) THEN 'eligible' "
            + "ELSE 'pending' END AS verdict",
        "\(steps.isEmpty ? "1" : "CASE\(steps) ELSE \(tiers.count) END") AS tier_if_eligible",
        "\(sum.isEmpty ? "0" : sum) AS points",
      ]
    return Self.select(lines, from: "judged")
  }

  /// Preferences that count alone, and for each group a ladder from its highest member down.
  private var sum: String {
    let grouped = Set(groups.flatMap(\.members))
    let alone = preferences.filter { !grouped.contains($0.id) }
      .map { "CASE WHEN c_\($0.id) = 1 THEN \($0.points) ELSE 0 END" }
    let ladders = groups.map { group in
      let members = preferences.filter { group.members.contains($0.id) }
        .sorted { $0.points > $1.points }
      let steps = members.map { " WHEN c_\($0.id) = 1 THEN \($0.points)" }.joined()
      return "CASE\(steps) ELSE 0 END"
    }
    return (alone + ladders).joined(separator: " + ")
  }

  private var kept: [String] {
    ["office_code", "application_no"] + ranking.order.compactMap(\.fact)
      + (tiers.dropLast() + preferences).map { "c_\($0.id)" }
  }

  private var carried: [String] { kept + ["verdict", "tier_if_eligible", "points"] }

  /// The mark in ten-thousandths, rounded half up to hundredths: a multiple of 100.
  private var marked: String {
    Self.select(carried + ["mark_raw - mark_raw % 100 AS mark"], from: "scored")
  }

  private var ranked: String {
    let keys = ranking.order.map { key in
      switch key {
      case .tier: "tier_if_eligible"
      case .points: "points DESC"
      case .mark: "COALESCE(mark, -1) DESC"
      case .total: "COALESCE(mark + points * 10000, -1) DESC"
      case .written, .interview: "COALESCE(\(key.fact ?? ""), -1) DESC"
      }
    }
    let place =
      "RANK() OVER (PARTITION BY office_code, verdict ORDER BY \(keys.joined(separator: ", ")))"
    return Self.select(carried + ["\(place) AS place"], from: mark == nil ? "scored" : "marked")
  }

  /// The ids of what is met, joined by semicolons: the tier of the eligible, then preferences.
  private var reasons: String {
    let tier = tiers.dropLast().enumerated().map {
      ($1.id, "verdict = 'eligible' AND tier_if_eligible = \($0 + 1)")
    }
    let items = tier + preferences.map { ($0.id, "c_\($0.id) = 1") }
    let parts = items.indices.map { index in
      let (id, condition) = items[index]
      let earlier = items[..<index].map { "(\($0.1))" }.joined(separator: " OR ")
      let text = earlier.isEmpty ? "'\(id)'" : "CASE WHEN \(earlier) THEN ';\(id)' ELSE '\(id)' END"
      return "CASE WHEN \(condition) THEN \(text) ELSE '' END"
    }
    return parts.isEmpty ? "''" : parts.joined(separator: "\n    || ")
  }

  private static func select(_ lines: [String], from table: String) -> String {
    "  SELECT\n    \(lines.joined(separator: ",\n    "))\n  FROM \(table)"
  }
}
