public import Model

/// Where each column of a kind of sheet stands in a file.
public struct SheetHeader: Sendable {
  /// What the sheet looks like.
  public let description: SheetDescription
  /// What kind of sheet it is.
  public var kind: SheetKind { description.kind }
  /// The header's last row as a spreadsheet numbers it.
  public let row: UInt32
  /// Its first row: another one where groups of columns have titles above theirs.
  let firstRow: UInt32
  /// The file's own headers, as written.
  public let titles: [String]
  /// How many fields the header has, blank ones at its end included.
  let fieldCount: Int
  /// For each column that is kept, its place in the file; −1 where it is absent.
  let places: [Int]
  /// Where the office and its district are named; −1 where they are not.
  let officeName: Int
  let districtName: Int
  /// The field that each of the file's columns is.
  private let fields: [String?]
  /// The file's columns that the kind does not know.
  let unknown: [Int]
  /// The file's columns whose headers are not quite a name of theirs.
  let understood: [Int]
  /// The file's columns that we added when the sheet went back to its sender.
  let returned: Set<Int>
  /// The columns that have no title, as far as titles or blank fields of the header go.
  let untitled: [Int]
  /// Columns that every row needs and that stand here more than once.
  let repeated: [Int]

  /// Recognises the header of a kind; nil where fewer than two columns are its own.
  init?(_ titles: [String], rows: ClosedRange<UInt32>, as names: HeaderNames) {
    self.init(titles, titles.map(HeaderNames.key), rows: rows, as: names)
  }

  /// Recognises the header of a kind by the keys of its titles.
  init?(_ titles: [String], _ keys: [String], rows: ClosedRange<UInt32>, as names: HeaderNames) {
    // The file's columns by the field that each is.
    var columns: [Int: Int] = [:]
    var fields: [Int: SheetField] = [:]
    var understood: [Int] = []
    var repeated: [Int] = []
    for certainty in HeaderNames.Certainty.allCases {
      for (column, key) in keys.enumerated() where !key.isEmpty && fields[column] == nil {
        guard let field = names.field(of: key, certainty) else { continue }
        if let first = columns[field] {
          let isNeeded = names.description.fields[field].need == .cell
          if certainty == .name, first != column, isNeeded { repeated.append(column) }
          continue
        }
        columns[field] = column
        fields[column] = names.description.fields[field]
        if certainty != .name { understood.append(column) }
      }
    }
    func place(where isIt: (SheetField) -> Bool) -> Int {
      fields.first { isIt($0.value) }?.key ?? -1
    }
    let description = names.description
    places = description.kept.map { kept in place { $0.id == kept.id } }
    officeName = place { if case .officeName = $0.kind { true } else { false } }
    districtName = place { if case .districtName = $0.kind { true } else { false } }
    returned = Set(titles.indices.filter { HeaderNames.isReturned(keys[$0]) })
    unknown = titles.indices.filter { [returned] in
      fields[$0] == nil && !keys[$0].isEmpty && !returned.contains($0)
    }
    self.understood = understood.sorted()
    self.repeated = repeated.sorted()
    self.description = description
    (firstRow, row) = (rows.lowerBound, rows.upperBound)
    fieldCount = titles.count
    // A header's trailing blanks are no columns.
    self.titles = Array(titles[..<((keys.lastIndex { !$0.isEmpty } ?? -1) + 1)])
    self.fields = self.titles.indices.map { fields[$0]?.id }
    let end = max(self.titles.count, min(fieldCount, self.titles.count + 8))
    untitled =
      self.titles.indices.filter { keys[$0].isEmpty } + Array(self.titles.count..<end)
    guard recognised >= 2 else { return nil }
  }

  /// Recognises a header of one row.
  init?(_ titles: [String], row: UInt32, as description: SheetDescription) {
    self.init(titles, rows: row...row, as: HeaderNames(description))
  }

  /// The header of a sheet that has none: its columns stand in their usual order from the first row.
  init(impliedBy description: SheetDescription) {
    self.description = description
    (firstRow, row) = (0, 0)
    titles = description.fields.map(\.header.zh)
    fieldCount = titles.count
    fields = description.fields.map(\.id)
    places = Array(description.kept.indices)
    (officeName, districtName) = (-1, -1)
    (unknown, understood, returned, untitled, repeated) = ([], [], [], [], [])
  }

  /// The same columns in another worksheet; without a header its first row is the one behind the last.
  init(continuing other: SheetHeader, firstRow: UInt32, row: UInt32) {
    description = other.description
    (self.firstRow, self.row) = (firstRow, row)
    (titles, fieldCount, fields) = (other.titles, other.fieldCount, other.fields)
    (places, officeName, districtName) = (other.places, other.officeName, other.districtName)
    (returned, untitled) = (other.returned, other.untitled)
    (unknown, understood, repeated) = ([], [], [])
  }

  /// How many columns of the kind the file has.
  var recognised: Int { fields.count { $0 != nil } }

  /// The Chinese headers of required columns that the file lacks.
  var missing: [String] {
    zip(description.kept, places).filter { field, place in
      place < 0 && field.needsColumn && !(field.kind.isOffice && officeName >= 0)
    }.map(\.0.header.zh)
  }

  /// Where a column that is kept stands in the file; −1 where it is absent.
  func place(of id: String) -> Int { places[description.place(of: id)] }

  /// The file's headers, each with the field that it is, if any.
  public var fieldedTitles: [(title: String, field: String?)] {
    zip(titles, fields).map { ($0, $1) }
  }

  /// Whether every column that a header further down names stands where it stands here.
  func covers(_ other: SheetHeader) -> Bool {
    other.fields.enumerated().allSatisfy { column, field in
      field == nil || column < fields.count && fields[column] == field
    }
  }

  /// Whether a header differs from this one only in titles that are not known.
  func nearlyEquals(_ other: SheetHeader) -> Bool {
    titles.count == other.titles.count && covers(other) && other.returned == returned
      && zip(fields, other.fields).enumerated().allSatisfy { column, field in
        field.0 == field.1 || other.unknown.contains(column)
      }
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
}
