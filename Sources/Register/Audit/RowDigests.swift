import Cryptography
import Foundation

/// The digests of a table's rows as they lie beside them: for each row, in the order of the keys,
/// its key, a salt of its own, and the first eight bytes of SHA-256 over salt and content.
///
/// Numbers are little-endian. A salt goes when its row goes, so that nothing of the row can be guessed
/// from what the chain holds.
struct RowDigests {
  private static let size = 24

  private(set) var bytes: [UInt8]

  /// - Parameter bytes: what was stored; what is left over at the end stays unread.
  init(_ bytes: Data = Data()) { self.bytes = [UInt8](bytes) }

  /// How many rows there are.
  var count: Int { bytes.count / Self.size }

  /// The digest of all of it, as an entry of the chain holds it.
  var digest: String { SHA256.hash(bytes).hex }

  /// The key of the row at a place.
  func key(_ place: Int) -> Int64 { Int64(bitPattern: word(place * Self.size)) }

  /// The place of a row; nil where there is none of this key.
  func place(of key: Int64) -> Int? {
    let place = firstPlace(from: key)
    return place < count && self.key(place) == key ? place : nil
  }

  /// Whether the row at a place was stored with this content.
  func holds(_ content: RowContent, at place: Int) -> Bool {
    let entry = place * Self.size
    return word(entry + 16) == Self.digest(of: content, word(entry + 8))
  }

  /// Takes in what became of rows.
  /// - Parameter changes: by ascending key.
  /// - Returns: the keys of rows that were not there before as they had been stored.
  mutating func apply(_ changes: [ChangeLog.Change]) -> [Int64] {
    var random = SystemRandomNumberGenerator()
    var differing: [Int64] = []
    var merged: [UInt8] = []
    merged.reserveCapacity(bytes.count + changes.count * Self.size)
    var next = 0
    for change in changes {
      let place = firstPlace(from: change.key)
      merged += bytes[next * Self.size..<place * Self.size]
      let isThere = place < count && key(place) == change.key
      next = isThere ? place + 1 : place
      let isAsStored = change.before.map { isThere && holds($0, at: place) } ?? !isThere
      if !isAsStored { differing.append(change.key) }
      guard let content = change.after else { continue }
      let salt: UInt64 = random.next()
      for word in [UInt64(bitPattern: change.key), salt, Self.digest(of: content, salt)] {
        withUnsafeBytes(of: word.littleEndian) { merged += $0 }
      }
    }
    merged += bytes[(next * Self.size)...]
    bytes = merged
    return differing
  }

  private func firstPlace(from key: Int64) -> Int {
    var places = 0..<count
    while let middle = places.isEmpty ? nil : places.lowerBound + places.count / 2 {
      places = self.key(middle) < key ? middle + 1..<places.upperBound : places.lowerBound..<middle
    }
    return places.lowerBound
  }

  private func word(_ offset: Int) -> UInt64 {
    bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  private static func digest(of content: RowContent, _ salt: UInt64) -> UInt64 {
    var hash = SHA256()
    withUnsafeBytes(of: (salt.littleEndian, content.high, content.low)) { hash.update($0) }
    return hash.finish().withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }
}
