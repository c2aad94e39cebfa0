public import Model

extension Caseload {
  /// The same office with another number of subjects, split by class as now.
  ///
  /// Webster's method splits them: it never takes from one class when subjects are added. Equal
  /// claims go to the stricter class.
  public func scaled(to subjects: Int) -> Caseload {
    var split: Classes?
    if let classes {
      let order = ["strict", "general", "lenient"]
      let counts = [classes.strict, classes.general, classes.lenient]
      let units = zip(order, counts).map { AllocationUnit(name: $0, weight: $1) }
      let shared = try? Allocation(of: subjects, among: units, by: .webster)
        .settlingTies { order.firstIndex(of: $0) ?? 3 < order.firstIndex(of: $1) ?? 3 }
      split = shared.map {
        Classes(
          strict: $0.shares[0].share, general: $0.shares[1].share, lenient: $0.shares[2].share)
      }
    }
    return Caseload(
      officeCode: officeCode, asOf: asOf, officers: officers, assistants: assistants,
      subjects: subjects, classes: split, intakes: intakes, releases: releases,
      investigations: investigations)
  }
}
