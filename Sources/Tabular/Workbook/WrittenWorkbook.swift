import CExpat
import CZip

/// A workbook that was just written, read back: the proof that nothing of it was lost on the way.
enum WrittenWorkbook {
  /// Whether every member has its check sum and every part is well-formed.
  /// - Parameter isMarkup: whether a member, by its name, is markup that is to be looked at.
  static func isWhole(_ path: String, markup isMarkup: (String) -> Bool = { _ in true }) -> Bool {
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { return false }
    defer { zip_discard(archive) }
    let count = zip_get_num_entries(archive, 0)
    return count > 0
      && (0..<zip_uint64_t(count)).allSatisfy { index in
        let name = zip_get_name(archive, index, 0).map { String(cString: $0) } ?? ""
        return isWhole(index, of: archive, isMarkup: isMarkup(name))
      }
  }

  private static func isWhole(
    _ index: zip_uint64_t, of archive: OpaquePointer, isMarkup: Bool
  ) -> Bool {
    guard let file = zip_fopen_index(archive, index, 0), let parser = XML_ParserCreate(nil) else {
      return false
    }
    defer {
      XML_ParserFree(parser)
      zip_fclose(file)
    }
    let size = 1 << 16
    while let buffer = XML_GetBuffer(parser, Int32(size)) {
      let count = zip_fread(file, buffer, zip_uint64_t(size))
      guard count >= 0 else { return false }
      let isSound =
        !isMarkup || XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0) == XML_STATUS_OK
      if count == 0 || !isSound { return isSound }
    }
    return false
  }
}
