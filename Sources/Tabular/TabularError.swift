public import Model

/// Why a file of rows could not be read or written.
public enum TabularError: ExplainedError, Hashable {
  /// Nothing is there.
  case absent(path: String)
  /// A folder is there instead of a file.
  case directory(path: String)
  /// The system does not let us.
  case notPermitted(path: String)
  /// Reading failed in the middle.
  case unreadable(path: String, errno: Int32)
  /// The file holds no bytes, or nothing but white space.
  case empty(path: String)
  /// The bytes are no text: a NUL at an offset, counted from 0.
  case binary(path: String, offset: Int)
  /// The bytes fit no encoding that we read; the first that fits none stands at an offset from 0.
  case undecodable(path: String, offset: Int)
  /// The file begins with the mark of UTF-8 and goes on in GB 18030.
  case markContradicts(path: String)
  /// One row is longer than a sheet can be.
  case rowTooLong(path: String, line: Int, limit: Int)
  /// A quotation mark is opened and never closed.
  case quoteUnterminated(path: String, line: Int)
  /// A file cannot be made.
  case cannotCreate(path: String, errno: Int32)
  /// Writing failed; the disk may be full.
  case unwritable(path: String, errno: Int32)
  /// Something has the name that a file or folder was to get.
  case exists(path: String)
  /// Another run writes to the same place.
  case folderBusy(path: String)
  /// A name holds bytes that are no UTF-8, so that no file is found by it.
  case nameNotText(path: String)
  /// A workbook that was written is not whole when it is read back.
  case resultDamaged(path: String)
}
