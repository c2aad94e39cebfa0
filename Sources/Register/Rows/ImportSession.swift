import GRDB
import GRDBSQLite
public import Model

/// A file as the register knows it.
public struct FileEntry: Sendable {
  /// Its id; 0 before it is stored.
  public var id: Int64 = 0
  /// The kind of sheet.
  public let kind: String
  /// Its name without folders.
  public let name: String
  /// Its size.
  public let bytes: Int
  /// SHA-256 of its bytes.
  public let sha256: String
  /// SHA-256 of its facts, once computed; see `ImportSession.factsDigest`.
  public var factsSHA256: String?
  /// Its encoding.
  public let encoding: String
  /// What stands between its fields; empty for a workbook.
  public let separator: String
  /// The worksheet of a workbook.
  public let worksheet: String?
  /// The headers of its columns with the field that each one is, if any.
  public let columns: [(title: String, field: String?)]
  /// How its rows add up.
  public var reconciliation = Reconciliation()
  /// Whether it was taken, refused because of bad rows, or withdrawn with its batch.
  public var state = State.taken

  /// What became of a file.
  public enum State: String, Sendable {
    /// Its good rows count.
    case taken
    /// It had bad rows and was to come whole.
    case refused
    /// Its batch was taken back.
    case withdrawn
  }

  /// Describes a file that comes in.
  public init(
    kind: String, name: String, bytes: Int, sha256: String, encoding: String, separator: String,
    worksheet: String?, columns: [(title: String, field: String?)]
  ) {
    self.kind = kind
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
    self.encoding = encoding
    self.separator = separator
    self.worksheet = worksheet
    self.columns = columns
  }
}

/// One invocation that takes files in; everything it stores belongs to one batch.
public final class ImportSession {
  /// The batch that the files belong to.
  public let batchID: Int64
  let database: Database
  /// The keys of the files that came before in this import.
  private(set) var keys = KeyRuns()
  /// The keys of the file that is coming in.
  var fileKeys: [UInt64] = []
  private let rows = ApplicantRows()
  private let insert: BulkInsert

  init(_ database: Database, command: String, takenAt: String) throws {
    self.database = database
    try database.execute(
      sql: "INSERT INTO batch (command, taken_at) VALUES (?, ?)", arguments: [command, takenAt])
    batchID = database.lastInsertedRowID
    insert = try BulkInsert(
      rows, into: "applicant_row",
      ["file_id", "row", "line", "outcome", "broken"] + PackedCells.columns, of: database)
  }

  /// The batch that has already taken a file with the same bytes, if any.
  public func batch(ofFileWith sha256: String, kind: String) throws -> Int64? {
    try Int64.fetchOne(
      database,
      sql: """
        SELECT batch_id FROM file WHERE file_sha256 = ? AND kind = ? AND state = 'taken'
        ORDER BY id LIMIT 1
        """,
      arguments: [sha256, kind])
  }

  /// Runs a file's import so that all of it is stored or nothing is.
  public func file<Result>(_ body: () throws -> Result) throws -> Result {
    fileKeys = []
    defer { fileKeys = [] }
    var result: Result?
    try database.inSavepoint {
      result = try body()
      return .commit
    }
    guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
    keys.add(fileKeys)
    return result
  }

  /// Stores a file's entry and returns its id.
  public func add(_ file: FileEntry) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO file
          (batch_id, kind, name, bytes, file_sha256, encoding, separator, worksheet, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'taken')
        """,
      arguments: [
        batchID, file.kind, file.name, file.bytes, file.sha256, file.encoding, file.separator,
        file.worksheet,
      ])
    let id = database.lastInsertedRowID
    for (place, column) in file.columns.enumerated() {
      try database.execute(
        sql: "INSERT INTO file_column (file_id, place, title, field) VALUES (?, ?, ?, ?)",
        arguments: [id, place, column.title, column.field])
    }
    return id
  }

  /// The id that the next applicant row will get.
  public func nextApplicantID() throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT COALESCE(MAX(id), 0) + 1 FROM applicant_row") ?? 1
  }

  /// Stores checked rows with ids that count up from `firstID`, which is the next one, and their
  /// findings.
  /// - Returns: the id after the last one that was given.
  /// - Complexity: O(rows).
  public func store(_ batch: SheetBatch, fileID: Int64, firstID: Int64) throws -> Int64 {
    rows.take(batch, fileID: fileID)
    rows.appendKeys(to: &fileKeys, firstID: UInt32(firstID))
    try insert.run()
    try store(batch.findings, fileID: fileID)
    return firstID + Int64(rows.count)
  }

  /// Stores findings.
  public func store(_ findings: [Finding], fileID: Int64) throws {
    guard !findings.isEmpty else { return }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO finding (file_id, row, line, place, code, value) VALUES (?, ?, ?, ?, ?, ?)
        """)
    for finding in findings {
      try statement.execute(arguments: [
        fileID, Int64(finding.row), Int64(finding.line), finding.column, finding.code.rawValue,
        finding.value,
      ])
    }
  }

  /// Steps through all rows by hand.
  /// - Throws: SQLite's error where it ends before the last row.
  static func step(_ statement: OpaquePointer, _ body: () -> Void) throws {
    var status = sqlite3_step(statement)
    while status == SQLITE_ROW {
      body()
      status = sqlite3_step(statement)
    }
    sqlite3_reset(statement)
    if status != SQLITE_DONE { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
  }

  /// The bytes of a text column; they last until the statement moves on.
  static func bytes(_ statement: OpaquePointer, _ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let count = Int(sqlite3_column_bytes(statement, column))
    return UnsafeBufferPointer(start: sqlite3_column_text(statement, column), count: count)
  }

  /// Settles how a file's rows add up.
  public func settle(_ reconciliation: Reconciliation, fileID: Int64) throws {
    try database.execute(
      sql: "UPDATE file SET read = ?, accepted = ?, rejected = ?, duplicate = ? WHERE id = ?",
      arguments: [
        reconciliation.read, reconciliation.accepted, reconciliation.rejected,
        reconciliation.duplicate, fileID,
      ])
  }

  /// Takes a file's rows out again because some are bad and the file was to come whole; its findings
  /// stay, and every row it had counts as rejected.
  /// - Parameter first: the id of the file's first applicant; none has it where it has no applicants.
  public func refuse(fileID: Int64, read: Int, from first: Int64 = .max) throws {
    fileKeys = []
    try database.execute(
      sql: "DELETE FROM applicant_row WHERE id >= ? AND file_id = ?", arguments: [first, fileID])
    try database.execute(
      sql: """
        UPDATE file SET state = 'refused', read = ?, accepted = 0, rejected = ?, duplicate = 0
        WHERE id = ?
        """,
      arguments: [read, read, fileID])
  }

  /// Makes sure that applicants are found by their numbers quickly; done after the load, because
  /// keys that come in their order cost least.
  public func indexApplicants() throws {
    try KeyBlocks.add(keys.takeAll(), to: database)
  }
}

extension Register {
  /// Takes files in under one batch: each file is one transaction; a dry run leaves no trace.
  ///
  /// - Parameters:
  ///   - command: the command, for the list of batches.
  ///   - takenAt: the moment in ISO 8601, for the list of batches; no rule reads it.
  /// - Throws: `RegisterError`, or whatever `body` throws.
  public func importing<Result>(
    command: String, takenAt: String, dryRun: Bool, _ body: (ImportSession) throws -> Result
  ) throws -> Result {
    try Self.explaining(path) {
      try writer.writeWithoutTransaction { database in
        var result: Result?
        try database.inSavepoint {
          let session = try ImportSession(database, command: command, takenAt: takenAt)
          result = try body(session)
          return dryRun ? .rollback : .commit
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return result
      }
    }
  }
}

/// The rows of a batch that are data, as the register keeps them.
private final class ApplicantRows: BulkRows {
  private static let leading = 5
  private static let packed = Int32(leading + PackedCells.keys.count)

  private var batch = SheetBatch(rows: RowBatch(columns: 1, capacity: 1), columns: [])
  private var fileID: Int64 = 0
  private var data: [Int] = []
  private var keys: [Int] = []
  private var cells = CellPacker()

  /// Takes the rows of a batch in place of those of the last one.
  func take(_ batch: SheetBatch, fileID: Int64) {
    self.batch = batch
    self.fileID = fileID
    data = batch.outcomes.indices.filter { batch.outcomes[$0] != SheetBatch.leftOut }
    count = data.count
    keys = PackedCells.keys.map { batch.columns[$0.rawValue] }
    let others = PackedCells.fields.map { batch.columns[$0.rawValue] }
    cells.removeAll()
    for row in data { cells.add(row: row, of: batch.rows, columns: others) }
  }

  /// A cell; empty where the sheet lacks the column.
  @inline(__always)
  private func text(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    column < 0
      ? UnsafeBufferPointer(start: nil, count: 0) : batch.rows.bytes(row: row, column: column)
  }

  /// Appends the keys by which the rows are found.
  func appendKeys(to keys: inout [UInt64], firstID: UInt32) {
    let number = batch.columns[ApplicantField.applicationNo.rawValue]
    let person = batch.columns[ApplicantField.residentID.rawValue]
    for (place, row) in data.enumerated() {
      let isRejected = batch.outcomes[row] == RowOutcome.rejected.rawValue
      ApplicantKey.append(
        text(row, number), text(row, isRejected ? -1 : person), id: firstID + UInt32(place),
        to: &keys)
    }
  }

  override func fill(_ place: Int, _ column: Int32, _ cell: BulkInsert.Cell) {
    let row = data[place]
    switch column {
    case 0: cell.set(fileID)
    case 1: cell.set(Int64(batch.rows.places[row].row))
    case 2: cell.set(Int64(batch.rows.places[row].line))
    case 3: cell.set(Int64(batch.outcomes[row]))
    case 4: cell.set(Int64(batch.broken[row]))
    case Self.packed: cell.set(cells.array(place))
    default:
      let key = keys[Int(column) - Self.leading]
      if key >= 0 { cell.set(batch.rows.bytes(row: row, column: key)) }
    }
  }
}
