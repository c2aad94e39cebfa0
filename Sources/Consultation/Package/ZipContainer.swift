import CZip
import Foundation

/// A package in an archive; members are inflated only as far as their signed size goes.
final class ZipContainer: PackageContainer {
  let names: Set<String>
  let ignored: Set<String>
  private let archive: OpaquePointer
  private let password: [CChar]?

  init(path: String, password: [UInt8]?) throws(PackageError) {
    try Self.checkDirectory(path)
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { throw .archiveDamaged }
    do throws(PackageError) {
      (names, ignored) = try Self.names(of: archive)
    } catch {
      zip_discard(archive)
      throw error
    }
    self.archive = archive
    self.password = password.map { $0.map(CChar.init(bitPattern:)) + [0] }
  }

  deinit { zip_discard(archive) }

  func read(_ name: String, limit: Int) throws(PackageError) -> [UInt8] {
    let index = zip_name_locate(archive, name, 0)
    var status = zip_stat_t()
    guard index >= 0, zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else {
      throw .archiveDamaged
    }
    let isSealed = Int32(status.encryption_method) != ZIP_EM_NONE
    guard !isSealed || password != nil else { throw .passwordMissing }
    guard
      let file = zip_fopen_index_encrypted(
        archive, zip_uint64_t(index), 0, isSealed ? password : nil)
    else {
      let code = zip_error_code_zip(zip_get_error(archive))
      throw code == ZIP_ER_WRONGPASSWD ? .passwordWrong : .fileChanged(name)
    }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_fread(file, &piece, zip_uint64_t(piece.count))
      guard count >= 0 else {
        // Some libraries find a wrong check sum where 7-Zip rightly left it out; what was read whole
        // is judged by its signed digest.
        let isWhole = bytes.count == Int(clamping: status.size)
        guard isWhole, zip_error_code_zip(zip_file_get_error(file)) == ZIP_ER_CRC else {
          throw .fileChanged(name)
        }
        return bytes
      }
      if count == 0 { return bytes }
      bytes += piece.prefix(Int(count))
      guard bytes.count <= limit else { throw .endless(name) }
    }
  }

  private static func names(
    of archive: OpaquePointer
  ) throws(PackageError) -> (members: Set<String>, ignored: Set<String>) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= PackageLimits.files else { throw .tooManyFiles(limit: PackageLimits.files) }
    var (names, ignored): (Set<String>, Set<String>) = ([], [])
    for index in 0..<zip_uint64_t(max(0, count)) {
      guard let raw = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)) else {
        throw .archiveDamaged
      }
      let name = String(cString: raw)
      if name.isLeftByProgram {
        ignored.insert(name)
        continue
      }
      guard name.isSafeFileName else { throw .unsafeName(name.printable) }
      guard names.insert(name).inserted else { throw .nameTwice(name) }
      var system: zip_uint8_t = 0
      var attributes: zip_uint32_t = 0
      zip_file_get_external_attributes(archive, index, 0, &system, &attributes)
      let kind = mode_t(attributes >> 16) & S_IFMT
      guard Int32(system) != ZIP_OPSYS_UNIX || kind == 0 || kind == S_IFREG else {
        throw .notAFile(name)
      }
    }
    return (names, ignored)
  }

  /// Looks at the end of the archive before libzip reads its whole directory into memory.
  private static func checkDirectory(_ path: String) throws(PackageError) {
    guard let file = FileHandle(forReadingAtPath: path), let size = try? file.seekToEnd(),
      (try? file.seek(toOffset: size - min(size, 65_557))) != nil,
      let tail = try? file.readToEnd()
    else { throw .notAPackage(path: path) }
    let bytes = Array(tail)
    let mark: [UInt8] = [0x50, 0x4B, 5, 6]
    var isArchive = false
    for end in stride(from: 0, through: bytes.count - 22, by: 1)
    where bytes[end...].starts(with: mark) {
      isArchive = true
      let directory = bytes[(end + 12)..<(end + 16)].reversed().reduce(0) { $0 << 8 | Int($1) }
      // An entry is 46 bytes, a name and extra fields; a package needs no 64-bit form.
      guard directory <= PackageLimits.files * 1024 else {
        throw .tooManyFiles(limit: PackageLimits.files)
      }
    }
    guard isArchive else { throw .notAPackage(path: path) }
  }
}
