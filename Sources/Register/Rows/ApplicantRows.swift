import GRDB
public import Model

/// The bytes of an applicant's fields, blank where empty; they last until the call that gives them
/// returns.
public typealias ApplicantCells = (ApplicantField) -> UnsafeBufferPointer<UInt8>

/// One applicant's row without most of its cells.
struct ApplicantRow {
  let id: Int64
  let fileID: Int64
  let fileName: String
  let batchID: Int64
  /// Whether its file was not taken back.
  let isTaken: Bool
  /// The row of the file as a spreadsheet numbers it, and its line.
  let row: Int
  let line: Int
  var outcome: RowOutcome
  let applicationNo: String
  let name: String
  let residentID: String
  let officeCode: String
}

/// The applicants' rows that are stored: all that others may ask of them or do to them.
///
/// How they lie in the database is known here, in `ApplicantAppender` and in the schema alone. Ids
/// count up in the order in which rows came in; results, keys, decisions and findings name rows by
/// them.
struct ApplicantRows {
  let database: Database

  /// The id that the next row will get.
  func nextID() throws -> Int64 {
    try database.value("SELECT COALESCE(MAX(id), 0) + 1 FROM applicant_row") ?? 1
  }

  /// Takes the rows of a file, which came last, out again.
  func remove(ofFile fileID: Int64, from first: Int64) throws {
    try database.execute(
      literal: "DELETE FROM applicant_row WHERE id >= \(first) AND file_id = \(fileID)")
  }

  // MARK: - Single rows

  /// A row by its id, if there is one.
  subscript(id: Int64) -> ApplicantRow? {
    get throws {
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT file_id, f.name, batch_id, state = 'taken', row, line, outcome,
              COALESCE(application_no, ''), COALESCE(a.name, ''), COALESCE(resident_id, ''),
              COALESCE(office_code, '')
            FROM applicant_row a JOIN file f ON f.id = file_id WHERE a.id = ?
            """),
        arguments: [id])
      guard let row, let outcome = RowOutcome(rawValue: row[6]) else { return nil }
      return ApplicantRow(
        id: id, fileID: row[0], fileName: row[1], batchID: row[2], isTaken: row[3], row: row[4],
        line: row[5], outcome: outcome, applicationNo: row[7], name: row[8], residentID: row[9],
        officeCode: row[10])
    }
  }

  /// Every field of a row as text.
  func texts(of id: Int64) throws -> [ApplicantField: String] {
    var texts: [ApplicantField: String] = [:]
    try walk([UInt32(id)]) { texts = Self.texts($1) }
    return texts
  }

  static func texts(_ cell: ApplicantCells) -> [ApplicantField: String] {
    Dictionary(
      uniqueKeysWithValues: ApplicantField.allCases.map {
        ($0, String(decoding: cell($0), as: UTF8.self))
      })
  }

  /// Whether two rows agree in every field.
  func areEqual(_ id: Int64, _ other: Int64) throws -> Bool {
    let same = PackedCells.columns.map { "a.\($0) IS b.\($0)" }.joined(separator: " AND ")
    return try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT \(same) FROM applicant_row a, applicant_row b WHERE a.id = ? AND b.id = ?"),
      arguments: [id, other]) ?? false
  }

  // MARK: - Outcomes

  /// Moves rows to other outcomes, in the order in which they lie.
  func set(_ outcomes: [Int64: RowOutcome]) throws {
    let statement = try database.cachedStatement(
      sql: "UPDATE applicant_row SET outcome = ? WHERE id = ?")
    for (id, outcome) in outcomes.sorted(by: { $0.key < $1.key }) {
      try statement.execute(arguments: [outcome.rawValue, id])
    }
  }

  /// The rows of a batch that were not rejected, in ascending order.
  func ids(ofBatch id: Int64) throws -> [Int64] {
    try database.values(
      """
      SELECT a.id FROM applicant_row a JOIN file ON file.id = file_id
      WHERE batch_id = \(id) AND outcome <> \(RowOutcome.rejected.rawValue) ORDER BY a.id
      """)
  }

  // MARK: - Walks

  /// Rows to walk over, in the order in which they came unless something else is said.
  enum Selection {
    /// The accepted rows of files that were not taken back; one office's where one is named.
    case accepted(office: String?)
    /// The accepted rows that came with certain bytes and were not taken back.
    case acceptedOfFile(sha256: String)
    /// The rows that were not rejected of a file that came last, by application number; its first id
    /// is known.
    case notRejected(fileID: Int64, firstID: Int64)
    /// The rows that wait for a person and were not taken back.
    case held

    fileprivate var condition: SQL {
      switch self {
      case .accepted(let office):
        """
        outcome = \(RowOutcome.accepted.rawValue)
          AND file_id IN (SELECT id FROM file WHERE state = 'taken')
          AND (\(office) IS NULL OR office_code = \(office)) ORDER BY id
        """
      case .acceptedOfFile(let sha256):
        """
        outcome = \(RowOutcome.accepted.rawValue) AND file_id IN
          (SELECT id FROM file WHERE state = 'taken' AND file_sha256 = \(sha256)) ORDER BY id
        """
      case .notRejected(let fileID, let firstID):
        """
        id >= \(firstID) AND file_id >= \(fileID) AND outcome <> \(RowOutcome.rejected.rawValue)
        ORDER BY application_no, resident_id, row
        """
      // The first condition is that of the index.
      case .held:
        """
        outcome >= 2 AND outcome = \(RowOutcome.held.rawValue)
          AND file_id IN (SELECT id FROM file WHERE state = 'taken') ORDER BY id
        """
      }
    }
  }

  /// Calls back with every row of a selection.
  func walk(_ selection: Selection, _ body: (_ id: UInt32, _ cell: ApplicantCells) -> Void) throws {
    var cells = CellUnpacker()
    try Self.step(reading(selection.condition), &cells, body)
  }

  /// Of how many rows at most one is sought by itself; where there are more, all are walked over.
  private static let sparse = 16

  /// Calls back with the rows that have certain ids, given in ascending order.
  func walk(_ ids: [UInt32], _ body: (_ id: UInt32, _ cell: ApplicantCells) -> Void) throws {
    guard let first = ids.first, let last = ids.last else { return }
    var cells = CellUnpacker()
    guard ids.count > Int(last - first) / Self.sparse else {
      let statement = try reading("id = \(first)")
      for id in ids {
        statement.bind(Int64(id))
        try Self.step(statement, &cells, body)
      }
      return
    }
    var next = 0
    try Self.step(
      reading("id BETWEEN \(first) AND \(last) ORDER BY id"), &cells,
      taking: { id in
        guard next < ids.count, ids[next] == id else { return false }
        next += 1
        return true
      }, body)
  }

  /// Calls back with the application numbers and the persons of rows, given in ascending order; a
  /// rejected row has no person, because it holds nobody back.
  func walkKeys(
    _ ids: [Int64],
    _ body: (
      _ id: Int64, _ number: UnsafeBufferPointer<UInt8>, _ person: UnsafeBufferPointer<UInt8>
    )
      -> Void
  ) throws {
    let statement = try database.makeStatement(
      sql: """
        SELECT application_no,
          CASE outcome WHEN \(RowOutcome.rejected.rawValue) THEN NULL ELSE resident_id END
        FROM applicant_row WHERE id = ?
        """)
    for id in ids {
      statement.bind(id)
      try statement.forEachStep { body(id, $0.bytes(0), $0.bytes(1)) }
    }
  }

  private func reading(_ condition: SQL) throws -> Statement {
    let columns = PackedCells.columns.joined(separator: ", ")
    return try database.makeStatement(
      literal: "SELECT id, \(sql: columns) FROM applicant_row WHERE \(condition)")
  }

  /// For each field, its column in a statement of `reading`; −1 and its place among the packed cells
  /// where it has none of its own.
  private static let places = ApplicantField.allCases.map { field in
    if let key = PackedCells.keys.firstIndex(of: field) { return (column: Int32(key + 1), cell: 0) }
    return (-1, PackedCells.fields.firstIndex(of: field) ?? .max)
  }

  private static func step(
    _ statement: Statement, _ cells: inout CellUnpacker,
    taking isTaken: (UInt32) -> Bool = { _ in true },
    _ body: (_ id: UInt32, _ cell: ApplicantCells) -> Void
  ) throws {
    let (places, packed) = (places, Int32(PackedCells.keys.count + 1))
    try statement.forEachStep { row in
      let id = UInt32(row.number(0))
      guard isTaken(id) else { return }
      cells.read(row.bytes(packed))
      body(id) { field in
        let (column, cell) = places[field.rawValue]
        return column < 0 ? cells.text(cell) : row.bytes(column)
      }
    }
  }
}
