import Foundation
import Model
import Policy
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

  func options(_ output: String = "out") throws -> Batch.Options {
    let day = try #require(CivilDate(iso: "2024-06-01"))
    return Batch.Options(
      output: scratch.appendingPathComponent(output).path,
      policy: try PolicyPack.named("beijing-2023"), asOf: day, takenAt: Self.moment)
  }
}
