import CXLSXWriter
import Foundation
public import Model

/// Writes an `.xlsx` workbook through libxlsxwriter.
///
/// The same calls give the same bytes: the date of creation is an argument. A text cell stays
/// text; what looks like a formula in it is never run. The file gets its name in `close`, once it was
/// read back whole: the library does not hear of all that goes wrong with its temporary files, which
/// lie beside the result and not where others may have filled the disk.
public final class WorkbookWriter {
  private static let fileName = "workbook.xlsx"

  private let path: String
  private let draft: DraftFolder
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var isClosed = false
  private var hasFailed = false

  /// Begins a workbook with a title in its properties.
  ///
  /// - Throws: `TabularError.exists`, `.notPermitted` or `.cannotCreate` where no file can be made.
  public init(path: String, title: String, created: CivilDate) throws(TabularError) {
    if OutputFile.isTaken(path) { throw .exists(path: path) }
    let draft = try DraftFolder(beside: path)
    let workbook = draft.path.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(draft.path + "/" + Self.fileName, &options)
    }
    guard let workbook else { throw .cannotCreate(path: path, errno: ENOMEM) }
    self.path = path
    self.draft = draft
    self.workbook = workbook
    // Noon, in seconds since 1970-01-01 (719,468 days after 0000-03-01): the library takes 0 for now.
    let seconds = (created.dayNumber - 719_468) * 86_400 + 43_200
    Self.clean(title).withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = seconds
      workbook_set_properties(workbook, &properties)
    }
  }

  deinit {
    if !isClosed { lxw_workbook_free(workbook) }
  }

  /// Adds a worksheet; a name that a workbook cannot hold gives way to an automatic one.
  public func addSheet(_ name: String) -> Sheet {
    let isAllowed = workbook_validate_sheet_name(workbook, name) == LXW_NO_ERROR
    guard let sheet = workbook_add_worksheet(workbook, isAllowed ? name : nil) else {
      fatalError("out of memory")
    }
    return Sheet(sheet: sheet, workbook: self)
  }

  /// Writes the file, reads it back and gives it its name.
  ///
  /// - Throws: `TabularError.unwritable` or `.resultDamaged` where the file or a temporary file cannot
  ///   be written, `.exists` where somebody was faster.
  public func close() throws(TabularError) {
    isClosed = true
    guard workbook_close(workbook) == LXW_NO_ERROR else {
      throw .unwritable(path: path, errno: errno)
    }
    guard !hasFailed, WrittenWorkbook.isWhole(draft.path + "/" + Self.fileName) else {
      throw .resultDamaged(path: path)
    }
    try draft.publish(Self.fileName, as: path)
  }

  /// Hears what the library says of a call: what it leaves out must not go unnoticed.
  func hear(_ result: lxw_error) {
    if result != LXW_NO_ERROR { hasFailed = true }
  }

  /// The library's format for a style; each is made once.
  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format> {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(workbook) else { fatalError("out of memory") }
    formats[style] = format
    format_set_font_name(format, "宋体")
    format_set_font_size(format, Double(style.size))
    format_set_font_color(format, style.color)
    if style.isBold { format_set_bold(format) }
    if let fill = style.fill { format_set_bg_color(format, fill) }
    if style.hasBorder {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xB8C0CC)
    }
    let alignment =
      switch style.alignment {
      case .leading: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .trailing: LXW_ALIGN_RIGHT
      }
    format_set_align(format, UInt8(alignment.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    switch style.numberFormat {
    case nil: break
    case "@": format_set_num_format_index(format, 49)  // The number that stands for text.
    case let numberFormat?: format_set_num_format(format, numberFormat)
    }
    return format
  }

  /// A text as XML can hold it: without the control characters and the two code points that it
  /// forbids, and no longer than a cell (32,767 UTF-16 units); a longer text ends with “…”.
  static func clean(_ text: String) -> String {
    var cleaned = text
    let isForbidden = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    if text.unicodeScalars.contains(where: isForbidden) {
      cleaned = String(
        String.UnicodeScalarView(text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
    }
    if cleaned.utf8.count > 32_767, cleaned.utf16.count > 32_767 {
      cleaned = String(decoding: cleaned.utf16.prefix(32_766), as: UTF16.self) + "…"
    }
    return cleaned
  }
}
