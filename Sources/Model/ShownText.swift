/// What a workbook's cell shows, where that is something else than the text that is read from it.
///
/// A cell holds a number and a format. `85%` is 0.85, `1月1日` the day of some year, `BM0012` a 12, and a
/// clerk knows only what is shown.
public struct ShownText: Sendable, Hashable {
  /// What the cell holds.
  public enum Content: Sendable, Hashable {
    /// A number; it is read as typed: 0.85, 12.
    case number
    /// A day; it is read in ISO 8601: 2024-01-01.
    case day
  }

  /// What is shown, without the spaces that align it; empty where the format hides the number.
  public let text: String
  /// What the cell holds.
  public let content: Content
  /// Whether both say the same in two notations, such as 2024年1月1日 for 2024-01-01, or `1,050 人` for
  /// 1050; otherwise digits are cut off, added or multiplied, or a part of the day is not shown.
  public let isSame: Bool

  /// Makes the text of a cell.
  public init(_ text: String, of content: Content, isSame: Bool) {
    self.text = text
    self.content = content
    self.isSame = isSame
  }
}
