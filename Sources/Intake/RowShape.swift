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
  /// Rows of data with fewer fields than the header, and how many of those that were looked at fit it
  /// only where they are moved.
  private var shorter = 0
  private var moved = 0
  /// Whether the row at hand is such a one; nil where it has as many fields as the header.
  private var isMoved: Bool?
  /// How many shorter rows are looked at.
  private static let sampled = 1000

  init(_ description: SheetDescription) {
    kept = description.kept
  }

  /// Whether a row has as many fields as the header has titles and stands on one line, so that there is
  /// nothing to judge.
  @inline(__always)
  static func isPlain(_ row: Int, of rows: RowBatch, _ sheet: IncomingSheet) -> Bool {
    let (fields, next) = (Int(rows.places[row].fields), row &+ 1)
    return fields == sheet.header.titles.count && fields == sheet.header.fieldCount
      && next < rows.count && rows.places[next].line == rows.places[row].line &+ 1
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
    if fields < header.fieldCount {
      // Cells are changed as they are read, so this is asked before.
      isMoved = shorter < Self.sampled && fitsMoved(row: row, of: batch, sheet, cells)
    }
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

  /// Counts the row that was judged last as data.
  mutating func countJudged() {
    guard let isMoved else { return }
    shorter += 1
    if isMoved { moved += 1 }
    self.isMoved = nil
  }

  /// Forgets a row that was judged and turned out to be none of the data.
  mutating func forgetJudged() { isMoved = nil }

  /// Remembers a batch's last row.
  mutating func end(_ rows: RowBatch) {
    previous = rows.places.last.map { Int($0.fields) } ?? previous
  }

  /// Whether the header is shorter than its rows, so that blank fields at their ends do not tell that
  /// they are in order.
  func isHeaderShort(rows: Int) -> Bool {
    longerFilled > 0 && longer > longerFilled && longer * 2 > rows
  }

  /// Whether the header is longer than all its rows, so that values stand in the wrong columns.
  ///
  /// A program may leave blank fields at the ends of all rows away, and a row may be wrong besides.
  func isHeaderLong(rows: Int) -> Bool {
    shorter == rows && moved * 2 > min(rows, Self.sampled)
  }

  /// Whether a row's cells do not fit their columns, but do where those from some place on stand a
  /// column later.
  private func fitsMoved(
    row: Int, of batch: SheetBatch, _ sheet: IncomingSheet, _ cells: CellReader
  ) -> Bool {
    let filled = (0..<sheet.header.titles.count).filter {
      !batch.rows.bytes(row: row, column: $0).isEmpty
    }
    let own = filled.prefix { fits(row, $0, of: batch, sheet, at: $0, cells) }.count
    return own < filled.count
      && filled[own...].allSatisfy { fits(row, $0, of: batch, sheet, at: $0 + 1, cells) }
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
