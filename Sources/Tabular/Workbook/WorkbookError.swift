/// Why a workbook cannot be read or written.
public enum WorkbookError: Error, Hashable, Sendable {
  /// No file has this path.
  case absent(path: String)
  /// The path leads to a folder.
  case isDirectory(path: String)
  /// The operating system does not let the file be read; `errno` says why.
  case unreadable(path: String, errno: Int32)
  /// An `.xls` or `.et` file: the binary format before 2007.
  case legacyFormat
  /// An `.xlsb` file.
  case binaryFormat
  /// The workbook opens only with a password.
  case encrypted
  /// An OpenDocument spreadsheet (`.ods`).
  case openDocument
  /// A page of the web that has a workbook's name, as many systems export it.
  case webPage
  /// A spreadsheet of 2003 written as one XML text.
  case xmlSpreadsheet
  /// The file is no zip archive at all.
  case notArchive
  /// A zip archive that holds something else than a workbook.
  case notWorkbook
  /// The archive breaks off or contradicts itself.
  case damagedArchive
  /// A member that the workbook names is not there.
  case missingPart(String)
  /// A member is not well-formed or says what it must not; `byte` is the offset after inflating.
  case damagedPart(String, byte: Int)
  /// A member declares a document type, which no spreadsheet program writes.
  case documentType(String)
  /// Something is larger than `WorkbookLimits` allows.
  case tooLarge(Bound)
  /// A cell holds more text than any spreadsheet program allows.
  case cellTooLong(cell: String)
  /// A cell stands to the right of column XFD.
  case columnBeyond(row: Int)
  /// A cell's or row's address cannot be read, or is not after the one before it.
  case badReference(row: Int)
  /// A cell cannot be written.
  case unwritable(cell: String)
  /// The file cannot be created.
  case cannotCreate(path: String)

  /// Which bound was passed.
  public enum Bound: String, Hashable, Sendable, CaseIterable {
    /// `WorkbookLimits.fileBytes`.
    case fileBytes
    /// `WorkbookLimits.entries`.
    case entries
    /// `WorkbookLimits.inflatedBytes`.
    case inflatedBytes
    /// `WorkbookLimits.ratio`.
    case ratio
    /// `WorkbookLimits.sharedBytes`.
    case sharedBytes
    /// `WorkbookLimits.notices`.
    case notices
    /// The memory of an XML parser, 16 MiB.
    case markup
  }
}
