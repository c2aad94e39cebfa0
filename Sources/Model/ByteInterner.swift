/// Gives equal byte strings the same small number, from 0 in the order in which they first come.
///
/// An open-addressing table with linear probing over one arena of bytes.
public struct ByteInterner: Sendable {
  private var arena: [UInt8] = []
  private var ends: [UInt32] = []
  /// Code + 1 of the entry in each slot; 0 is free.
  private var slots: [UInt32]
  private var mask: Int

  /// Starts empty.
  public init() {
    slots = Array(repeating: 0, count: 64)
    mask = 63
  }

  /// How many different strings there are.
  public var count: Int { ends.count }

  /// The bytes that have a code.
  public func bytes(of code: Int) -> ArraySlice<UInt8> {
    arena[(code == 0 ? 0 : Int(ends[code - 1]))..<Int(ends[code])]
  }

  /// The code of some bytes, new if they were not seen before.
  /// - Complexity: O(length) on average.
  public mutating func code(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: ByteHash.hash(bytes)) & mask
    while slots[slot] != 0 {
      let code = Int(slots[slot]) - 1
      if holds(bytes, at: code) { return code }
      slot = (slot + 1) & mask
    }
    arena.append(contentsOf: bytes)
    ends.append(UInt32(arena.count))
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > mask { grow() }
    return ends.count - 1
  }

  @inline(__always)
  private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at code: Int) -> Bool {
    let start = code == 0 ? 0 : Int(ends[code - 1])
    guard Int(ends[code]) - start == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for index in 0..<bytes.count where arena[start &+ index] != bytes[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots = Array(repeating: 0, count: mask + 1)
    for code in 0..<ends.count {
      var slot = bytes(of: code).withUnsafeBufferPointer {
        Int(truncatingIfNeeded: ByteHash.hash($0)) & mask
      }
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(code + 1)
    }
  }
}

/// Gives equal numbers the same small number, from 0 in the order in which they first come.
///
/// An open-addressing table with linear probing.
struct NumberInterner: Sendable {
  private var numbers: [Int64] = []
  /// Code + 1 of the entry in each slot; 0 is free.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  private var mask = 63

  /// How many different numbers there are.
  var count: Int { numbers.count }

  /// The number that has a code.
  func number(of code: Int) -> Int64 { numbers[code] }

  /// The code of a number, new if it was not seen before.
  /// - Complexity: O(1) on average.
  mutating func code(of number: Int64) -> UInt32 {
    var slot = Self.slot(of: number, mask)
    while slots[slot] != 0 {
      let code = slots[slot] - 1
      if numbers[Int(code)] == number { return code }
      slot = (slot + 1) & mask
    }
    numbers.append(number)
    slots[slot] = UInt32(numbers.count)
    if numbers.count * 2 > mask { grow() }
    return UInt32(numbers.count - 1)
  }

  private static func slot(of number: Int64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: ByteHash.mix(UInt64(bitPattern: number))) & mask
  }

  private mutating func grow() {
    mask = mask * 2 + 1
    slots = Array(repeating: 0, count: mask + 1)
    for (code, number) in numbers.enumerated() {
      var slot = Self.slot(of: number, mask)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(code + 1)
    }
  }
}

/// A fixed 64-bit hash of bytes: the same on every machine and in every run.
public enum ByteHash {
  /// Mixes eight bytes at a time by multiplication, finished as in MurmurHash3 (Appleby, 2011).
  ///
  /// Registers keep what comes out, so it never changes.
  @inlinable
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    if let base = bytes.baseAddress {
      while index &+ 8 <= bytes.count {
        hash = mix(hash ^ UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
        index &+= 8
      }
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index &+= 1
    }
    return mix(hash ^ rest)
  }

  /// Spreads the bits of a number over all 64.
  @inlinable
  public static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}
