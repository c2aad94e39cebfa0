import Foundation
import Model

/// Writes a copy of a sheet of separated values with further columns right of its own.
///
/// The copy keeps the encoding, the separator and every row with its number, blank rows included;
/// bytes that could not be decoded become U+FFFD, and a text that a spreadsheet would run is guarded
/// as `CSVWriter` does.
public struct CSVMarker {
  private let source: CSVSource
  private let separator: CSVReader.Separator

  /// Prepares a copy.
  public init(_ source: CSVSource, separator: CSVReader.Separator) {
    self.source = source
    self.separator = separator
  }

  /// Writes the copy in place of any file of that path.
  ///
  /// - Parameters:
  ///   - notes: For each row that gets any, the texts of the further columns; they are blank in the
  ///     other rows below the header.
  ///   - titles: The titles of the further columns.
  ///   - header: The header's row; rows above it stay as they are.
  ///   - width: How many columns of the source stand left of the further ones.
  ///   - dropped: Columns of the source that are left out, because the further ones replace them.
  /// - Throws: `TabularError`.
  /// - Complexity: O(bytes); memory holds the notes and one batch.
  public func write(
    _ notes: [UInt32: [String]], titles: [String], header: UInt32, rightOf width: Int,
    dropping dropped: Set<Int>, to path: String
  ) throws {
    let file = try EncodedFile(path: path, encoding: source.encoding)
    var sheet = CSVWriter(separator: separator, hasMark: false) { try file.write($0) }
    var lastRow: UInt32 = 0
    let columns = try widestRow()
    try CSVReader(source, separator: separator)
      .read(into: RowBatch(columns: columns, capacity: 256)) { batch in
        for (row, place) in batch.places.enumerated() {
          while lastRow + 1 < place.row {
            lastRow += 1
            try sheet.endRow()
          }
          lastRow = place.row
          let further =
            place.row == header
            ? titles : place.row < header ? [] : notes[place.row] ?? titles.map { _ in "" }
          let own = further.isEmpty ? min(width, Int(place.fields)) : width
          for column in 0..<own where !dropped.contains(column) {
            Self.copy(row, column, of: batch, to: &sheet)
          }
          for text in further { sheet.field(text) }
          for column in own..<max(own, Int(place.fields)) {
            Self.copy(row, column, of: batch, to: &sheet)
          }
          try sheet.endRow()
        }
        batch.removeAll()
        return batch
      }
    try sheet.finish()
    try file.finish()
  }

  private static func copy(
    _ row: Int, _ column: Int, of batch: RowBatch, to sheet: inout CSVWriter
  ) {
    guard column < batch.columns else { return sheet.emptyField() }
    if batch.places[row].isDamaged {
      sheet.field(batch.text(row: row, column: column))
    } else {
      sheet.field(batch.bytes(row: row, column: column))
    }
  }

  /// The number of fields of the row that has most.
  private func widestRow() throws -> Int {
    var widest = 1
    try CSVReader(source, separator: separator).read(into: RowBatch(columns: 1)) { batch in
      for place in batch.places { widest = max(widest, Int(place.fields)) }
      batch.removeAll()
      return batch
    }
    return widest
  }
}

/// A file that is written in another encoding than UTF-8.
private final class EncodedFile {
  private let file: OutputFile
  private let converter: TextConverter?
  private let path: String
  private var encoded: [UInt8] = []

  init(path: String, encoding: TextEncoding) throws(TabularError) {
    file = try OutputFile(path: path)
    converter = encoding.iconvName.flatMap { TextConverter(to: $0) }
    self.path = path
    encoded = encoding.mark
  }

  /// Writes whole characters of UTF-8.
  func write(_ piece: UnsafeRawBufferPointer) throws {
    guard let converter else {
      try flush()
      return try file.write(piece)
    }
    let result = converter.convert(piece.assumingMemoryBound(to: UInt8.self), into: &encoded)
    guard case .converted(rest: 0) = result else {
      throw TabularError.unwritable(path: path, errno: EILSEQ)
    }
    try flush()
  }

  private func flush() throws {
    try encoded.withUnsafeBytes { try file.write($0) }
    encoded.removeAll(keepingCapacity: true)
  }

  func finish() throws {
    try flush()
    try file.finish()
  }
}
