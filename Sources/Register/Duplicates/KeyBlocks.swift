import Foundation
import GRDB

/// The stored keys of all rows, in blocks of ascending keys.
///
/// A row of `applicant_keys` holds up to 1,000 keys, eight bytes each with the lowest first, and a page
/// two rows; no two blocks overlap, and each is found by its first key. So two million keys are two
/// thousand rows.
enum KeyBlocks {
  private static let size = 1000

  /// Adds keys that are in ascending order and not there yet.
  ///
  /// Only the blocks into which some of them fall are written again.
  static func add(_ keys: [UInt64], to database: Database) throws {
    var place = 0
    while place < keys.count {
      guard let first = try first(ofBlockFor: keys[place], in: database) else {
        return try write(keys[place...], to: database)
      }
      let next = try self.first(after: first, in: database)
      let end = next.map { KeyRuns.place(in: keys, from: place, notBelow: UInt64($0)) }
      let own = try block(first, in: database)
      try database.cachedStatement(sql: "DELETE FROM applicant_keys WHERE first = ?")
        .execute(arguments: [first])
      try write(KeyRuns.merged(own, keys[place..<(end ?? keys.count)])[...], to: database)
      place = end ?? keys.count
    }
  }

  /// The ids of the rows that may have a text.
  static func ids(of text: String, in database: Database) throws -> [Int64] {
    let low = ApplicantKey.lowest(text)
    let stored = StoredKeys(database)
    var ids: [Int64] = []
    var bound = low
    while let key = try stored.first(notBelow: bound),
      ApplicantKey.hash(key) == ApplicantKey.hash(low)
    {
      ids.append(ApplicantKey.id(key))
      bound = key + 1
    }
    return ids
  }

  /// The first key of the block that a key belongs to; `nil` where there is no block yet.
  fileprivate static func first(ofBlockFor key: UInt64, in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT COALESCE((SELECT MAX(first) FROM applicant_keys WHERE first <= ?),
            (SELECT MIN(first) FROM applicant_keys))
          """),
      arguments: [Int64(key)])
  }

  /// The first key of the block after a key.
  fileprivate static func first(after key: Int64, in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT MIN(first) FROM applicant_keys WHERE first > ?"),
      arguments: [key])
  }

  /// The keys of a block.
  fileprivate static func block(_ first: Int64, in database: Database) throws -> [UInt64] {
    let data = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT keys FROM applicant_keys WHERE first = ?"),
      arguments: [first])
    return data?.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 8).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
      }
    } ?? []
  }

  /// Writes keys as blocks of about the same size.
  private static func write(_ keys: ArraySlice<UInt64>, to database: Database) throws {
    let statement = try database.cachedStatement(sql: "INSERT INTO applicant_keys VALUES (?, ?)")
    let count = (keys.count + size - 1) / size
    for block in 0..<count {
      let part = keys.dropFirst(keys.count * block / count)
        .prefix(keys.count * (block + 1) / count - keys.count * block / count)
      guard let first = part.first else { continue }
      let bytes = part.map { $0.littleEndian }.withUnsafeBytes { Data($0) }
      try statement.execute(arguments: [Int64(first), bytes])
    }
  }
}

/// Walks over the stored keys in ascending order.
final class StoredKeys {
  private let database: Database
  private var block: [UInt64] = []
  private var place = 0

  init(_ database: Database) {
    self.database = database
  }

  /// The first key that is not below a bound, which must not be below an earlier one.
  func first(notBelow bound: UInt64) throws -> UInt64? {
    if (block.last ?? 0) < bound || block.isEmpty {
      place = 0
      block =
        try KeyBlocks.first(ofBlockFor: bound, in: database)
        .map { try KeyBlocks.block($0, in: database) } ?? []
      if let last = block.last, last < bound {
        block =
          try KeyBlocks.first(after: Int64(bound), in: database)
          .map { try KeyBlocks.block($0, in: database) } ?? []
      }
    }
    place = KeyRuns.place(in: block, from: place, notBelow: bound)
    return place < block.count ? block[place] : nil
  }
}
