import Model

/// What a column holds, and so how its cells are read.
enum CellKind: Sendable {
  /// Free text; only white space at its ends is taken off.
  case text
  /// Text that the row cannot do without.
  case requiredText(FindingCode)
  /// A name of a person: as `requiredText`, and personal.
  case name
  /// What stands for a case, which must not be a person's number.
  case pseudonym
  /// A resident identity number.
  case residentID
  /// A date of birth: its notation is checked against the identity number.
  case birthDate
  /// A mobile telephone number.
  case phone
  /// The code of a known office.
  case office
  /// The code of a further office, which is kept even if it is unknown.
  case otherOffice
  /// A value of a closed list.
  case list(ClosedList, FindingCode)
  /// A whole number from 0 to a maximum.
  case wholeNumber(maximum: Int, FindingCode)
  /// A number from 0 to a maximum with up to two decimals, kept in hundredths.
  case hundredths(maximum: Int, FindingCode)
  /// A day.
  case date(FindingCode)
  /// A month, `yyyy-mm`.
  case month(FindingCode)

  /// Whether the register keeps the number that was read, and not the text.
  var isKeptAsNumber: Bool {
    switch self {
    case .wholeNumber, .hundredths, .date, .month: true
    default: false
    }
  }

  /// Whether it says an office.
  var isOffice: Bool {
    if case .office = self { true } else { false }
  }

  /// Whether a blank in a required column is a figure that nobody knows, and no mistake.
  var mayBeUnknown: Bool {
    if case .wholeNumber = self { true } else { false }
  }

  /// Whether full-width digits and letters are folded and a leading apostrophe is taken off.
  var isFolded: Bool {
    switch self {
    case .text, .requiredText, .name, .pseudonym: false
    default: true
    }
  }
}

/// How one cell was read.
struct CellReading {
  /// What became of the bytes.
  enum Status {
    /// Nothing stood there.
    case blank
    /// The bytes stand as we keep them.
    case same
    /// The scratch buffer holds what we keep instead.
    case changed
    /// The value breaks a rule.
    case wrong(FindingCode)
  }

  var status: Status
  /// The code in a closed list, the number, or the date as `yyyymmdd`; 0 where blank.
  var number: Int64 = 0
  /// What was read kindly.
  var notice: FindingCode?
}
