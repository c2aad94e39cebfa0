import Model
import Tabular

/// A worksheet as tests compare it.
struct WorkbookContents {
  /// Each row's number and cells: `3:甲|乙`.
  var rows: [String] = []
  /// Each notice: `formula C7`.
  var notices: [String] = []
  /// How many fields each row really had.
  var fields: [Int] = []
  /// How often a batch was handed over.
  var batches = 0

  init(
    reader: WorkbookReader, worksheet: Int = 0, columns: Int, from firstRow: Int = 1,
    capacity: Int = 2048
  ) throws {
    let batch = RowBatch(columns: columns, capacity: capacity)
    let notices = try reader.read(worksheet, from: firstRow, batch: batch) { batch in
      batches += 1
      for (row, place) in batch.places.enumerated() {
        let cells = (0..<columns).map { batch.text(row: row, column: $0) }
        rows.append("\(place.row):" + cells.joined(separator: "|"))
        fields.append(Int(place.fields))
      }
      batch.removeAll()
      return batch
    }
    self.notices = notices.map { "\($0.kind.rawValue) \($0.reference)" }
  }
}
