/// What ranking needs of many applicants (应聘人员).
///
/// The facts are codes into the lists of their different values, and the codes of one applicant lie
/// together: one byte for a closed list, two for numbers and texts, and four once a fact has more
/// values than two can tell apart. Rules walk over one fact of
/// everybody, digests and reports over all facts of one applicant in the list's order; laid out like
/// this both touch little memory.
public struct ApplicantColumns: Sendable {
  /// Where a fact lies in an applicant's codes.
  @usableFromInline
  struct Slot: Sendable {
    let field: ApplicantField
    /// Whether a number stands there even where the sheet's cell is blank: birth dates follow from
    /// the identity number.
    let isAlwaysKnown: Bool
    let source: FactColumn.Source
    /// How many bytes a code takes.
    @usableFromInline var width: Int
    @usableFromInline var offset: Int
  }

  /// The facts that are held, in the order of `columns`.
  public let fields: [ApplicantField]
  /// The different values of each of `fields`.
  public private(set) var columns: [FactColumn]
  /// Where each applicant stands in the register.
  public var ids: [UInt32] = []
  /// Each applicant's office, as its place in the run's office table.
  public var offices: [UInt16] = []
  /// The application numbers.
  public var applicationNumbers = TextColumn()
  /// The names.
  public var names = TextColumn()

  @usableFromInline private(set) var slots: [Slot]
  @usableFromInline private(set) var blankRow: [UInt8]
  @usableFromInline var codes: [UInt8] = []

  /// Starts empty, for some facts.
  public init(fields: [ApplicantField]) {
    self.fields = fields
    columns = fields.map(FactColumn.init)
    var offset = 0
    slots = zip(fields, columns).map { field, column in
      let width = column.source == .closed ? 1 : 2
      defer { offset += width }
      return Slot(
        field: field, isAlwaysKnown: field == .birthDate, source: column.source, width: width,
        offset: offset)
    }
    blankRow = Array(repeating: 0, count: offset)
  }

  /// How many applicants there are.
  public var count: Int { ids.count }

  /// Makes room for `total` applicants who are like those that are here already.
  public mutating func reserveCapacity(_ total: Int) {
    guard count > 0, total > count else { return }
    ids.reserveCapacity(total)
    offices.reserveCapacity(total)
    applicationNumbers.reserveCapacity(
      total, bytes: applicationNumbers.byteCount / count * total + total)
    names.reserveCapacity(total, bytes: names.byteCount / count * total + total)
    codes.reserveCapacity(total * blankRow.count)
  }

  /// Takes the last applicants off, so that `count` of them are left; values that only they had
  /// stay known.
  public mutating func removeLast(fromCount count: Int) {
    let surplus = self.count - count
    guard surplus > 0 else { return }
    ids.removeLast(surplus)
    offices.removeLast(surplus)
    applicationNumbers.removeLast(surplus)
    names.removeLast(surplus)
    codes.removeLast(surplus * blankRow.count)
  }

  /// Lays some applicants in another order, so that whoever goes through them in it walks straight.
  /// - Parameter order: the present indexes in the new order.
  public mutating func reorder(_ order: [UInt32]) {
    ids = order.map { ids[Int($0)] }
    offices = order.map { offices[Int($0)] }
    applicationNumbers.reorder(order)
    names.reorder(order)
    reorderCodes(order)
  }

  /// Lays the codes in another order, eight bytes of each applicant at a time: all of them twice would
  /// be the most that a run ever holds.
  private mutating func reorderCodes(_ order: [UInt32]) {
    let width = blankRow.count
    var pieces = [UInt64](repeating: 0, count: order.count)
    codes.withUnsafeMutableBytes { codes in
      pieces.withUnsafeMutableBytes { pieces in
        guard let codes = codes.baseAddress, let pieces = pieces.baseAddress else { return }
        for offset in stride(from: 0, to: width, by: 8) {
          let size = min(8, width - offset)
          func copy(_ from: UnsafeRawPointer, to target: UnsafeMutableRawPointer) {
            if size == 8 {
              target.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
            } else {
              target.copyMemory(from: from, byteCount: size)
            }
          }
          for (place, index) in order.enumerated() {
            copy(codes + (Int(index) &* width &+ offset), to: pieces + (place &* 8))
          }
          for place in order.indices {
            copy(pieces + (place &* 8), to: codes + (place &* width &+ offset))
          }
        }
      }
    }
    codes.removeLast(codes.count - order.count * width)
  }

  /// The code of an applicant's value in one of `columns`.
  public func code(_ column: Int, at index: Int) -> Int {
    withCodes { $0.code(column, at: index) }
  }

  /// The codes of everybody, for loops over millions.
  public struct Codes {
    @usableFromInline let base: UnsafeRawPointer?
    @usableFromInline let width: Int
    @usableFromInline let slots: UnsafePointer<Slot>?

    @inlinable
    init(base: UnsafeRawPointer?, width: Int, slots: UnsafePointer<Slot>?) {
      self.base = base
      self.width = width
      self.slots = slots
    }

    /// The code of an applicant's value in one of `columns`.
    @inlinable
    public func code(_ column: Int, at index: Int) -> Int {
      guard let base, let slots else { return 0 }
      let slot = slots[column]
      let place = base + (index &* width &+ slot.offset)
      return switch slot.width {
      case 1: Int(place.load(as: UInt8.self))
      case 2: Int(place.loadUnaligned(as: UInt16.self))
      default: Int(place.loadUnaligned(as: UInt32.self))
      }
    }
  }

  /// Calls back with the codes of everybody.
  @inlinable
  public func withCodes<Result>(_ body: (Codes) throws -> Result) rethrows -> Result {
    try codes.withUnsafeBytes { codes in
      try slots.withUnsafeBufferPointer { slots in
        try body(
          Codes(base: codes.baseAddress, width: blankRow.count, slots: slots.baseAddress))
      }
    }
  }

  /// An applicant's value in one of `columns`.
  public func value(_ column: Int, at index: Int) -> FactValue {
    columns[column].value(of: code(column, at: index))
  }

  /// Appends one applicant's facts.
  ///
  /// - Parameters:
  ///   - numbers: for each `ApplicantField`, the code of its closed list or its number.
  ///   - text: the bytes of a field, empty where it is blank.
  public mutating func append(
    numbers: [Int64], text: (ApplicantField) -> UnsafeBufferPointer<UInt8>
  ) {
    codes.append(contentsOf: blankRow)
    for index in slots.indices {
      let slot = slots[index]
      let start = codes.count &- blankRow.count
      let number = numbers[slot.field.rawValue]
      if slot.source == .closed {
        codes[start &+ slot.offset] = UInt8(truncatingIfNeeded: number)
        continue
      }
      let bytes = text(slot.field)
      // A number of 0 may be stated; only an empty cell is blank.
      guard !bytes.isEmpty || slot.isAlwaysKnown else { continue }
      let code =
        slot.source == .numbers ? columns[index].code(of: number) : columns[index].code(of: bytes)
      store(code, index, at: start)
    }
  }

  /// Appends one applicant's facts, in the order of `fields`; stops at a value that a fact cannot have.
  public mutating func append(_ values: [FactValue]) {
    codes.append(contentsOf: blankRow)
    for (index, value) in values.enumerated() where value != .blank {
      let slot = slots[index]
      let start = codes.count - blankRow.count
      switch (slot.source, value) {
      case (.numbers, .number(let number)):
        store(columns[index].code(of: number), index, at: start)
      case (.texts, .text(var text)):
        store(text.withUTF8 { columns[index].code(of: $0) }, index, at: start)
      default:
        guard let code = columns[index].values.firstIndex(of: value) else {
          preconditionFailure("\(slot.field.id) cannot be \(value)")
        }
        codes[start + slot.offset] = UInt8(code)
      }
    }
  }

  /// Puts another number in place of an applicant's, in one of `columns`; nil where it is not known.
  public mutating func replace(_ column: Int, at index: Int, with number: Int64?) {
    let code = number.map { columns[column].code(of: $0) } ?? 0
    store(code, column, at: index * blankRow.count)
  }

  /// Puts a code into the row that begins at `start`.
  private mutating func store(_ code: UInt32, _ column: Int, at start: Int) {
    let slot = slots[column]
    guard slot.width == 4 || code <= UInt16.max else {
      let row = start / blankRow.count
      widen(column)
      return store(code, column, at: row * blankRow.count)
    }
    codes.withUnsafeMutableBytes {
      if slot.width == 4 {
        $0.storeBytes(of: code, toByteOffset: start &+ slot.offset, as: UInt32.self)
      } else {
        $0.storeBytes(
          of: UInt16(truncatingIfNeeded: code), toByteOffset: start &+ slot.offset, as: UInt16.self)
      }
    }
  }

  /// Gives the codes of a fact four bytes instead of two, in every row.
  private mutating func widen(_ column: Int) {
    let end = slots[column].offset + 2
    var wide: [UInt8] = []
    wide.reserveCapacity(codes.capacity / blankRow.count * (blankRow.count + 2))
    for start in stride(from: 0, to: codes.count, by: blankRow.count) {
      // The lowest byte comes first, so the two new ones are the highest.
      wide += codes[start..<start + end]
      wide += [0, 0]
      wide += codes[start + end..<start + blankRow.count]
    }
    codes = wide
    blankRow += [0, 0]
    slots[column].width = 4
    for index in slots.indices where slots[index].offset >= end { slots[index].offset += 2 }
  }
}
