public import Model

/// The months of several offices, checked and in order.
public struct History: Hashable, Sendable {
  /// The months of each office, the earliest first.
  let offices: [String: [MonthlyFigures]]
  /// The latest month of all.
  public let lastMonth: CivilMonth

  /// The codes of the offices, in order.
  public var officeCodes: [String] { offices.keys.sorted(by: AllocationUnit.byName) }

  /// Takes months in any order.
  ///
  /// - Throws: `StaffingError.history` where there are none, a month stands twice for an office, or
  ///   a count is below 0 or above a million.
  public init(_ months: [MonthlyFigures]) throws(StaffingError) {
    guard let last = months.map(\.month).max() else { throw .history(.empty) }
    lastMonth = last
    let offices = Dictionary(grouping: months, by: \.officeCode)
      .mapValues { $0.sorted { $0.month < $1.month } }
    for figures in offices.values.joined() {
      for count in [figures.subjects, figures.intakes, figures.releases]
      where !(0...1_000_000).contains(count ?? 0) {
        throw .history(.countOutside(office: figures.officeCode, month: figures.month.iso))
      }
    }
    for months in offices.values {
      for (earlier, later) in zip(months, months.dropFirst()) where earlier.month == later.month {
        throw .history(.twice(office: later.officeCode, month: later.month.iso))
      }
    }
    self.offices = offices
  }

  /// The history as it stood at the end of a month; nothing where there was none.
  func upTo(_ month: CivilMonth) -> History? {
    try? History(offices.values.flatMap { $0.filter { $0.month <= month } })
  }
}
