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

  private var pairs: [Pair] = []
  private var numbers = KeyTable()
  private var persons = KeyTable()

  /// Starts empty.
  public init() {}

  /// Hands out the pairs met since the last call, in the order of the later rows.
  public mutating func takePairs() -> [Pair] {
    defer { pairs = [] }
    return pairs
  }

  /// Adds a row that is already in the register.
  public mutating func addKnown(
    id: UInt32, applicationNumber: UnsafeBufferPointer<UInt8>,
    residentID: UnsafeBufferPointer<UInt8>
  ) {
    _ = numbers.insert(ByteHash.hash(applicationNumber), id: id)
    if let person = ResidentID(residentID) { _ = persons.insert(person.number, id: id) }
  }

  /// Adds a row that was not rejected.
  mutating func add(id: UInt32, applicationNumber: UnsafeBufferPointer<UInt8>, person: UInt64) {
    if let first = numbers.insert(ByteHash.hash(applicationNumber), id: id) {
      pairs.append(Pair(first: first, second: id, key: .applicationNumber))
    }
    if let first = persons.insert(person, id: id) {
      pairs.append(Pair(first: first, second: id, key: .residentID))
    }
  }
}

/// Remembers the first row of each key: open addressing, linear probing, grown at two thirds.
struct KeyTable: Sendable {
  private var keys: [UInt64]
  /// Row id + 1 in each slot; 0 is free.
  private var ids: [UInt32]
  private var mask: Int
  private var count = 0

  init() {
    keys = Array(repeating: 0, count: 1024)
    ids = Array(repeating: 0, count: 1024)
    mask = 1023
  }

  /// Remembers a key; the id of the row that had it before, if any did.
  mutating func insert(_ key: UInt64, id: UInt32) -> UInt32? {
    var slot = Int(truncatingIfNeeded: ByteHash.mix(key)) & mask
    while ids[slot] != 0 {
      if keys[slot] == key { return ids[slot] - 1 }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    ids[slot] = id + 1
    count += 1
    if count * 3 > mask * 2 { grow() }
    return nil
  }

  private mutating func grow() {
    let (oldKeys, oldIDs) = (keys, ids)
    mask = mask * 2 + 1
    keys = Array(repeating: 0, count: mask + 1)
    ids = Array(repeating: 0, count: mask + 1)
    for (key, id) in zip(oldKeys, oldIDs) where id != 0 {
      var slot = Int(truncatingIfNeeded: ByteHash.mix(key)) & mask
      while ids[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      ids[slot] = id
    }
  }
}
