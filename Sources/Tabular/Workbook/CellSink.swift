import Model

/// Where a worksheet's cells go, row by row and from left to right, blank ones left out.
protocol CellSink {
  /// How many columns matter.
  var columns: Int { get }
  /// A cell's text, valid during the call, and what the cell shows where that is another.
  mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>, column: Int, shown: ShownText?)
  /// A row ends.
  mutating func endRow(_ row: Int) throws(WorkbookError) -> XMLStep
}

/// Cells that go into batches.
struct BatchSink: CellSink {
  /// Text after which a batch is handed over though it is not full.
  private static let bytesOfBatch = 1 << 23

  var batch: RowBatch
  private var fields = 0
  private var bytes = 0

  init(batch: RowBatch) {
    self.batch = batch
  }

  var columns: Int { batch.columns }

  mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>, column: Int, shown: ShownText?) {
    while fields < column - 1 {
      batch.append(UnsafeBufferPointer(start: nil, count: 0))
      fields += 1
    }
    batch.append(bytes)
    if let shown { batch.show(shown) }
    fields = column
    self.bytes += bytes.count
  }

  mutating func endRow(_ row: Int) -> XMLStep {
    guard fields > 0 else { return .proceed }
    batch.endRow(row: UInt32(row), line: UInt32(row))
    fields = 0
    guard batch.isFull || bytes > Self.bytesOfBatch else { return .proceed }
    bytes = 0
    return .pause
  }
}

/// The first rows of a worksheet as text, blank rows kept.
struct FirstRowsSink: CellSink {
  /// A title or a header far to the right of this is no header.
  let columns = 1_024
  let count: Int
  var rows: [[String]] = []
  private var cells: [String] = []

  init(count: Int) {
    self.count = count
  }

  mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>, column: Int, shown: ShownText?) {
    guard column <= columns else { return }
    cells.append(contentsOf: repeatElement("", count: column - 1 - cells.count))
    cells.append(String(decoding: bytes, as: UTF8.self))
  }

  mutating func endRow(_ row: Int) -> XMLStep {
    guard row <= count else { return .stop }
    if !cells.isEmpty {
      rows.append(contentsOf: repeatElement([], count: row - 1 - rows.count))
      rows.append(cells)
      cells = []
    }
    return row == count ? .stop : .proceed
  }
}
