import Model

/// What the number of a row's fields tells in a text: a separator too many or too few moves every
/// field behind it into the next column, where it may well pass for a value.
struct RowShape {
  private let kept: [SheetField]
  /// How many fields the row before had.
  private var previous = 0
  /// Rows with more fields than the header: all of them, and those where the further ones are filled.
  private var longer = 0
  private var longerFilled = 0

  init(_ description: SheetDescription) {
    kept = description.kept
  }

  /// Judges a row that has another number of fields than the header.
  mutating func judge(
    row: Int, of batch: SheetBatch, _ sheet: IncomingSheet, _ cells: CellReader
  ) -> FindingCode? {
    let header = sheet.header
    let fields = Int(batch.rows.places[row].fields)
    guard fields != header.titles.count else { return nil }
    let before = row > 0 ? Int(batch.rows.places[row - 1].fields) : previous
    let isNext =
      row + 1 < batch.rows.count && Int(batch.rows.places[row + 1].fields) == fields
    if fields > header.fieldCount { longer += 1 }
    // The header has a field without a title that the rows do not have.
    let gaps = header.titles.count - header.titles.count { !HeaderNames.key($0).isEmpty }
    if gaps > 0, fields == header.fieldCount - gaps { return .rowShifted }
    // Rows that all have the same number of fields come from a program that writes them so.
    if before == fields { return nil }
    if isNext { return .fieldsDiffer }
    let isLonger = fields > header.fieldCount
    if fitsOtherwise(row: row, of: batch, sheet, by: isLonger ? -1 : 1, cells) {
      return .rowShifted
    }
    return isLonger ? .fieldsDiffer : .fieldsTooFew
  }

  /// Counts a row whose further fields are filled.
  mutating func countFilled() {
    longer += 1
    longerFilled += 1
  }

  /// Remembers a batch's last row.
  mutating func end(_ rows: RowBatch) {
    previous = rows.places.last.map { Int($0.fields) } ?? previous
  }

  /// Whether the header is shorter than its rows, so that blank fields at their ends do not tell that
  /// they are in order.
  func isHeaderShort(rows: Int) -> Bool {
    longerFilled > 0 && longer > longerFilled && longer * 2 > rows
  }

  /// Whether the cells behind some place would fit the next columns, or those before, as well.
  private func fitsOtherwise(
    row: Int, of batch: SheetBatch, _ sheet: IncomingSheet, by step: Int, _ cells: CellReader
  ) -> Bool {
    let rows = batch.rows
    let width = sheet.header.titles.count
    let filled = (0..<width).map { !rows.bytes(row: row, column: $0).isEmpty }
    guard let last = filled.lastIndex(of: true) else { return false }
    // A separator that was lost took a blank field with it, before the last filled one at the latest.
    if step > 0 { return fits(row, last, of: batch, sheet, at: last + 1, cells) }
    // One too many has made a blank field; what stands behind it belongs one column before.
    for column in stride(from: last, through: 0, by: -1) {
      if !filled[column] { return true }
      guard fits(row, column, of: batch, sheet, at: column - 1, cells) else { return false }
    }
    return false
  }

  private func fits(
    _ row: Int, _ column: Int, of batch: SheetBatch, _ sheet: IncomingSheet, at target: Int,
    _ cells: CellReader
  ) -> Bool {
    guard target >= 0, target < sheet.header.titles.count else { return false }
    guard let field = batch.columns.firstIndex(of: target) else { return true }
    var cells = cells
    switch cells.read(batch.rows.bytes(row: row, column: column), as: kept[field].kind).status {
    case .wrong: return false
    case .blank, .same, .changed: return true
    }
  }
}
