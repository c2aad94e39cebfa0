/// The styles part: what the number format of each cell style means.
final class NumberFormats: XMLVisitor {
  static let general = NumberFormat(builtIn: 0)
  private static let builtIn = Dictionary(
    uniqueKeysWithValues: (0...58).map { ($0, NumberFormat(builtIn: $0)) })

  private let limit: Int
  private var codes: [Int: NumberFormat] = [:]
  private var isInCellStyles = false
  /// By the style number that cells carry.
  private(set) var formats: [NumberFormat] = []

  init(limits: WorkbookLimits) {
    limit = limits.entries
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
    if name.is("cellXfs") {
      isInCellStyles = true
    } else if isInCellStyles, name.is("xf") {
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? Self.builtIn[id] ?? Self.general)
    } else if name.is("numFmt"), let id = attributes["numFmtId"].flatMap({ Int($0) }),
      let code = attributes["formatCode"]
    {
      guard codes.count < limit else { throw .tooLarge(.entries) }
      codes[id] = codes[id] ?? NumberFormat(code: code)
    }
  }

  func end(_ name: XMLName) -> XMLStep {
    // Whatever follows the cell styles says nothing about numbers.
    name.is("cellXfs") ? .stop : .proceed
  }
}
