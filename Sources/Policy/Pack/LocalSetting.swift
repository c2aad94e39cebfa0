public import Model

/// Something that the Opinion leaves open and that the pack decides (本地设定).
public struct LocalSetting: Declared, Hashable {
  /// What it is called, what it rests on, and when.
  public internal(set) var declaration: Declaration
  /// Why it is needed and why it is set so.
  public let reason: Bilingual
  /// The ids of the rules and the names of the outputs that must show it.
  public let touches: [String]
}
