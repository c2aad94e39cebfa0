/// The values that a coded column may hold, and the other ways in which clerks write them.
public final class ClosedList: Sendable {
  /// The values as we keep them, by code from 1; 0 is blank.
  public let values: [String]
  /// The values as rules read them.
  public let facts: [FactValue]
  /// The finding for any other value.
  public let wrong: FindingCode
  /// The values for the exact look-up.
  public let exact: ShortTexts
  private let codes: [[UInt8]: UInt8]
  private let noticed: [[UInt8]: FindingCode]

  /// Pairs the values with other ways to write them, and with what rules read where that is not the
  /// word itself.
  /// - Parameter noticed: further ways to write a value that are worth a notice.
  public init(
    _ values: [String], wrong: FindingCode, facts: [FactValue]? = nil,
    synonyms: [String: [String]] = [:],
    noticed: [(value: String, words: [String], notice: FindingCode)] = []
  ) {
    self.values = values
    self.facts = facts ?? values.map(FactValue.text)
    self.wrong = wrong
    exact = ShortTexts(values)
    codes = Dictionary(
      values.enumerated().flatMap { index, value in
        let others = noticed.filter { $0.value == value }.flatMap(\.words)
        return ([value] + (synonyms[value] ?? []) + others).map {
          (Array($0.utf8), UInt8(index + 1))
        }
      }, uniquingKeysWith: { first, _ in first })
    self.noticed = Dictionary(
      noticed.flatMap { entry in entry.words.map { (Array($0.utf8), entry.notice) } },
      uniquingKeysWith: { first, _ in first })
  }

  deinit { exact.deallocate() }

  /// The code of a value written in any known way, and the notice that says so, if there is one.
  public func code(kindly text: [UInt8]) -> (code: UInt8, notice: FindingCode?)? {
    codes[text].map { ($0, noticed[text]) }
  }
}

/// Some texts of up to sixteen bytes, compared as numbers; they stay in one place as long as their
/// list lives.
public struct ShortTexts: @unchecked Sendable {
  /// A text: its length, and its bytes in two halves that may overlap.
  @usableFromInline
  struct Key: Equatable {
    @usableFromInline let count: Int
    @usableFromInline let first: UInt64
    @usableFromInline let last: UInt64

    @inlinable @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      let count = bytes.count
      guard let start = UnsafeRawPointer(bytes.baseAddress), count <= 16 else { return nil }
      self.count = count
      if count >= 8 {
        first = start.loadUnaligned(as: UInt64.self)
        last = start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      } else if count >= 4 {
        first = UInt64(start.loadUnaligned(as: UInt32.self))
        last = UInt64(start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      } else if count > 0 {
        first = UInt64(bytes[0]) | UInt64(bytes[count &>> 1]) << 8
        last = UInt64(bytes[count &- 1])
      } else {
        return nil
      }
    }
  }

  @usableFromInline let keys: UnsafeMutablePointer<Key?>
  @usableFromInline let count: Int

  init(_ texts: [String]) {
    count = texts.count
    keys = .allocate(capacity: count)
    for (index, var text) in texts.enumerated() {
      (keys + index).initialize(to: text.withUTF8 { Key($0) })
    }
  }

  func deallocate() { keys.deallocate() }

  /// The place of a text, counted from 1; nil for one that is absent or too long.
  @inlinable @inline(__always)
  public func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let key = Key(bytes) else { return nil }
    for index in 0..<count where keys[index] == key { return index &+ 1 }
    return nil
  }
}
