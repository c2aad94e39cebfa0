import Foundation
import Model
import Policy
import Register
import Tabular
import Testing

@testable import Planner

/// The sample sheets, and a scratch folder for what comes of them.
final class SampleStory {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appendingPathComponent("Samples/xicheng-2024")
  static let reports = root.appendingPathComponent("Reports/xicheng-2024")
  static let moment = "2024-06-01T09:00:00Z"

  let scratch: URL

  init() throws {
    scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: scratch) }

  static func sheets(_ prefixes: String...) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { name in prefixes.contains { name.hasPrefix($0) } }
      .map { folder.appendingPathComponent($0).path }
  }

  /// Writes a file into the scratch folder and returns its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = scratch.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes a workbook of text cells into the scratch folder and returns its path.
  func workbook(_ name: String, _ sheets: [(name: String, rows: [[String]])]) throws -> String {
    let path = scratch.appendingPathComponent(name).path
    let day = try #require(CivilDate(iso: "2024-06-01"))
    let writer = try WorkbookWriter(path: path, title: name, created: day)
    for sheet in sheets {
      let target = writer.addSheet(sheet.name)
      for (row, texts) in sheet.rows.enumerated() {
        for (column, text) in texts.enumerated() where !text.isEmpty {
          target.write(text, row: row, column: column)
        }
      }
    }
    try writer.close()
    return path
  }

  /// Takes files in as one batch.
  func take(
    _ paths: [String], into register: Register, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions(takenAt: Self.moment)
    options.badRows = .takeGoodRows
    change(&options)
    return try Import(into: register, options: options).run(paths)
  }

  func options(_ output: String = "out") throws -> Batch.Options {
    let day = try #require(CivilDate(iso: "2024-06-01"))
    return Batch.Options(
      output: scratch.appendingPathComponent(output).path,
      policy: try PolicyPack.named("beijing-2023"), asOf: day, takenAt: Self.moment)
  }
}

/// A sheet of separated values as text, read by the simplest possible reader.
enum CSVRows {
  static func read(_ path: String) throws -> [[String]] {
    try CSVReader(CSVSource(path: path), separator: .comma)
      .firstRows(100_000, columns: 64).map(\.texts)
  }
}
