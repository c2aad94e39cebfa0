import GRDB
import Model

/// Reads the applicants' blocks row by row, each row with the outcome that it came to.
///
/// A block is not written again unless something of it is erased: what becomes of its rows later lies
/// over it in `applicant_change`. A block is read as a whole, so ids that ascend cost least.
final class ApplicantReader {
  /// The numbers before a row's fields.
  enum Column: Int, CaseIterable {
    case row, line, outcome, broken
  }

  /// What is told of the file of a row.
  typealias File = (name: String, batchID: Int64, isTaken: Bool)

  /// The id of the row at hand.
  private(set) var id: Int64 = 0
  /// The id of its file.
  private(set) var fileID: Int64 = 0

  private let database: Database
  private let changes: Statement
  private var seeking: Statement?
  private var files: [Int64: File] = [:]
  private var block: Range<Int64> = 0..<0
  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var rows = BlockReader(columns: Column.allCases.count + ApplicantField.allCases.count)
  /// For each row of the block the outcome that it came to later, if it did.
  private var outcomes: [UInt8] = []
  private static let asStored = UInt8.max

  private static let columns = "first, count, file_id, cells"

  init(_ database: Database) throws {
    self.database = database
    changes = try database.makeStatement(
      sql: "SELECT id, outcome FROM applicant_change WHERE id >= ? AND id < ?")
  }

  // MARK: - The row at hand

  /// A cell's bytes, until another row is read.
  @inline(__always)
  func cell(_ field: ApplicantField) -> UnsafeBufferPointer<UInt8> {
    rows.text(Column.allCases.count &+ field.rawValue)
  }

  /// What became of the row.
  var outcome: RowOutcome {
    let later = outcomes[Int(id - block.lowerBound)]
    let stored = UInt8(truncatingIfNeeded: number(.outcome))
    return RowOutcome(rawValue: later == Self.asStored ? stored : later) ?? .rejected
  }

  /// A number that stands before the fields.
  func number(_ column: Column) -> Int64 { rows.number(column.rawValue) }

  /// All fields as they are stored.
  var stored: UnsafeBufferPointer<UInt8> { rows.stored(after: Column.allCases.count) }

  /// The row's file.
  func file() throws -> File {
    if let file = files[fileID] { return file }
    let row = try database.rows(
      "SELECT name, batch_id, state = 'taken' FROM file WHERE id = \(fileID)"
    ).first
    let file: File = row.map { ($0[0], $0[1], $0[2]) } ?? ("", 0, false)
    files[fileID] = file
    return file
  }

  // MARK: - Going on

  /// Calls back at every row of some blocks, in the order of their ids.
  func forEachRow(of blocks: SQL, _ body: () throws -> Void) throws {
    let statement = try database.makeStatement(
      literal: "SELECT \(sql: Self.columns) FROM applicant_block WHERE \(blocks) ORDER BY first")
    while let row = try statement.step() {
      try open(row)
      for id in block {
        guard rows.next() else { break }
        self.id = id
        try body()
      }
    }
    block = 0..<0
  }

  /// Goes to a row.
  /// - Returns: whether there is one with this id.
  func seek(_ id: Int64) throws -> Bool {
    if !block.contains(id) {
      let statement =
        try seeking
        ?? database.makeStatement(
          sql: """
            SELECT \(Self.columns) FROM applicant_block WHERE first <= ? ORDER BY first DESC LIMIT 1
            """)
      seeking = statement
      statement.rewind(id)
      guard let row = try statement.step() else { return false }
      try open(row)
      guard block.contains(id) else { return false }
    } else if id <= self.id {
      rows.open(text)
      self.id = block.lowerBound - 1
    }
    rows.skip(Int(id - self.id) - 1)
    self.id = id
    return rows.next()
  }

  /// Begins with a block.
  private func open(_ row: SteppedRow) throws {
    block = row.number(0)..<row.number(0) + max(0, row.number(1))
    fileID = row.number(2)
    text = row.bytes(3)
    rows.open(text)
    id = block.lowerBound - 1
    outcomes.removeAll(keepingCapacity: true)
    outcomes.append(contentsOf: repeatElement(Self.asStored, count: block.count))
    changes.rewind(block.lowerBound, block.upperBound)
    while let change = try changes.step() {
      outcomes[Int(change.number(0) - block.lowerBound)] = UInt8(
        truncatingIfNeeded: change.number(1))
    }
  }
}
