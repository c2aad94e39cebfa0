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

/// The different values of one fact, each with a code; code 0 is blank.
///
/// A rule is evaluated once for each value, not once for each applicant.
public struct FactColumn: Sendable {
  /// How the values come to be known.
  enum Source {
    /// They are fixed from the start.
    case closed
    /// Numbers are met as the rows come.
    case numbers
    /// Texts are met as the rows come.
    case texts
  }

  let source: Source
  private let closedValues: [FactValue]
  private var numbers = NumberInterner()
  private var texts = ByteInterner()

  /// Starts with what is known of a field's values.
  init(_ field: ApplicantField) {
    closedValues = field.closedValues ?? []
    source = field.closedValues != nil ? .closed : field.isNumber ? .numbers : .texts
  }

  /// The different values, by code.
  public var values: [FactValue] {
    let count =
      switch source {
      case .closed: closedValues.count
      case .numbers: numbers.count
      case .texts: texts.count
      }
    return (0...count).map(value)
  }

  /// The value that has a code.
  public func value(of code: Int) -> FactValue {
    guard code > 0 else { return .blank }
    return switch source {
    case .closed: closedValues[code - 1]
    case .numbers: .number(numbers.number(of: code - 1))
    case .texts: .text(String(decoding: texts.bytes(of: code - 1), as: UTF8.self))
    }
  }

  /// The code of a number, new if it was not met before.
  mutating func code(of number: Int64) -> UInt32 { numbers.code(of: number) + 1 }

  /// The code of a text, new if it was not met before.
  mutating func code(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(texts.code(of: text) + 1)
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

  /// Makes room for so many texts of so many bytes together.
  mutating func reserveCapacity(_ count: Int, bytes: Int) {
    ends.reserveCapacity(count)
    arena.reserveCapacity(bytes)
  }

  /// How many bytes all texts have together.
  var byteCount: Int { arena.count }

  /// Appends a text.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    arena.append(contentsOf: bytes)
    ends.append(UInt32(arena.count))
  }

  /// Lays some texts in another order, given as present indexes.
  mutating func reorder(_ order: [UInt32]) {
    var newEnds: [UInt32] = []
    newEnds.reserveCapacity(order.count)
    var starts = [UInt32](repeating: 0, count: 4096)
    arena = [UInt8](unsafeUninitializedCapacity: arena.count) { target, count in
      arena.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        var total: UInt32 = 0
        for first in stride(from: 0, to: order.count, by: starts.count) {
          let places = first..<min(first + starts.count, order.count)
          var end = Int(total)
          // First where some texts lie, then the texts: so that no copy waits for the place of the next.
          for place in places {
            let index = Int(order[place])
            let start = index == 0 ? 0 : ends[index - 1]
            starts[place - first] = start
            total += ends[index] - start
            newEnds.append(total)
          }
          for place in places {
            let length = Int(newEnds[place]) - end
            RowBatch.copy(from + Int(starts[place - first]), to: to + end, length)
            end += length
          }
        }
        count = Int(total)
      }
    }
    ends = newEnds
  }

  /// Takes the last texts off.
  mutating func removeLast(_ count: Int) {
    ends.removeLast(count)
    arena.removeLast(arena.count - Int(ends.last ?? 0))
  }

  /// Calls back with the bytes of one text.
  @inline(__always)
  public func withBytes<Result>(
    at index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    return try arena.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }

  /// One text.
  public func text(at index: Int) -> String {
    withBytes(at: index) { String(decoding: $0, as: UTF8.self) }
  }
}
