public import Model
public import Register
public import Reporting

extension Register {
  /// What came in and what waits, office by office.
  /// - Parameter today: the day on which a date counts as passed, and up to which sheets count.
  /// - Throws: `RegisterError`.
  /// - Complexity: O(rows).
  public func status(asOf today: CivilDate) throws -> StatusAnswer {
    let claims: [(ApplicantField, ApplicantField)] = [
      (.hardshipCategory, .hardshipStatus), (.education, .degreeStatus),
      (.legalWorkMonths, .legalWorkStatus), (.correctionWorkMonths, .correctionWorkStatus),
    ]
    let names = try officeTable()
    let counts = try countRows(offices: Set(names.offices.map(\.code)), claims: claims)
    let days = Dictionary(
      try caseloads(upTo: today).map { ($0.officeCode, $0.asOf) }, uniquingKeysWith: max)
    let files = try countFiles()
    let plans = try plans().filter { plan in
      plan.offices.contains { office in
        days[office.caseload.officeCode].map { office.caseload.asOf < $0 } ?? false
      }
    }
    return StatusAnswer(
      offices: Set(counts.keys).union(days.keys)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { code in
          let count = counts[code] ?? RowCounts()
          return StatusAnswer.Office(
            code: code, name: names.name(of: code), count.rows, unverified: count.unverified,
            caseload: days[code])
        },
      taken: files[.taken] ?? 0, refused: files[.refused] ?? 0, withdrawn: files[.withdrawn] ?? 0,
      consultations: try listConsultations(asOf: today), plans: plans.map(\.id))
  }
}
