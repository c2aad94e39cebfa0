import CZip
import Foundation

/// Writes archives through libzip; the same files give the same bytes where nothing is sealed.
enum ZipFile {
  /// Midnight of 1 January 1980, the first moment that an archive can name.
  private static let moment: time_t = 315_532_800

  /// Packs files, sealed with AES-256 where a password is given.
  static func write(
    _ files: [(name: String, path: String)], to path: String, password: [UInt8]? = nil
  ) throws(PackageError) {
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, nil) else {
      throw .unwritable(path: path)
    }
    for file in files {
      let source = zip_source_file(archive, file.path, 0, 0)
      let index = zip_file_add(archive, file.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      let number = zip_uint64_t(bitPattern: index)
      var isAdded = index >= 0 && zip_file_set_mtime(archive, number, moment, 0) == 0
      if isAdded, let password {
        isAdded =
          (password + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
              zip_file_set_encryption(
                archive, number, zip_uint16_t(ZIP_EM_AES_256), $0.baseAddress)
            }
          } == 0
      }
      guard isAdded else {
        zip_discard(archive)
        throw .unwritable(path: path)
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw .unwritable(path: path)
    }
  }
}
