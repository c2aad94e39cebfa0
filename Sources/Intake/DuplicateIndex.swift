import Model

/// Finds rows that share an application number or a person with an earlier row.
///
/// Application numbers are compared by a 64-bit hash, so a pair is a suspicion until the register
/// has compared the two rows themselves; identity numbers are compared as they are.
public struct DuplicateIndex: Sendable {
  /// What two rows share.
  public enum Key: Sendable {
    /// The application number.
    case applicationNumber
    /// The identity number.
    case residentID
  }

  /// Two rows that seem to share a key, by their ids; the earlier one first.
  public struct Pair: Sendable {
    /// The row that came first.
    public let first: UInt32
    /// The row that came later.
    public let second: UInt32
    /// What they share.
    public let key: Key
  }

  /// A row that was added and is still to be looked up.
  private struct Added {
    let id: UInt32
    let number: UInt64
    let person: UInt64
  }

  private var pairs: [Pair] = []
  private var added: [Added] = []
  /// What was read ahead: kept, so that the reads are not left out as useless.
  private var touched: UInt32 = 0
  private var numbers = KeyTable()
  private var persons = KeyTable()

  /// Starts empty.
  public init() {}

  /// Hands out the pairs met since the last call, in the order of the later rows.
  public mutating func takePairs() -> [Pair] {
    defer { pairs = [] }
    return pairs
  }

  /// Makes room for so many rows.
  mutating func reserveCapacity(_ total: Int) {
    numbers.reserveCapacity(total)
    persons.reserveCapacity(total)
  }

  /// Adds a row that is already in the register.
  public mutating func addKnown(
    id: UInt32, applicationNumber: UnsafeBufferPointer<UInt8>,
    residentID: UnsafeBufferPointer<UInt8>
  ) {
    _ = numbers.insert(ByteHash.hash(applicationNumber), id: id)
    if let person = ResidentID(residentID) { _ = persons.insert(person.number, id: id) }
  }

  /// Adds a row that was not rejected; `settleAdded` follows.
  mutating func add(id: UInt32, applicationNumber: UnsafeBufferPointer<UInt8>, person: UInt64) {
    added.append(Added(id: id, number: ByteHash.hash(applicationNumber), person: person))
  }

  /// Looks up the rows added since the last call.
  ///
  /// Each look-up waits for a far place in memory. So all places are touched first, where one wait
  /// does not hold up the next.
  mutating func settleAdded() {
    var touched: UInt32 = 0
    for row in added { touched |= numbers.touch(row.number) | persons.touch(row.person) }
    self.touched = touched
    for row in added {
      if let first = numbers.insert(row.number, id: row.id) {
        pairs.append(Pair(first: first, second: row.id, key: .applicationNumber))
      }
      if let first = persons.insert(row.person, id: row.id) {
        pairs.append(Pair(first: first, second: row.id, key: .residentID))
      }
    }
    added.removeAll(keepingCapacity: true)
  }
}

/// Remembers the first row of each key: open addressing, linear probing, grown at two thirds.
struct KeyTable: Sendable {
  /// Three words a slot: the key's halves and the row id + 1, so that a look-up touches one place of
  /// memory; id 0 is free.
  private var words: [UInt32]
  private var mask: Int
  private var count = 0

  init() {
    words = Array(repeating: 0, count: 3 * 1024)
    mask = 1023
  }

  /// Makes room for so many keys.
  mutating func reserveCapacity(_ total: Int) {
    var size = mask + 1
    while total * 3 > size * 2 { size *= 2 }
    if size > mask + 1 { grow(to: size) }
  }

  /// Brings the place of a key near.
  @inline(__always)
  func touch(_ key: UInt64) -> UInt32 {
    words[(Int(truncatingIfNeeded: ByteHash.mix(key)) & mask) &* 3]
  }

  /// Remembers a key; the id of the row that had it before, if any did.
  mutating func insert(_ key: UInt64, id: UInt32) -> UInt32? {
    if count * 3 > mask * 2 { grow(to: (mask + 1) * 2) }
    let known = Self.insert(key, id: id, into: &words, mask)
    if known == nil { count += 1 }
    return known
  }

  @inline(__always)
  private static func insert(
    _ key: UInt64, id: UInt32, into words: inout [UInt32], _ mask: Int
  ) -> UInt32? {
    let (low, high) = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key &>> 32))
    var slot = Int(truncatingIfNeeded: ByteHash.mix(key)) & mask
    while true {
      let start = slot &* 3
      let known = words[start &+ 2]
      if known == 0 {
        words[start] = low
        words[start &+ 1] = high
        words[start &+ 2] = id &+ 1
        return nil
      }
      if words[start] == low, words[start &+ 1] == high { return known &- 1 }
      slot = (slot &+ 1) & mask
    }
  }

  private mutating func grow(to size: Int) {
    let old = words
    mask = size - 1
    words = Array(repeating: 0, count: 3 * size)
    for start in stride(from: 0, to: old.count, by: 3) where old[start + 2] != 0 {
      _ = Self.insert(
        UInt64(old[start]) | UInt64(old[start + 1]) << 32, id: old[start + 2] - 1, into: &words,
        mask)
    }
  }
}
