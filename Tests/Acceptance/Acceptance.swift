import Foundation

/// What the acceptance tests have at hand beside our own code.
enum Acceptance {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether `Tests/Acceptance/run.sh` runs them, which installs the companions.
  static let isAsked = ProcessInfo.processInfo.environment["XIEGUAN_ACCEPTANCE"] != nil

  /// Runs lines of shell in a folder, with our command and Python's packages on the path.
  static func shell(_ lines: String, in folder: URL) throws -> (
    status: Int32, output: String, errors: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", lines]
    process.currentDirectoryURL = folder
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.environment = ProcessInfo.processInfo.environment.merging(
      [
        "PATH": "\(root.path)/.build/acceptance/venv/bin:\(products.path):/usr/bin:/bin",
        "LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8",
      ]) { $1 }
    let errors = folder.appendingPathComponent("\(UUID().uuidString).err")
    try Data().write(to: errors)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let complaint = try String(contentsOf: errors, encoding: .utf8)
    return (process.terminationStatus, String(decoding: text, as: UTF8.self), complaint)
  }
}
