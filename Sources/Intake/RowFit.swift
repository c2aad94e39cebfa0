import Model

/// Whether rows are those of a header.
struct RowFit {
  private let header: SheetHeader
  private let cells = CellReader(offices: OfficeTable())

  /// Whether any cell that must be filled is of a kind that not any text fits.
  private let tells: Bool

  init(_ header: SheetHeader) {
    self.header = header
    tells = header.description.kept.contains { $0.need == .cell && !$0.kind.takesAnyText }
  }

  /// Whether more than half of some rows fit.
  func fitsMost(of rows: [(row: UInt32, texts: [String])]) -> Bool {
    rows.count { fits($0.texts) } * 2 > rows.count
  }

  /// Whether every cell that must be filled is, and can be read, and nothing stands further right.
  func fits(_ texts: [String]) -> Bool {
    guard tells, texts.dropFirst(header.titles.count).allSatisfy(\.isEmpty) else { return false }
    return zip(header.description.kept, header.places).allSatisfy { field, place in
      guard field.need == .cell, place >= 0 else { return true }
      guard texts.indices.contains(place) else { return false }
      var (text, reader) = (texts[place], cells)
      // An office may have come in with a sheet of its own.
      if field.kind.isOffice, text.utf8.count == 9, Int(text) != nil { return true }
      return text.withUTF8 { bytes in
        switch reader.read(bytes, as: field.kind).status {
        case .same, .changed: true
        case .blank, .wrong: false
        }
      }
    }
  }
}
