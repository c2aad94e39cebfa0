public import Model

/// What this room refuses before it computes anything.
public enum StaffingError: Error, Hashable, Sendable {
  /// A what-if cannot be applied.
  case change(ChangeFault)
  /// A local setting cannot be used.
  case setting(SettingFault)
  /// Places cannot be shared.
  case allocation(AllocationFault)
  /// A history cannot be used.
  case history(HistoryFault)
}

/// What is wrong with a what-if.
public enum ChangeFault: Hashable, Sendable {
  /// It is not of the form `figure=number`.
  case malformed(String)
  /// It sets a figure to something other than a whole number from 0, or `unknown`.
  case figureNotWhole(name: String, text: String)
  /// It names an office that has no caseload.
  case officeUnknown(String)
  /// It sets some classes, and the others are not known.
  case classesIncomplete
  /// It sets subjects and classes to numbers that disagree.
  case classesDisagree(sum: Int, subjects: Int)
}

/// What is wrong with a local setting.
public enum SettingFault: Hashable, Sendable {
  /// It is needed and absent.
  case missing(name: String)
  /// Its name is unknown to the method.
  case unknown(name: String, known: [String])
  /// It is not a decimal number from 0.
  case notDecimal(name: String, text: String)
  /// It is not a whole number.
  case notWhole(name: String, text: String)
  /// It is none of the words that it may be.
  case notOneOf(name: String, text: String, known: [String])
  /// It is no day of the form `yyyy-mm-dd`.
  case notDate(name: String, text: String)
  /// It lies outside its range.
  case outside(name: String, value: Int, from: Int, to: Int)
  /// Its name stands twice in a table.
  case twice(name: String)
  /// It lets assistants do what 一（二）8 keeps to officers.
  case officersOnly(activity: String)
  /// An activity with which assistants may only help takes no time of officers.
  case officersToo(activity: String)
}

extension StaffingError: ExplainedError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .change(let fault): fault.explanation
    case .setting(let fault): fault.explanation
    case .allocation(let fault): fault.explanation
    case .history(let fault): fault.explanation
    }
  }
}

extension Guidance {
  /// Names what may be written.
  static func choice(of names: [String]) -> Guidance {
    let list = names.joined(separator: ", ")
    return Guidance("可用：\(list)", "Use one of: \(list)")
  }
}
