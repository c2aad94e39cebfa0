public import Model
public import Tabular

/// A sheet on disk whose header was recognised: separated values, or one worksheet of a workbook.
public struct IncomingSheet: Sendable {
  /// How the rows are written.
  public enum Form: Sendable {
    /// Separated values.
    case text(CSVSource, CSVReader.Separator)
    /// The worksheet at an index of a workbook, and the name on its tab.
    case workbook(FileDigest, worksheet: Int, name: String)
  }

  /// How its rows are written.
  public let form: Form
  /// Where its columns stand.
  public let header: SheetHeader
  /// What is to be said of the file as a whole.
  let findings: [Finding]

  /// Within how many rows the header must stand.
  static let headerRows = 10
  /// The widest sheet that is read: the last column of a spreadsheet is XFD.
  static let widest = 16_384

  /// Inspects a file and finds its header; its first bytes and its ending tell a workbook from text.
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
      try self.init(text: path, as: kind, in: catalog)
    }
  }

  init(form: Form, header: SheetHeader, findings: [Finding]) {
    self.form = form
    self.header = header
    self.findings = findings
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
  private init(text path: String, as kind: SheetKind?, in catalog: SheetCatalog) throws {
    let source = try CSVSource(path: path)
    var search = HeaderSearch(path: path, kind: kind, catalog: catalog)
    var failure: TabularError?
    for separator in CSVReader.Separator.allCases {
      do throws(TabularError) {
        for row in try CSVReader(source, separator: separator)
          .firstRows(Self.headerRows, columns: Self.widest)
        {
          search.look(at: row.texts, row: row.place.row, in: .text(source, separator))
        }
      } catch {
        // Quotes that pair with one separator may not with another; the first failure is told where
        // no separator finds a header.
        failure = failure ?? error
      }
    }
    if search.complete == nil, let failure { throw failure }
    self = try search.sheet(findings: [])
  }

  /// What the file is called, as it was named.
  public var path: String {
    switch form {
    case .text(let source, _): source.path
    case .workbook(let file, _, _): file.path
    }
  }

  /// Its size in bytes.
  public var byteCount: Int {
    switch form {
    case .text(let source, _): source.byteCount
    case .workbook(let file, _, _): file.byteCount
    }
  }

  /// SHA-256 of its raw bytes, in lower-case hex.
  public var sha256: String {
    switch form {
    case .text(let source, _): source.sha256
    case .workbook(let file, _, _): file.sha256
    }
  }

  /// How many columns of the file are kept, and a few beyond it in which stray fields are seen.
  var width: Int { header.titles.count + 8 }

  /// Whether each row says how many fields it has: a worksheet's row ends with its last filled cell.
  var countsFields: Bool {
    if case .text = form { true } else { false }
  }

  /// Reads the rows, those above the header too; see `CSVReader.read` and `WorkbookReader.read`.
  /// - Returns: what is to be said of cells below the header, apart from their values.
  func read(into batch: RowBatch, take: (RowBatch) throws -> RowBatch) throws -> [Finding] {
    switch form {
    case .text(let source, let separator):
      try CSVReader(source, separator: separator).read(into: batch, take: take)
      return []
    case .workbook(let file, let worksheet, _):
      return try IntakeError.naming(file.path) {
        try WorkbookReader(path: file.path)
          .read(worksheet, from: 1, batch: batch, take: take)
          .compactMap { finding(for: $0) }
      }
    }
  }

  /// What is to be said of content right of the header's columns, and in which column it stands;
  /// nothing where there is none.
  ///
  /// A line of text with too many fields has most likely lost a quotation mark, so none of its fields
  /// can be trusted; a worksheet's cells stand where they stand.
  func straying(row: Int, of batch: RowBatch) -> (code: FindingCode, column: Int)? {
    let stray = (header.titles.count..<width)
      .first { !batch.bytes(row: row, column: $0).isEmpty }
    guard stray != nil || Int(batch.places[row].fields) > width else { return nil }
    return countsFields ? (.fieldsTooMany, -1) : (.cellOutsideTable, stray ?? width)
  }

  /// What a row is, apart from data.
  enum RowRole {
    case data
    case leftOut
    case total
  }

  /// Tells data from titles, headers, blank rows and totals.
  func role(of row: Int, in batch: RowBatch) -> RowRole {
    if batch.places[row].row <= header.row { return .leftOut }
    for column in 0..<min(3, batch.columns) {
      let bytes = batch.bytes(row: row, column: column)
      if Self.mayNameTotal(bytes), Self.namesTotal(bytes) { return .total }
    }
    let isBlank = (0..<batch.columns).allSatisfy { batch.bytes(row: row, column: $0).isEmpty }
    return isBlank ? .leftOut : .data
  }

  /// Whether a cell begins as one that says 合计 does, so that names are not looked at twice: with one
  /// of 合总小共, or with an ideographic space.
  @inline(__always)
  private static func mayNameTotal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 6 else { return false }
    let first = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
    return first == 0xE5_9088 || first == 0xE6_80BB || first == 0xE5_B08F || first == 0xE5_85B1
      || first == 0xE3_8080
  }

  /// Whether a cell reads 合计 or the like, however it is spaced.
  private static func namesTotal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 30 else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
      .filter { !$0.isWhitespace && $0 != "：" && $0 != ":" }
    return ["合计", "总计", "小计", "共计"].contains(text)
  }
}

/// Looks through the first rows of a file for the header that recognises most columns.
struct HeaderSearch {
  private let path: String
  private let kind: SheetKind?
  private let catalog: SheetCatalog
  private var first: IncomingSheet.Form?
  private var best: (form: IncomingSheet.Form, header: SheetHeader)?
  private var seen: [String] = []

  init(path: String, kind: SheetKind?, catalog: SheetCatalog) {
    self.path = path
    self.kind = kind
    self.catalog = catalog
  }

  /// Holds a row against the header of each kind of sheet.
  mutating func look(at texts: [String], row: UInt32, in form: IncomingSheet.Form) {
    first = first ?? form
    if seen.isEmpty { seen = texts.prefix(8).map { String($0.prefix(20)) } }
    for kind in kind.map({ [$0] }) ?? SheetKind.imported {
      guard let header = SheetHeader(texts, row: row, as: catalog[kind]),
        Self.isBetter(header, than: best?.header)
      else { continue }
      best = (form, header)
    }
  }

  /// The header found so far, where it lacks nothing.
  var complete: SheetHeader? {
    best.flatMap { $0.header.missing.isEmpty ? $0.header : nil }
  }

  /// Takes over what another search found, if that is better.
  mutating func take(_ other: HeaderSearch) {
    first = first ?? other.first
    if seen.isEmpty { seen = other.seen }
    if let found = other.best, Self.isBetter(found.header, than: best?.header) { best = found }
  }

  private static func isBetter(_ header: SheetHeader, than other: SheetHeader?) -> Bool {
    guard let other else { return true }
    return header.missing.count == other.missing.count
      ? header.recognised > other.recognised : header.missing.count < other.missing.count
  }

  /// The usual order of the columns, where the kind is known and may do without a header.
  private var implied: (form: IncomingSheet.Form, header: SheetHeader)? {
    guard let first, let kind, catalog[kind].mayLackHeader else { return nil }
    return (first, SheetHeader(impliedBy: catalog[kind]))
  }

  /// The sheet whose header was found.
  /// - Throws: `IntakeError` where none was, or it lacks a required column, or it names subjects.
  func sheet(findings: [Finding]) throws(IntakeError) -> IncomingSheet {
    guard let (form, header) = best ?? implied else {
      throw .headerNotFound(path: path, seen: seen)
    }
    if header.description.isAboutSubjects,
      let column = header.titles.first(where: SheetHeader.namesSubject)
    {
      throw .subjectsAsPersons(path: path, kind: header.kind, column: column)
    }
    guard header.missing.isEmpty else {
      let other = SheetKind.imported.first {
        SheetHeader(header.titles, row: header.row, as: catalog[$0])?.missing.isEmpty == true
      }
      throw .columnsMissing(
        path: path, kind: header.kind, columns: header.missing, looksLike: other)
    }
    return IncomingSheet(form: form, header: header, findings: findings)
  }
}
