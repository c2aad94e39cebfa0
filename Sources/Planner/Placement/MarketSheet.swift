import Foundation
import Model
import Tabular

/// A sheet of a market as rows of text: any number of columns, the first of them a name.
struct MarketSheet {
  let path: String
  /// The header's cells.
  let header: [String]
  /// The rows below the header that have a name, each with its number in the file.
  let rows: [(number: UInt32, cells: [String])]

  /// The widest row that is read, such as an office's order of so many applicants.
  private static let widest = 1 << 17

  /// Reads a sheet whose first column has one of some names.
  /// - Throws: `TabularError`, `MarketSheetError.columnMissing`.
  init(path: String, first names: Set<String>) throws {
    self.path = path
    var rows: [(number: UInt32, cells: [String])] = []
    let source = try CSVSource(path: path)
    let separator =
      try CSVReader.Separator.allCases.max { first, second in
        try Self.width(source, first) < Self.width(source, second)
      } ?? .comma
    let reader = CSVReader(source, separator: separator)
    // An office's order may be as long as there are applicants; their wishes are few.
    var width = 1
    try reader.read(into: RowBatch(columns: 1)) { batch in
      width = batch.places.reduce(width) { max($0, Int($1.fields)) }
      batch.removeAll()
      return batch
    }
    width = min(width, Self.widest)
    try reader
      .read(into: RowBatch(columns: width, capacity: max(1, Self.widest / 8 / width))) { batch in
        for row in 0..<batch.count {
          let cells = (0..<min(width, Int(batch.places[row].fields))).map {
            batch.text(row: row, column: $0).trimmingCharacters(in: .whitespaces)
          }
          if cells.contains(where: { !$0.isEmpty }) { rows.append((batch.places[row].row, cells)) }
        }
        batch.removeAll()
        return batch
      }
    guard let header = rows.first, let title = header.cells.first,
      names.contains(title.lowercased())
    else { throw MarketSheetError.columnMissing(path: path, names.sorted()) }
    self.header = header.cells
    self.rows = Array(rows.dropFirst())
    var seen: Set<String> = []
    for row in self.rows {
      let name = row.cells[0]
      guard !name.isEmpty else { throw MarketSheetError.nameBlank(path: path, row: row.number) }
      guard seen.insert(name).inserted else {
        throw MarketSheetError.nameTwice(path: path, row: row.number, name)
      }
    }
  }

  private static func width(_ source: CSVSource, _ separator: CSVReader.Separator) throws -> Int {
    try CSVReader(source, separator: separator).firstRows(1, columns: widest).first?.texts.count
      ?? 0
  }

  /// The place of a column by one of its names.
  func place(of names: Set<String>) -> Int? {
    header.firstIndex { names.contains($0.lowercased()) }
  }

  /// The cells of a row from a column on that are filled.
  func list(_ row: [String], from column: Int) -> [String] {
    row.dropFirst(column).filter { !$0.isEmpty }
  }

  /// A whole number from 0 in a row.
  /// - Throws: `MarketSheetError.numberWrong`.
  func number(_ row: (number: UInt32, cells: [String]), _ column: Int) throws -> Int {
    let text = row.cells.indices.contains(column) ? row.cells[column] : ""
    guard let number = Int(text), number >= 0 else {
      throw MarketSheetError.numberWrong(
        path: path, row: row.number, column: header[column], text)
    }
    return number
  }
}

/// What is wrong with a sheet of a market.
enum MarketSheetError: ExplainedError, Hashable {
  case columnMissing(path: String, [String])
  case nameBlank(path: String, row: UInt32)
  case nameTwice(path: String, row: UInt32, String)
  case numberWrong(path: String, row: UInt32, column: String, String)

  var explanation: ErrorExplanation {
    switch self {
    case .columnMissing(let path, let names):
      .init(
        "market_column_missing", .badData, "\(path) 缺少列：\(names.joined(separator: " / "))",
        "\(path) lacks the column \(names.joined(separator: " / "))",
        why: "志愿表是 applicant,choice1,…；名额表是 office,places；次序表是 office,rank1,…。",
        "Wishes are applicant,choice1,…; places are office,places; orders are office,rank1,….",
        toDo: "请照此改表头。", "Mend the header.")
    case .nameBlank(let path, let row):
      .init(
        "market_name_blank", .badData, "\(path) 第 \(row) 行第一列空着",
        "\(path), row \(row): the first column is blank", why: "没有名称就无法指认。",
        "Nobody can be told without a name.", toDo: "请补上，或删去这一行。", "Fill it in, or delete the row.")
    case .nameTwice(let path, let row, let name):
      .init(
        "market_name_twice", .badData, "\(path) 第 \(row) 行：“\(name)”前面已有",
        "\(path), row \(row): “\(name)” stands there already", why: "无法判断哪一行有效。",
        "Nobody can tell which row holds.", toDo: "请删去一行。", "Delete one of them.")
    case .numberWrong(let path, let row, let column, let text):
      .init(
        "market_number_wrong", .badData, "\(path) 第 \(row) 行“\(column)”为“\(text)”",
        "\(path), row \(row): “\(column)” is “\(text)”", why: "应为不小于 0 的整数。",
        "It is a whole number from 0.", toDo: "请改正。", "Mend it.")
    }
  }
}
