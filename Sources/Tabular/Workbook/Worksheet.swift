/// A worksheet of a workbook (工作表).
public struct Worksheet: Sendable, Hashable {
  /// The name on its tab.
  public let name: String
  /// Whether its tab is hidden, so that whoever sent the file may not know of it.
  public let isHidden: Bool
  /// The member of the archive that holds it.
  let part: String
}
