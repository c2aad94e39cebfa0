import Model
import Tabular

/// An oversight report as a page.
struct OversightPage: PageView {
  let report: OversightReport
  let say: Wording

  init(_ report: OversightReport, language: Language) {
    self.report = report
    say = Wording(language)
  }

  /// The page as HTML.
  var html: String {
    document(say(report.title)) {
      tag("h1") { say(report.title) }
      tag("dl", ["class": "facts"]) {
        fact(say("截至", "As of"), report.asOf.iso)
        fact(
          say("依据", "Rests on"),
          report.clauses.map { say("《意见》", "Opinion ") + $0 }.joined(separator: say("、", ", ")))
        fact(say("状态", "State"), say("未确认：由人核对后使用", "not confirmed: for a person to check"))
      }
      for table in report.tables { section(of: table) }
      section("notes", say("说明", "Notes")) {
        tag("ul") {
          for note in report.notes { tag("li") { say(note) } }
        }
      }
    }
  }

  private func section(of table: OversightReport.Table) -> Markup {
    section(table.id, say(table.title)) {
      tag("div", ["class": "wide"]) {
        tag("table") {
          tag("caption") { say("\(table.rows.count) 行", "\(table.rows.count) rows") }
          tag("thead") {
            tag("tr") {
              for (index, column) in table.columns.enumerated() {
                let isNumber = table.rows.contains { $0[index].isNumber }
                tag("th", ["scope": "col", "class": isNumber ? "n" : "t"]) { say(column.title) }
              }
            }
          }
          tag("tbody") {
            for row in table.rows {
              tag("tr") {
                for value in row { cell(value) }
              }
            }
          }
        }
      }
    }
  }

  private func cell(_ value: OversightReport.Value) -> Markup {
    let text = value.shown(say)
    if value.isNumber { return number(text) }
    // Numbers and days stay on their line.
    return text.utf8.allSatisfy { $0 < 0x80 }
      ? tag("td", ["class": "nb"]) { text } : tag("td") { text }
  }

  /// Writes the page.
  /// - Throws: `TabularError`.
  func write(to path: String) throws {
    let file = try OutputFile(path: path)
    var text = html
    try text.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) }
    try file.finish()
  }
}

extension OversightReport.Value {
  /// Whether it counts or measures.
  fileprivate var isNumber: Bool {
    switch self {
    case .count, .hundredths: true
    default: false
    }
  }
}

/// An oversight report as a workbook, a worksheet a table.
struct OversightWorkbook {
  let report: OversightReport
  let say: Wording

  init(_ report: OversightReport, language: Language) {
    self.report = report
    say = Wording(language)
  }

  /// Writes the workbook; the same report gives the same bytes.
  /// - Throws: `TabularError`.
  func write(to path: String) throws {
    let workbook = try WorkbookWriter(path: path, title: say(report.title), created: report.asOf)
    let origin = say(
      "截至 \(report.asOf.iso)；《意见》\(report.clauses.joined(separator: "、"))；未确认",
      "As of \(report.asOf.iso); Opinion \(report.clauses.joined(separator: ", ")); not confirmed")
    for table in report.tables {
      let printed = PrintedTable(
        workbook.addSheet(say(table.title)), title: say(report.title) + " " + say(table.title),
        origin: origin, columns: table.columns.map { (say($0.title), 16) }, footer: report.id)
      for (index, row) in table.rows.enumerated() {
        printed.write(
          row.map { value in
            if case .count(let count) = value { return .number(count) }
            return .text(value.shown(say))
          }, row: index)
      }
      for (index, note) in report.notes.enumerated() {
        printed.write(note: say(note), row: table.rows.count + 1 + index)
      }
    }
    try workbook.close()
  }
}
