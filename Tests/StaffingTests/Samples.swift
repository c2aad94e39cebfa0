import Model
import Staffing
import Testing

/// An office with these figures on a fixed day.
func office(
  officers: Int? = 2, assistants: Int? = 3, subjects: Int? = 57, classes: Caseload.Classes? = nil,
  intakes: Int? = nil, releases: Int? = nil, investigations: Int? = nil, code: String = "110102001"
) throws -> Caseload {
  Caseload(
    officeCode: code, asOf: try #require(CivilDate(year: 2024, month: 6, day: 1)),
    officers: officers, assistants: assistants, subjects: subjects, classes: classes,
    intakes: intakes, releases: releases, investigations: investigations)
}

/// A number from decimal text.
func decimal(_ text: String) throws -> Rational {
  try #require(Rational(decimal: text))
}
