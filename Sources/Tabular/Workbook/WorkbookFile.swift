#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file looked at before any library opens it: what it is by its first bytes, and whether its
/// archive's directory is of a sane size.
struct WorkbookFile: ~Copyable {
  /// The system's number for a lack of permission.
  static let notPermitted = EACCES

  private let descriptor: Int32
  private let size: Int

  /// Opens a file.
  init(path: String) throws(WorkbookError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .absent(path: path) : .unreadable(path: path, errno: errno)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw .unreadable(path: path, errno: errno)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw .isDirectory(path: path)
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Refuses what is not a zip archive and what would cost too much memory to open.
  func check(_ limits: WorkbookLimits) throws(WorkbookError) {
    guard size <= limits.fileBytes else { throw .tooLarge(.fileBytes) }
    let head = bytes(at: 0, count: 512)
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw isEncrypted(head) ? .encrypted : .legacyFormat
    }
    guard head.starts(with: [0x50, 0x4B]) else { throw Self.kind(ofText: head) }
    try checkDirectory(limits)
  }

  /// What a file is that is no archive, by the text that it begins with in any encoding.
  private static func kind(ofText head: [UInt8]) -> WorkbookError {
    let text = String(decoding: head.filter { (0x21..<0x7F).contains($0) }, as: UTF8.self)
      .lowercased()
    if text.contains("excel.sheet") || text.contains("office:spreadsheet") {
      return .xmlSpreadsheet
    }
    return text.hasPrefix("<") || text.hasPrefix("mime-version:") ? .webPage : .notArchive
  }

  /// Whether a compound file holds an encrypted workbook: one of its streams is named so.
  private func isEncrypted(_ head: [UInt8]) -> Bool {
    let shift = Int(Self.number(head, at: 30, width: 2))
    guard shift == 9 || shift == 12 else { return false }
    let sector = Int(Self.number(head, at: 48, width: 4))
    let directory = bytes(at: (sector + 1) << shift, count: 4096)
    let name = Array("EncryptedPackage".utf8)
    return stride(from: 0, to: directory.count - 127, by: 128).contains { entry in
      name.indices.allSatisfy { directory[entry + 2 * $0] == name[$0] }
    }
  }

  /// Refuses an archive whose directory is too large, before it is read into memory.
  ///
  /// Every record that could be taken for the end of the directory is looked at.
  private func checkDirectory(_ limits: WorkbookLimits) throws(WorkbookError) {
    let tail = bytes(at: max(0, size - 65_557), count: 65_557)
    for record in stride(from: 0, through: tail.count - 22, by: 1)
    where tail[record...].starts(with: [0x50, 0x4B, 5, 6])
      && Self.number(tail, at: record + 8, width: 2) == Self.number(tail, at: record + 10, width: 2)
    {
      var directory = Self.number(tail, at: record + 12, width: 4)
      if record >= 20, tail[(record - 20)...].starts(with: [0x50, 0x4B, 6, 7]) {
        let offset = Self.number(tail, at: record - 12, width: 8)
        let longRecord = bytes(at: Int(clamping: offset), count: 56)
        guard longRecord.count == 56 else { throw .damagedArchive }
        directory = Self.number(longRecord, at: 40, width: 8)
      }
      // A directory entry is 46 bytes and a name; 256 leave room for long names and extra fields.
      guard directory <= UInt64(limits.entries) * 256 else { throw .tooLarge(.entries) }
    }
  }

  private func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, offset < size else { return [] }
    return Array(unsafeUninitializedCapacity: min(count, size - offset)) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)))
    }
  }

  /// A little-endian number, or zero where the bytes end before it.
  private static func number(_ bytes: [UInt8], at index: Int, width: Int) -> UInt64 {
    guard index + width <= bytes.count else { return 0 }
    return bytes[index..<index + width].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
