import GRDB
import Model

/// Appends the rows of batches to the applicants' blocks.
final class ApplicantAppender {
  private let insert: Statement
  private var block = BlockWriter()
  private var fileID: Int64 = 0
  private var firstID: Int64 = 0

  init(_ database: Database) throws {
    insert = try database.makeStatement(
      sql: "INSERT INTO applicant_block (first, count, file_id, cells) VALUES (?, ?, ?, ?)")
  }

  /// Appends the rows of a batch that are data, with ids that count up from `firstID`, which is the
  /// next one, and their keys to `keys` and `search`.
  /// - Returns: how many there are.
  func append(
    _ batch: SheetBatch, fileID: Int64, firstID: Int64, keys: inout [UInt64],
    search: inout SearchKeys
  ) throws -> Int {
    // A block is one sheet's.
    if fileID != self.fileID { try flush() }
    self.fileID = fileID
    let (rows, columns) = (batch.rows, batch.columns)
    let number = columns[ApplicantField.applicationNo.rawValue]
    let person = columns[ApplicantField.residentID.rawValue]
    let name = columns[ApplicantField.name.rawValue]
    let telephone = columns[ApplicantField.phone.rawValue]
    var id = firstID
    for row in 0..<batch.outcomes.count where batch.outcomes[row] != SheetBatch.leftOut {
      if block.rows == 0 { self.firstID = id }
      add(row: row, of: batch)
      // A rejected row holds nobody back.
      let isRejected = batch.outcomes[row] == RowOutcome.rejected.rawValue
      ApplicantKey.append(
        Self.text(rows, row, number), Self.text(rows, row, isRejected ? -1 : person),
        id: UInt32(id), to: &keys)
      search.append(
        name: Self.text(rows, row, name), telephone: Self.text(rows, row, telephone),
        person: Self.text(rows, row, person), isRejected: isRejected, id: UInt32(id))
      id += 1
      if block.isFull { try flush() }
    }
    return Int(id - firstID)
  }

  /// Stores the rows that are not stored yet, so that the file's last block is there.
  func flush() throws {
    let count = Int64(block.rows)
    try block.take { try insert.execute([firstID, count, fileID], lastly: $0) }
  }

  /// Forgets the rows that are not stored yet.
  func discard() { block.removeAll() }

  /// Adds a row: what `ApplicantReader.Column` names, then the fields in their order.
  ///
  /// None comes after the last that is filled, so equal rows stay equal when a field is added.
  private func add(row: Int, of batch: SheetBatch) {
    let (rows, columns) = (batch.rows, batch.columns)
    let place = rows.places[row]
    block.append(Int64(place.row))
    block.append(Int64(place.line))
    block.append(Int64(batch.outcomes[row]))
    block.append(Int64(batch.broken[row]))
    var last = columns.count - 1
    while last >= 0, Self.text(rows, row, columns[last]).isEmpty { last -= 1 }
    for field in 0..<(last + 1) {
      block.append(Self.text(rows, row, columns[field]), isPadded: true)
    }
    block.endRow()
  }

  /// A cell; empty where the sheet lacks the column.
  @inline(__always)
  private static func text(_ rows: RowBatch, _ row: Int, _ column: Int)
    -> UnsafeBufferPointer<UInt8>
  {
    column < 0 ? UnsafeBufferPointer(start: nil, count: 0) : rows.bytes(row: row, column: column)
  }
}
