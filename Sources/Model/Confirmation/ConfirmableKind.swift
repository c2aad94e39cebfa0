/// What a named person may confirm (确认): the one list of kinds.
public enum ConfirmableKind: String, CaseIterable, Sendable, Encodable {
  /// A scoring run with its list.
  case run
  /// A headcount plan.
  case plan
  /// A package between bureaus.
  case package
  /// A value of the policy that the Opinion leaves open.
  case setting

  /// The name for people.
  public var title: Bilingual {
    switch self {
    case .run: Bilingual(zh: "运行", en: "run")
    case .plan: Bilingual(zh: "方案", en: "plan")
    case .package: Bilingual(zh: "函件", en: "package")
    case .setting: Bilingual(zh: "设定", en: "setting")
    }
  }
}
