public import ArgumentParser
import Model
public import Reporting

/// `xieguan template`: an empty sheet.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Write an empty sheet to fill in 表样")

  @Argument(
    help: "The kind of sheet 表的种类: \(SheetKind.allCases.map(\.rawValue).joined(separator: ", ")).",
    completion: .list(SheetKind.allCases.map(\.rawValue)), transform: SheetKind.meant(by:))
  var kind: SheetKind

  @Option(help: "xlsx or csv.")
  var format: SheetTemplate.Format = .xlsx

  @Option(
    help:
      "The file to write; without it a workbook gets its kind's name, CSV goes to standard output.")
  var output: String?

  @OptionGroup var global: OutputOptions

  func run() throws {
    let (sheet, day) = (SheetTemplate(kind.description), try global.evaluationDate)
    if output == nil, format == .csv {
      if global.json { return try global.show(TemplateAnswer(kind, writtenTo: nil)) }
      return try sheet.write(format, to: "-", created: day, language: global.language)
    }
    let path = output ?? "\(kind.title.zh).\(format.rawValue)"
    try sheet.write(format, to: path, created: day, language: global.language)
    try global.show(TemplateAnswer(kind, writtenTo: path))
  }
}

extension SheetTemplate.Format: ExpressibleByArgument {}
