import GRDB
public import Model

/// What the register knows of one month's training and supervision: counts, never persons.
public struct MonthCounts: Sendable {
  /// Assistants on duty on the last day; unknown where the register holds no list of them.
  public let onDuty: Int?
  /// Training by kind: hundredths of hours, and how many assistants took part.
  public let training: [(kind: String, hours: Int, assistants: Int)]
  /// Findings of supervision by kind, and how many assistants they concern.
  public let findings: [(kind: String, count: Int, assistants: Int)]
}

extension Register {
  /// Counts one month; the same line in two files counts once.
  /// - Parameter last: the month's last day.
  public func counts(ofMonthEnding last: CivilDate) throws -> MonthCounts {
    let days: StatementArguments = [
      "first": Int64(last.number) / 100 * 100, "last": Int64(last.number),
    ]
    return try read { database in
      let taken = "JOIN file ON file.id = file_id AND file.state = 'taken'"
      let duty = try Row.fetchOne(
        database,
        sql: """
          SELECT COUNT(DISTINCT assistant_no), COUNT(DISTINCT CASE WHEN on_duty_from <= :last
            AND (on_duty_until IS NULL OR on_duty_until >= :last) THEN assistant_no END)
          FROM assistant \(taken)
          """, arguments: ["last": Int64(last.number)])
      let training = try Row.fetchAll(
        database,
        sql: """
          SELECT kind, SUM(hours), COUNT(DISTINCT assistant_no) FROM
            (SELECT DISTINCT assistant_no, held_on, hours, training.kind, topic
             FROM training \(taken) WHERE held_on BETWEEN :first AND :last)
          GROUP BY kind ORDER BY kind
          """, arguments: days)
      let findings = try Row.fetchAll(
        database,
        sql: """
          SELECT kind, COUNT(*), COUNT(DISTINCT assistant_no) FROM
            (SELECT DISTINCT assistant_no, found_on, found_by, supervision.kind, duty, severity, note
             FROM supervision \(taken) WHERE found_on BETWEEN :first AND :last)
          GROUP BY kind ORDER BY kind
          """, arguments: days)
      return MonthCounts(
        onDuty: duty.flatMap { ($0[0] as Int) > 0 ? $0[1] : nil },
        training: training.map { ($0[0], $0[1], $0[2]) },
        findings: findings.map { ($0[0], $0[1], $0[2]) })
    }
  }
}
