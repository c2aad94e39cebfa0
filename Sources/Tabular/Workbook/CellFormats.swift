/// The styles part: what the number format of each cell style means.
final class CellFormats: XMLVisitor {
  private let limit: Int
  private var codes: [Int: CellFormat] = [:]
  private var isInCellStyles = false
  /// By the style number that cells carry.
  private(set) var formats: [CellFormat] = []

  init(limits: WorkbookLimits) {
    limit = limits.entries
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
    if name.is("cellXfs") {
      isInCellStyles = true
    } else if isInCellStyles, name.is("xf") {
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? CellFormat(builtIn: id))
    } else if name.is("numFmt"), let id = attributes["numFmtId"].flatMap({ Int($0) }),
      let code = attributes["formatCode"]
    {
      guard codes.count < limit else { throw .tooLarge(.entries) }
      codes[id] = codes[id] ?? CellFormat(code: code)
    }
  }

  func end(_ name: XMLName) -> XMLStep {
    // Whatever follows the cell styles says nothing about numbers.
    name.is("cellXfs") ? .stop : .proceed
  }
}
