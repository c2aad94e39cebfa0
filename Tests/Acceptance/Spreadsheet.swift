import Foundation

/// LibreOffice as a calculator for workbooks.
enum Spreadsheet {
  private static let program = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Whether there is one.
  static var isInstalled: Bool { program != nil }

  /// The shown cells of a workbook's first sheet after every formula was computed anew.
  static func recalculated(_ write: (String) throws -> Void) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "calc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let user = folder.appending(path: "profile/user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    // Without this setting it would show the results that the file brings along.
    try Data(
      """
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
      <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
      """.utf8
    ).write(to: user.appending(path: "registrymodifications.xcu"))
    let workbook = folder.appending(path: "book.xlsx")
    try write(workbook.path)
    let process = Process()
    process.executableURL = program.map { URL(filePath: $0) }
    process.arguments = [
      "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
      "--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76", "--outdir", folder.path,
      workbook.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: folder.appending(path: "book.csv"), encoding: .utf8)
    return text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
