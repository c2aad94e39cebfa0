import Foundation
import Model
import Tabular

/// A sheet's rows by the names of its columns, read from a table of a package or from what a person
/// has filled in.
public struct PackageTable: Sendable {
  /// One row.
  public struct Row: Sendable {
    /// The row as a spreadsheet numbers it.
    public let number: Int
    /// The texts by column, trimmed.
    public let texts: [String: String]

    /// The text of a column, trimmed; empty where the column is absent.
    public subscript(column: String) -> String { texts[column] ?? "" }
  }

  /// The rows below the header.
  public let rows: [Row]
  /// The columns.
  public let columns: [String]

  /// Reads a `.csv` or the first sheet of an `.xlsx`; the header is the first row.
  /// - Parameter names: what columns are called in the file, and what we call them.
  /// - Throws: `TabularError`, `WorkbookError`.
  public init(path: String, renaming names: [String: String] = [:]) throws {
    var table: [(number: Int, texts: [String])] = []
    if path.lowercased().hasSuffix(".xlsx") {
      let rows = try WorkbookReader(path: path).firstRows(.max, of: 0)
      table = rows.enumerated().map { ($0 + 1, $1) }
    } else {
      let source = try CSVSource(path: path)
      table = try CSVReader(source, separator: .comma).firstRows(.max, columns: 64)
        .map { (Int($0.place.row), $0.texts) }
    }
    let header = (table.first?.texts ?? []).map { text in
      let text = Self.plain(text)
      return names[text] ?? text
    }
    columns = header
    rows = table.dropFirst().filter { $0.texts.contains { !$0.isEmpty } }.map { row in
      Row(
        number: row.number,
        texts: Dictionary(
          zip(header, row.texts.map(Self.plain)), uniquingKeysWith: { old, _ in old }))
    }
  }

  /// Reads a table of a package, by the name of its file.
  /// - Throws: `PackageError.fileMissing`, `TabularError`.
  public init(_ fileName: String, of package: OpenedPackage) throws {
    guard let bytes = package.files[fileName] else { throw PackageError.fileMissing(fileName) }
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try OutputFile.write(bytes, to: path)
    try self.init(path: path)
  }

  /// A text without outer white space and without the apostrophe that keeps it from being run.
  static func plain(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@＝＋－＠".contains(second)
    else { return text }
    return String(text.dropFirst())
  }
}
