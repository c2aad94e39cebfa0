import Foundation

/// A sheet of separated values on disk, inspected over its whole length before a row is read.
public struct CSVSource: Sendable {
  /// Where the file lies.
  public let path: String
  /// Its size in bytes.
  public let byteCount: Int
  /// SHA-256 of its raw bytes, in lower-case hex.
  public let sha256: String
  /// The encoding that the whole file was found to have.
  public let encoding: TextEncoding
  /// Offsets of isolated bytes that are not UTF-8 in a file that otherwise is, ascending.
  let badOffsets: [Int]

  /// Isolated bad bytes up to this number leave a file UTF-8; a file in another encoding has more.
  static let isolatedLimit = 1_000

  /// Reads the whole file: digest, encoding, NUL bytes.
  ///
  /// A second thread works out the digest.
  ///
  /// UTF-8 is tried first. Where it fails, bytes that are mostly valid multi-byte UTF-8 stay UTF-8
  /// with isolated bad bytes; otherwise the file must be GB 18030 to its last byte.
  /// - Throws: `TabularError` where the file cannot be read, is empty, or fits no encoding.
  /// - Complexity: O(bytes), in constant memory.
  public init(path: String) throws(TabularError) {
    let file = try ByteFile(path: path)
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: ByteFile.pieceSize + 8, alignment: 16)
    defer { buffer.deallocate() }
    let digest = PendingDigest(path: path)
    var check = UTF8Check()
    var total = 0
    var kept = 0
    var mark: TextEncoding?
    var onlySpace = true
    while true {
      let count = try file.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[kept..<(kept + ByteFile.pieceSize)]))
      if total == 0 { mark = Self.mark(in: buffer, count: count) }
      total += count
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[0..<(kept + count)])
        .assumingMemoryBound(to: UInt8.self)
      if onlySpace {
        onlySpace = bytes.dropFirst(total == count ? mark?.markLength ?? 0 : 0)
          .allSatisfy { $0 == 32 || (9...13).contains($0) || $0 == 0 && mark?.iconvName != nil }
      }
      let rest = check.check(bytes, isLast: count == 0)
      if rest > 0, let base = buffer.baseAddress {
        base.copyMemory(from: base + (kept + count - rest), byteCount: rest)
      }
      kept = rest
      if count == 0 { break }
    }
    guard !onlySpace else { throw .empty(path: path) }
    self.path = path
    byteCount = total
    sha256 = try digest.wait().sha256
    let wide = mark == .utf16LittleEndian || mark == .utf16BigEndian
    if !wide, let offset = check.firstNUL { throw .binary(path: path, offset: offset) }
    if wide || check.badCount == 0 {
      encoding = mark ?? .utf8
      badOffsets = []
    } else if mark == nil, check.badCount >= check.characterCount,
      try Self.isGB18030(file, badCount: check.badCount)
    {
      encoding = .gb18030
      badOffsets = []
    } else if check.badCount <= Self.isolatedLimit {
      encoding = mark ?? .utf8
      badOffsets = check.badOffsets
    } else {
      throw .undecodable(path: path, offset: check.badOffsets.first ?? 0)
    }
  }

  /// The encoding that a byte order mark at the start of the file names.
  private static func mark(in buffer: UnsafeMutableRawBufferPointer, count: Int) -> TextEncoding? {
    if count >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { return .utf8WithMark }
    if count >= 2, buffer[0] == 0xFF, buffer[1] == 0xFE { return .utf16LittleEndian }
    if count >= 2, buffer[0] == 0xFE, buffer[1] == 0xFF { return .utf16BigEndian }
    return nil
  }

  /// Whether a file that is not UTF-8 is to be read as GB 18030: certainly where its bad bytes are
  /// too many to be isolated (reading it will say so if it is not), else if it decodes to its end.
  private static func isGB18030(_ file: ByteFile, badCount: Int) throws(TabularError) -> Bool {
    if badCount > isolatedLimit { return true }
    do throws(TabularError) {
      try TextPieces(file: file, encoding: .gb18030).forEach { _, _ throws(TabularError) in }
      return true
    } catch {
      if case .undecodable = error { return false }
      throw error
    }
  }
}

/// A file's digest that is being worked out.
private final class PendingDigest: @unchecked Sendable {
  private let ended = DispatchSemaphore(value: 0)
  private var outcome: Result<FileDigest, TabularError>?

  init(path: String) {
    let thread = Thread { [self] in
      outcome = Result { () throws(TabularError) in try FileDigest(path: path) }
      ended.signal()
    }
    thread.start()
  }

  func wait() throws(TabularError) -> FileDigest {
    ended.wait()
    guard let outcome else { throw .unreadable(path: "", errno: ECANCELED) }
    return try outcome.get()
  }
}
