import Foundation

/// Turns bytes of one encoding into another, piece by piece.
final class TextConverter {
  private let descriptor: iconv_t

  /// Opens a converter; nil where the C library has none.
  init?(from encoding: String = "UTF-8", to target: String = "UTF-8") {
    descriptor = iconv_open(target, encoding)
    if descriptor == iconv_t(bitPattern: -1) { return nil }
  }

  deinit { iconv_close(descriptor) }

  /// What happened to a piece.
  enum Result {
    /// All was converted but for so many bytes at its end, which begin a character.
    case converted(rest: Int)
    /// The byte at this offset of the piece fits nowhere.
    case bad(offset: Int)
  }

  /// Converts a piece and appends what comes out.
  func convert(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Result {
    var input = UnsafeMutablePointer(
      mutating: UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self))
    var inputLeft = bytes.count
    // One byte of UTF-8 becomes two of UTF-16; two bytes of others become three of UTF-8.
    let room = bytes.count * 2 + 16
    let start = output.count
    output.append(contentsOf: repeatElement(0, count: room))
    var outputLeft = room
    let status = output.withUnsafeMutableBytes { raw in
      var target = raw.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
      return iconv(descriptor, &input, &inputLeft, &target, &outputLeft)
    }
    let failure = errno
    output.removeLast(outputLeft)
    if status == -1, failure == EILSEQ { return .bad(offset: bytes.count - inputLeft) }
    return .converted(rest: inputLeft)
  }
}
