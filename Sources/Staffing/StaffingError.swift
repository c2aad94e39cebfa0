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
  /// It names a figure that no caseload has.
  case figureUnknown(String)
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
}

extension StaffingError: ExplainedError {
  /// A stable name for programs.
  public var code: String { fault.code }
  /// What happened.
  public var happened: Bilingual { fault.parts.happened }
  /// Why that is wrong.
  public var reason: Bilingual { fault.parts.reason }
  /// What to do now.
  public var remedy: Bilingual { fault.parts.remedy }

  /// How the command that met it ends.
  public var status: ExitStatus {
    switch self {
    case .change: .usage
    case .setting: .badPolicy
    case .allocation, .history: .badData
    }
  }

  private var fault: any Fault {
    switch self {
    case .change(let fault): fault
    case .setting(let fault): fault
    case .allocation(let fault): fault
    case .history(let fault): fault
    }
  }
}

/// One kind of fault, with its name and its three parts.
protocol Fault {
  var code: String { get }
  var parts: FaultParts { get }
}

/// What happened, why that is wrong, and what to do.
struct FaultParts {
  let happened: Bilingual
  let reason: Bilingual
  let remedy: Bilingual
}
