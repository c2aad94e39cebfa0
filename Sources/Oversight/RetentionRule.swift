public import Model

/// How long a sheet about people in post is kept (保存期限): local settings with their reasons.
public enum RetentionRule: String, Hashable, Sendable, CaseIterable {
  /// Somebody's line in the list of assistants, with name, number and addresses.
  case roster
  /// What was declared of a case.
  case relations
  /// Who helped with a case.
  case caseAssignments = "case_assignments"

  /// The sheet.
  public var sheet: SheetKind {
    switch self {
    case .roster: .assistants
    case .relations: .relations
    case .caseAssignments: .caseAssignments
    }
  }

  /// The column whose day the time runs from.
  public var end: String {
    switch self {
    case .roster: "on_duty_until"
    case .relations: "ended_on"
    case .caseAssignments: "until"
    }
  }

  /// How many months it is kept after its end.
  public var months: Int {
    switch self {
    case .roster: 24
    case .relations, .caseAssignments: 12
    }
  }

  /// Why so long.
  public var reason: Bilingual {
    switch self {
    case .roster:
      Bilingual(
        zh: "劳动合同文本至少保存二年（劳动合同法第五十条）", en: "contracts are kept two years (Labour Contract Law, 50)")
    case .relations, .caseAssignments:
      Bilingual(zh: "涉及第三人的社区矫正信息，个案结束后一年", en: "it tells of third persons: a year after the case")
    }
  }

  /// Whether a row that ended on a day is due for erasure; one without an end never is.
  public func isDue(ended: CivilDate?, asOf: CivilDate) -> Bool {
    guard let last = ended?.advanced(byMonths: months) else { return false }
    return last < asOf
  }
}
