/// Writes a copy of worksheets in which bad cells are coloured and carry a comment.
///
/// The copy holds every row at its own number and every cell as `WorkbookReader` reads it, all of
/// them as text in columns formatted as text: a spreadsheet program can no longer round a number
/// that a clerk types, and the mended copy reads back the same. Other worksheets, formulas, merges,
/// pictures and the sender's own comments are left out.
public struct WorkbookMarker {
  private let reader: WorkbookReader
  private let worksheets: [Int]

  /// Prepares a copy of some worksheets, given by their indexes in `WorkbookReader.worksheets`.
  public init(_ reader: WorkbookReader, worksheets: [Int]) {
    self.reader = reader
    self.worksheets = worksheets
  }

  /// Writes the copy in place of any file of that path; the same input gives the same bytes.
  ///
  /// - Parameters:
  ///   - marks: The bad cells, in any order; messages about one cell stand in one comment.
  ///   - path: Where the new `.xlsx` goes.
  /// - Throws: `WorkbookError` where the source cannot be read or the copy cannot be written.
  /// - Complexity: Linear in the worksheets; memory holds the marks and one row.
  public func write(_ marks: [WorkbookMark], to path: String) throws(WorkbookError) {
    let copy = try MarkedCopy(path: path)
    for worksheet in worksheets {
      try copy.start(
        reader.worksheets[worksheet].name, marks: marks.filter { $0.worksheet == worksheet })
      _ = try reader.pour(worksheet, into: copy)
      try copy.finishSheet()
    }
    try copy.finish()
  }
}
