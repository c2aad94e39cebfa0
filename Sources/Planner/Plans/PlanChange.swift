import Model
public import Staffing

/// One thing that a what-if puts otherwise (假设): a figure of the caseloads, or a setting.
public struct PlanChange: Hashable, Sendable {
  /// What is put.
  public enum Target: Hashable, Sendable {
    /// A figure of the caseload sheet, and to what.
    case figure(Figure, Value)
    /// A setting of the method, as text.
    case setting(String, String)
  }

  /// What a figure is put to.
  public enum Value: Hashable, Sendable {
    /// A number; unknown where nil.
    case number(Int?)
    /// So many more, or fewer.
    case more(Int)
    /// So many per cent more, or fewer, half up.
    case percent(Int)
  }

  /// The only office that it concerns; every office where nil.
  public let officeCode: String?
  /// What is put.
  public let target: Target
  /// The change as it was written.
  public let text: String

  /// Reads `officers=3`, `subjects=+20%`, `officers=+1`, `officers=unknown`, or a setting such as
  /// `subjects_per_assistant=20`.
  ///
  /// - Throws: `StaffingError.change`.
  public init(text: String) throws(StaffingError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw .change(.malformed(text))
    }
    try self.init(name: String(parts[0]), value: String(parts[1]))
  }

  /// Puts a name to a value.
  ///
  /// - Throws: `StaffingError.change`.
  public init(officeCode: String? = nil, name: String, value: String) throws(StaffingError) {
    self.officeCode = officeCode
    text = "\(name)=\(value)"
    // The plan's results call assistants in post so.
    guard let figure = Figure(rawValue: name == "in_post" ? "assistants" : name) else {
      target = .setting(name, value)
      return
    }
    let isRelative = value.hasPrefix("+") || value.hasPrefix("-")
    let isPercent = isRelative && value.hasSuffix("%")
    let number = Int(isPercent ? String(value.dropLast()) : value)
    guard let number, (-1_000_000_000...1_000_000_000).contains(number) else {
      guard value == "unknown" else {
        throw .change(.figureNotWhole(name: name, text: value))
      }
      target = .figure(figure, .number(nil))
      return
    }
    target = .figure(
      figure, isPercent ? .percent(number) : isRelative ? .more(number) : .number(number))
  }
}

extension [PlanChange] {
  /// The settings among the changes.
  var settings: [(name: String, value: String)] {
    compactMap { change in
      if case .setting(let name, let value) = change.target { (name, value) } else { nil }
    }
  }

  /// What an office's figures would be.
  ///
  /// Where subjects change by a share or a number, they split by class as now; where they are put
  /// to a number, nobody said how.
  ///
  /// - Throws: `StaffingError.change`.
  func applied(to caseload: Caseload) throws(StaffingError) -> Caseload {
    var changed = caseload
    var put: [CaseloadChange] = []
    for change in self where change.officeCode ?? caseload.officeCode == caseload.officeCode {
      guard case .figure(let figure, let value) = change.target else { continue }
      if case .number(let number) = value {
        put.append(CaseloadChange(figure, to: number))
        continue
      }
      changed = try changed.applying(put)
      put = []
      guard let now = figure.value(in: changed), let then = value.number(from: now) else {
        continue
      }
      changed =
        figure == .subjects
        ? changed.scaled(to: then) : try changed.applying([CaseloadChange(figure, to: then)])
    }
    return try changed.applying(put)
  }
}

extension PlanChange.Value {
  /// The number that comes of another one, at least 0; nothing where it is put to unknown.
  fileprivate func number(from now: Int) -> Int? {
    switch self {
    case .number(let number): number
    case .more(let number): Swift.max(0, now + number)
    case .percent(let share):
      (try? Rational(now) * Rational(Int128(100 + share), over: 100))?.halfUp.map {
        Swift.max(0, $0)
      }
    }
  }
}
