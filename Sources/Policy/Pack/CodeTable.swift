public import Model

/// Codes that are valid on a day, such as the majors that count as law (代码表).
public struct CodeTable: Declared, Hashable {
  /// A code and what it stands for.
  public struct Entry: Sendable, Hashable {
    /// The code, or the beginning of codes.
    public let code: String
    /// What it stands for.
    public let title: Bilingual
  }

  /// What it is called, what it rests on, and when.
  public internal(set) var declaration: Declaration
  /// The codes, in the pack's order.
  public internal(set) var entries: [Entry]
}
