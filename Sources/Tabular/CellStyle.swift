/// How a workbook cell looks.
public struct CellStyle: Hashable, Sendable {
  /// Where text stands between the left and the right edge.
  public enum Alignment: Sendable {
    /// At the left.
    case leading
    /// In the middle.
    case center
    /// At the right.
    case trailing
  }

  /// Whether the letters are bold.
  public var isBold = false
  /// The size of the letters in points.
  public var size = 10
  /// The colour of the letters, `0xRRGGBB`.
  public var color: UInt32 = 0x1C2330
  /// The colour behind the letters, `0xRRGGBB`; none by default.
  public var fill: UInt32?
  /// Whether a thin line runs around the cell.
  public var hasBorder = false
  /// Where the text stands.
  public var alignment = Alignment.leading
  /// Whether long text goes on in the next line of the cell.
  public var wraps = false
  /// The number format in a spreadsheet's notation, such as `0.00`; `@` keeps what is typed as text.
  public var numberFormat: String?

  /// Makes the plain style.
  public init() {}
}
