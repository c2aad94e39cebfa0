import Model
import Policy

/// Which values of a fact the rules cannot tell apart, by the codes of its column.
struct FactClasses {
  private let columns: ApplicantColumns
  private let classes: [ApplicantField: [Int]]

  init(_ scored: ScoredApplicants) {
    columns = scored.columns
    let decisive = DecisiveValues(scored.rules)
    var classes: [ApplicantField: [Int]] = [:]
    for (field, column) in zip(columns.fields, columns.columns) where field.isNumber {
      let limits = decisive[field.id]
      // Whether a number is above, at or below each limit decides; blank is a class of its own.
      classes[field] = column.values.map { value in
        guard case .number(let number) = value else { return -1 }
        return limits.count { limit in
          if case .int(let limit) = limit { limit <= number } else { false }
        }
      }
    }
    self.classes = classes
  }

  /// The class of an applicant's value.
  func of(_ field: ApplicantField, at index: Int) -> Int {
    let code = columns.code(columns.place(of: field), at: index)
    return classes[field]?[code] ?? code
  }
}

/// Whose recognition is over on the day and was not found untrue.
struct Expiry {
  private struct Claim {
    let field: ApplicantField
    let status: Int
    let isRejected: [Bool]
    let end: Int
    let isOver: [Bool]
  }

  private let columns: ApplicantColumns
  private let claims: [Claim]

  init(_ scored: ScoredApplicants) {
    let columns = scored.columns
    self.columns = columns
    let day = Int64(scored.rules.date.number)
    func column(_ name: String?) -> Int? {
      name.flatMap { ApplicantField(id: $0) }.flatMap(columns.fields.firstIndex)
    }
    claims = scored.rules.claims.compactMap { claim in
      guard let status = column(claim.status), let end = column(claim.validUntil),
        let field = claim.validUntil.flatMap({ ApplicantField(id: $0) })
      else { return nil }
      return Claim(
        field: field, status: status,
        isRejected: columns.columns[status].values.map { $0 == .text("不属实") }, end: end,
        isOver: columns.columns[end].values.map {
          if case .number(let last) = $0 { last < day } else { false }
        })
    }
  }

  /// The last days that an applicant could have renewed.
  func fields(at index: Int) -> Set<ApplicantField> {
    var fields: Set<ApplicantField> = []
    for claim in claims
    where claim.isOver[columns.code(claim.end, at: index)]
      && !claim.isRejected[columns.code(claim.status, at: index)]
    {
      fields.insert(claim.field)
    }
    return fields
  }
}
