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
}

/// How a clean cell of a kind looks, in a value that costs nothing to pass around.
enum ExactForm {
  case text, pseudonym, residentID, date, phone, office
  case list(ShortTexts)
  case wholeNumber(maximum: Int)
  case hundredths(maximum: Int)
  /// No cell is taken without a second look.
  case none

  init(_ kind: ValueKind) {
    switch kind {
    case .text, .name, .officeName, .districtName: self = .text
    case .pseudonym: self = .pseudonym
    case .residentID: self = .residentID
    case .birthDate, .date: self = .date
    case .phone: self = .phone
    case .office, .otherOffice: self = .office
    case .list(let list): self = .list(list.exact)
    case .wholeNumber(let maximum): self = .wholeNumber(maximum: maximum)
    case .hundredths(let maximum): self = .hundredths(maximum: maximum)
    case .month: self = .none
    }
  }
}

/// Reads cells as clerks write them into the one form in which we keep them.
///
/// The exact form is tried first on the bytes as they stand, so clean sheets cost no copy.
struct CellReader {
  /// What a changed cell becomes.
  private(set) var scratch: [UInt8] = []
  let offices: OfficeTable

  init(offices: OfficeTable) {
    self.offices = offices
  }

  /// Reads a cell; where the result says `changed`, `scratch` holds the new bytes.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind) -> CellReading {
    if bytes.isEmpty { return CellReading(status: .blank) }
    if let reading = exact(bytes, ExactForm(kind)) { return reading }
    return kindly(bytes, as: kind)
  }

  /// Reads what needs no kindness; nothing where the bytes want a second look.
  @inline(__always)
  func exact(_ bytes: UnsafeBufferPointer<UInt8>, _ form: ExactForm) -> CellReading? {
    switch form {
    case .text:
      return Self.isPlain(bytes) ? CellReading(status: .same) : nil
    case .pseudonym:
      return Self.isPlain(bytes) && !Self.looksPersonal(bytes) ? CellReading(status: .same) : nil
    case .residentID:
      guard let id = ResidentID(bytes) else { return nil }
      return CellReading(status: .same, number: Int64(id.number))
    case .date:
      guard let date = CivilDate(iso: bytes) else { return nil }
      return CellReading(status: .same, number: Int64(date.number))
    case .phone:
      return Self.isPhone(bytes) ? CellReading(status: .same) : nil
    case .office:
      guard let index = offices.index(ofCode: bytes) else { return nil }
      return CellReading(status: .same, number: Int64(index))
    case .list(let texts):
      guard let code = texts.place(of: bytes) else { return nil }
      return CellReading(status: .same, number: Int64(code))
    case .wholeNumber(let maximum):
      guard let number = Self.wholeNumber(bytes), number <= maximum else { return nil }
      return CellReading(status: .same, number: Int64(number))
    case .hundredths(let maximum):
      guard let number = Self.hundredths(bytes), number <= maximum * 100 else { return nil }
      return CellReading(status: .same, number: Int64(number))
    case .none:
      return nil
    }
  }

  /// Reads what the exact form refused: trims, folds, converts.
  private mutating func kindly(_ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind)
    -> CellReading
  {
    let folded = TextFolding.fold(bytes, widths: kind.isFolded)
    if folded.bytes.isEmpty { return CellReading(status: .blank) }
    scratch = folded.bytes
    if !kind.isFolded {
      if case .pseudonym = kind, folded.bytes.withUnsafeBufferPointer(Self.looksPersonal) {
        return CellReading(status: .wrong)
      }
      return CellReading(
        status: folded.bytes.elementsEqual(bytes) ? .same : .changed,
        notice: bytes.count > 1 && TextFolding.startsFormula(bytes[...]) ? .formulaInCell : nil)
    }
    var notice: FindingCode? = folded.foldedWidths ? .widthFolded : nil
    let reading: CellReading? = folded.bytes.withUnsafeBufferPointer { text in
      if case .list(let list) = kind, let code = list.code(kindly: text) {
        scratch = Array(list.values[Int(code) - 1].utf8)
        return CellReading(status: .changed, number: Int64(code))
      }
      if case .residentID = kind {
        var upper = folded.bytes
        if upper.last == UInt8(ascii: "x") { upper[upper.count - 1] = UInt8(ascii: "X") }
        if let id = upper.withUnsafeBufferPointer({ ResidentID($0) }) {
          scratch = upper
          return CellReading(status: .changed, number: Int64(id.number))
        }
        guard let id = ResidentID(fifteenDigits: text) else { return nil }
        notice = .residentIDConverted
        scratch = Array(id.text.utf8)
        return CellReading(status: .changed, number: Int64(id.number))
      }
      if let known = exact(text, ExactForm(kind)) {
        return CellReading(status: .changed, number: known.number)
      }
      return nil
    }
    if var reading {
      reading.notice = notice
      return reading
    }
    switch kind {
    case .birthDate, .date, .month: return date(folded.bytes, as: kind, notice: notice)
    case .wholeNumber, .hundredths: return plainNumber(folded.bytes, as: kind, notice: notice)
    case .otherOffice: return CellReading(status: .changed, number: -1, notice: .otherOfficeUnknown)
    default: return CellReading(status: .wrong)
    }
  }

  /// Reads the other notations of a date, and keeps the precision of one that names only a month.
  private mutating func date(_ text: [UInt8], as kind: ValueKind, notice: FindingCode?)
    -> CellReading
  {
    let wrong = CellReading(status: .wrong)
    guard let found = DateNotation.read(text) else { return wrong }
    if case .month = kind {
      guard found.day == nil else { return wrong }
      scratch = Array(found.text.utf8)
      return CellReading(
        status: scratch == text ? .same : .changed, number: Int64(found.year * 100 + found.month),
        notice: notice)
    }
    guard let date = found.date else { return wrong }
    scratch = Array(found.text.utf8)
    return CellReading(
      status: .changed, number: Int64(date.number),
      notice: found.day == nil ? .dateMonthOnly : found.isSerial ? .dateFromSerial : notice)
  }

  /// Reads numbers with needless zeros, a plus sign or `.0`.
  private mutating func plainNumber(
    _ text: [UInt8], as kind: ValueKind, notice: FindingCode?
  ) -> CellReading {
    var digits = text[...]
    if digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    while digits.count > 1, digits.first == 48, digits[digits.startIndex + 1] != 46 {
      digits.removeFirst()
    }
    if case .wholeNumber = kind, let point = digits.firstIndex(of: 46),
      digits[(point + 1)...].allSatisfy({ $0 == 48 })
    {
      digits = digits[..<point]
    }
    let plain = Array(digits)
    let reading = plain.withUnsafeBufferPointer { exact($0, ExactForm(kind)) }
    guard var reading else { return CellReading(status: .wrong) }
    scratch = plain
    reading.status = .changed
    reading.notice = notice
    return reading
  }
}

extension CellReader {
  /// Whether text is that of a person's number: 15 or 18 digits, the last perhaps an X.
  private static func looksPersonal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (bytes.count == 15 || bytes.count == 18) && bytes.dropLast().allSatisfy { $0 &- 48 <= 9 }
  }

  /// Whether text neither begins nor ends with something that trimming takes off, and does not begin
  /// as a formula does.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes[0]
    let last = bytes[bytes.count - 1]
    // 0xA0 and 0x80 end the no-break and the ideographic space; 0xC2 and 0xE3 begin them.
    return first > 0x20 && first != UInt8(ascii: "'") && first != 0xC2 && first != 0xE3
      && first != UInt8(ascii: "=") && first != UInt8(ascii: "+") && first != UInt8(ascii: "-")
      && first != UInt8(ascii: "@") && last > 0x20 && last != 0xA0 && last != 0x80
  }

  /// Whether the bytes are a mobile number: 1, then 3–9, then nine digits.
  @inline(__always)
  private static func isPhone(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 11, bytes[0] == 49, bytes[1] >= 51, bytes[1] <= 57 else { return false }
    for index in 2..<11 where bytes[index] &- 48 > 9 { return false }
    return true
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
