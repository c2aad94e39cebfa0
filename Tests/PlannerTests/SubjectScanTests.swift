import Foundation
import Intake
import Model
import Register
import Testing

@testable import Planner

@Suite("A subject is never a person")
struct SubjectScanTests {
  /// The columns that are for such a number.
  private static func isForNumbers(_ field: SheetField) -> Bool {
    switch field.kind {
    case .residentID, .phone: true
    default: false
    }
  }

  @Test(
    "nobody's number comes in with any cell of any kind of sheet but the applicants' own",
    arguments: SheetKind.imported.filter { $0 != .applicants },
    ["11010519491231002X", "对象电话 139 1234 5678"])
  func anyCell(kind: SheetKind, number: String) throws {
    let story = try SampleStory()
    let row = try #require(SheetKindsTests.rows[kind])
    for field in kind.description.fields where !Self.isForNumbers(field) {
      var values = row
      values[field.header.zh] = number
      let titles = values.keys.sorted()
      let text =
        titles.joined(separator: ",") + "\n"
        + titles.map { values[$0] ?? "" }.joined(separator: ",") + "\n"
      let path = story.scratch.appendingPathComponent(UUID().uuidString).path
      let register = try Register(path: path)
      let report = try story.take([story.file("s.csv", Array(text.utf8))], into: register) {
        $0.kind = kind
      }
      #expect(Register.traces(of: [number], inFilesOf: path).isEmpty, "\(kind) \(field.id)")
      // A name beside a code is not kept.
      guard kind.description.kept.contains(where: { $0.id == field.id }) else { continue }
      #expect(report.total.accepted == 0, "\(kind) \(field.id)")
      let findings = report.files[0].findings.map(\.finding)
      #expect(!findings.isEmpty, "\(kind) \(field.id)")
      #expect(!findings.contains { $0.value.contains(number) }, "\(kind) \(field.id)")
    }
  }
}
