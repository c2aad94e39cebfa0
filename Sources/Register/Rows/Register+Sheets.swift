import GRDB
public import Model

extension ImportSession {
  /// Stores the rows of a small sheet; columns that the register does not keep are left out.
  public func store(_ sheet: SheetRows, fileID: Int64) throws {
    guard let (table, columns) = RegisterSchema.tables[sheet.kind] else { return }
    let places = columns.compactMap { sheet.columns.firstIndex(of: $0) }
    let marks = Array(repeating: "?", count: places.count + 2).joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \(table) (file_id, row, \(columns.joined(separator: ", "))) "
        + "VALUES (\(marks))")
    for row in sheet.rows {
      var values: [(any DatabaseValueConvertible)?] = [fileID, Int64(row.row)]
      for place in places {
        switch row.values[place] {
        case .blank: values.append(nil)
        case .text(let text): values.append(text)
        case .number(let number): values.append(Int64(number))
        }
      }
      try statement.execute(arguments: StatementArguments(values))
    }
  }

  /// The files of this batch with how their rows add up, in the order in which they came.
  public func files() throws -> [FileEntry] {
    try Register.files(ofBatch: batchID, in: database)
  }

  /// Calls back with every finding of this batch.
  public func forEachFinding(_ body: (FindingEntry) throws -> Void) throws {
    try Register.forEachFinding(ofBatch: batchID, in: database, body)
  }

  /// Builds the office table: the built-in offices and those that were imported.
  public func officeTable() throws -> OfficeTable {
    try Register.officeTable(in: database)
  }

  /// Computes and keeps the digest of a file's facts.
  ///
  /// SHA-256 over the rows that were not rejected, sorted by application number, each field as UTF-8
  /// after its length in decimal and a colon, in the order of `ApplicantField`.
  /// - Parameter first: the id of the file's first row.
  /// - Complexity: O(n log n) in the rows.
  public func digestFacts(
    fileID: Int64, from first: Int64, _ hash: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    var bytes: [UInt8] = []
    try Register.forEachRow(
      """
      FROM applicant_row AS applicant
      WHERE applicant.id >= :first AND file_id = :file AND outcome <> \(RowOutcome.rejected.rawValue)
      ORDER BY application_no, resident_id, row
      """, ["first": first, "file": fileID], in: database
    ) { _, cell in
      bytes.removeAll(keepingCapacity: true)
      for field in ApplicantField.allCases {
        let text = cell(field)
        bytes += Array("\(text.count):".utf8)
        bytes.append(contentsOf: text)
      }
      bytes.withUnsafeBufferPointer(hash)
    }
  }

  /// Keeps the digest of a file's facts.
  public func keep(factsSHA256: String, fileID: Int64) throws {
    try database.execute(
      sql: "UPDATE file SET facts_sha256 = ? WHERE id = ?", arguments: [factsSHA256, fileID])
  }
}

extension Register {
  /// The office table: the built-in offices and those that were imported and not taken back.
  public func officeTable() throws -> OfficeTable {
    try read { try Self.officeTable(in: $0) }
  }

  static func officeTable(in database: Database) throws -> OfficeTable {
    let imported = try Row.fetchAll(
      database,
      sql: """
        SELECT office.* FROM office JOIN file ON file.id = office.file_id AND file.state = 'taken'
        ORDER BY file.id
        """
    ).map {
      Office(
        code: $0["office_code"], name: $0["office_name"], districtCode: $0["district_code"],
        districtName: $0["district_name"], bureau: $0["bureau"])
    }
    return OfficeTable(Office.beijing + imported)
  }

  /// The files of a batch with how their rows add up, in the order in which they came.
  public func files(ofBatch id: Int64) throws -> [FileEntry] {
    try read { try Self.files(ofBatch: id, in: $0) }
  }

  static func files(ofBatch id: Int64, in database: Database) throws -> [FileEntry] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM file WHERE batch_id = ? ORDER BY id", arguments: [id]
    ).map { row in
      var entry = FileEntry(
        kind: row["kind"], name: row["name"], bytes: row["bytes"], sha256: row["file_sha256"],
        encoding: row["encoding"], separator: row["separator"],
        worksheet: row["worksheet"], columns: [])
      entry.id = row["id"]
      entry.factsSHA256 = row["facts_sha256"]
      entry.state = FileEntry.State(rawValue: row["state"]) ?? .taken
      entry.reconciliation.read = row["read"]
      entry.reconciliation.accepted = row["accepted"]
      entry.reconciliation.rejected = row["rejected"]
      entry.reconciliation.duplicate = row["duplicate"]
      return entry
    }
  }

  /// Each office's latest caseload up to a day.
  ///
  /// Where several files give the same day, the one that came last counts.
  public func caseloads(upTo date: CivilDate) throws -> [Caseload] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT caseload.*, MAX(as_of * 1000000000 + file_id) AS latest
          FROM caseload JOIN file ON file.id = caseload.file_id AND file.state = 'taken'
          WHERE as_of <= ? GROUP BY office_code ORDER BY office_code
          """,
        arguments: [Int64(date.number)])
      return rows.compactMap(Self.caseload)
    }
  }

  /// Reads a caseload from a row that has its columns; nothing where its day is none.
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

  /// What the offices reported month by month; where several files give an office's month, the one
  /// that came last counts.
  public func history() throws -> [MonthlyFigures] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT office_code, month, subjects, intakes, releases, MAX(file_id)
          FROM history JOIN file ON file.id = history.file_id AND file.state = 'taken'
          GROUP BY office_code, month ORDER BY office_code, month
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

  /// How many places each office has, from the posts sheet that came last.
  public func places() throws -> [String: Int] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT office_code, places, MAX(file_id) FROM post
          JOIN file ON file.id = post.file_id AND file.state = 'taken' GROUP BY office_code
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["office_code"], $0["places"]) })
    }
  }
}
