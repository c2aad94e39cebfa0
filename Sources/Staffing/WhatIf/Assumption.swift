public import Model

/// One thing that a what-if puts otherwise (假设): a figure of the caseloads, or a setting.
public struct Assumption: Hashable, Sendable {
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
  /// The assumption as it was written.
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

  /// Whether a setting is put otherwise, and no figure.
  public var isSetting: Bool { if case .setting = target { true } else { false } }

  /// The assumption in words.
  public var wording: Bilingual {
    guard case .figure(let figure, let value) = target else { return Bilingual(zh: text, en: text) }
    func signed(_ number: Int) -> String { "\(number < 0 ? "−" : "+")\(abs(number))" }
    let (zh, en) =
      switch value {
      case .number(let number):
        ("= \(number.map(String.init) ?? "未知")", "= \(number.map(String.init) ?? "unknown")")
      case .more(let number): (signed(number), signed(number))
      case .percent(let share): (signed(share) + "%", signed(share) + " %")
      }
    return Bilingual(zh: "\(figure.wording.zh) \(zh)", en: "\(figure.wording.en) \(en)")
  }
}

extension [Assumption] {
  /// The settings among the assumptions; the last of a name counts.
  var settings: [String: String] {
    var settings: [String: String] = [:]
    for case .setting(let name, let value) in map(\.target) { settings[name] = value }
    return settings
  }

  /// What the offices' figures would be.
  ///
  /// - Throws: `StaffingError.change`, also for an office that is not among the caseloads.
  public func applied(to caseloads: [Caseload]) throws(StaffingError) -> [Caseload] {
    let codes = Set(caseloads.map(\.officeCode))
    if let code = compactMap(\.officeCode).first(where: { !codes.contains($0) }) {
      throw .change(.officeUnknown(code))
    }
    return try caseloads.map { caseload throws(StaffingError) in try applied(to: caseload) }
  }

  /// The changes that would take a figure of an office below 0, where it stops.
  public func stoppedAtZero(at caseload: Caseload) -> [Assumption] {
    filter { assumption in
      guard assumption.officeCode ?? caseload.officeCode == caseload.officeCode,
        case .figure(let figure, let value) = assumption.target,
        let now = figure.value(in: caseload)
      else { return false }
      return switch value {
      case .number: false
      case .more(let number): now + number < 0
      case .percent(let share): share < -100
      }
    }
  }

  /// What an office's figures would be.
  ///
  /// Where subjects change by a share or a number, they split by class as now; where they are put
  /// to a number, nobody said how.
  ///
  /// - Throws: `StaffingError.change` where classes are incomplete or disagree with the subjects.
  public func applied(to caseload: Caseload) throws(StaffingError) -> Caseload {
    var changed = caseload
    var put: [Figure: Int?] = [:]
    for assumption in self where assumption.officeCode ?? caseload.officeCode == caseload.officeCode
    {
      guard case .figure(let figure, let value) = assumption.target else { continue }
      if case .number(let number) = value {
        put[figure] = .some(number)
        continue
      }
      changed = try changed.with(put)
      put = [:]
      guard let now = figure.value(in: changed), let then = value.number(from: now) else {
        continue
      }
      changed = figure == .subjects ? changed.scaled(to: then) : try changed.with([figure: then])
    }
    return try changed.with(put)
  }
}

extension Assumption.Value {
  /// The number that comes of another one, at least 0; nil where it is put to unknown.
  fileprivate func number(from now: Int) -> Int? {
    switch self {
    case .number(let number): number
    case .more(let number): max(0, now + number)
    case .percent(let share):
      (try? Rational(now) * Rational(Int128(100 + share), over: 100))?.halfUp.map { max(0, $0) }
    }
  }
}

extension Caseload {
  /// The same office with other figures.
  ///
  /// Setting all classes sets the subjects to their sum. Setting only the subjects leaves the
  /// classes unknown, because nobody said how the others split.
  ///
  /// - Throws: `StaffingError.change` where classes are incomplete or disagree with the subjects.
  func with(_ figures: [Figure: Int?]) throws(StaffingError) -> Caseload {
    func figure(_ figure: Figure) -> Int? { figures[figure] ?? figure.value(in: self) }
    let classFigures = WorkUnit.classes.compactMap(\.figure)
    var (subjects, newClasses) = (figure(.subjects), figures[.subjects] == nil ? classes : nil)
    if classFigures.contains(where: { figures[$0] != nil }) {
      guard let strict = figure(.subjectsStrict), let general = figure(.subjectsGeneral),
        let lenient = figure(.subjectsLenient)
      else { throw .change(.classesIncomplete) }
      newClasses = Classes(strict: strict, general: general, lenient: lenient)
      let sum = [strict, general, lenient].reduce(0) { $0.addingReportingOverflow($1).partialValue }
      if figures[.subjects] != nil, let stated = subjects, stated != sum {
        throw .change(.classesDisagree(sum: sum, subjects: stated))
      }
      subjects = sum
    }
    return Caseload(
      officeCode: officeCode, asOf: asOf, officers: figure(.officers),
      assistants: figure(.assistants), subjects: subjects, classes: newClasses,
      intakes: figure(.intakes), releases: figure(.releases),
      investigations: figure(.investigations))
  }
}
