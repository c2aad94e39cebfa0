import GRDB
public import Model

/// An applicant's row as far as it can be erased.
public struct ErasableRow: Sendable {
  /// Its id.
  public let id: Int64
  /// The application number; empty where it is gone.
  public let number: String
  /// The file's name.
  public let file: String
  /// Whether it was rejected, and nobody has decided on it.
  public let isRejected: Bool
  /// How much of it is erased already: 0 nothing, 1 the person, 2 more.
  public let level: Int
}

/// What took something out of an applicant's row.
public struct ErasureEntry: Sendable, Hashable {
  /// The rule.
  public let rule: String
  /// How much it took: 1 only what no run reads, 2 more.
  public let level: Int
  /// The moment in ISO 8601.
  public let at: String
  /// Who answers for it.
  public let by: String

  /// Names what erases.
  public init(rule: String, level: Int, at: String, by: String) {
    (self.rule, self.level, self.at, self.by) = (rule, level, at, by)
  }
}

extension Register {
  /// The applicants' rows of some batches, taken back or not, or of all where none is named.
  public func erasableRows(ofBatches batches: [Int64]) throws -> [ErasableRow] {
    try read { database in
      let levels = Dictionary(
        uniqueKeysWithValues: try database.rows("SELECT applicant_id, level FROM erasure").map {
          ($0[0] as Int64, $0[1] as Int)
        })
      let decided = Set(
        try database.values("SELECT applicant_id FROM decision WHERE undone_at IS NULL") as [Int64])
      let all: [Int64] = try database.values("SELECT id FROM batch")
      var rows: [ErasableRow] = []
      let reader = try ApplicantReader(database)
      for batch in batches.isEmpty ? all : batches {
        try reader.forEachRow(of: "file_id IN (SELECT id FROM file WHERE batch_id = \(batch))") {
          rows.append(
            ErasableRow(
              id: reader.id, number: String(decoding: reader.cell(.applicationNo), as: UTF8.self),
              file: try reader.file().name,
              isRejected: reader.outcome == .rejected && !decided.contains(reader.id),
              level: levels[reader.id] ?? 0))
        }
      }
      return rows
    }
  }

  /// The applicants' rows that a file's name and a row's number mean, taken back or not.
  public func erasableRows(inFileNamed name: String, row: Int) throws -> [ErasableRow] {
    let batches: [Int64] = try read {
      try $0.values("SELECT DISTINCT batch_id FROM file WHERE name = \(name)")
    }
    if batches.isEmpty { return [] }
    let rows = try erasableRows(ofBatches: batches).filter { $0.file == name }
    let places = try read { database in
      Set(try database.applicants.rows(rows.map(\.id)).filter { $0.row == row }.map(\.id))
    }
    return rows.filter { places.contains($0.id) }
  }

  /// Takes cells out of applicants' rows, out of what was found in them and out of stored lists.
  ///
  /// Of a row whose application number is a personal number nothing stays.
  /// - Parameters:
  ///   - kept: the fields that stay; none where the whole row goes.
  ///   - others: rows of small sheets that go with them.
  /// - Returns: the texts that went, by field.
  public func eraseApplicants(
    _ ids: [Int64], keeping kept: Set<ApplicantField>, _ erasure: ErasureEntry, note: AuditNote,
    with others: [SheetRowPlace] = []
  ) throws -> [ApplicantField: Set<String>] {
    try erasing(note) { database in
      try Self.erase(others, in: database)
      let applicants = database.applicants
      let sorted = ids.sorted()
      let rows = try applicants.rows(sorted)
      let whole = Set(rows.filter { kept.isEmpty || $0.holdsItself }.map(\.id))
      var gone = try applicants.erase(whole) { _ in false }
      gone.merge(try applicants.erase(Set(ids).subtracting(whole), keeping: kept.contains)) {
        $0.union($1)
      }
      for table in [KeyBlocks.Table.numbers, .search] {
        try KeyBlocks(table, in: database).remove(ofRows: Set(ids))
      }
      try KeyBlocks(in: database).add(ApplicantKey.keys(of: sorted, in: database))
      try SearchKeys.storeAgain(sorted, in: database)
      if !whole.isEmpty {
        try Self.eraseResults(of: whole, withNumbers: true, in: database)
        try applicants.set(
          Dictionary(
            uniqueKeysWithValues: rows.filter { whole.contains($0.id) && $0.outcome != .rejected }
              .map { ($0.id, RowOutcome.erased) }))
      }
      if !kept.contains(.name) {
        try Self.eraseResults(
          of: Set(ids).subtracting(whole), withNumbers: false, in: database)
      }
      for row in rows {
        try database.execute(
          literal: """
            UPDATE finding SET value = '' WHERE file_id = \(row.fileID) AND row = \(row.row)
            """)
        let level = whole.contains(row.id) ? 2 : erasure.level
        try database.execute(
          literal: """
            INSERT INTO erasure VALUES (\(row.id), \(level), \(erasure.rule), \(erasure.at),
              \(erasure.by))
            ON CONFLICT DO UPDATE SET level = excluded.level, rule = excluded.rule,
              erased_at = excluded.erased_at, erased_by = excluded.erased_by
            WHERE excluded.level >= level
            """)
      }
      return gone
    }
  }

  /// What erased facts on which a run rests; nil where none is gone, so that it can be made again.
  /// - Complexity: O(lines of the run) where rows were erased.
  public func erasure(inRun id: String) throws -> ErasureEntry? {
    try read { database in
      let erased = Set(
        try database.values("SELECT applicant_id FROM erasure WHERE level = 2") as [Int64])
      guard !erased.isEmpty,
        let first = try Self.applicants(ofRun: id, office: nil, in: database)
          .first(where: { erased.contains(Int64($0)) })
      else { return nil }
      return try database.rows("SELECT * FROM erasure WHERE applicant_id = \(Int64(first))").first
        .map {
          ErasureEntry(
            rule: $0["rule"], level: $0["level"], at: $0["erased_at"], by: $0["erased_by"])
        }
    }
  }

  /// Which of some texts stand in rows that are kept.
  /// - Complexity: O(all rows).
  public func standing(of texts: Set<String>) throws -> Set<String> {
    try read { database in
      var found = try database.applicants.standing(of: texts)
      let cells = try database.makeStatement(
        sql:
          "SELECT entry.value FROM sheet_row, json_each(cells) AS entry WHERE entry.type = 'text'")
      while let row = try cells.step() {
        let text = row.text(0)
        if texts.contains(text) { found.insert(text) }
      }
      return found
    }
  }
}
