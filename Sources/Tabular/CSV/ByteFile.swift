import Foundation
import Model

/// A file that is read from its start in large pieces.
final class ByteFile {
  /// How much is read at once.
  static let pieceSize = 256 * 1024

  let path: String
  private let descriptor: Int32

  /// Opens a file for reading.
  init(path: String) throws(TabularError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR:
        // The command line has put U+FFFD for what is no UTF-8.
        throw path.unicodeScalars.contains("\u{FFFD}")
          ? .nameNotText(path: path) : .absent(path: path)
      case EACCES, EPERM: throw .notPermitted(path: path)
      default: throw .unreadable(path: path, errno: errno)
      }
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, errno: errno)
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .directory(path: path) }
  }

  deinit { close(descriptor) }

  /// Goes to an offset from the file's start.
  func seek(to offset: Int) {
    lseek(descriptor, off_t(offset), SEEK_SET)
  }

  /// Fills a buffer as far as the file goes; 0 at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable(path: path, errno: errno) }
    }
  }
}

/// Files that are read whole.
public enum InputFile {
  /// The bytes of a small file.
  /// - Throws: `TabularError` where it is absent or cannot be read; the two are told apart.
  public static func bytes(of path: String) throws(TabularError) -> [UInt8] {
    let file = try ByteFile(path: path)
    let piece = UnsafeMutableRawBufferPointer.allocate(
      byteCount: ByteFile.pieceSize, alignment: 16)
    defer { piece.deallocate() }
    var bytes: [UInt8] = []
    while case let count = try file.read(into: piece), count > 0 {
      bytes.append(contentsOf: piece[..<count])
    }
    return bytes
  }

  /// The bytes of a small file; `nil` where there is none.
  /// - Throws: `TabularError` where it cannot be read.
  public static func bytes(ifAny path: String) throws(TabularError) -> [UInt8]? {
    do {
      return try bytes(of: path)
    } catch {
      guard case .absent = error else { throw error }
      return nil
    }
  }
}
