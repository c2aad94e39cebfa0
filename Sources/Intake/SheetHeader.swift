import Model

/// Where each column of a kind of sheet stands in a file.
public struct SheetHeader: Sendable {
  /// What kind of sheet it is.
  public let kind: SheetKind
  /// The header's row as a spreadsheet numbers it.
  public let row: UInt32
  /// The file's own headers, as written.
  public let titles: [String]
  /// For each column of the kind, its place in the file; −1 where it is absent.
  let places: [Int]
  /// The file's columns that the kind does not know.
  let unknown: [Int]
  /// The file's columns that we added when the sheet went back to its sender.
  let returned: Set<Int>

  /// Recognises the header of a kind; nothing where no row names a required column.
  init?(_ titles: [String], row: UInt32, as kind: SheetKind) {
    let keys = titles.map(Self.key)
    let columns = kind.columns
    places = columns.map { column in
      let names = ([column.header, column.id] + column.aliases).map(Self.key)
      return keys.firstIndex { names.contains($0) } ?? -1
    }
    let known = Set(places)
    let ours = Set(ReturnedColumn.allCases.flatMap { [$0.header.zh, $0.header.en] }.map(Self.key))
    returned = Set(titles.indices.filter { ours.contains(keys[$0]) })
    unknown = titles.indices.filter { [returned] in
      !known.contains($0) && !keys[$0].isEmpty && !returned.contains($0)
    }
    self.kind = kind
    self.row = row
    // A header's trailing blanks are no columns.
    self.titles = Array(titles[..<((keys.lastIndex { !$0.isEmpty } ?? -1) + 1)])
    guard recognised >= 2 else { return nil }
  }

  /// How many columns of the kind the file has.
  var recognised: Int { places.count { $0 >= 0 } }

  /// The Chinese headers of required columns that the file lacks.
  var missing: [String] {
    zip(kind.columns, places).filter { column, place in
      place < 0
        && (column.kind.isOffice ? self.place(of: "office_name") < 0 : column.isRequired)
    }.map(\.0.header)
  }

  /// Where a column stands in the file; −1 where it is absent.
  func place(of id: String) -> Int {
    kind.columns.firstIndex { $0.id == id }.map { places[$0] } ?? -1
  }

  /// The file's headers, each with the field that it is, if any.
  public var fieldedTitles: [(title: String, field: String?)] {
    titles.enumerated().map { place, title in
      (title, places.firstIndex(of: place).map { kind.columns[$0].id })
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

  /// A header as it is compared: full-width forms folded, all white space and marks of requirement
  /// taken out, lower case.
  private static func key(_ title: String) -> String {
    let folded = Array(title.utf8).withUnsafeBufferPointer { TextFolding.fold($0, widths: true) }
    return String(decoding: folded.bytes, as: UTF8.self).lowercased()
      .filter { !$0.isWhitespace && $0 != "*" }
  }
}
