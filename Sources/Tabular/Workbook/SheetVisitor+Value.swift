import Model

/// What a cell says it holds.
enum CellKind {
  case number, shared, inline, text, boolean, error, date

  /// Reads the attribute `t`; what is unknown is taken as text.
  init(_ value: UnsafePointer<CChar>) {
    let name = XMLName(start: value)
    self =
      if name.is("s") {
        .shared
      } else if name.is("n") {
        .number
      } else if name.is("inlineStr") {
        .inline
      } else if name.is("b") {
        .boolean
      } else if name.is("e") {
        .error
      } else if name.is("d") {
        .date
      } else {
        .text
      }
  }
}

extension SheetVisitor {
  /// Hands on the text of the cell that has ended.
  func deliver() throws(WorkbookError) {
    switch kind {
    case .shared: try deliverShared()
    case .number: try deliverNumber()
    case .inline, .text:
      text.unescape()
      try hand(text.contents)
    case .boolean:
      let isTrue = text.contents.elementsEqual("1".utf8) || text.contents.elementsEqual("true".utf8)
      try hand(isTrue ? "1" : "0")
    case .error:
      try remark(.errorValue)
      try hand(text.contents)
    case .date:
      // The strict form writes a day as 2024-06-01 or 2024-06-01T00:00:00, or with a fraction.
      var day = String(decoding: text.contents, as: UTF8.self)
      if day.hasSuffix("Z") { day.removeLast() }
      if let dot = day.lastIndex(of: "."), day[dot...].dropFirst().allSatisfy({ $0 == "0" }) {
        day = String(day[..<dot])
      }
      if day.hasSuffix("T00:00:00") { day.removeLast(9) }
      try hand(day)
    }
  }

  /// Remarks on the cell that has ended.
  func remark(_ kind: WorkbookNotice.Kind) throws(WorkbookError) {
    guard column <= sink.columns else { return }
    try notices.add(kind, rows: row...row, columns: column...column, limit: limits.notices)
  }

  /// Remarks on hidden columns.
  func meetColumns(_ attributes: XMLAttributes) throws(WorkbookError) {
    guard attributes.isTrue("hidden"), let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), (1...sink.columns).contains(first),
      first <= last
    else { return }
    try notices.add(
      .hiddenColumns, rows: firstRow...firstRow, columns: first...min(last, sink.columns),
      limit: limits.notices)
  }

  /// Remarks on merged cells that reach into the rows and columns that are read.
  func meetMerge(_ attributes: XMLAttributes) throws(WorkbookError) {
    let ends = attributes["ref"]?.split(separator: ":").map { CellReference(String($0)) }
    guard let ends, ends.count == 2, let first = ends[0], let last = ends[1],
      first.row <= last.row, last.row >= firstRow, last.row <= CellReference.lastRow,
      first.column <= last.column, first.column <= sink.columns
    else { return }
    try notices.add(
      .mergedCells, rows: first.row...last.row,
      columns: first.column...min(last.column, CellReference.lastColumn), limit: limits.notices)
  }

  private func deliverShared() throws(WorkbookError) {
    var failure: WorkbookError?
    let number = text.contents.reduce(into: 0) { number, byte in
      let digit = Int(byte) - 48
      number = (0...9).contains(digit) && number < 1 << 32 ? number * 10 + digit : .max
    }
    let isThere = context.strings.withText(at: number) { bytes in
      do throws(WorkbookError) { try hand(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    guard isThere else { throw .badReference(row: row) }
  }

  private func deliverNumber() throws(WorkbookError) {
    let format = context.format(style)
    let bytes = text.contents
    if format.isGeneral, isPlain(bytes) { return try hand(bytes) }
    guard let number = CellNumber(bytes) else { return try hand(bytes) }
    if format.meaning != .plain, let (day, seconds) = number.day(startsIn1904: context.startsIn1904)
    {
      return try hand(day, seconds: seconds, format)
    }
    let plain = number.text
    guard !format.isGeneral, format.meaning == .plain, let shown = format.shown(number),
      shown.text != plain
    else { return try hand(plain) }
    // `000000` and `0.00` write the number as a person would; of more than 15 digits some are lost.
    if shown.isSame, shown.isBare, number.size <= 15 { return try hand(shown.text) }
    try hand(plain, shown: ShownText(shown.text, of: .number, isSame: shown.isSame))
  }

  private func hand(_ day: CivilDate, seconds: Int, _ format: NumberFormat) throws(WorkbookError) {
    let isMonth = format.meaning == .month && day.day == 1
    let time =
      format.showsTime && seconds > 0
      ? " "
        + [seconds / 3_600, seconds / 60 % 60, seconds % 60]
        .map { String(100 + $0).suffix(2) }.joined(separator: ":") : ""
    let iso = isMonth ? String(day.iso.prefix(7)) : day.iso + time
    let shown = format.shown(day, seconds: seconds)
    try hand(
      iso,
      shown: shown == iso
        ? nil
        : shown.map { ShownText($0, of: .day, isSame: isMonth || format.showsWholeDay) })
  }

  /// Whether a number is written as a person would type it: at most 15 digits and no leading zero.
  private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count <= 15 && bytes.allSatisfy { $0 &- 48 <= 9 }
      && (bytes.count == 1 || bytes[0] != 48)
  }

  private func hand(_ words: String, shown: ShownText? = nil) throws(WorkbookError) {
    var words = words
    var failure: WorkbookError?
    words.withUTF8 { bytes in
      do throws(WorkbookError) { try hand(bytes, shown: shown) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func hand(_ bytes: UnsafeBufferPointer<UInt8>, shown: ShownText? = nil)
    throws(WorkbookError)
  {
    guard bytes.count > 0 else { return }
    delivered += bytes.count
    guard delivered <= limits.inflatedBytes else { throw .tooLarge(.inflatedBytes) }
    sink.cell(bytes, column: column, shown: shown)
  }
}
