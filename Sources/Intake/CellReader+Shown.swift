import Model

extension CellReader {
  /// Reads a cell of a workbook that shows something else than it holds.
  ///
  /// Whoever filled the sheet in saw what it shows. Text is what is shown; a number is what is held
  /// where both say the same, and what is shown where it is a percentage or rounded. Where neither
  /// settles which of them is meant, the cell is wrong.
  mutating func settled(
    _ held: UnsafeBufferPointer<UInt8>, as kind: ValueKind, showing shown: ShownText
  ) -> CellReading {
    switch shown.content {
    case .day: day(held, as: kind, showing: shown)
    case .number where kind.takesAnyText: text(held, as: kind, showing: shown)
    case .number: number(held, as: kind, showing: shown)
    }
  }

  /// A cell that holds a day.
  private mutating func day(
    _ held: UnsafeBufferPointer<UInt8>, as kind: ValueKind, showing shown: ShownText
  ) -> CellReading {
    switch kind {
    // The identity number says which day is meant.
    case .birthDate: return read(held, as: kind)
    case .date where shown.isSame, .expiry where shown.isSame, .month where shown.isSame:
      return read(held, as: kind)
    case .month:
      let reading = read(shown.text, as: kind)
      if case .wrong = reading.status { break }
      return reading
    case .text where shown.isSame: return read(shown.text, as: kind)
    case .date, .expiry: break
    default: return CellReading(status: .wrong, fault: .numberBecameDate)
    }
    return CellReading(status: .wrong, fault: .shownOtherwise)
  }

  /// A number in a column of text.
  private mutating func text(
    _ held: UnsafeBufferPointer<UInt8>, as kind: ValueKind, showing shown: ShownText
  ) -> CellReading {
    // A format may hide what the cell holds.
    guard !shown.text.isEmpty else { return CellReading(status: .wrong, fault: .shownOtherwise) }
    var reading = read(shown.text, as: kind)
    // From sixteen digits on some are lost, however they are shown.
    if DamagedText.isRewrittenNumber(Array(held)), held.contains(where: { $0 | 0x20 == 0x65 }) {
      reading.isDamaged = true
    }
    return reading
  }

  /// A number in a column of anything else.
  private mutating func number(
    _ held: UnsafeBufferPointer<UInt8>, as kind: ValueKind, showing shown: ShownText
  ) -> CellReading {
    let plain = read(held, as: kind)
    if shown.isSame, !plain.isWrong { return plain }
    let percent = Array(shown.text.utf8)
    if kind.isQuantity, percent.last == UInt8(ascii: "%") {
      return asShown(percent.dropLast(), as: kind)
    }
    let figures = percent.filter { $0 != UInt8(ascii: ",") }
    if kind.isQuantity, Self.rounds(Array(held), to: figures) {
      return asShown(figures[...], as: kind)
    }
    if plain.isWrong, !kind.isQuantity {
      let reading = asShown(percent[...], as: kind)
      return reading.isWrong ? plain : reading
    }
    return CellReading(status: .wrong, fault: .shownOtherwise)
  }

  /// What is shown, as the value of a cell, with a notice that says so.
  private mutating func asShown(_ text: ArraySlice<UInt8>, as kind: ValueKind) -> CellReading {
    var reading = read(String(decoding: text, as: UTF8.self), as: kind)
    if reading.isWrong { return reading }
    if case .same = reading.status { scratch = Array(text) }
    reading.status = .changed
    reading.notice = .readAsShown
    return reading
  }

  /// Reads a text that stands in no batch.
  private mutating func read(_ text: String, as kind: ValueKind) -> CellReading {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var reading = read(bytes, as: kind)
      if case .same = reading.status {
        scratch = Array(bytes)
        reading.status = .changed
      }
      return reading
    }
  }

  /// Whether a decimal number becomes another one, with fewer decimals, when it is rounded half up.
  private static func rounds(_ number: [UInt8], to rounded: [UInt8]) -> Bool {
    guard let (digits, places) = decimal(number), let (kept, keptPlaces) = decimal(rounded),
      places >= keptPlaces
    else { return false }
    let unit = (keptPlaces..<places).reduce(1) { unit, _ in unit * 10 }
    return (digits + unit / 2) / unit == kept
  }

  /// The digits of a number of at most fifteen, and how many of them stand behind the point.
  private static func decimal(_ text: [UInt8]) -> (digits: Int, places: Int)? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = wholeNumber(Array(parts.joined())) else { return nil }
    return (digits, parts.count == 2 ? parts[1].count : 0)
  }
}

extension CellReading {
  /// Whether no reading makes a value of the cell.
  var isWrong: Bool { if case .wrong = status { true } else { false } }
}
