import Foundation

/// Looks for many texts in bytes at once.
///
/// Windows of each length are hashed as they roll on, after Karp and Rabin, “Efficient randomized
/// pattern-matching algorithms” (1987); what has a text's hash is compared with it.
struct ByteSearch {
  private static let base: UInt64 = 0x100_0000_01B3

  /// The texts of one length in bytes, by hash.
  private struct Length {
    let count: Int
    /// What the first byte of a window is multiplied with.
    let power: UInt64
    var texts: [UInt64: [[UInt8]]] = [:]
    /// A bit for the lowest sixteen bits of each hash.
    var sieve = [Bool](repeating: false, count: 1 << 16)
  }

  private var lengths: [Int: Length] = [:]

  init(_ texts: some Collection<String>) {
    for text in Set(texts) where !text.isEmpty {
      let bytes = Array(text.utf8)
      let power = (1..<bytes.count).reduce(into: UInt64(1)) { power, _ in power &*= Self.base }
      let hash = bytes.reduce(0) { $0 &* Self.base &+ UInt64($1) }
      lengths[bytes.count, default: Length(count: bytes.count, power: power)]
        .texts[hash, default: []].append(bytes)
      lengths[bytes.count]?.sieve[Int(truncatingIfNeeded: hash & 0xFFFF)] = true
    }
  }

  /// Counts how often each text stands in some bytes.
  /// - Complexity: O(bytes × lengths of texts).
  func count(in data: Data, into found: inout [String: Int]) {
    data.withUnsafeBytes { bytes in
      for length in lengths.values where length.count <= bytes.count {
        var hash: UInt64 = 0
        for place in bytes.indices {
          if place >= length.count {
            hash &-= UInt64(bytes[place - length.count]) &* length.power
          }
          hash = hash &* Self.base &+ UInt64(bytes[place])
          guard place >= length.count - 1, length.sieve[Int(truncatingIfNeeded: hash & 0xFFFF)],
            let texts = length.texts[hash]
          else { continue }
          let window = bytes[(place - length.count + 1)...place]
          for text in texts where window.elementsEqual(text) {
            found[String(decoding: text, as: UTF8.self), default: 0] += 1
          }
        }
      }
    }
  }
}

extension Register {
  /// How often each text stands in the bytes of the register's files: the database, its journal and
  /// its log; none for those that stand nowhere.
  /// - Complexity: O(bytes × lengths of texts).
  public static func traces(of texts: some Collection<String>, inFilesOf path: String) -> [String:
    Int]
  {
    let search = ByteSearch(texts)
    var found: [String: Int] = [:]
    for ending in ["", "-journal", "-wal"] {
      let url = URL(fileURLWithPath: path + ending)
      guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else { continue }
      search.count(in: data, into: &found)
    }
    return found
  }
}
