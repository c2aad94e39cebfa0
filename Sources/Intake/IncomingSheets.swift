public import Model
import Tabular

/// The sheets of a file that are read together, and what else its worksheets hold.
public struct IncomingSheets: Sendable {
  /// The sheets, in the order of the file.
  public private(set) var sheets: [IncomingSheet]
  /// Filled rows of visible worksheets that are none of the sheets.
  public let leftOut: [LeftOutRows]

  /// How many sheets a file may have; more is no list that anybody keeps.
  private static let mostSheets = 64

  /// Inspects a file and finds its headers; its first bytes and its ending tell a workbook from text.
  ///
  /// - Parameters:
  ///   - kind: the kind of sheet, where it is known; else the header decides among the imported ones.
  ///   - catalog: what the kinds of sheets look like.
  /// - Throws: `TabularError` or `IntakeError`.
  public init(path: String, as kind: SheetKind? = nil, in catalog: SheetCatalog = .standard) throws
  {
    if try Self.isWorkbook(path) {
      try self.init(workbook: path, as: kind, in: catalog)
    } else {
      self.init([try Self.text(path, as: kind, in: catalog)], leftOut: [])
    }
  }

  init(_ sheets: [IncomingSheet], leftOut: [LeftOutRows]) {
    self.sheets = sheets
    self.leftOut = leftOut
  }

  private static func isWorkbook(_ path: String) throws(TabularError) -> Bool {
    let first = try FileDigest.firstBytes(4, of: path)
    // A zip archive, or the container of .xls and of encrypted workbooks.
    if first == [0x50, 0x4B, 3, 4] || first == [0xD0, 0xCF, 0x11, 0xE0] { return true }
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    return !first.isEmpty && ["xlsx", "xlsm", "xls", "et"].contains(ending)
  }

  /// Finds the header of a text; each separator is tried, and the reading that recognises most
  /// columns wins, a comma before a tab before a semicolon.
  private static func text(_ path: String, as kind: SheetKind?, in catalog: SheetCatalog) throws
    -> IncomingSheet
  {
    let source = try CSVSource(path: path)
    var search = HeaderSearch(path: path, kind: kind, catalog: catalog)
    var failure: TabularError?
    for separator in CSVReader.Separator.allCases {
      do throws(TabularError) {
        let rows = try CSVReader(source, separator: separator)
          .firstRows(HeaderSearch.rows, columns: IncomingSheet.widest)
        search.look(at: rows.map { ($0.place.row, $0.texts) }, in: .text(source, separator))
      } catch {
        // Quotes that pair with one separator may not with another; the first failure is told where
        // no separator finds a header.
        failure = failure ?? error
      }
    }
    if search.complete == nil, let failure { throw failure }
    let (form, header) = try search.found(in: catalog)
    return IncomingSheet(form: form, header: header)
  }

  /// The same with a sheet for each header that stands further down and gives the columns another
  /// order or other names; the rows below it are read by it.
  /// - Throws: `TabularError` or `IntakeError`.
  /// - Complexity: O(cells).
  public func dividedAtHeaders() throws -> IncomingSheets {
    var divided = self
    divided.sheets = []
    for sheet in sheets {
      var header = sheet.header
      var first = sheet.rows.lowerBound
      func close(at last: UInt32) throws {
        divided.sheets.append(
          IncomingSheet(
            form: sheet.form, header: header, rows: first...last,
            findings: first == sheet.rows.lowerBound ? sheet.findings : []))
        if divided.sheets.count > Self.mostSheets {
          throw IntakeError.headersMany(path: sheet.path)
        }
      }
      let names = HeaderNames(header.description)
      let batch = RowBatch(columns: 1_024, capacity: 256)
      _ = try sheet.read(into: batch) { rows in
        for (row, place) in rows.places.enumerated() where place.row > header.row {
          guard !IdentityScan.holdsNumber(row: row, of: rows),
            let next = RowClassifier.header(row: row, of: rows, names), !header.covers(next)
          else { continue }
          guard next.missing.isEmpty else {
            throw IntakeError.headerUnclear(
              path: sheet.path, row: next.row, columns: next.missing)
          }
          try close(at: place.row - 1)
          (header, first) = (next, place.row)
        }
        rows.removeAll()
        return rows
      }
      try close(at: sheet.rows.upperBound)
    }
    return divided
  }
}
