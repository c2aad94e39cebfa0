import Foundation
import GRDB
import Model
import Testing

@testable import Register

@Suite("The register's folders")
struct RoomTests {
  private static let room = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Register")

  @Test("how applicants' rows are stored is known in Rows and in the schema alone")
  func rowsAreKnownInOnePlace() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.room.path))
    // The view over them too: a statement that reads it would go on reading it row by row.
    let name = /\bapplicant_block\b|\b(FROM|JOIN|INTO|UPDATE)\s+applicant\b/
    var knowing: Set<String> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: Self.room.appendingPathComponent(file), encoding: .utf8)
      if text.contains(name) { knowing.insert(file.split(separator: "/").dropLast().joined()) }
    }
    #expect(knowing == ["Rows", "Schema"])
  }

  @Test("has the folders of the house's plan, and no file in two of them")
  func folders() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.room.path)
      .filter { !$0.hasSuffix(".swift") && !$0.hasSuffix(".md") }
    #expect(
      folders.sorted() == [
        "Audit", "Confirmations", "Consultation", "Decisions", "Duplicates", "Plans", "Retention",
        "Rows", "Runs", "Schema",
      ])
  }
}
