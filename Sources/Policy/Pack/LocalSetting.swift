public import Model

/// Something that the Opinion leaves open and that the pack decides (本地设定).
public struct LocalSetting: Sendable, Hashable {
  /// The stable name.
  public let id: String
  /// The name for people.
  public let title: Bilingual
  /// Why it is needed and why it is set so.
  public let reason: Bilingual
  /// The ids of the rules and the names of the outputs that must show it.
  public let touches: [String]
  /// Where it is declared.
  public let place: SourcePlace
}
