import CZip
import Foundation

/// The package of a workbook while parts of it are exchanged: the others stay packed as they are.
final class MarkedPackage {
  /// Midnight of 1 January 1980, the first moment that an archive can name.
  private static let moment: time_t = 315_532_800

  private let original: ZipArchive
  private let source: OpaquePointer
  private var archive: OpaquePointer?
  private var streams: [Unmanaged<PartStream>] = []
  private var failed = false
  /// The names of the parts that are new or exchanged.
  private(set) var changed: Set<String> = []

  /// Takes a workbook into memory, as packed as it is.
  init(_ path: String, _ original: ZipArchive) throws {
    self.original = original
    let bytes = try InputFile.bytes(of: path)
    guard let source = Self.source(of: bytes) else { throw WorkbookError.damagedArchive }
    zip_source_keep(source)
    self.source = source
    guard let archive = zip_open_from_source(source, 0, nil) else {
      zip_source_free(source)
      zip_source_free(source)
      throw WorkbookError.damagedArchive
    }
    self.archive = archive
  }

  deinit {
    if let archive { zip_discard(archive) }
    zip_source_free(source)
    for stream in streams { stream.release() }
  }

  /// Exchanges a part.
  func replace(_ name: String, with bytes: [UInt8]) {
    put(Self.source(of: bytes), at: name)
  }

  /// Adds a part.
  func add(_ name: String, _ bytes: [UInt8]) {
    put(Self.source(of: bytes), at: name)
  }

  /// Exchanges a part for what an editor makes of it while it is packed.
  func rewrite(_ name: String, editor: () -> any XMLRewriter.Editor) throws(WorkbookError) {
    let stream = Unmanaged.passRetained(
      PartStream(try XMLRewriter(editor()), of: try original.open(name)))
    streams.append(stream)
    put(
      zip_source_function_create(PartStream.callback, stream.toOpaque(), nil), at: name)
  }

  private func put(_ source: OpaquePointer?, at name: String) {
    guard let source, let archive else {
      failed = true
      return
    }
    changed.insert(name)
    var index = original.index(of: name).map { Int64($0) } ?? -1
    if index >= 0 {
      changed.insert(String(cString: zip_get_name(archive, zip_uint64_t(index), 0)))
      if zip_file_replace(archive, zip_uint64_t(index), source, 0) != 0 { index = -1 }
    } else {
      index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    }
    guard index >= 0 else {
      zip_source_free(source)
      failed = true
      return
    }
    let place = zip_uint64_t(index)
    zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 0)
    zip_file_set_mtime(archive, place, Self.moment, 0)
  }

  /// The whole package.
  /// - Throws: `WorkbookError` where a part cannot be read or packed.
  func close() throws -> [UInt8] {
    guard let archive, !failed else { throw WorkbookError.damagedArchive }
    let isClosed = zip_close(archive) == 0
    for stream in streams {
      if let failure = stream.takeUnretainedValue().failure { throw failure }
    }
    guard isClosed else { throw WorkbookError.damagedArchive }
    self.archive = nil
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
      throw WorkbookError.damagedArchive
    }
    defer { zip_source_close(source) }
    let size = Int(status.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, zip_uint64_t(size))))
    }
    guard bytes.count == size else { throw WorkbookError.damagedArchive }
    return bytes
  }

  /// Bytes that the library frees.
  private static func source(of bytes: [UInt8]) -> OpaquePointer? {
    guard let copy = malloc(max(bytes.count, 1)) else { return nil }
    bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, bytes.count) } }
    let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil)
    if source == nil { free(copy) }
    return source
  }
}

/// A part that is rewritten while the library asks for its bytes.
private final class PartStream {
  private(set) var failure: WorkbookError?
  private let rewriter: XMLRewriter
  private let member: ZipMember
  private var ready: ArraySlice<UInt8> = []
  private var isAtEnd = false
  private var error = zip_error_t()

  init(_ rewriter: XMLRewriter, of member: ZipMember) {
    self.rewriter = rewriter
    self.member = member
    zip_error_init(&error)
  }

  static let callback: zip_source_callback = { context, data, length, command in
    guard let context else { return -1 }
    let stream = Unmanaged<PartStream>.fromOpaque(context).takeUnretainedValue()
    switch command {
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE: return 0
    case ZIP_SOURCE_READ:
      return stream.read(into: UnsafeMutableRawBufferPointer(start: data, count: Int(length)))
    case ZIP_SOURCE_STAT:
      guard let status = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
      zip_stat_init(status)
      return zip_int64_t(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR: return zip_error_to_data(&stream.error, data, length)
    default:
      zip_error_set(&stream.error, ZIP_ER_OPNOTSUPP, 0)
      return -1
    }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) -> zip_int64_t {
    do throws(WorkbookError) {
      while ready.isEmpty, !isAtEnd { try fill() }
    } catch {
      failure = error
      zip_error_set(&self.error, ZIP_ER_READ, 0)
      return -1
    }
    let count = min(buffer.count, ready.count)
    buffer.copyBytes(from: ready.prefix(count))
    ready.removeFirst(count)
    return zip_int64_t(count)
  }

  /// Reads on; a part in UTF-16 is read whole.
  private func fill() throws(WorkbookError) {
    var piece = try next()
    if isFirst {
      isFirst = false
      let isWide =
        piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF])
        || piece.prefix(2).contains(0)
      while isWide, case let more = try next(), !more.isEmpty { piece += more }
      piece = XMLRewriter.utf8(piece)
    }
    isAtEnd = piece.isEmpty
    let fed = piece.withUnsafeBytes { bytes in
      Result<Void, WorkbookError> { () throws(WorkbookError) in try rewriter.feed(bytes) }
    }
    try fed.get()
    ready = rewriter.takeOutput()[...]
  }

  private var isFirst = true

  private func next() throws(WorkbookError) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let read = piece.withUnsafeMutableBytes { buffer in
      Result<Int, WorkbookError> { () throws(WorkbookError) in try member.read(into: buffer) }
    }
    piece.removeLast(piece.count - (try read.get()))
    return piece
  }
}
