/// What a worksheet needs from the rest of its workbook, to say what its cells hold.
struct CellContext {
  let strings: SharedStrings
  let formats: [NumberFormat]
  let startsIn1904: Bool

  /// How a cell of a style shows its number.
  func format(_ style: Int) -> NumberFormat {
    style < formats.count ? formats[style] : NumberFormats.general
  }
}

/// A worksheet part: meets its cells and hands their text on.
final class SheetVisitor<Sink: CellSink>: XMLVisitor {
  let part: String
  let context: CellContext
  let limits: WorkbookLimits
  let firstRow: Int
  var sink: Sink
  var notices = WorkbookNotices()

  var row = 0
  var column = 0
  var kind = CellKind.number
  var style = 0
  var text: TextBuffer
  var delivered = 0
  private var isInRow = false
  private var isInCell = false
  private var isInText = false
  private var isInInline = false
  private var hasInline = false
  private var isPhonetic = false
  private var hasFormula = false
  private var hasValue = false

  /// Prepares to hand on the rows from `firstRow` on, counted from 1.
  init(
    of part: String, from firstRow: Int, context: CellContext, limits: WorkbookLimits, sink: Sink
  ) {
    self.part = part
    self.firstRow = firstRow
    self.context = context
    self.limits = limits
    self.sink = sink
    text = TextBuffer(capacity: limits.cellBytes)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
    guard isInCell else {
      if name.letter == UInt8(ascii: "c") {
        try startCell(attributes)
      } else if name.is("row") {
        try startRow(attributes)
      } else if name.is("col") {
        try meetColumns(attributes)
      } else if name.is("mergeCell") {
        try meetMerge(attributes)
      }
      return
    }
    switch name.letter {
    case UInt8(ascii: "v"): startValue()
    case UInt8(ascii: "t"): isInText = isInInline && !isPhonetic
    case UInt8(ascii: "f"): hasFormula = true
    default:
      if name.is("rPh") {
        isPhonetic = true
      } else if name.is("is") {
        startInline()
      }
    }
  }

  /// A cell that says it is an inline text takes its text from there; any other takes it from its
  /// value where it has one.
  private func startValue() {
    hasValue = true
    guard !hasInline || kind != .inline else { return }
    hasInline = false
    text.removeAll()
    isInText = true
  }

  private func startInline() {
    guard kind == .inline || text.count == 0 else { return }
    text.removeAll()
    hasInline = true
    isInInline = true
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
    guard isInText else { return }
    guard text.append(piece) else {
      throw .cellTooLong(cell: CellReference.name(column: column, row: row))
    }
  }

  func end(_ name: XMLName) throws(WorkbookError) -> XMLStep {
    guard isInCell else {
      guard name.is("row") else { return .proceed }
      isInRow = false
      return row >= firstRow ? try sink.endRow(row) : .proceed
    }
    switch name.letter {
    case UInt8(ascii: "v"), UInt8(ascii: "t"): isInText = false
    case UInt8(ascii: "c"): try endCell()
    default:
      if name.is("rPh") {
        isPhonetic = false
      } else if name.is("is") {
        isInInline = false
      }
    }
    return .proceed
  }

  private func endCell() throws(WorkbookError) {
    isInCell = false
    if hasInline { kind = .inline }
    guard text.count == 0 else {
      if hasFormula { try remark(.formula) }
      return try deliver()
    }
    // A formula whose result is an empty text says that it is a text, and has a value.
    if hasFormula, !(kind == .text && hasValue) { try remark(.formulaWithoutResult) }
  }

  private func startRow(_ attributes: XMLAttributes) throws(WorkbookError) {
    var number = row + 1
    var isHidden = false
    var pair = attributes.pairs
    while let name = pair[0].map(XMLName.init), let value = pair[1] {
      if name.letter == UInt8(ascii: "r") {
        number = CellReference.number(value) ?? 0
      } else if name.is("hidden") {
        isHidden = value[0] == 0x31 || value[0] == 0x74
      }
      pair += 2
    }
    guard !isInRow, number > row, number <= CellReference.lastRow else {
      throw .badReference(row: row + 1)
    }
    row = number
    column = 0
    isInRow = true
    if isHidden, row >= firstRow {
      try notices.add(
        .hiddenRows, rows: row...row, columns: 1...max(1, sink.columns), limit: limits.notices)
    }
  }

  private func startCell(_ attributes: XMLAttributes) throws(WorkbookError) {
    guard isInRow, row >= firstRow else { return }
    var next = column + 1
    kind = .number
    style = 0
    var pair = attributes.pairs
    while let name = pair[0], let value = pair[1] {
      switch XMLName(start: name).letter {
      case UInt8(ascii: "r"):
        guard let reference = CellReference(value), reference.row == row else {
          throw .badReference(row: row)
        }
        next = reference.column
      case UInt8(ascii: "s"): style = CellReference.number(value) ?? 0
      case UInt8(ascii: "t"): kind = CellKind(value)
      default: break
      }
      pair += 2
    }
    guard next <= CellReference.lastColumn else { throw .columnBeyond(row: row) }
    guard next > column else { throw .badReference(row: row) }
    column = next
    isInCell = true
    hasFormula = false
    hasValue = false
    hasInline = false
    isInInline = false
    isPhonetic = false
    text.removeAll()
  }
}
