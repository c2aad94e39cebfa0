import GRDB
import Model

/// Appends the rows of batches to the applicants' rows.
final class ApplicantAppender {
  private let rows = IncomingRows()
  private let insert: BulkInsert

  init(_ database: Database) throws {
    insert = try BulkInsert(
      rows, into: "applicant_row",
      ["file_id", "row", "line", "outcome", "broken"] + PackedCells.columns, of: database)
  }

  /// Appends the rows of a batch that are data, with ids that count up from `firstID`, which is the
  /// next one, and their keys to `keys`.
  /// - Returns: how many there are.
  func append(
    _ batch: SheetBatch, fileID: Int64, firstID: Int64, keys: inout [UInt64]
  ) throws -> Int {
    rows.take(batch, fileID: fileID)
    rows.appendKeys(to: &keys, firstID: UInt32(firstID))
    try insert.run()
    return rows.count
  }
}

/// The rows of a batch that are data, as they are stored.
private final class IncomingRows: BulkRows {
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
