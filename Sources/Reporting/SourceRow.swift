/// Where something stood in what was sent in.
public struct SourceRow: Hashable, Sendable {
  /// The file's name, without its folder.
  public let file: String
  /// The row as a spreadsheet numbers it.
  public let row: Int

  /// Names a row of a file.
  public init(file: String, row: Int) {
    self.file = file
    self.row = row
  }
}
