import Cryptography
import Foundation

/// What a file is, byte for byte.
public struct FileDigest: Sendable {
  /// Where the file lies.
  public let path: String
  /// Its size in bytes.
  public let byteCount: Int
  /// SHA-256 of its raw bytes, in lower-case hex.
  public let sha256: String

  /// Reads the whole file once.
  /// - Throws: `TabularError` where it cannot be read.
  /// - Complexity: O(bytes), in constant memory.
  public init(path: String) throws(TabularError) {
    let file = try ByteFile(path: path)
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: ByteFile.pieceSize, alignment: 16)
    defer { buffer.deallocate() }
    var hash = SHA256()
    var total = 0
    while true {
      let count = try file.read(into: buffer)
      if count == 0 { break }
      hash.update(UnsafeRawBufferPointer(rebasing: buffer[0..<count]))
      total += count
    }
    self.path = path
    byteCount = total
    sha256 = hash.finish().hex
  }

  /// The first bytes of a file, by which its format is told; fewer where it is shorter.
  /// - Throws: `TabularError` where it cannot be read.
  public static func firstBytes(_ count: Int, of path: String) throws(TabularError) -> [UInt8] {
    let file = try ByteFile(path: path)
    var bytes = [UInt8](repeating: 0, count: count)
    let result = bytes.withUnsafeMutableBytes { buffer in
      Result<Int, TabularError> { () throws(TabularError) in try file.read(into: buffer) }
    }
    return Array(bytes.prefix(try result.get()))
  }
}
