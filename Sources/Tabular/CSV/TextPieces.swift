import Foundation
import Model

/// A file's text as pieces of UTF-8, byte order mark left out.
struct TextPieces {
  let file: ByteFile
  let encoding: TextEncoding

  /// Hands out every piece with the offset in the file at which its source begins.
  func forEach(
    _ body: (UnsafeBufferPointer<UInt8>, _ sourceOffset: Int) throws(TabularError) -> Void
  ) throws(TabularError) {
    file.seek(to: encoding.markLength)
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: ByteFile.pieceSize + 8, alignment: 16)
    defer { buffer.deallocate() }
    guard let name = encoding.iconvName else {
      var offset = encoding.markLength
      while true {
        let count = try file.read(into: buffer)
        if count == 0 { return }
        try body(bytes(buffer, count), offset)
        offset += count
      }
    }
    guard let decoder = TextConverter(from: name) else {
      throw .undecodable(path: file.path, offset: 0)
    }
    var offset = encoding.markLength
    var kept = 0
    var output: [UInt8] = []
    while true {
      let room = UnsafeMutableRawBufferPointer(
        rebasing: buffer[kept..<(kept + ByteFile.pieceSize)])
      let count = try file.read(into: room)
      let available = kept + count
      output.removeAll(keepingCapacity: true)
      switch decoder.convert(bytes(buffer, available), into: &output) {
      case .bad(let position):
        throw .undecodable(path: file.path, offset: offset + position)
      case .converted(let rest):
        if count == 0 {
          if rest > 0 { throw .undecodable(path: file.path, offset: offset) }
          return
        }
        let result: Result<Void, TabularError> = output.withUnsafeBufferPointer { piece in
          do throws(TabularError) { return .success(try body(piece, offset)) } catch {
            return .failure(error)
          }
        }
        try result.get()
        if rest > 0, let base = buffer.baseAddress {
          base.copyMemory(from: base + (available - rest), byteCount: rest)
        }
        offset += available - rest
        kept = rest
      }
    }
  }

  private func bytes(_ buffer: UnsafeMutableRawBufferPointer, _ count: Int)
    -> UnsafeBufferPointer<UInt8>
  {
    UnsafeRawBufferPointer(rebasing: buffer[0..<count]).assumingMemoryBound(to: UInt8.self)
  }
}
