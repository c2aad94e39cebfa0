import GRDB
public import Model

extension ImportSession {
  /// Stores the rows of a small sheet.
  public func store(_ sheet: SheetRows, fileID: Int64) throws {
    let cells = sheet.columns.map { "'\($0)', ?" }.joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO sheet_row (kind, file_id, row, cells) VALUES (?, ?, ?, json_object(\(cells)))
        """)
    for row in sheet.rows {
      let values = row.values.map { value -> (any DatabaseValueConvertible)? in
        switch value {
        case .blank: nil
        case .text(let text): text
        case .number(let number): number
        }
      }
      try statement.execute(
        arguments: [sheet.kind, fileID, Int64(row.row)] + StatementArguments(values))
    }
  }
}

/// The small sheets, read by the views that show them.
extension Register {
  /// Restricts a view of a sheet to files that were not taken back.
  static let taken: SQL = "JOIN file ON file.id = file_id AND file.state = 'taken'"

  /// The office table: the built-in offices and those that were imported and not taken back.
  public func officeTable() throws -> OfficeTable {
    try read { try Self.officeTable(in: $0) }
  }

  static func officeTable(in database: Database) throws -> OfficeTable {
    let imported = try database.rows("SELECT office.* FROM office \(taken) ORDER BY file.id").map {
      Office(
        code: $0["office_code"], name: $0["office_name"], districtCode: $0["district_code"],
        districtName: $0["district_name"], bureau: $0["bureau"])
    }
    return OfficeTable(Office.beijing + imported)
  }

  /// Each office's latest caseload up to a day.
  ///
  /// Where several files give the same day, the one that came last counts.
  public func caseloads(upTo date: CivilDate) throws -> [Caseload] {
    try read { database in
      try database.rows(
        """
        SELECT caseload.*, MAX(as_of * 1000000000 + file_id) AS latest FROM caseload \(Self.taken)
        WHERE as_of <= \(date.number) GROUP BY office_code ORDER BY office_code
        """
      ).compactMap(Self.caseload)
    }
  }

  /// A caseload from a row that has its columns; `nil` where its day is none.
  static func caseload(_ row: Row) -> Caseload? {
    guard let asOf = CivilDate(number: row["as_of"]) else { return nil }
    let strict: Int? = row["subjects_strict"]
    return Caseload(
      officeCode: row["office_code"], asOf: asOf, officers: row["officers"],
      assistants: row["assistants"], subjects: row["subjects"],
      classes: strict.map {
        Caseload.Classes(
          strict: $0, general: row["subjects_general"] ?? 0, lenient: row["subjects_lenient"] ?? 0)
      },
      intakes: row["intakes"], releases: row["releases"], investigations: row["investigations"])
  }

  /// The days of the caseload sheets up to a day, the earliest first.
  public func caseloadDays(upTo date: CivilDate) throws -> [CivilDate] {
    try read { database in
      try database.values(
        """
        SELECT DISTINCT as_of FROM caseload \(Self.taken)
        WHERE as_of <= \(date.number) ORDER BY as_of
        """
      ).compactMap { CivilDate(number: $0) }
    }
  }

  /// What the offices reported month by month; where several files give an office's month, the one
  /// that came last counts.
  public func history() throws -> [MonthlyFigures] {
    try read { database in
      try database.rows(
        """
        SELECT office_code, month, subjects, intakes, releases, MAX(file_id)
        FROM history \(Self.taken) GROUP BY office_code, month ORDER BY office_code, month
        """
      ).compactMap { row in
        let month: Int = row["month"]
        return CivilMonth(year: month / 100, month: month % 100).map {
          MonthlyFigures(
            officeCode: row["office_code"], month: $0, subjects: row["subjects"],
            intakes: row["intakes"], releases: row["releases"])
        }
      }
    }
  }

  /// How many places each office has, over its posts; each post by the sheet that came last.
  public func places() throws -> [String: Int] {
    Dictionary(try posts().map { ($0.officeCode, $0.places) }, uniquingKeysWith: +)
  }

  /// Counts some months; the same line in two files counts once, and people that the list of assistants
  /// does not have count for nobody where there is such a list.
  public func counts(from first: CivilDate, through last: CivilDate) throws -> MonthCounts {
    let (first, last) = (first.number, last.number)
    let isListed: SQL = """
      (assistant_no IN (SELECT assistant_no FROM assistant \(Self.taken))
        OR NOT EXISTS (SELECT 1 FROM assistant \(Self.taken)))
      """
    return try read { database in
      let duty = try database.rows(
        """
        SELECT COUNT(DISTINCT assistant_no), COUNT(DISTINCT CASE WHEN on_duty_from <= \(last)
          AND (on_duty_until IS NULL OR on_duty_until >= \(last)) THEN assistant_no END)
        FROM assistant \(Self.taken)
        """)
      let training = try database.rows(
        """
        SELECT kind, SUM(hours), COUNT(DISTINCT assistant_no) FROM
          (SELECT DISTINCT assistant_no, held_on, hours, training.kind, topic
           FROM training \(Self.taken) WHERE held_on BETWEEN \(first) AND \(last)
             AND COALESCE(status, '') <> '缺席' AND \(isListed))
        GROUP BY kind ORDER BY kind
        """)
      let findings = try database.rows(
        """
        SELECT kind, COUNT(*), COUNT(DISTINCT assistant_no) FROM
          (SELECT DISTINCT assistant_no, found_on, found_by, supervision.kind, duty, severity, note
           FROM supervision \(Self.taken) WHERE found_on BETWEEN \(first) AND \(last)
             AND \(isListed))
        GROUP BY kind ORDER BY kind
        """)
      return MonthCounts(
        onDuty: duty.first.flatMap { ($0[0] as Int) > 0 ? $0[1] : nil },
        training: training.map { ($0[0], $0[1], $0[2]) },
        findings: findings.map { ($0[0], $0[1], $0[2]) })
    }
  }
}

/// What the register knows of one month's training and supervision: counts, never persons.
public struct MonthCounts: Sendable {
  /// Assistants on duty on the last day; `nil` where the register holds no list of them.
  public let onDuty: Int?
  /// Training by kind: hundredths of hours, and how many assistants took part.
  public let training: [(kind: String, hours: Int, assistants: Int)]
  /// Findings of supervision by kind, and how many assistants they concern.
  public let findings: [(kind: String, count: Int, assistants: Int)]
}
