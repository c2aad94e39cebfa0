/// How much a workbook may ask for before it is refused: the bounds that keep memory flat.
public struct WorkbookLimits: Sendable {
  /// Bytes of the file itself.
  public var fileBytes = 1 << 29
  /// Members of the archive; also worksheets, relationships and number formats.
  public var entries = 10_000
  /// Bytes of one member after inflating, and bytes of text handed over for one worksheet.
  public var inflatedBytes = 1 << 32
  /// How many times a member may grow when inflated, once it is past `freeBytes`.
  public var ratio = 200
  /// Inflated bytes of a member for which no ratio is asked.
  public var freeBytes = 1 << 25
  /// Bytes of all shared strings together, which are the one part kept in memory.
  public var sharedBytes = 1 << 28
  /// Bytes of one cell: the 32,767 characters that a spreadsheet allows, four bytes each.
  public var cellBytes = 131_068
  /// Separate remarks about one worksheet.
  public var notices = 1_000_000

  /// The bounds that suit sheets of up to 1,048,576 rows.
  public init() {}
}
