/// A worksheet while bad cells are marked in it and texts put right of its columns.
final class MarkedSheet: XMLRewriter.Editor {
  /// What becomes of one cell.
  struct Edit {
    let column: Int
    let style: Int
    /// What it says; `nil` where it goes on holding what it holds.
    let text: String?
  }

  /// The elements that come behind the drawing of comments.
  ///
  /// Source: ECMA-376, part 1, 18.3.1.99.
  private static let later: Set<Substring> = [
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst", "AlternateContent",
  ]
  private static let noteWidth = 36

  private let edits: [Int: [Edit]]
  private let header: Int
  /// The further columns, and whether the copy has had them before.
  private let noteColumns: ClosedRange<Int>?
  private let earlier: Set<Int>
  /// The relationship to the drawing of comments, where the worksheet has none yet.
  private let drawing: String?
  /// The style of a cell that was marked before and is no longer; `nil` where it stays.
  private let unmark: (Int) -> Int?
  private var rowsToCome: ArraySlice<Int>
  private var hasDrawing = false
  private var (hasColumns, columnsTag) = (false, [UInt8]())
  private var columnTags: [(columns: ClosedRange<Int>, tag: [UInt8])] = []
  private var isStrict = false
  private var (row, column) = (0, 0)
  private var cellsToCome: ArraySlice<Edit> = []
  private var closesRow = false
  private var dropsCell = false

  /// - Parameters:
  ///   - edits: the cells to change, from left to right.
  ///   - noteColumns: the further columns, if they are new.
  ///   - earlier: columns below whose header everything gives way.
  ///   - unmark: the style without a mark of one that an earlier copy has got.
  init(
    edits: [Int: [Edit]], header: Int, noteColumns: ClosedRange<Int>?, earlier: Set<Int>,
    unmark: @escaping (Int) -> Int?, drawing: String?
  ) {
    self.unmark = unmark
    self.edits = edits
    self.header = header
    self.noteColumns = noteColumns
    self.earlier = earlier
    self.drawing = drawing
    rowsToCome = edits.keys.sorted()[...]
  }

  func start(_ tag: XMLRewriter.Tag, _ copy: XMLRewriter) {
    switch (tag.depth, tag.name) {
    case (0, _):
      isStrict = String(decoding: copy.rawTag, as: UTF8.self)
        .contains("http://purl.oclc.org/ooxml/spreadsheetml/main")
    case (1, "dimension"): startDimension(tag, copy)
    case (1, "cols"): startColumns(copy)
    case (2, "col"):
      if let first = tag["min"].flatMap({ Int($0) }), let last = tag["max"].flatMap({ Int($0) }),
        first <= last
      {
        columnTags.append((first...last, copy.rawTag))
      }
    case (1, "sheetData"): addColumns(copy)
    case (2, "row"): startRow(tag, copy)
    case (3, "c"): startCell(tag, copy)
    case (1, let name) where Self.later.contains(name): addDrawing(copy)
    default: break
    }
  }

  func end(_ name: Substring, depth: Int, _ copy: XMLRewriter) {
    switch (depth, name) {
    case (1, "cols"): endColumns(copy)
    case (3, "c"):
      guard dropsCell else { return }
      copy.settleAfter()
      copy.isDropping = false
      dropsCell = false
    case (2, "row"):
      addCells(before: .max, copy)
      if closesRow { copy.insert("</\(copy.prefix)row>") }
      closesRow = false
    case (1, "sheetData"): addRows(before: .max, copy)
    case (0, _): addDrawing(copy)
    default: break
    }
  }

  // MARK: - Rows and cells

  private func startRow(_ tag: XMLRewriter.Tag, _ copy: XMLRewriter) {
    row = tag["r"].flatMap { Int($0) } ?? row + 1
    column = 0
    addRows(before: row, copy)
    cellsToCome = []
    guard rowsToCome.first == row else { return }
    rowsToCome.removeFirst()
    cellsToCome = (edits[row] ?? [])[...]
    // How far the row goes is only a hint, and no longer true.
    var raw = XMLRewriter.setting("spans", to: nil, in: copy.rawTag)
    if tag.isEmpty {
      raw.replaceSubrange((raw.count - 2)..., with: Array(">".utf8))
      closesRow = true
    }
    copy.replace(raw)
  }

  private func startCell(_ tag: XMLRewriter.Tag, _ copy: XMLRewriter) {
    column = tag["r"].flatMap { CellReference($0)?.column } ?? column + 1
    addCells(before: column, copy)
    if let edit = cellsToCome.first, edit.column == column {
      cellsToCome.removeFirst()
      if edit.text == nil {
        copy.replace(XMLRewriter.setting("s", to: String(edit.style), in: copy.rawTag))
      } else {
        copy.insert(cell(edit, copy.prefix))
        dropCell(copy)
      }
    } else if row > header, earlier.contains(column) {
      copy.settleBefore()
      dropCell(copy)
    } else if !earlier.isEmpty, let style = tag["s"].flatMap({ Int($0) }).flatMap(unmark) {
      copy.replace(XMLRewriter.setting("s", to: String(style), in: copy.rawTag))
    }
  }

  /// Leaves the cell at hand out, until it ends.
  private func dropCell(_ copy: XMLRewriter) {
    copy.isDropping = true
    dropsCell = true
  }

  private func addRows(before next: Int, _ copy: XMLRewriter) {
    while let first = rowsToCome.first, first < next {
      rowsToCome.removeFirst()
      row = first
      let cells = (edits[first] ?? []).map { cell($0, copy.prefix) }.joined()
      copy.insert("<\(copy.prefix)row r=\"\(first)\">\(cells)</\(copy.prefix)row>")
    }
    if next < .max { row = next }
  }

  private func addCells(before next: Int, _ copy: XMLRewriter) {
    while let first = cellsToCome.first, first.column < next {
      cellsToCome.removeFirst()
      copy.insert(cell(first, copy.prefix))
    }
  }

  private func cell(_ edit: Edit, _ prefix: String) -> String {
    let start =
      "<\(prefix)c r=\"\(CellReference.name(column: edit.column, row: row))\" s=\"\(edit.style)\""
    guard let text = edit.text, !text.isEmpty else { return start + "/>" }
    return start + " t=\"inlineStr\"><\(prefix)is><\(prefix)t xml:space=\"preserve\">"
      + text.asCellMarkup + "</\(prefix)t></\(prefix)is></\(prefix)c>"
  }

  // MARK: - Columns, the size, and the drawing

  private func startDimension(_ tag: XMLRewriter.Tag, _ copy: XMLRewriter) {
    let corners = (tag["ref"] ?? "").split(separator: ":").map { CellReference(String($0)) }
    let rows = edits.keys + corners.compactMap { $0?.row }
    let columns = edits.values.flatMap { $0.map(\.column) } + corners.compactMap { $0?.column }
    guard !corners.contains(where: { $0 == nil }), let top = rows.min(), let bottom = rows.max(),
      let left = columns.min(), let right = columns.max()
    else { return }
    let size =
      CellReference.name(column: left, row: top) + ":"
      + CellReference.name(column: right, row: bottom)
    copy.replace(XMLRewriter.setting("ref", to: size, in: copy.rawTag))
  }

  private func startColumns(_ copy: XMLRewriter) {
    guard noteColumns != nil else { return }
    columnsTag = copy.rawTag
    hasColumns = true
    copy.settleBefore()
    copy.isDropping = true
  }

  /// Writes the widths of columns anew, those of the further columns among them.
  private func endColumns(_ copy: XMLRewriter) {
    guard let noteColumns else { return }
    copy.settleAfter()
    copy.isDropping = false
    var pieces = [(noteColumns.lowerBound, Array(width(noteColumns, copy.prefix).utf8))]
    for (columns, tag) in columnTags {
      let left = (columns.lowerBound, min(columns.upperBound, noteColumns.lowerBound - 1))
      let right = (max(columns.lowerBound, noteColumns.upperBound + 1), columns.upperBound)
      for (first, last) in [left, right] where first <= last {
        let begun = XMLRewriter.setting("min", to: String(first), in: tag)
        var piece = XMLRewriter.setting("max", to: String(last), in: begun)
        // A tag that had an end of its own has lost it with the rest.
        if piece[piece.count - 2] != UInt8(ascii: "/") {
          piece.insert(UInt8(ascii: "/"), at: piece.count - 1)
        }
        pieces.append((first, piece))
      }
    }
    var bytes = columnsTag
    for piece in pieces.sorted(by: { $0.0 < $1.0 }) { bytes += piece.1 }
    copy.put(bytes + Array("</\(copy.prefix)cols>".utf8))
  }

  private func addColumns(_ copy: XMLRewriter) {
    guard let noteColumns, !hasColumns else { return }
    copy.insert(
      "<\(copy.prefix)cols>\(width(noteColumns, copy.prefix))</\(copy.prefix)cols>")
  }

  private func width(_ columns: ClosedRange<Int>, _ prefix: String) -> String {
    "<\(prefix)col min=\"\(columns.lowerBound)\" max=\"\(columns.upperBound)\" "
      + "width=\"\(Self.noteWidth)\" customWidth=\"1\"/>"
  }

  private func addDrawing(_ copy: XMLRewriter) {
    guard let drawing, !hasDrawing else { return }
    hasDrawing = true
    let namespace = WorkbookMarkup.relationships(isStrict: isStrict)
    copy.insert(
      "<\(copy.prefix)legacyDrawing xmlns:r=\"\(namespace)\" r:id=\"\(drawing)\"/>")
  }
}
