import CLibCSV
import Foundation
public import Model

/// Reads rows of separated values with libcsv, line by line, so that every row knows its place.
///
/// A row's number counts the rows of the file from 1 as a spreadsheet shows them: blank lines count,
/// line breaks inside quotes do not. Its line is the physical line on which it begins.
public struct CSVReader {
  /// What stands between two fields.
  public enum Separator: UInt8, Sendable, CaseIterable {
    /// A comma.
    case comma = 0x2C
    /// A tab.
    case tab = 0x09
    /// A semicolon.
    case semicolon = 0x3B
  }

  /// The longest row that is read, in bytes; a longer one is a quote that was never closed.
  public static let longestRow = 1 << 20

  private let source: CSVSource
  private let separator: Separator

  /// Prepares to read a source.
  public init(_ source: CSVSource, separator: Separator) {
    self.source = source
    self.separator = separator
  }

  /// Reads the first rows as text, to look for the header.
  public func firstRows(_ limit: Int, columns: Int) throws(TabularError) -> [Row] {
    struct Enough: Error {}
    var rows: [Row] = []
    do {
      try read(into: RowBatch(columns: columns, capacity: 1)) { batch in
        rows.append(
          Row(
            place: batch.places[0],
            texts: (0..<min(columns, Int(batch.places[0].fields))).map {
              batch.text(row: 0, column: $0)
            }))
        if rows.count == limit { throw Enough() }
        batch.removeAll()
        return batch
      }
    } catch let error as TabularError {
      throw error
    } catch {
      // Enough rows were seen.
    }
    return rows
  }

  /// One row as text.
  public struct Row: Sendable {
    /// Where it stood.
    public let place: RowBatch.Place
    /// Its fields.
    public let texts: [String]
  }

  /// Reads every row.
  ///
  /// A full batch, and the last one, goes to `take`, which returns the batch to
  /// fill next.
  /// - Throws: `TabularError`, or whatever `take` throws.
  /// - Complexity: O(bytes); memory is bounded by the batch and `longestRow`.
  public func read(into first: RowBatch, take: (RowBatch) throws -> RowBatch) throws {
    var parser = csv_parser()
    guard csv_init(&parser, 0) == 0 else {
      throw TabularError.unreadable(path: source.path, errno: ENOMEM)
    }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, separator.rawValue)
    csv_set_blk_size(&parser, 4096)
    if separator == .tab { csv_set_space_func(&parser) { $0 == 0x20 ? 1 : 0 } }
    var lines = LineFeed(batch: first, separator: separator.rawValue)
    let file = try ByteFile(path: source.path)
    do {
      try TextPieces(
        file: file, encoding: source.encoding, start: source.textOffset,
        badOffsets: source.badOffsets
      ).forEach { piece throws(TabularError) in
        try lines.feed(piece, to: &parser, path: source.path, take: take)
      }
      try lines.finish(&parser, path: source.path, take: take)
    } catch {
      throw lines.consumerError ?? error
    }
  }
}
