import Model

/// Looks through the first rows of worksheets, or of readings of a text, for the header that
/// recognises most columns.
struct HeaderSearch {
  /// A header, and where it was found.
  typealias Found = (form: IncomingSheet.Form, header: SheetHeader)

  private let path: String
  private let kind: SheetKind?
  private let names: [HeaderNames]
  private var first: IncomingSheet.Form?
  private(set) var best: Found?
  private var seen: [String] = []

  /// Within how many rows the header must stand.
  static let rows = 10

  init(path: String, kind: SheetKind?, catalog: SheetCatalog) {
    self.path = path
    self.kind = kind
    names = (kind.map { [$0] } ?? SheetKind.imported).map { HeaderNames(catalog[$0]) }
  }

  /// Holds rows, and then each two of them together, against the header of each kind of sheet.
  mutating func look(at rows: [(row: UInt32, texts: [String])], in form: IncomingSheet.Form) {
    first = first ?? form
    if seen.isEmpty, let row = rows.first(where: { $0.texts.contains { !$0.isEmpty } }) {
      seen = row.texts.prefix(8).map { String($0.prefix(20)) }
    }
    let keyed = rows.map { (row: $0.row, titles: Titles($0.texts)) }
    for (row, titles) in keyed { consider(titles, row...row, in: form) }
    for (upper, lower) in zip(keyed, keyed.dropFirst()) {
      for names in names {
        if let titles = Self.titles(of: lower.titles, under: upper.titles, names) {
          consider(titles, upper.row...lower.row, in: form)
        }
      }
    }
  }

  /// The cells of a row with their keys, which are worked out once for all kinds of sheets.
  private struct Titles {
    var texts: [String]
    var keys: [String]

    init(_ texts: [String]) {
      self.texts = texts
      keys = texts.map(HeaderNames.key)
    }
  }

  private mutating func consider(
    _ titles: Titles, _ rows: ClosedRange<UInt32>, in form: IncomingSheet.Form
  ) {
    for names in names {
      guard let header = SheetHeader(titles.texts, titles.keys, rows: rows, as: names),
        Self.isBetter(header, than: best?.header)
      else { continue }
      best = (form, header)
    }
  }

  /// The titles that two rows give together: the upper one has the titles of groups, some of which
  /// stand above several columns, and of the columns that belong to none.
  private static func titles(
    of lower: Titles, under upper: Titles, _ names: HeaderNames
  ) -> Titles? {
    func isKnown(_ key: String) -> Bool {
      HeaderNames.Certainty.allCases.contains { names.field(of: key, $0) != nil }
    }
    var titles = upper
    var group = (text: "", key: "")
    var hasOwn = false
    for (column, (title, key)) in zip(lower.texts, lower.keys).enumerated() {
      let isThere = upper.texts.indices.contains(column)
      let above =
        isThere ? (text: upper.texts[column], key: upper.keys[column]) : (text: "", key: "")
      if !above.key.isEmpty { group = above }
      guard !key.isEmpty else { continue }
      // What stands below a known header is a value.
      guard !isKnown(above.key), !title.utf8.contains(where: { $0 &- 48 <= 9 }) else { return nil }
      let missing = max(0, column + 1 - titles.texts.count)
      titles.texts += Array(repeating: "", count: missing)
      titles.keys += Array(repeating: "", count: missing)
      let ways = [
        (title, key), (group.text + title, group.key + key), (title + group.text, key + group.key),
      ]
      let full = ways.first { isKnown($0.1) }
      hasOwn = hasOwn || full != nil
      (titles.texts[column], titles.keys[column]) = full ?? (title, key)
    }
    return hasOwn ? titles : nil
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
    // A second header further down has rows of its own.
    if other.missing.isEmpty, header.firstRow > other.row { return false }
    return header.missing.count == other.missing.count
      ? header.recognised > other.recognised : header.missing.count < other.missing.count
  }

  /// The usual order of the columns, where the kind is known and may do without a header.
  private var implied: Found? {
    guard let first, let description = names.first?.description, kind != nil,
      description.mayLackHeader
    else { return nil }
    return (first, SheetHeader(impliedBy: description))
  }

  /// What was found.
  /// - Throws: `IntakeError` where nothing was, or it lacks a required column, or it names subjects.
  func found(in catalog: SheetCatalog) throws(IntakeError) -> Found {
    guard let found = best ?? implied else { throw .headerNotFound(path: path, seen: seen) }
    let header = found.header
    try Self.checkSubjects(header, path: path)
    guard header.missing.isEmpty else {
      let other = SheetKind.imported.first {
        SheetHeader(header.titles, row: header.row, as: catalog[$0])?.missing.isEmpty == true
      }
      throw .columnsMissing(
        path: path, kind: header.kind, columns: header.missing, looksLike: other)
    }
    // Two people in one row.
    guard header.repeated.count < 2 else {
      throw .tablesAbreast(path: path, row: header.row, columns: header.repeated)
    }
    return found
  }

  /// Refuses a sheet of counts that names people.
  static func checkSubjects(_ header: SheetHeader, path: String) throws(IntakeError) {
    guard header.description.isAboutSubjects,
      let column = header.titles.first(where: SheetHeader.namesSubject)
    else { return }
    throw .subjectsAsPersons(path: path, kind: header.kind, column: column)
  }
}
