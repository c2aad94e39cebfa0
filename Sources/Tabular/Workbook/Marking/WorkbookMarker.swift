import CZip
import Foundation
import Model

/// Writes a copy of a workbook in which bad cells are coloured and carry a comment.
///
/// The copy is the sender's own package: every part that nothing is marked in is there byte for byte,
/// and in a marked worksheet all stays as it was but the marked cells and two columns right of the
/// others that say what is wrong with a row and what to do.
public struct WorkbookMarker {
  private let reader: WorkbookReader
  private let path: String

  /// Prepares a copy.
  /// - Throws: `WorkbookError` where the workbook cannot be read.
  public init(path: String) throws(WorkbookError) {
    reader = try WorkbookReader(path: path)
    self.path = path
  }

  /// Writes the copy where nothing stands yet; the same input gives the same bytes.
  ///
  /// - Parameter sheets: what is wrong with worksheets, by their index in `WorkbookReader.worksheets`.
  /// - Throws: `WorkbookError` where the source cannot be read, `TabularError` where the copy cannot be
  ///   written.
  /// - Complexity: Linear in the marked worksheets; memory holds the marks and the packed package.
  public func write(_ sheets: [Int: WorksheetMarks], to copy: String) throws {
    let package = try MarkedPackage(path, reader.archive)
    let styles = try MarkedStyles(reader.stylesPart.map { try reader.archive.bytes(of: $0) })
    var links: [Int: SheetLinks] = [:]
    for (index, sheet) in sheets.sorted(by: { $0.key < $1.key }) where !sheet.marks.isEmpty {
      links[index] = try SheetLinks(
        of: reader.worksheets[index].part, number: index + 1, in: reader)
    }
    for (index, sheet) in sheets.sorted(by: { $0.key < $1.key }) {
      try mark(sheet, index, links[index], styles, in: package)
    }
    try replaceStyles(styles, in: package)
    try replaceTypes(Array(links.values), in: package)
    let draft = try DraftFolder(beside: copy)
    let file = draft.path + "/workbook.xlsx"
    try OutputFile.write(try package.close(), to: file)
    let own = package.changed
    guard WrittenWorkbook.isWhole(file, markup: { own.contains($0) && !$0.hasSuffix(".vml") })
    else {
      throw TabularError.resultDamaged(path: copy)
    }
    try draft.publish("workbook.xlsx", as: copy)
  }

  /// Marks the cells of one worksheet, and writes its comments.
  private func mark(
    _ sheet: WorksheetMarks, _ index: Int, _ links: SheetLinks?, _ styles: MarkedStyles,
    in package: MarkedPackage
  ) throws {
    let part = reader.worksheets[index].part
    let survey = SheetSurvey(sheet)
    try XMLPart.parse(part, of: reader.archive, visitor: survey)
    let comments = MarkedComments(sheet.marks)
    let hasDrawing = survey.drawing.flatMap { links?.relationships?.links[$0] } != nil
    let marked = MarkedSheet(
      sheet, survey, styles, drawing: links == nil || hasDrawing ? nil : links?.drawingID)
    try package.rewrite(part) { marked }
    guard let links else { return }
    let ownComments = try links.comments.map { try reader.archive.bytes(of: $0) }
    if let own = links.comments, let bytes = ownComments {
      package.replace(own, with: try comments.added(to: bytes))
    } else {
      package.add(links.newComments, comments.part)
    }
    if let own = survey.drawing.flatMap({ links.relationships?.links[$0]?.part }) {
      let boxes = try comments.added(
        toDrawing: reader.archive.bytes(of: own), of: ownComments ?? MarkedComments([]).part)
      package.replace(own, with: boxes)
    } else {
      package.add(links.newDrawing, comments.drawing)
    }
    let new = links.markup(comments: links.comments == nil, drawing: !hasDrawing)
    guard !new.isEmpty else { return }
    if links.relationships == nil {
      package.add(links.part, SheetLinks.part(new))
    } else {
      package.replace(
        links.part,
        with: try XMLRewriter.copy(
          reader.archive.bytes(of: links.part),
          editing: ChildAppender(to: "Relationships", depth: 0) { prefix in
            new.replacing("<Relationship ", with: "<\(prefix)Relationship ")
          }))
    }
  }

  private func replaceStyles(_ styles: MarkedStyles, in package: MarkedPackage) throws {
    let written = try styles.written()
    if let part = reader.stylesPart {
      package.replace(part, with: written)
      return
    }
    package.add(SheetLinks.newStyles, written)
    let links = SheetLinks.path(of: reader.part)
    package.replace(
      links,
      with: try XMLRewriter.copy(
        reader.archive.bytes(of: links),
        editing: ChildAppender(to: "Relationships", depth: 0) { prefix in
          "<\(prefix)Relationship Id=\"rIdReturnedStyles\" Type=\""
            + WorkbookMarkup.relationships(isStrict: false)
            + "/styles\" Target=\"/\(SheetLinks.newStyles)\"/>"
        }))
  }

  /// Says what the new parts are.
  private func replaceTypes(_ links: [SheetLinks], in package: MarkedPackage) throws {
    let name = "[Content_Types].xml"
    guard reader.archive.holds(name) else { return }
    var hasDrawings = false
    let types = try XMLRewriter.copy(
      reader.archive.bytes(of: name),
      editing: ChildAppender(
        to: "Types", depth: 0,
        hear: { if $0["Extension"]?.lowercased() == "vml" { hasDrawings = true } }
      ) { prefix in
        let office = "application/vnd.openxmlformats-officedocument."
        var new = ""
        func override(_ part: String, _ type: String) {
          guard package.changed.contains(part) else { return }
          new +=
            "<\(prefix)Override PartName=\"/\(part)\" "
            + "ContentType=\"\(office)spreadsheetml.\(type)+xml\"/>"
        }
        for link in links.sorted(by: { $0.number < $1.number }) where link.comments == nil {
          override(link.newComments, "comments")
        }
        override(SheetLinks.newStyles, "styles")
        if !hasDrawings, links.contains(where: { package.changed.contains($0.newDrawing) }) {
          new += "<\(prefix)Default Extension=\"vml\" ContentType=\"\(office)vmlDrawing\"/>"
        }
        return new
      })
    package.replace(name, with: types)
  }
}

/// The parts that belong to a marked worksheet.
struct SheetLinks {
  static let newStyles = "xl/stylesReturned.xml"

  /// The worksheet's number, which new parts get.
  let number: Int
  /// The part that says what belongs to the worksheet.
  let part: String
  /// What it says, if it is there.
  let relationships: Relationships?
  /// The sender's own comments, if there are any.
  let comments: String?
  let newComments: String
  let newDrawing: String
  let drawingID = "rIdReturnedDrawing"

  init(of sheet: String, number: Int, in reader: WorkbookReader) throws(WorkbookError) {
    self.number = number
    part = Self.path(of: sheet)
    relationships =
      reader.archive.holds(part)
      ? try Relationships(of: sheet, in: reader.archive, limits: reader.limits) : nil
    comments = relationships?.part("comments")
    newComments = "xl/commentsReturned\(number).xml"
    newDrawing = "xl/drawings/vmlDrawingReturned\(number).vml"
  }

  /// The part that says what belongs to a part.
  static func path(of part: String) -> String {
    let steps = part.split(separator: "/")
    return (steps.dropLast() + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
  }

  /// What leads to the new parts.
  func markup(comments: Bool, drawing: Bool) -> String {
    let kinds = WorkbookMarkup.relationships(isStrict: false)
    return
      (comments
      ? "<Relationship Id=\"rIdReturnedComments\" Type=\"\(kinds)/comments\" Target=\"/\(newComments)\"/>"
      : "")
      + (drawing
        ? "<Relationship Id=\"\(drawingID)\" Type=\"\(kinds)/vmlDrawing\" Target=\"/\(newDrawing)\"/>"
        : "")
  }

  /// A part that says nothing but that.
  static func part(_ markup: String) -> [UInt8] {
    Array(
      (WorkbookMarkup.declaration + "<Relationships xmlns="
        + "\"http://schemas.openxmlformats.org/package/2006/relationships\">\(markup)"
        + "</Relationships>").utf8)
  }
}

extension MarkedSheet {
  /// Lays out what becomes of the cells of a worksheet.
  convenience init(
    _ sheet: WorksheetMarks, _ survey: SheetSurvey, _ styles: MarkedStyles, drawing: String?
  ) {
    var edits: [Int: [Int: Edit]] = [:]
    for mark in sheet.marks {
      let isText =
        mark.holdsDigits
        || sheet.marks.contains {
          $0.row == mark.row && $0.column == mark.column && $0.holdsDigits
        }
      let base = survey.style(row: mark.row, column: mark.column)
      edits[mark.row, default: [:]][mark.column] = Edit(
        column: mark.column, style: styles.marked(base, isText: isText), text: nil)
    }
    let isAgain = !sheet.titles.isEmpty && sheet.earlier.count == sheet.titles.count
    let first = max(sheet.width, survey.lastColumn) + 1
    let columns = isAgain ? sheet.earlier : sheet.titles.indices.map { first + $0 }
    if columns.last ?? 0 <= CellReference.lastColumn {
      for (row, texts) in sheet.notes {
        for (column, text) in zip(columns, texts) {
          edits[row, default: [:]][column] = Edit(column: column, style: styles.note(), text: text)
        }
      }
      for (column, title) in zip(columns, sheet.titles) where !isAgain {
        edits[sheet.header, default: [:]][column] = Edit(
          column: column, style: survey.titleStyle, text: title)
      }
    }
    self.init(
      edits: edits.mapValues { $0.values.sorted { $0.column < $1.column } }, header: sheet.header,
      noteColumns: isAgain || columns.isEmpty ? nil : columns[0]...columns[columns.count - 1],
      earlier: isAgain ? Set(columns) : [], unmark: { [styles] in styles.unmarked($0) },
      drawing: drawing)
  }
}
