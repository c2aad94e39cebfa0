public import Model

/// The two columns that a sheet gets when it goes back to its sender; import passes over them.
public enum ReturnedColumn: CaseIterable, Sendable {
  /// What is wrong with the row.
  case wrong
  /// What to do about it.
  case remedy

  /// The header.
  public var header: Bilingual {
    switch self {
    case .wrong: Bilingual(zh: "退回原因", en: "what_is_wrong")
    case .remedy: Bilingual(zh: "怎么改", en: "what_to_do")
    }
  }
}
