/// An encoding that a sheet may be written in.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8 without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-8 that begins with a byte order mark.
  case utf8WithMark = "UTF-8 BOM"
  /// UTF-16, little end first, with a byte order mark.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, big end first, with a byte order mark.
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, which includes GBK and GB 2312.
  case gb18030 = "GB18030"

  /// The byte order mark; empty where there is none.
  var mark: [UInt8] {
    switch self {
    case .utf8, .gb18030: []
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The name by which iconv knows it; nil where the bytes are UTF-8 already.
  var iconvName: String? {
    switch self {
    case .utf8, .utf8WithMark: nil
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    }
  }
}
