public import Model

/// Where each column of a kind of sheet stands in a file.
public struct SheetHeader: Sendable {
  /// What the sheet looks like.
  public let description: SheetDescription
  /// What kind of sheet it is.
  public var kind: SheetKind { description.kind }
  /// The header's row as a spreadsheet numbers it.
  public let row: UInt32
  /// The file's own headers, as written.
  public let titles: [String]
  /// For each column that is kept, its place in the file; −1 where it is absent.
  let places: [Int]
  /// Where the office and its district are named; −1 where they are not.
  let officeName: Int
  let districtName: Int
  /// The field that each of the file's columns is.
  private let fields: [String?]
  /// The file's columns that the kind does not know.
  let unknown: [Int]
  /// The file's columns that we added when the sheet went back to its sender.
  let returned: Set<Int>

  /// Recognises the header of a kind; nil where fewer than two columns are its own.
  init?(_ titles: [String], row: UInt32, as description: SheetDescription) {
    let keys = titles.map(Self.key)
    // The file's columns by the name of the field that each is.
    var fields: [Int: SheetField] = [:]
    for field in description.fields {
      let names = field.names.map(Self.key)
      if let place = keys.firstIndex(where: { names.contains($0) }) { fields[place] = field }
    }
    func place(where isIt: (SheetField) -> Bool) -> Int {
      fields.first { isIt($0.value) }?.key ?? -1
    }
    places = description.kept.map { kept in place { $0.id == kept.id } }
    officeName = place { if case .officeName = $0.kind { true } else { false } }
    districtName = place { if case .districtName = $0.kind { true } else { false } }
    let ours = Set(ReturnedColumn.allCases.flatMap { [$0.header.zh, $0.header.en] }.map(Self.key))
    returned = Set(titles.indices.filter { ours.contains(keys[$0]) })
    unknown = titles.indices.filter { [returned] in
      fields[$0] == nil && !keys[$0].isEmpty && !returned.contains($0)
    }
    self.description = description
    self.row = row
    // A header's trailing blanks are no columns.
    self.titles = Array(titles[..<((keys.lastIndex { !$0.isEmpty } ?? -1) + 1)])
    self.fields = self.titles.indices.map { fields[$0]?.id }
    guard recognised >= 2 else { return nil }
  }

  /// The header of a sheet that has none: its columns stand in their usual order from the first row.
  init(impliedBy description: SheetDescription) {
    self.description = description
    row = 0
    titles = description.fields.map(\.header.zh)
    fields = description.fields.map(\.id)
    places = Array(description.kept.indices)
    (officeName, districtName) = (-1, -1)
    (unknown, returned) = ([], [])
  }

  /// How many columns of the kind the file has.
  var recognised: Int { fields.count { $0 != nil } }

  /// The Chinese headers of required columns that the file lacks.
  var missing: [String] {
    zip(description.kept, places).filter { field, place in
      place < 0 && field.need != .optional && !(field.kind.isOffice && officeName >= 0)
    }.map(\.0.header.zh)
  }

  /// Where a column that is kept stands in the file; −1 where it is absent.
  func place(of id: String) -> Int { places[description.place(of: id)] }

  /// The file's headers, each with the field that it is, if any.
  public var fieldedTitles: [(title: String, field: String?)] {
    zip(titles, fields).map { ($0, $1) }
  }

  /// A header that a clerk broke over two lines of one cell, as one line.
  static func flat(_ title: String) -> String {
    title.filter { !$0.isNewline }
  }

  /// Whether a column of counts looks like a subject's name or number.
  static func namesSubject(_ title: String) -> Bool {
    let title = title.lowercased()
    return ["姓名", "身份证", "公民身份号码", "名单", "name", "resident_id", "id_number"].contains {
      title.contains($0) && !title.hasSuffix("数") && title != "office_name"
        && !title.contains("协管员")
    }
  }

  /// A header as it is compared: full-width forms folded, all white space and marks of requirement
  /// taken out, lower case.
  private static func key(_ title: String) -> String {
    let folded = Array(title.utf8).withUnsafeBufferPointer { TextFolding.fold($0, widths: true) }
    return String(decoding: folded.bytes, as: UTF8.self).lowercased()
      .filter { !$0.isWhitespace && $0 != "*" }
  }
}
