import Foundation
import Model

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
  /// Where the text begins: behind the byte order mark, or all of them.
  let textOffset: Int

  /// Isolated bad bytes up to this number leave a file UTF-8; a file in another encoding has more.
  static let isolatedLimit = 1_000

  /// Reads the whole file: digest, encoding, NUL bytes.
  ///
  /// A second thread works out the digest.
  ///
  /// UTF-8 is tried first. Where it fails, bytes that are mostly valid multi-byte UTF-8 stay UTF-8
  /// with isolated bad bytes; otherwise the file must be GB 18030, again with isolated ones at most.
  /// - Throws: `TabularError` where the file cannot be read, is empty, or fits no encoding.
  /// - Complexity: O(bytes), in constant memory.
  public init(path: String) throws(TabularError) {
    let file = try ByteFile(path: path)
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: ByteFile.pieceSize + 8, alignment: 16)
    defer { buffer.deallocate() }
    let digest = PendingDigest(path: path)
    // Nobody goes on, or ends the process, while the other thread is at work.
    defer { digest.end() }
    var check = UTF8Check()
    var total = 0
    var kept = 0
    var mark: TextEncoding?
    var start = 0
    var onlySpace = true
    var isOther = false
    while true {
      let count = try file.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[kept..<(kept + ByteFile.pieceSize)]))
      if total == 0 { (mark, start) = Self.marks(in: UnsafeRawBufferPointer(buffer), count: count) }
      total += count
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[0..<(kept + count)])
        .assumingMemoryBound(to: UInt8.self)
      if onlySpace {
        onlySpace = bytes.dropFirst(total == count ? start : 0)
          .allSatisfy { $0 == 32 || (9...13).contains($0) || $0 == 0 && mark?.iconvName != nil }
      }
      // Once it cannot be UTF-8 any more, all there is to look for is a NUL.
      isOther =
        isOther || check.badCount > Self.isolatedLimit && check.badCount > check.characterCount
      let rest = isOther ? check.pass(bytes) : check.check(bytes, isLast: count == 0)
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
    textOffset = start
    let wide = mark == .utf16LittleEndian || mark == .utf16BigEndian
    if !wide, let offset = check.firstNUL { throw .binary(path: path, offset: offset) }
    if wide || check.badCount == 0 {
      encoding = mark ?? .utf8
      badOffsets = []
    } else if check.badCount >= check.characterCount,
      try Self.isGB18030(file, from: start, badCount: check.badCount)
    {
      guard mark == nil else { throw .markContradicts(path: path) }
      encoding = .gb18030
      badOffsets = []
    } else if check.badCount <= Self.isolatedLimit {
      encoding = mark ?? .utf8
      badOffsets = check.badOffsets
    } else {
      throw .undecodable(path: path, offset: check.badOffsets.first ?? 0)
    }
  }

  /// Whether a line end stands at the end of the file.
  /// - Throws: `TabularError` where the file cannot be read any more.
  public var endsWithLineEnd: Bool {
    get throws(TabularError) {
      let file = try ByteFile(path: path)
      let width = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
      let end = UnsafeMutableRawBufferPointer.allocate(byteCount: width, alignment: 1)
      defer { end.deallocate() }
      file.seek(to: max(0, byteCount - width))
      let count = try file.read(into: end)
      return end[..<count].contains { $0 == 0x0A || $0 == 0x0D }
    }
  }

  /// The encoding that a byte order mark at the start of the file names, if it is not GB 18030's, and
  /// where the text behind the mark begins, which programs may have written twice.
  private static func marks(in bytes: UnsafeRawBufferPointer, count: Int)
    -> (encoding: TextEncoding?, end: Int)
  {
    let head = bytes.prefix(min(count, 64))
    let known: [(TextEncoding?, [UInt8])] =
      [TextEncoding.utf8WithMark, .utf16LittleEndian, .utf16BigEndian].map { ($0, $0.mark) }
      + [(nil, [0x84, 0x31, 0x95, 0x33])]
    guard let (encoding, mark) = known.first(where: { head.starts(with: $0.1) }) else {
      return (nil, 0)
    }
    var end = mark.count
    while head.dropFirst(end).starts(with: mark) { end += mark.count }
    return (encoding, end)
  }

  /// Whether a file that is not UTF-8 is to be read as GB 18030: certainly where its bad bytes are
  /// too many to be isolated (reading it will say so if it is not), else if hardly any of them is bad
  /// in that encoding too.
  private static func isGB18030(_ file: ByteFile, from start: Int, badCount: Int)
    throws(TabularError) -> Bool
  {
    if badCount > isolatedLimit { return true }
    var stillBad = 0
    do throws(TabularError) {
      try TextPieces(file: file, encoding: .gb18030, start: start)
        .forEach { piece throws(TabularError) in
          stillBad += piece.damage.count { $0.kind == .bytes }
        }
      return stillBad * 8 <= badCount
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

  /// Waits until the thread is done.
  func end() {
    ended.wait()
    ended.signal()
  }

  func wait() throws(TabularError) -> FileDigest {
    end()
    guard let outcome else { throw .unreadable(path: "", errno: ECANCELED) }
    return try outcome.get()
  }
}
