import Model

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
    /// No reading makes a value of it.
    case wrong
  }

  var status: Status
  /// The code in a closed list, the number, or the date as `yyyymmdd`; 0 where blank.
  var number: Int64 = 0
  /// What was read kindly.
  var notice: FindingCode?
  /// What was folded.
  var changes: TextFolding.Changes = []
  /// Whether a program has damaged the value.
  var isDamaged = false
  /// What is wrong, where it is not that no value of the column is written so.
  var fault: FindingCode?
}

/// How a clean cell of a kind looks, in a value that costs nothing to pass around.
enum ExactForm {
  case text, name, pseudonym, majorCode, residentID, date, phone, office
  case list(ShortTexts)
  case wholeNumber(maximum: Int)
  case hundredths(maximum: Int)
  /// No cell is taken without a second look.
  case none

  init(_ kind: ValueKind) {
    switch kind {
    case .text, .code, .certificate, .officeName, .districtName: self = .text
    case .name: self = .name
    case .pseudonym: self = .pseudonym
    case .majorCode: self = .majorCode
    case .residentID: self = .residentID
    case .birthDate, .date, .expiry: self = .date
    case .phone: self = .phone
    case .office, .otherOffice: self = .office
    case .list(let list): self = .list(list.exact)
    case .wholeNumber(let maximum), .months(let maximum): self = .wholeNumber(maximum: maximum)
    case .hundredths(let maximum): self = .hundredths(maximum: maximum)
    case .mark: self = .hundredths(maximum: 100)
    case .month: self = .none
    }
  }
}

/// Reads cells as clerks write them into the one form in which we keep them.
///
/// The exact form is tried first on the bytes as they stand, so clean sheets cost no copy.
struct CellReader {
  /// What a changed cell becomes.
  var scratch: [UInt8] = []
  let offices: OfficeTable

  init(offices: OfficeTable) {
    self.offices = offices
  }

  /// Reads a cell; where the result says `changed`, `scratch` holds the new bytes.
  /// - Parameters:
  ///   - shown: what the cell shows, where that is something else.
  ///   - startsIn1904: whether a bare number that is a day counts from 1904.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, showing shown: ShownText? = nil,
    startsIn1904: Bool = false
  ) -> CellReading {
    if let shown { return settled(bytes, as: kind, showing: shown) }
    if bytes.isEmpty { return CellReading(status: .blank) }
    if let number = exact(bytes, ExactForm(kind)) {
      return CellReading(status: .same, number: number)
    }
    return kindly(bytes, as: kind, startsIn1904: startsIn1904)
  }

  /// The number of a cell that needs no kindness, 0 where it is a text; nil where the bytes want a second
  /// look.
  @inline(__always)
  func exact(_ bytes: UnsafeBufferPointer<UInt8>, _ form: ExactForm) -> Int64? {
    switch form {
    case .text:
      return PlainText.isPlain(bytes) ? 0 : nil
    case .name:
      return PlainText.isPlain(bytes) && !Self.isNumber(bytes) ? 0 : nil
    case .pseudonym:
      return PlainText.isPlain(bytes) && !Self.looksPersonal(bytes) ? 0 : nil
    case .majorCode:
      return PlainText.isPlain(bytes) && !Self.lacksZero(bytes) ? 0 : nil
    case .residentID:
      return ResidentID(bytes).map { Int64($0.number) }
    case .date:
      return CivilDate(iso: bytes).map { Int64($0.number) }
    case .phone:
      return PersonalNumber.isMobile(bytes) ? 0 : nil
    case .office:
      return offices.index(ofCode: bytes).map { Int64($0) }
    case .list(let texts):
      return texts.place(of: bytes).map { Int64($0) }
    case .wholeNumber(let maximum):
      guard let number = Self.wholeNumber(bytes), number <= maximum else { return nil }
      return Int64(number)
    case .hundredths(let maximum):
      guard let number = Self.hundredths(bytes), number <= maximum * 100 else { return nil }
      return Int64(number)
    case .none:
      return nil
    }
  }
}

extension CellReader {
  /// Whether text is that of a person's number: 15 or 18 digits, the last perhaps an X.
  static func looksPersonal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (bytes.count == 15 || bytes.count == 18) && bytes.dropLast().allSatisfy { $0 &- 48 <= 9 }
  }

  /// Whether what should be a name is a number: ten digits, and perhaps letters and separators.
  @inline(__always)
  static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 10 && bytes.allSatisfy { $0 < 0x80 } && bytes.count { $0 &- 48 <= 9 } >= 10
  }

  /// Whether a code of a major has lost the 0 that it began with: such codes have an even number of
  /// digits, four or six mostly, and then perhaps letters.
  @inline(__always)
  static func lacksZero(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isDigit(_ place: Int) -> Bool { place < bytes.count && bytes[place] &- 48 <= 9 }
    guard bytes.count > 2, bytes[0] != 48, isDigit(0), isDigit(1), isDigit(2) else { return false }
    return !isDigit(3) || isDigit(4) && !isDigit(5)
  }

  /// The value of one to eighteen digits.
  @inline(__always)
  static func wholeNumber(_ bytes: some Collection<UInt8>) -> Int? {
    guard (1...18).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
      let digit = byte &- 48
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// The value in hundredths of some digits, then optionally a point and one or two digits.
  @inline(__always)
  static func hundredths(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count <= 15 else { return nil }
    guard let point = bytes.firstIndex(of: 46) else {
      return wholeNumber(bytes).map { $0 * 100 }
    }
    let decimals = bytes[(point + 1)...]
    guard let whole = wholeNumber(bytes[..<point]), (1...2).contains(decimals.count),
      let fraction = wholeNumber(decimals)
    else { return nil }
    return whole * 100 + (decimals.count == 1 ? fraction * 10 : fraction)
  }
}
