import GRDB
import Model

/// The key by which a row is found: 31 bits of the hash of its application number or of its identity
/// number, then 32 bits of its id.
///
/// Keys are whole numbers, so a million of them are sorted and stored in a fraction of the time that
/// an index over texts takes, and serve both kinds of numbers; see `KeyBlocks`. A hash only suspects:
/// whoever looks a text up compares the texts of the rows that are found. A row that was rejected has
/// a key for its application number alone, because it holds nobody back.
enum ApplicantKey {
  /// The hash that a key begins with.
  static func hash(_ key: UInt64) -> UInt64 { key &>> 32 }

  /// The id that a key ends with.
  static func id(_ key: UInt64) -> Int64 { Int64(key & UInt64(UInt32.max)) }

  /// The key of a row for a text.
  static func key(_ text: UnsafeBufferPointer<UInt8>, id: UInt32) -> UInt64 {
    (ByteHash.hash(text) &>> 33) &<< 32 | UInt64(id)
  }

  /// The lowest key that rows may have for a text.
  static func lowest(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { key($0, id: 0) }
  }

  /// Appends the keys of a row: one for each number that it has.
  static func append(
    _ number: UnsafeBufferPointer<UInt8>, _ person: UnsafeBufferPointer<UInt8>, id: UInt32,
    to keys: inout [UInt64]
  ) {
    let first = number.isEmpty ? nil : key(number, id: id)
    if let first { keys.append(first) }
    // Some sheets number people by their identity numbers.
    if !person.isEmpty, case let second = key(person, id: id), second != first {
      keys.append(second)
    }
  }

  /// The keys of stored rows, in ascending order as the rows are.
  static func keys(of ids: some Sequence<Int64>, in database: Database) throws -> [UInt64] {
    var keys: [UInt64] = []
    try database.applicants.walkKeys(ids) { id, number, person in
      append(number, person, id: UInt32(id), to: &keys)
    }
    KeyRuns.sort(&keys)
    return keys
  }
}
