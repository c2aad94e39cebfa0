import Foundation
import GRDB

/// The stored keys of all rows, in blocks of ascending keys.
///
/// A row of the table holds up to 1,000 keys, eight bytes each with the lowest first, and a page
/// two rows; no two blocks overlap, and each is found by its first key. So two million keys are two
/// thousand rows.
struct KeyBlocks {
  /// What keys there are.
  enum Table: String {
    /// Those of `ApplicantKey`.
    case numbers = "applicant_keys"
    /// Those of `SearchKeys`.
    case search = "applicant_search_keys"
  }

  private static let size = 1000
  private let table: String
  private let database: Database

  init(_ table: Table = .numbers, in database: Database) {
    (self.table, self.database) = (table.rawValue, database)
  }

  /// Adds keys that are in ascending order and not there yet.
  ///
  /// Only the blocks into which some of them fall are written again.
  func add(_ keys: [UInt64]) throws {
    var place = 0
    while place < keys.count {
      guard let first = try first(ofBlockFor: keys[place]) else {
        return try write(keys[place...])
      }
      let next = try self.first(after: first)
      let end = next.map { KeyRuns.place(in: keys, from: place, notBelow: UInt64($0)) }
      let own = try block(first)
      if next == nil, let last = own.last, last < keys[place] { return try write(keys[place...]) }
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE first = ?")
        .execute(arguments: [first])
      try write(KeyRuns.merged(own, keys[place..<(end ?? keys.count)])[...])
      place = end ?? keys.count
    }
  }

  /// Takes all keys of some rows out.
  /// - Complexity: O(all keys).
  func remove(ofRows ids: Set<Int64>) throws {
    let firsts = try Int64.fetchAll(database, sql: "SELECT first FROM \(table) ORDER BY first")
    for first in firsts {
      let own = try block(first)
      let left = own.filter { !ids.contains(ApplicantKey.id($0)) }
      guard left.count < own.count else { continue }
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE first = ?")
        .execute(arguments: [first])
      try write(left[...])
    }
  }

  /// The ids of the rows that may have a text as one of their numbers.
  static func ids(of text: String, in database: Database) throws -> [Int64] {
    try KeyBlocks(in: database).ids(like: ApplicantKey.lowest(text))
  }

  /// The ids of the keys with the hash of a key, which is the lowest of those.
  func ids(like low: UInt64) throws -> [Int64] {
    let stored = StoredKeys(self)
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
  fileprivate func first(ofBlockFor key: UInt64) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT COALESCE((SELECT MAX(first) FROM \(table) WHERE first <= ?),
            (SELECT MIN(first) FROM \(table)))
          """),
      arguments: [Int64(key)])
  }

  /// The first key of the block after a key.
  fileprivate func first(after key: Int64) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT MIN(first) FROM \(table) WHERE first > ?"),
      arguments: [key])
  }

  /// The keys of a block.
  fileprivate func block(_ first: Int64) throws -> [UInt64] {
    let data = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT keys FROM \(table) WHERE first = ?"),
      arguments: [first])
    return data?.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 8).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
      }
    } ?? []
  }

  /// Writes keys as blocks of about the same size.
  private func write(_ keys: ArraySlice<UInt64>) throws {
    let statement = try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (?, ?)")
    let count = (keys.count + Self.size - 1) / Self.size
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
  private let blocks: KeyBlocks
  private var block: [UInt64] = []
  private var place = 0

  init(_ blocks: KeyBlocks) {
    self.blocks = blocks
  }

  /// The first key that is not below a bound, which must not be below an earlier one.
  func first(notBelow bound: UInt64) throws -> UInt64? {
    if (block.last ?? 0) < bound || block.isEmpty {
      place = 0
      block =
        try blocks.first(ofBlockFor: bound)
        .map { try blocks.block($0) } ?? []
      if let last = block.last, last < bound {
        block =
          try blocks.first(after: Int64(bound))
          .map { try blocks.block($0) } ?? []
      }
    }
    place = KeyRuns.place(in: block, from: place, notBelow: bound)
    return place < block.count ? block[place] : nil
  }
}
