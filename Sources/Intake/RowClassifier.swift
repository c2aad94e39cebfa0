import Model

/// Tells what a row is that does not read as data: what is no person is left out, never a row that
/// could be one.
struct RowClassifier {
  /// What a row is.
  enum Role {
    /// Data, good or bad.
    case data
    /// No data, for a reason.
    case leftOut(LeftOutReason)
    /// A header that gives the columns another order or other names.
    case header(SheetHeader)
  }

  private let names: HeaderNames
  private let kept: [SheetField]

  init(_ description: SheetDescription) {
    names = HeaderNames(description)
    kept = description.kept
  }

  /// What a row is whose cells cannot all be read, or that has a text that data seldom has.
  ///
  /// - Parameters:
  ///   - isBroken: whether a cell of it cannot be read; rows in order are left out as samples and
  ///     totals alone.
  ///   - evidence: how many of its cells hold what only a row of data has in their columns.
  func role(
    ofRow row: Int, in rows: RowBatch, _ sheet: IncomingSheet, isBroken: Bool,
    evidence: () -> Int
  ) -> Role {
    let place = rows.places[row]
    guard !place.isDamaged, !place.isMisquoted, !place.isFilledBeyond else { return .data }
    let header = sheet.header
    // Most rows that come here are data with a wrong cell, so texts are made only where they are read.
    func cell(_ column: Int) -> (column: Int, text: String)? {
      guard !rows.bytes(row: row, column: column).isEmpty else { return nil }
      let text = RowText.folded(rows.text(row: row, column: column))
      return text.isEmpty ? nil : (column, text)
    }
    if isSample(row, of: rows, header, cell) { return .leftOut(.sample) }
    if isBroken, IdentityScan.holdsNumber(row: row, of: rows) || evidence() > 1 { return .data }
    guard let first = (0..<rows.columns).lazy.compactMap(cell).first else {
      return .leftOut(.blank)
    }
    guard isBroken else {
      if RowText.isTotal(first.text), evidence() == 0 { return .leftOut(.total) }
      // In a sheet of texts alone a header reads like any other row.
      guard names.field(of: first.text, .name) != nil else { return .data }
      return headerRole(row, of: rows, header) ?? .data
    }
    let filled = (0..<rows.columns).compactMap(cell)
    if filled.count > 1, filled.contains(where: isName),
      let role = headerRole(row, of: rows, header)
    {
      return role
    }
    let columns = Set(header.places + [header.officeName, header.districtName])
    let own = filled.filter { columns.contains($0.column) }
    let number = header.description.key.first.map { header.place(of: $0) } ?? -1
    if filled.allSatisfy({ RowText.isSerial($0.text) }),
      own.allSatisfy({ $0.column == number }) || filled.count == 1 && !holdsNumbers(own, header)
    {
      return .leftOut(.blankNumbered)
    }
    if filled.contains(where: { RowText.isTotal($0.text) }) { return .leftOut(.total) }
    if RowText.isFooter(first.text) || filled.allSatisfy({ RowText.isDay($0.text) }) {
      return .leftOut(.footer)
    }
    if own.isEmpty { return .leftOut(.outside) }
    guard filled.count == 1 else { return .data }
    if RowText.isPartTitle(first.text) { return .leftOut(.title) }
    return RowText.isSentence(first.text) ? .leftOut(.footer) : .data
  }

  /// Whether the first filled cell, or one that names the row, says that the row is a sample.
  private func isSample(
    _ row: Int, of rows: RowBatch, _ header: SheetHeader,
    _ cell: (Int) -> (column: Int, text: String)?
  ) -> Bool {
    let marked = (0..<rows.columns).filter {
      RowText.mayNameSample(rows.bytes(row: row, column: $0))
    }
    guard !marked.isEmpty else { return false }
    let keys = header.description.key.map { header.place(of: $0) }
    let first = (0..<rows.columns).first { cell($0) != nil }
    return marked.contains { column in
      (column == first || keys.contains(column) || isName(column, header))
        && cell(column).map { RowText.isSample($0.text) } ?? false
    }
  }

  /// Whether a cell holds the name of a column.
  private func isName(_ cell: (column: Int, text: String)) -> Bool {
    HeaderNames.Certainty.allCases.contains { names.field(of: cell.text, $0) != nil }
  }

  /// What a row is that reads like a header.
  private func headerRole(_ row: Int, of rows: RowBatch, _ header: SheetHeader) -> Role? {
    guard let found = Self.header(row: row, of: rows, names) else { return nil }
    return header.covers(found) ? .leftOut(.repeatedHeader) : .header(found)
  }

  private func holdsNumbers(_ cells: [(column: Int, text: String)], _ header: SheetHeader) -> Bool {
    zip(kept, header.places).contains { field, place in
      field.kind.isNumber && cells.contains { $0.column == place }
    }
  }

  private func isName(_ column: Int, _ header: SheetHeader) -> Bool {
    zip(kept, header.places).contains { field, place in
      if case .name = field.kind { place == column } else { false }
    }
  }

  /// The header that a row is, where most of its cells are names of columns.
  static func header(row: Int, of rows: RowBatch, _ names: HeaderNames) -> SheetHeader? {
    let fields = min(rows.columns, Int(rows.places[row].fields))
    let texts = (0..<fields).map { SheetHeader.flat(rows.text(row: row, column: $0)) }
    let number = rows.places[row].row
    guard let header = SheetHeader(texts, rows: number...number, as: names),
      header.recognised * 2 > texts.count(where: { !$0.isEmpty })
    else { return nil }
    return header
  }
}
