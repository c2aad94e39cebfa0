public import Model

/// What a line of a report rests on.
public enum Citation: Hashable, Sendable {
  /// A clause of the Opinion, such as 四（二）.
  case clause(String)
  /// A local setting (本地设定), with the reason for it.
  case local(reason: Bilingual)
}
