import Cryptography
import GRDBSQLite

/// What the values of a row come to: the first 16 bytes of SHA-256 over all of them.
struct RowContent: Equatable {
  let high: UInt64
  let low: UInt64

  /// The bytes of a SHA-256.
  fileprivate init(_ digest: [UInt8]) {
    (high, low) = digest.withUnsafeBytes {
      ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
  }
}

/// Hashes the values of rows, each as a letter for its kind, its length and its bytes.
struct RowHash: ~Copyable {
  private var hash = SHA256()
  /// What is still to be hashed: a call for each value would take longer than the hash.
  private var bytes: [UInt8] = []

  /// The content of a row of some values.
  mutating func content(_ places: some Sequence<Int>, of row: (Int) -> OpaquePointer?) -> RowContent
  {
    for place in places { add(row(place)) }
    flush()
    return RowContent(hash.finish())
  }

  private mutating func add(_ value: OpaquePointer?) {
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER: add(sqlite3_value_int64(value))
    case SQLITE_NULL: add("n", nil, 0)
    case SQLITE_FLOAT: add(Int64(bitPattern: sqlite3_value_double(value).bitPattern))
    case let kind:
      let bytes = sqlite3_value_blob(value)
      add(kind == SQLITE_TEXT ? "t" : "b", bytes, sqlite3_value_bytes(value))
    }
  }

  private mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { add("i", $0.baseAddress, Int32($0.count)) }
  }

  private mutating func add(_ kind: Unicode.Scalar, _ bytes: UnsafeRawPointer?, _ count: Int32) {
    withUnsafeBytes(of: (UInt64(kind.value) << 56 | UInt64(count)).bigEndian) { self.bytes += $0 }
    let value = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    if value.count < Self.large {
      self.bytes += value
    } else {
      flush()
      hash.update(value)
    }
  }

  /// From how many bytes on a value is not copied.
  private static let large = 4096

  private mutating func flush() {
    hash.update(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
