public import Model

/// Codes that are valid on a day, such as the majors that count as law (代码表).
public struct CodeTable: Sendable, Hashable {
  /// A code and what it stands for.
  public struct Entry: Sendable, Hashable {
    /// The code, or the beginning of codes.
    public let code: String
    /// What it stands for.
    public let title: Bilingual
  }

  /// The name in the pack.
  public let name: String
  /// The name for people.
  public let title: Bilingual
  /// What it rests on.
  public internal(set) var basis: Basis
  /// The codes, in the pack's order.
  public internal(set) var entries: [Entry]
  /// Where the codes are stated.
  public internal(set) var place: SourcePlace
}
