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

extension StaffingNorm {
  /// The next points at which the proposal rises as subjects under general management are added.
  ///
  /// Fewer than asked come back where the proposal stops rising, as at the maximum; none where the
  /// office cannot be planned.
  ///
  /// - Complexity: some 80 plans a point; the proposal never falls as subjects are added.
  public func breakEvens(for caseload: Caseload, count: Int = 3) -> [BreakEven] {
    guard let subjects = caseload.subjects, var proposed = plan(for: caseload).proposed else {
      return []
    }
    func proposal(after more: Int) -> Int? {
      caseload.adding(more).flatMap { plan(for: $0).proposed }
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
  /// The same office with more subjects; nil where their number is unknown or full.
  fileprivate func adding(_ more: Int) -> Caseload? {
    guard let subjects, subjects <= .max - more else { return nil }
    let added: [Figure: Int?] =
      classes.map { [.subjectsGeneral: $0.general + more] } ?? [.subjects: subjects + more]
    return try? with(added)
  }
}
