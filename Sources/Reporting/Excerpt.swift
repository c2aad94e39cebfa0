/// The first of many, with how many there are and where all of them stand.
///
/// A page stays readable when a hundred thousand rows wait; nothing is left out unsaid.
public struct Excerpt<Element: Sendable>: Sendable {
  /// What is shown.
  public let shown: [Element]
  /// How many there are in all.
  public let total: Int
  /// The file that holds all of them.
  public let file: String?

  /// Shows some of `total`.
  public init(_ shown: [Element], total: Int, file: String?) {
    self.shown = shown
    self.total = total
    self.file = file
  }
}
