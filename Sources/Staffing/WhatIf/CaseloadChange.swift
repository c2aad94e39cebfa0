public import Model

/// One figure set to another value, to ask what would be then (假设); nothing is stored.
public struct CaseloadChange: Hashable, Sendable {
  /// What is set.
  public let figure: Figure
  /// The value; unknown where nil.
  public let value: Int?

  /// Sets a figure.
  public init(_ figure: Figure, to value: Int?) {
    self.figure = figure
    self.value = value
  }

  /// Reads `officers=3`, or `officers=unknown`.
  ///
  /// - Throws: `StaffingError.change` for any other form, an unknown figure, or no whole number.
  public init(text: String) throws(StaffingError) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw .change(.malformed(text)) }
    guard let figure = Figure(rawValue: parts[0]) else { throw .change(.figureUnknown(parts[0])) }
    let number = Rational(decimal: parts[1])?.whole
    guard parts[1] == "unknown" || (number ?? -1) >= 0 else {
      throw .change(.figureNotWhole(name: parts[0], text: parts[1]))
    }
    self.init(figure, to: number)
  }
}

extension Caseload {
  /// The same office with some figures changed; the last change of a figure counts.
  ///
  /// Setting all classes sets the subjects to their sum. Setting only the subjects leaves the
  /// classes unknown, because nobody said how the others split.
  ///
  /// - Throws: `StaffingError.change` where classes are incomplete or disagree with the subjects.
  public func applying(_ changes: [CaseloadChange]) throws(StaffingError) -> Caseload {
    let isSet = Set(changes.map(\.figure))
    let last = Dictionary(changes.map { ($0.figure, $0.value) }, uniquingKeysWith: { $1 })
    func figure(_ figure: Figure) -> Int? { last[figure] ?? figure.value(in: self) }

    let classFigures: [Figure] = [.subjectsStrict, .subjectsGeneral, .subjectsLenient]
    var subjects = figure(.subjects)
    var newClasses = isSet.contains(.subjects) ? nil : classes
    if !isSet.isDisjoint(with: classFigures) {
      guard let strict = figure(.subjectsStrict), let general = figure(.subjectsGeneral),
        let lenient = figure(.subjectsLenient)
      else { throw .change(.classesIncomplete) }
      newClasses = Classes(strict: strict, general: general, lenient: lenient)
      let sum = [strict, general, lenient].reduce(0) { $0.addingReportingOverflow($1).partialValue }
      if isSet.contains(.subjects), let stated = subjects, stated != sum {
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
