public import Model

/// Why nothing was confirmed.
public enum ConfirmationError: ExplainedError, Hashable {
  /// There is no such package.
  case packageUnknown(String)
  /// The policy has no such setting; the names of all.
  case settingUnknown(String, [String])

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .packageUnknown(let id):
      .init(
        "package_unknown", .noInput, "没有函件 \(id)", "There is no package \(id)",
        why: "只能确认登记库里有的。", "Only what the register holds can be confirmed.",
        toDo: "用 \(.listConsultations) 查看有哪些。", "See them with \(.listConsultations).")
    case .settingUnknown(let name, let names):
      .init(
        "setting_unknown", .usage, "政策里没有设定 \(name)", "The policy has no setting \(name)",
        why: "只能确认政策里有的设定。", "Only settings of the policy can be confirmed.",
        toDo: "请用其中之一：\(names.joined(separator: "、"))",
        "Name one of: \(names.joined(separator: ", "))")
    }
  }
}
