public import Model

/// A line that a mark must reach (合格线).
public enum MarkLine: Hashable, Sendable {
  /// The line of one part.
  case part(MarkPart)
  /// The line of the total.
  case total
  /// The line for an interview without enough rivals.
  case competition

  /// The name for people.
  public var wording: Bilingual {
    switch self {
    case .part(let part):
      Bilingual(zh: part.wording.zh + "合格线", en: "line of the \(part.wording.en)")
    case .total: Bilingual(zh: "综合成绩合格线", en: "line of the total")
    case .competition: Bilingual(zh: "不形成竞争时的面试线", en: "line without competition")
    }
  }
}

/// What marks say of a person (过线情况).
public enum MarkOutcome: Hashable, Sendable {
  /// All lines are reached (过线).
  case passed
  /// A published mark is below a line (未过).
  case below(MarkLine, mark: Mark, minimum: Mark)
  /// A part was missed (缺考).
  case absent(MarkPart)
  /// A part was broken off (违纪).
  case misconduct(MarkPart)
  /// Parts have no mark yet (待定).
  case pending([MarkPart])
  /// An exemption that the settings do not allow, which a person must look at (免考待定).
  case exemptionNotAllowed(MarkPart)

  /// Whether a person must do something before there is an outcome.
  public var isOpen: Bool {
    switch self {
    case .pending, .exemptionNotAllowed: true
    case .passed, .below, .absent, .misconduct: false
    }
  }

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .passed: return Bilingual(zh: "过线", en: "passed")
    case .below(let line, let mark, let minimum):
      return Bilingual(
        zh: "未过\(line.wording.zh)：\(mark) < \(minimum)",
        en: "below the \(line.wording.en): \(mark) < \(minimum)")
    case .absent(let part):
      return Bilingual(zh: "\(part.wording.zh)缺考", en: "no \(part.wording.en): absent")
    case .misconduct(let part):
      return Bilingual(zh: "\(part.wording.zh)违纪", en: "no \(part.wording.en): misconduct")
    case .pending(let parts):
      return Bilingual(
        zh: "待定：没有\(parts.map(\.wording.zh).joined(separator: "、"))成绩",
        en: "pending: no \(parts.map(\.wording.en).joined(separator: ", "))")
    case .exemptionNotAllowed(let part):
      return Bilingual(
        zh: "待定：设定不允许\(part.wording.zh)免考",
        en: "pending: the settings allow no exemption from the \(part.wording.en)")
    }
  }
}
