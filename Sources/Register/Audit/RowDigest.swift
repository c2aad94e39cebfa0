import Cryptography
import GRDBSQLite

/// The digest of a row: SHA-256 over a salt and all its values, each as a letter for its kind, its
/// length and its bytes.
struct RowDigest: ~Copyable {
  /// How many bytes of a digest are kept beside the rows, to tell which one differs.
  static let kept = 8
  /// How many bytes of chance stand before what is kept; they go when the rows go.
  static let saltSize = 16

  private var hash = SHA256()

  /// Begins a row.
  init(salt: [UInt8]) { hash.update(salt) }

  /// Adds a value of a statement's row.
  mutating func add(_ statement: OpaquePointer, column: Int32) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: add(sqlite3_column_int64(statement, column))
    case SQLITE_NULL: add("n", nil, 0)
    case SQLITE_FLOAT: add(Int64(bitPattern: sqlite3_column_double(statement, column).bitPattern))
    case let kind:
      let bytes = sqlite3_column_blob(statement, column)
      add(kind == SQLITE_TEXT ? "t" : "b", bytes, sqlite3_column_bytes(statement, column))
    }
  }

  /// Adds a value that SQLite hands to a function.
  mutating func add(_ value: OpaquePointer?) {
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
    let size = UInt64(count)
    withUnsafeBytes(of: (UInt64(kind.value) << 56 | size).bigEndian) { hash.update($0) }
    hash.update(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }

  /// The digest, 32 bytes.
  mutating func finish() -> [UInt8] { hash.finish() }
}

/// The digests of some rows of a table, in the order of their keys.
struct DigestedRows {
  private(set) var salt: [UInt8]
  /// The rows' keys; of tables without row ids their places from 0.
  private(set) var keys: [Int64] = []
  private var digests: [UInt8] = []

  /// Begins with new chance.
  init() {
    var random = SystemRandomNumberGenerator()
    salt = (0..<RowDigest.saltSize).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// Begins with chance that was kept.
  init(salt: [UInt8]) { self.salt = salt }

  /// Adds a row.
  mutating func append(_ key: Int64, _ digest: [UInt8]) {
    keys.append(key)
    digests += digest
  }

  /// The digest of all the rows together.
  var digest: String {
    var hash = SHA256()
    hash.update(salt)
    hash.update(digests)
    return hash.finish().hex
  }

  /// What is kept beside the rows: the salt and the beginning of each digest.
  var kept: [UInt8] {
    salt + stride(from: 0, to: digests.count, by: 32).flatMap { digests[$0..<$0 + RowDigest.kept] }
  }

  /// The rows in the order of their keys, whatever the order in which they came.
  var sorted: DigestedRows {
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) { return self }
    var sorted = DigestedRows(salt: salt)
    for place in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      sorted.append(keys[place], Array(digests[place * 32..<place * 32 + 32]))
    }
    return sorted
  }
}
