import Cryptography
import GRDB
public import Model

/// The bytes of an applicant's fields, blank where empty; they last until the call that gives them
/// returns.
public typealias ApplicantCells = (ApplicantField) -> UnsafeBufferPointer<UInt8>

/// One applicant's row without most of its cells; many lists of rows that collide name the same one.
final class ApplicantRow {
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
  /// SHA-256 of all fields.
  let digest: [UInt8]

  /// Both numbers by which a person is known.
  struct Keys: Hashable {
    let applicationNo: [UInt8]
    let residentID: [UInt8]

    /// The application number alone.
    var number: Keys { Keys(applicationNo: applicationNo, residentID: []) }
  }

  /// Both its numbers.
  var keys: Keys {
    Keys(applicationNo: Array(applicationNo.utf8), residentID: Array(residentID.utf8))
  }

  init(_ reader: ApplicantReader) throws {
    func text(_ field: ApplicantField) -> String {
      String(decoding: reader.cell(field), as: UTF8.self)
    }
    id = reader.id
    fileID = reader.fileID
    (fileName, batchID, isTaken) = try reader.file()
    row = Int(reader.number(.row))
    line = Int(reader.number(.line))
    outcome = reader.outcome
    applicationNo = text(.applicationNo)
    name = text(.name)
    residentID = text(.residentID)
    officeCode = text(.officeCode)
    digest = SHA256.hash(reader.stored)
  }
}

/// The applicants' rows that are stored: all that others may ask of them or do to them.
///
/// How they lie in the database is known here, in `ApplicantReader`, `ApplicantAppender` and in the
/// schema alone. Ids count up in the order in which rows came in; results, keys, decisions and findings
/// name rows by them.
struct ApplicantRows {
  let database: Database

  /// The id that the next row will get.
  func nextID() throws -> Int64 {
    try database.value(
      "SELECT first + count FROM applicant_block ORDER BY first DESC LIMIT 1") ?? 1
  }

  /// Takes the rows of a file, which came last, out again.
  func remove(ofFile fileID: Int64) throws {
    try database.execute(literal: "DELETE FROM applicant_block WHERE file_id = \(fileID)")
  }

  // MARK: - Single rows

  /// A row by its id, if there is one.
  subscript(id: Int64) -> ApplicantRow? {
    get throws { try rows([id]).first }
  }

  /// The rows that there are of some ids, in ascending order.
  func rows(_ ids: some Sequence<Int64>) throws -> [ApplicantRow] {
    let reader = try ApplicantReader(database)
    return try ids.compactMap { try reader.seek($0) ? ApplicantRow(reader) : nil }
  }

  /// Every field of a row as text.
  func texts(of id: Int64) throws -> [ApplicantField: String] {
    let reader = try ApplicantReader(database)
    return try reader.seek(id) ? Self.texts(reader.cell) : [:]
  }

  static func texts(_ cell: ApplicantCells) -> [ApplicantField: String] {
    Dictionary(
      uniqueKeysWithValues: ApplicantField.allCases.map {
        ($0, String(decoding: cell($0), as: UTF8.self))
      })
  }

  // MARK: - Outcomes

  /// Moves rows to other outcomes, in the order in which they lie.
  func set(_ outcomes: [Int64: RowOutcome]) throws {
    let statement = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO applicant_change (id, outcome) VALUES (?, ?)")
    for (id, outcome) in outcomes.sorted(by: { $0.key < $1.key }) {
      statement.rewind(id, Int64(outcome.rawValue))
      while try statement.step() != nil {}
    }
  }

  /// The ids of a batch's rows, a range for each block, in ascending order.
  func ids(ofBatch id: Int64) throws -> [Range<Int64>] {
    try database.rows(
      """
      SELECT first, first + count FROM applicant_block JOIN file ON file.id = file_id
      WHERE batch_id = \(id) ORDER BY first
      """
    ).map { ($0[0] as Int64)..<$0[1] }
  }

  /// The rows that wait for a person and were not taken back, with all their fields.
  func held() throws -> [ApplicantRow] {
    let reader = try ApplicantReader(database)
    let ids: [Int64] = try database.values(
      """
      SELECT id FROM applicant_change WHERE outcome = \(RowOutcome.held.rawValue) ORDER BY id
      """)
    return try ids.compactMap { id in
      guard try reader.seek(id), try reader.file().isTaken else { return nil }
      return try ApplicantRow(reader)
    }
  }

  // MARK: - Walks

  /// Accepted rows to walk over, in the order in which they came.
  enum Selection {
    /// Those of files that were not taken back; one office's where one is named.
    case accepted(office: String?)
    /// Those that came with certain bytes and were not taken back.
    case acceptedOfFile(sha256: String)
  }

  /// Calls back with every row of a selection.
  func walk(_ selection: Selection, _ body: (_ id: UInt32, _ cell: ApplicantCells) -> Void) throws {
    let (files, office): (SQL, String?) =
      switch selection {
      case .accepted(let office): ("1", office)
      case .acceptedOfFile(let sha256): ("file_sha256 = \(sha256)", nil)
      }
    let code = office.map { Array($0.utf8) }
    let reader = try ApplicantReader(database)
    try reader.forEachRow(
      of: "file_id IN (SELECT id FROM file WHERE state = 'taken' AND \(files))"
    ) {
      guard reader.outcome == .accepted,
        code.map({ reader.cell(.officeCode).elementsEqual($0) }) ?? true
      else { return }
      body(UInt32(reader.id), reader.cell)
    }
  }

  /// Calls back with the rows that have certain ids, given in ascending order.
  func walk(_ ids: [UInt32], _ body: (_ id: UInt32, _ cell: ApplicantCells) -> Void) throws {
    let reader = try ApplicantReader(database)
    for id in ids where try reader.seek(Int64(id)) { body(id, reader.cell) }
  }

  /// Calls back with the application numbers and the persons of rows, given in ascending order; a
  /// rejected row has no person, because it holds nobody back.
  func walkKeys(
    _ ids: some Sequence<Int64>,
    _ body: (
      _ id: Int64, _ number: UnsafeBufferPointer<UInt8>, _ person: UnsafeBufferPointer<UInt8>
    )
      -> Void
  ) throws {
    let reader = try ApplicantReader(database)
    for id in ids where try reader.seek(id) {
      let isRejected = reader.outcome == .rejected
      body(
        id, reader.cell(.applicationNo),
        isRejected ? UnsafeBufferPointer(start: nil, count: 0) : reader.cell(.residentID))
    }
  }

  /// Calls back with the rows of a file, which came last, and of its further sheets that were not
  /// rejected, by application number and person.
  func walkSorted(ofFile fileID: Int64, _ body: (_ cell: ApplicantCells) -> Void) throws {
    let fields: [ApplicantField] = [.applicationNo, .residentID]
    let places = fields.map { ApplicantReader.Column.allCases.count + $0.rawValue }
    // SQLite sorts on disk where there are many.
    let statement = try database.makeStatement(
      sql: """
        SELECT '[' || value FROM applicant_block, json_each(cells) WHERE file_id >= ?
          AND value ->> \(ApplicantReader.Column.outcome.rawValue) <> \(RowOutcome.rejected.rawValue)
        ORDER BY value ->> \(places[0]), value ->> \(places[1]), first, key
        """)
    statement.rewind(fileID)
    var row = BlockReader(
      columns: ApplicantReader.Column.allCases.count + ApplicantField.allCases.count)
    while let found = try statement.step() {
      row.open(found.bytes(0))
      guard row.next() else { continue }
      body { row.text(ApplicantReader.Column.allCases.count + $0.rawValue) }
    }
  }
}

extension Database {
  /// The applicants' rows.
  var applicants: ApplicantRows { ApplicantRows(database: self) }
}
