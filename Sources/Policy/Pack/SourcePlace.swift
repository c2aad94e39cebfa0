/// Where a line of a policy stands, and what it says there.
public struct SourcePlace: Sendable, Hashable {
  /// The file's name, or the pack's where it is built in.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// The column in characters, counted from 1.
  public let column: Int
  /// The item as written, without its indentation.
  public let text: String
}
