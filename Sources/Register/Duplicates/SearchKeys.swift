import GRDB
import Model

/// The keys by which people look for a row: what they type, apart from the numbers that `ApplicantKey`
/// knows already.
///
/// A key is its kind in two bits, 29 bits of the hash of the text, and 32 bits of the row's id. As
/// those of `ApplicantKey` they lie in `KeyBlocks` and only suspect; whoever looks compares the rows.
struct SearchKeys {
  /// What the text is.
  ///
  /// No kind's keys lie between those of another, so each is sorted by itself.
  enum Kind: UInt64, CaseIterable {
    /// A name.
    case name
    /// A telephone number, or the identity number of a rejected row, which has no other key.
    case number
    /// The last four characters of an identity number.
    case tail
  }

  private var keys = [[UInt64]](repeating: [], count: Kind.allCases.count)

  /// How many characters of an identity number people ask by.
  static let tailLength = 4

  private static func key(_ text: UnsafeBufferPointer<UInt8>, _ kind: Kind, id: UInt32) -> UInt64 {
    kind.rawValue &<< 61 | (ByteHash.hash(text) &>> 35) &<< 32 | UInt64(id)
  }

  /// Adds the keys of a row, whose id is above those of the rows before.
  mutating func append(
    name: UnsafeBufferPointer<UInt8>, telephone: UnsafeBufferPointer<UInt8>,
    person: UnsafeBufferPointer<UInt8>, isRejected: Bool, id: UInt32
  ) {
    add(name, .name, id)
    add(telephone, .number, id)
    if isRejected { add(person, .number, id) }
    if person.count >= Self.tailLength {
      add(UnsafeBufferPointer(rebasing: person.suffix(Self.tailLength)), .tail, id)
    }
  }

  @inline(__always)
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ kind: Kind, _ id: UInt32) {
    guard !text.isEmpty else { return }
    keys[Int(kind.rawValue)].append(Self.key(text, kind, id: id))
  }

  /// Adds the keys of rows that came after these.
  mutating func append(_ later: SearchKeys) {
    for kind in Kind.allCases.map({ Int($0.rawValue) }) { keys[kind] += later.keys[kind] }
  }

  /// Stores the keys and forgets them.
  mutating func store(in database: Database) throws {
    for kind in keys.indices {
      KeyRuns.sort(&keys[kind])
      try KeyBlocks(.search, in: database).add(keys[kind])
      keys[kind] = []
    }
  }

  /// Stores the keys of stored rows, given in ascending order, whose keys were taken out.
  static func storeAgain(_ ids: [Int64], in database: Database) throws {
    var keys = SearchKeys()
    let reader = try ApplicantReader(database)
    for id in ids where try reader.seek(id) {
      keys.append(
        name: reader.cell(.name), telephone: reader.cell(.phone), person: reader.cell(.residentID),
        isRejected: reader.outcome == .rejected, id: UInt32(id))
    }
    try keys.store(in: database)
  }

  /// The ids of the rows that may be meant by a text, in ascending order.
  static func ids(meantBy text: String, in database: Database) throws -> [Int64] {
    var text = text
    let lowest = text.withUTF8 { bytes in
      Kind.allCases.filter { $0 != .tail || bytes.count == tailLength }
        .map { key(bytes, $0, id: 0) }
    }
    var ids: Set<Int64> = []
    for low in lowest { ids.formUnion(try KeyBlocks(.search, in: database).ids(like: low)) }
    return ids.sorted()
  }
}
