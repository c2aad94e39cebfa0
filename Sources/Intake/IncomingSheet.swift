import Model
public import Tabular

/// A sheet on disk whose header was recognised.
public struct IncomingSheet: Sendable {
  /// The file and what was found of it as a whole.
  public let source: CSVSource
  /// What stands between its fields.
  public let separator: CSVReader.Separator
  /// Where its columns stand.
  public let header: SheetHeader

  /// Within how many rows the header must stand.
  static let headerRows = 10
  /// The widest sheet that is read: the last column of a spreadsheet is XFD.
  static let widest = 16_384

  /// Inspects a file and finds its header.
  ///
  /// Each separator is tried, and each kind of sheet unless one is asked for; the reading that
  /// recognises most columns wins, a comma before a tab before a semicolon.
  /// - Throws: `TabularError` or `IntakeError`.
  public init(path: String, as kind: SheetKind? = nil) throws {
    let source = try CSVSource(path: path)
    var best: (separator: CSVReader.Separator, header: SheetHeader)?
    var seen: [String] = []
    for separator in CSVReader.Separator.allCases {
      let rows = try CSVReader(source, separator: separator)
        .firstRows(Self.headerRows, columns: Self.widest)
      if seen.isEmpty {
        seen = Array((rows.first?.texts ?? []).prefix(8)).map { String($0.prefix(20)) }
      }
      for row in rows {
        for kind in kind.map({ [$0] }) ?? SheetKind.allCases {
          guard let header = SheetHeader(row.texts, row: row.place.row, as: kind) else { continue }
          let isBetter =
            best.map {
              header.missing.count < $0.header.missing.count
                || header.missing.count == $0.header.missing.count
                  && header.recognised > $0.header.recognised
            } ?? true
          if isBetter { best = (separator, header) }
        }
      }
    }
    guard let best else { throw IntakeError.headerNotFound(path: path, seen: seen) }
    if best.header.kind == .caseload,
      let column = best.header.titles.first(where: Self.looksPersonal)
    {
      throw IntakeError.subjectsAsPersons(path: path, column: column)
    }
    guard best.header.missing.isEmpty else {
      throw IntakeError.columnsMissing(
        path: path, kind: best.header.kind, columns: best.header.missing)
    }
    self.source = source
    separator = best.separator
    header = best.header
  }

  /// Whether a caseload column looks like a person's name or number.
  private static func looksPersonal(_ title: String) -> Bool {
    ["姓名", "身份证", "公民身份号码", "对象名单", "name", "resident_id", "id_number"].contains {
      title.lowercased().contains($0) && !title.hasSuffix("数") && title != "街道名称"
        && title.lowercased() != "office_name"
    }
  }

  /// How many columns of the file are kept, and a few beyond it in which stray fields are seen.
  var width: Int { header.titles.count + 8 }

  /// Reads the rows below the header; see `CSVReader.read`.
  func read(into batch: RowBatch, take: (RowBatch) throws -> RowBatch) throws {
    try CSVReader(source, separator: separator).read(into: batch, take: take)
  }

  /// What a row is, apart from data.
  enum Standing {
    case data
    case leftOut
    case total
  }

  /// Tells data from titles, headers, blank rows and totals.
  func standing(of row: Int, in batch: RowBatch) -> Standing {
    if batch.places[row].row <= header.row { return .leftOut }
    for column in 0..<min(3, batch.columns) {
      let bytes = batch.bytes(row: row, column: column)
      if bytes.count == 6, bytes.elementsEqual("合计".utf8) || bytes.elementsEqual("总计".utf8) {
        return .total
      }
    }
    let isBlank = (0..<batch.columns).allSatisfy { batch.bytes(row: row, column: $0).isEmpty }
    return isBlank ? .leftOut : .data
  }
}
