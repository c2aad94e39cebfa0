/// One value of one fact.
public enum FactValue: Hashable, Sendable {
  /// Nothing was stated.
  case blank
  /// 是 or 否.
  case bool(Bool)
  /// A count, a mark in hundredths, or a date as `yyyymmdd`.
  case number(Int64)
  /// A word of a closed list or other text.
  case text(String)
}

/// One fact of many applicants, as codes into the list of its different values.
///
/// Code 0 is blank. A rule is evaluated once for each value, not once for each applicant.
public struct FactColumn: Sendable {
  /// How the values of a column come to be known.
  private enum Source {
    /// They are fixed from the start.
    case closed
    /// Numbers and text are met as the rows come.
    case open
  }

  private let source: Source
  private var closedValues: [FactValue]
  private var narrow: [UInt8] = []
  private var wide: [UInt32] = []
  private var interner = ByteInterner()
  private var isText = false

  /// A column whose values are known; its codes are those of the list from 1.
  public init(closed values: [FactValue]) {
    source = .closed
    closedValues = [.blank] + values
  }

  /// A column whose values are met as the rows come.
  public init() {
    source = .open
    closedValues = []
  }

  /// Whether the values were known from the start.
  public var isClosed: Bool { source == .closed }

  /// How many applicants the column has.
  public var count: Int { source == .closed ? narrow.count : wide.count }

  /// The different values, by code.
  public var values: [FactValue] {
    guard source == .open else { return closedValues }
    return [.blank] + (0..<interner.count).map(openValue)
  }

  /// The code of an applicant's value.
  @inline(__always)
  public func code(at index: Int) -> Int {
    source == .closed ? Int(narrow[index]) : Int(wide[index])
  }

  /// An applicant's value.
  public func value(at index: Int) -> FactValue {
    let code = code(at: index)
    if code == 0 { return .blank }
    return source == .closed ? closedValues[code] : openValue(code - 1)
  }

  private func openValue(_ code: Int) -> FactValue {
    let bytes = interner.bytes(of: code)
    if isText { return .text(String(decoding: bytes, as: UTF8.self)) }
    return .number(bytes.reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) })
  }

  /// Appends a code of a closed list; 0 is blank.
  public mutating func append(code: UInt8) {
    narrow.append(code)
  }

  /// Appends a number.
  public mutating func append(number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { raw in
      wide.append(UInt32(interner.code(of: raw.assumingMemoryBound(to: UInt8.self)) + 1))
    }
  }

  /// Appends text.
  public mutating func append(text: UnsafeBufferPointer<UInt8>) {
    isText = true
    wide.append(UInt32(interner.code(of: text) + 1))
  }

  /// Takes the last codes off; values that only they had stay known.
  mutating func removeLast(_ count: Int) {
    if source == .closed { narrow.removeLast(count) } else { wide.removeLast(count) }
  }

  /// Appends a blank.
  public mutating func appendBlank() {
    if source == .closed { narrow.append(0) } else { wide.append(0) }
  }
}

/// Text of many applicants in one arena.
public struct TextColumn: Sendable {
  private var arena: [UInt8] = []
  private var ends: [UInt32] = []

  /// Starts empty.
  public init() {}

  /// How many texts there are.
  public var count: Int { ends.count }

  /// Appends a text.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    arena.append(contentsOf: bytes)
    ends.append(UInt32(arena.count))
  }

  /// Takes the last texts off.
  mutating func removeLast(_ count: Int) {
    ends.removeLast(count)
    arena.removeLast(arena.count - Int(ends.last ?? 0))
  }

  /// Calls back with the bytes of one text.
  @inline(__always)
  public func withBytes<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
  {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    return arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// One text.
  public func text(at index: Int) -> String {
    withBytes(at: index) { String(decoding: $0, as: UTF8.self) }
  }
}
