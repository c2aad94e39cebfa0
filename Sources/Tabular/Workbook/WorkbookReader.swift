public import Model

/// Reads the worksheets of an `.xlsx` workbook as rows of text, in bounded memory.
///
/// What a cell's text is: text as it stands; a number as a person typed it, with the zeros that its
/// format shows (`85.6`, `2024.10`, `030101`), from 16 digits on in the form `1.10101199001011E+17`,
/// which shows that a spreadsheet has lost digits; a day as `2024-06-01`, with ` 08:30:00` where it
/// shows a time, as `1990-01` where its format shows only the month and the day is the first; true and
/// false as `1` and `0`; an error as `#N/A` with a notice; a formula as its stored result with a
/// notice. Where a number or a day shows otherwise than its text, `RowBatch.shown` says how. Hidden
/// rows and columns are read, with a notice.
///
/// One thread at a time may use a reader.
public final class WorkbookReader {
  /// The worksheets in the order of their tabs, hidden ones too; sheets of charts left out.
  public let worksheets: [Worksheet]
  /// Whether its days are counted from 1904-01-01, as old Macintosh workbooks have it: a day that is
  /// stored as a number without a format is 1,462 days later than elsewhere.
  public let startsIn1904: Bool

  let archive: ZipArchive
  let limits: WorkbookLimits
  /// The part that names the worksheets.
  let part: String
  /// The part of styles, if there is one.
  let stylesPart: String?
  private let stringsPart: String?
  private var context: CellContext?

  /// Opens a workbook and reads what worksheets it has.
  ///
  /// - Throws: `WorkbookError` where the file is absent, is no `.xlsx` workbook, needs a password,
  ///   is damaged or passes a limit.
  public init(path: String, limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
    self.limits = limits
    archive = try ZipArchive(path: path, limits: limits)
    guard archive.holds("_rels/.rels"),
      let part = try Relationships(of: "", in: archive, limits: limits).part("officeDocument")
    else { throw archive.holds("content.xml") ? .openDocument : .notWorkbook }
    guard !part.hasSuffix(".bin") else { throw .binaryFormat }
    self.part = part
    let links = try Relationships(of: part, in: archive, limits: limits)
    let outline = WorkbookOutline(links: links, limits: limits)
    try XMLPart.parse(part, of: archive, visitor: outline)
    worksheets = outline.worksheets
    startsIn1904 = outline.startsIn1904
    stylesPart = links.part("styles")
    stringsPart = links.part("sharedStrings")
  }

  /// The first rows of a worksheet, so that its header can be found.
  ///
  /// - Parameters:
  ///   - count: How many rows of the worksheet to look at.
  ///   - worksheet: The worksheet's index in `worksheets`.
  /// - Returns: At most `count` rows, the worksheet's row 1 first; a blank row has no cells, blank
  ///   rows at the end are left out, and so is what stands right of column 1,024.
  /// - Throws: `WorkbookError` where the worksheet is damaged or passes a limit.
  public func firstRows(_ count: Int, of worksheet: Int) throws(WorkbookError) -> [[String]] {
    try pour(worksheet, into: FirstRowsSink(count: count)).rows
  }

  /// Reads rows of a worksheet into batches; blank rows are left out.
  ///
  /// - Parameters:
  ///   - worksheet: The worksheet's index in `worksheets`.
  ///   - firstRow: The first row to read, counted from 1 at the top of the worksheet.
  ///   - batch: The empty batch to fill first. Its columns say how many cells of each row are kept;
  ///     the others are counted in `Place.fields`. `Place.row` and `Place.line` are both the
  ///     worksheet's row number.
  ///   - take: Receives each batch when it is full or holds 8 MiB, and the last one; returns the
  ///     empty batch to fill next.
  /// - Returns: What a reader of the values should know, in the order of the rows.
  /// - Throws: `WorkbookError` where the worksheet is damaged or passes a limit, and whatever `take`
  ///   throws. Rows handed over before that were sound.
  /// - Complexity: Linear in the inflated size of the worksheet; memory holds the shared strings and
  ///   one batch.
  public func read(
    _ worksheet: Int, from firstRow: Int, batch: RowBatch, take: (RowBatch) throws -> RowBatch
  ) throws -> [WorkbookNotice] {
    let visitor = try visitor(worksheet, from: firstRow, sink: BatchSink(batch: batch))
    visitor.sink.batch.startsIn1904 = startsIn1904
    let part = try XMLPart(visitor.part, of: archive, visitor: visitor)
    while try part.advance() {
      visitor.sink.batch = try take(visitor.sink.batch)
      visitor.sink.batch.startsIn1904 = startsIn1904
    }
    if visitor.sink.batch.count > 0 { _ = try take(visitor.sink.batch) }
    return visitor.notices.inOrder
  }

  /// Pours a whole worksheet into a sink that never pauses.
  func pour<Sink: CellSink>(_ worksheet: Int, into sink: Sink) throws(WorkbookError) -> Sink {
    let visitor = try visitor(worksheet, from: 1, sink: sink)
    try XMLPart.parse(visitor.part, of: archive, visitor: visitor)
    return visitor.sink
  }

  private func visitor<Sink: CellSink>(
    _ worksheet: Int, from firstRow: Int, sink: Sink
  ) throws(WorkbookError) -> SheetVisitor<Sink> {
    SheetVisitor(
      of: worksheets[worksheet].part, from: firstRow, context: try loadContext(), limits: limits,
      sink: sink)
  }

  /// Reads styles and shared strings when the first worksheet is read.
  private func loadContext() throws(WorkbookError) -> CellContext {
    if let context { return context }
    let formats = NumberFormats(limits: limits)
    let strings = SharedStrings(limits: limits)
    if let stylesPart { try XMLPart.parse(stylesPart, of: archive, visitor: formats) }
    if let stringsPart { try XMLPart.parse(stringsPart, of: archive, visitor: strings) }
    let context = CellContext(
      strings: strings, formats: formats.formats, startsIn1904: startsIn1904)
    self.context = context
    return context
  }
}
