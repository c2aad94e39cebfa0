public import Model

/// A number of subjects from which one more assistant is due (临界点).
public struct BreakEven: Hashable, Sendable {
  /// Subjects more than now.
  public let more: Int
  /// Subjects then.
  public let subjects: Int
  /// Assistants proposed from there on.
  public let proposed: Int
}

/// Which class the further subjects of a break-even question belong to.
public enum ManagementClass: String, Sendable, CaseIterable {
  /// Strict management (严管).
  case strict
  /// General management (普管).
  case general
  /// Lenient management (宽管).
  case lenient
}

extension StaffingMethod {
  /// The next points at which the proposal rises as subjects of one class are added.
  ///
  /// Fewer than asked come back where the proposal stops rising, as at the maximum; none where the
  /// office cannot be planned. Where classes are not reported, the class does not matter.
  ///
  /// - Complexity: some 80 plans a point; the proposal never falls as subjects are added.
  public func breakEvens(
    for caseload: Caseload, adding managementClass: ManagementClass = .general, count: Int = 3
  ) -> [BreakEven] {
    guard let subjects = caseload.subjects, var proposed = plan(for: caseload).proposed else {
      return []
    }
    func proposal(after more: Int) -> Int? {
      caseload.adding(more, to: managementClass).flatMap { plan(for: $0).proposed }
    }
    var points: [BreakEven] = []
    var more = 0
    while points.count < count, let rise = firstRise(above: proposed, after: more, proposal(after:))
    {
      guard let next = proposal(after: rise) else { break }
      points.append(BreakEven(more: rise, subjects: subjects + rise, proposed: next))
      (more, proposed) = (rise, next)
    }
    return points
  }

  /// The least number above `start` at which a rising proposal passes `level`, below 2³⁰.
  private func firstRise(above level: Int, after start: Int, _ proposal: (Int) -> Int?) -> Int? {
    var step = 1
    while step < 1 << 30 {
      guard let reached = proposal(start + step) else { return nil }
      if reached > level { break }
      step *= 2
    }
    guard step < 1 << 30 else { return nil }
    var (low, high) = (start + step / 2, start + step)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if let reached = proposal(middle), reached <= level { low = middle } else { high = middle }
    }
    return high
  }
}

extension Caseload {
  /// The same office with more subjects of one class; nothing where the count is unknown or full.
  func adding(_ more: Int, to managementClass: ManagementClass) -> Caseload? {
    guard let subjects, subjects <= .max - more else { return nil }
    let newClasses = classes.map { now in
      Classes(
        strict: now.strict + (managementClass == .strict ? more : 0),
        general: now.general + (managementClass == .general ? more : 0),
        lenient: now.lenient + (managementClass == .lenient ? more : 0))
    }
    return Caseload(
      officeCode: officeCode, asOf: asOf, officers: officers, assistants: assistants,
      subjects: subjects + more, classes: newClasses, intakes: intakes, releases: releases,
      investigations: investigations)
  }
}
