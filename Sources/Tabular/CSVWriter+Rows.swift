extension CSVWriter {
  /// Writes a row of texts.
  /// - Throws: what the writer's closure throws.
  public mutating func row(_ texts: [String]) throws {
    for text in texts { field(text) }
    try endRow()
  }

  /// Writes a whole sheet.
  /// - Throws: `TabularError`.
  public static func write(_ rows: [[String]], to path: String) throws {
    let file = try OutputFile(path: path)
    var sheet = CSVWriter { try file.write($0) }
    for row in rows { try sheet.row(row) }
    try sheet.finish()
    try file.finish()
  }
}
