import CZip
import Foundation

/// A zip archive open for reading.
///
/// Members are streamed; a member's name is never used as a path.
final class ZipArchive {
  private let archive: OpaquePointer
  private let limits: WorkbookLimits
  /// The members by the names that `plain` makes of theirs.
  private lazy var members: [String: zip_uint64_t] = Dictionary(
    (0..<zip_uint64_t(zip_get_num_entries(archive, 0))).compactMap { index in
      zip_get_name(archive, index, ZIP_FL_ENC_GUESS).map {
        (Self.plain(String(cString: $0)), index)
      }
    }, uniquingKeysWith: { first, _ in first })

  /// Opens an archive.
  init(path: String, limits: WorkbookLimits) throws(WorkbookError) {
    try WorkbookFile(path: path).check(limits)
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { throw .damagedArchive }
    self.archive = archive
    self.limits = limits
    guard zip_get_num_entries(archive, 0) <= limits.entries else { throw .tooLarge(.entries) }
  }

  deinit { zip_discard(archive) }

  /// Whether the archive has a member of that name.
  func holds(_ name: String) -> Bool { index(of: name) != nil }

  /// Opens a member for reading from its start.
  func open(_ name: String) throws(WorkbookError) -> ZipMember {
    guard let index = index(of: name) else { throw .missingPart(name.printable) }
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damagedArchive }
    guard status.encryption_method == ZIP_EM_NONE else { throw .encrypted }
    guard let file = zip_fopen_index(archive, index, 0) else { throw .damagedArchive }
    return ZipMember(of: self, file: file, packed: Int(clamping: status.comp_size), limits: limits)
  }

  /// The whole of a small member.
  func bytes(of name: String) throws(WorkbookError) -> [UInt8] {
    let member = try open(name)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let read = piece.withUnsafeMutableBytes { buffer in
        Result<Int, WorkbookError> { () throws(WorkbookError) in try member.read(into: buffer) }
      }
      let count = try read.get()
      if count == 0 { return bytes }
      bytes += piece.prefix(count)
      guard bytes.count <= limits.sharedBytes else { throw .tooLarge(.sharedBytes) }
    }
  }

  /// Finds a member: by its very name, else by one that Excel takes for the same.
  func index(of name: String) -> zip_uint64_t? {
    let index = zip_name_locate(archive, name, ZIP_FL_ENC_GUESS)
    return index >= 0 ? zip_uint64_t(index) : members[Self.plain(name)]
  }

  /// A name in lower case, with slashes between its steps only, and nothing written as `%20`.
  private static func plain(_ name: String) -> String {
    (name.removingPercentEncoding ?? name).lowercased()
      .split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }.joined(separator: "/")
  }
}

/// A member of an archive as a stream that stops at the limits.
final class ZipMember {
  private let archive: ZipArchive
  private let file: OpaquePointer
  private let packed: Int
  private let limits: WorkbookLimits
  private var inflated = 0

  fileprivate init(of archive: ZipArchive, file: OpaquePointer, packed: Int, limits: WorkbookLimits)
  {
    self.archive = archive
    self.file = file
    self.packed = packed
    self.limits = limits
  }

  deinit { zip_fclose(file) }

  /// Fills a buffer as far as the stream goes on; zero bytes mean its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    let count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
    guard count >= 0 else { throw .damagedArchive }
    inflated += count
    guard inflated <= limits.inflatedBytes else { throw .tooLarge(.inflatedBytes) }
    guard inflated <= limits.freeBytes || inflated / limits.ratio <= packed else {
      throw .tooLarge(.ratio)
    }
    return count
  }
}

extension String {
  /// The text as it may stand in a message: printable ASCII only, at most 80 characters.
  var printable: String {
    String(
      decoding: utf8.prefix(80).map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") },
      as: UTF8.self)
  }
}
