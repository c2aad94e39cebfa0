import Model

extension CellReader {
  /// Reads what the exact form refused: trims, folds, converts, and sees what is damaged.
  mutating func kindly(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind, startsIn1904: Bool
  ) -> CellReading {
    let folded = TextFolding.fold(bytes, widths: kind.isFolded, keepsLines: kind.keepsLines)
    if folded.bytes.isEmpty { return CellReading(status: .blank, changes: folded.changes) }
    scratch = folded.bytes
    var reading: CellReading
    let narrow = kind.isFolded ? folded.bytes : TextFolding.fold(bytes, widths: true).bytes
    if DamagedText.isErrorWord(narrow) {
      // Nobody knows what stood there.
      reading = CellReading(status: kind.takesAnyText ? .blank : .wrong, isDamaged: true)
    } else {
      reading =
        kind.takesAnyText
        ? text(folded.bytes, of: bytes, as: kind)
        : value(folded.bytes, as: kind, startsIn1904: startsIn1904)
      reading.isDamaged =
        kind.isNumbering && DamagedText.isRewrittenNumber(folded.bytes)
        || kind.takesAnyText
          && DamagedText.hasLostCharacters(folded.bytes, marks: !kind.keepsLines)
    }
    reading.changes = folded.changes
    return reading
  }

  /// Takes a text as it stands.
  private func text(
    _ text: [UInt8], of bytes: UnsafeBufferPointer<UInt8>, as kind: ValueKind
  ) -> CellReading {
    var reading = CellReading(status: text.elementsEqual(bytes) ? .same : .changed)
    if bytes.count > 1, TextFolding.startsFormula(bytes[...]) { reading.notice = .formulaInCell }
    switch kind {
    case .pseudonym where text.withUnsafeBufferPointer(Self.looksPersonal): reading.status = .wrong
    case .name where text.withUnsafeBufferPointer(Self.isNumber):
      (reading.status, reading.fault) = (.wrong, .nameIsNumber)
    case .majorCode where text.withUnsafeBufferPointer(Self.lacksZero):
      reading.notice = .majorCodeZeroLost
    case .otherOffice:
      if let known = text.withUnsafeBufferPointer({ exact($0, .office) }) {
        reading.number = known
      } else {
        (reading.number, reading.notice) = (-1, .otherOfficeUnknown)
      }
    default: break
    }
    return reading
  }

  /// Makes a value of a text.
  private mutating func value(_ text: [UInt8], as kind: ValueKind, startsIn1904: Bool)
    -> CellReading
  {
    if let known = text.withUnsafeBufferPointer({ exact($0, ExactForm(kind)) }) {
      return CellReading(status: .changed, number: known)
    }
    switch kind {
    case .list(let list):
      guard let (code, notice) = list.code(kindly: text) else { break }
      scratch = Array(list.values[Int(code) - 1].utf8)
      return CellReading(status: .changed, number: Int64(code), notice: notice)
    case .residentID:
      guard let (id, notice) = Self.residentID(text) else { break }
      scratch = Array(id.text.utf8)
      return CellReading(status: .changed, number: Int64(id.number), notice: notice)
    case .phone:
      guard let landline = Self.landline(text) else { break }
      scratch = landline
      return CellReading(status: .changed, notice: .phoneLandline)
    case .birthDate, .date, .month: return date(text, as: kind, startsIn1904: startsIn1904)
    case .expiry:
      guard Self.endlessness.contains(text) else {
        return date(text, as: kind, startsIn1904: startsIn1904)
      }
      return CellReading(status: .blank, notice: .noExpiry)
    case .months:
      guard let months = Self.months(inYears: text) else { return plainNumber(text, as: kind) }
      scratch = Array(String(months).utf8)
      guard let known = scratch.withUnsafeBufferPointer({ exact($0, ExactForm(kind)) }) else {
        break
      }
      return CellReading(status: .changed, number: known, notice: .monthsFromYears)
    case .mark:
      guard let (status, _) = ClosedList.markStatus.code(kindly: text) else {
        return plainNumber(text, as: kind)
      }
      scratch = []
      return CellReading(
        status: .changed, number: -Int64(status), notice: .markStatusInScore)
    case .wholeNumber, .hundredths: return plainNumber(text, as: kind)
    default: break
    }
    return CellReading(status: .wrong)
  }

  /// An identity number with a small x, or one of fifteen digits.
  private static func residentID(_ text: [UInt8]) -> (ResidentID, FindingCode?)? {
    if text.last == UInt8(ascii: "x"),
      let id = (text.dropLast() + [UInt8(ascii: "X")]).withUnsafeBufferPointer({ ResidentID($0) })
    {
      return (id, nil)
    }
    return text.withUnsafeBufferPointer { ResidentID(fifteenDigits: $0) }
      .map { ($0, .residentIDConverted) }
  }

  /// A telephone number with its area code, as 010-12345678: an area code begins with 0 and has three
  /// digits where it is 010 or 02x, else four; the number has seven or eight.
  private static func landline(_ text: [UInt8]) -> [UInt8]? {
    var digits: [UInt8] = []
    for byte in text {
      if byte &- 48 <= 9 {
        digits.append(byte)
      } else if !"()- ".utf8.contains(byte) {
        return nil
      }
    }
    guard digits.count > 3, digits[0] == 48, digits[1] != 48 else { return nil }
    let area = digits[1] <= 50 ? 3 : 4
    guard digits[1] != 49 || digits[2] == 48, (7...8).contains(digits.count - area),
      !(48...49).contains(digits[area])
    else { return nil }
    return digits[..<area] + [UInt8(ascii: "-")] + digits[area...]
  }

  /// What says that something never ends.
  private static let endlessness = Set(
    ["长期", "长期有效", "永久", "永久有效", "无期限", "无固定期限"].map { Array($0.utf8) })

  /// The months of `3年`, `3年6个月` or `30个月`.
  private static func months(inYears text: [UInt8]) -> Int? {
    var rest = text[...]
    var months: Int?
    for (units, factor) in [(["年"], 12), (["个月", "月"], 1)] {
      let digits = rest.prefix { $0 &- 48 <= 9 }
      let behind = rest.dropFirst(digits.count)
      guard let unit = units.first(where: { behind.starts(with: Array($0.utf8)) }),
        digits.count <= 3, let number = Self.wholeNumber(digits)
      else { continue }
      months = (months ?? 0) + number * factor
      rest = behind.dropFirst(unit.utf8.count)
    }
    return rest.isEmpty ? months : nil
  }

  /// Reads the other notations of a date, and keeps the precision of one that names only a month.
  private mutating func date(_ text: [UInt8], as kind: ValueKind, startsIn1904: Bool)
    -> CellReading
  {
    let wrong = CellReading(status: .wrong)
    guard let found = DateNotation.read(text, startsIn1904: startsIn1904) else { return wrong }
    let isBirth = if case .birthDate = kind { true } else { false }
    if found.isAmbiguous, !isBirth { return CellReading(status: .wrong, fault: .dateAmbiguous) }
    if case .month = kind {
      guard found.day == nil else { return wrong }
      scratch = Array(found.text.utf8)
      return CellReading(
        status: scratch == text ? .same : .changed, number: Int64(found.year * 100 + found.month))
    }
    guard let date = found.date else { return wrong }
    // Which month was meant is for the identity number to say.
    if !found.isAmbiguous { scratch = Array(found.text.utf8) }
    return CellReading(
      status: .changed, number: Int64(date.number),
      notice: found.day == nil ? .dateMonthOnly : found.isSerial ? .dateFromSerial : nil)
  }

  /// Reads numbers with needless zeros, a plus sign or `.0`.
  private mutating func plainNumber(_ text: [UInt8], as kind: ValueKind) -> CellReading {
    var digits = text[...]
    if digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    while digits.count > 1, digits.first == 48, digits[digits.startIndex + 1] != 46 {
      digits.removeFirst()
    }
    if !kind.hasDecimals, let point = digits.firstIndex(of: 46),
      digits[(point + 1)...].allSatisfy({ $0 == 48 })
    {
      digits = digits[..<point]
    }
    scratch = Array(digits)
    guard let number = scratch.withUnsafeBufferPointer({ exact($0, ExactForm(kind)) }) else {
      return CellReading(status: .wrong)
    }
    return CellReading(status: .changed, number: number)
  }
}
