import Foundation
import Intake
import Model
import Register
import Tabular
import Testing

@testable import Planner

@Suite("Each broken sheet of Samples/bad")
struct BadSheetsTests {
  private static let folder = SampleStory.root.appendingPathComponent("Samples/bad")
  private static let notSheets: Set = ["expected.csv", "README.md"]

  /// One line of `expected.csv`: the figures of a file, and one of its findings.
  struct Expectation: Equatable {
    let file: String
    let figures: [String]
    let finding: [String]
  }

  /// The files and folders of the sample; a folder's files come in together.
  private static func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !notSheets.contains($0) && !$0.hasPrefix(".") }.sorted()
  }

  /// The files of an entry, relative to the sample's folder.
  private static func files(of entry: String) throws -> [String] {
    let path = folder.appendingPathComponent(entry)
    guard try path.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true else {
      return [entry]
    }
    return try FileManager.default.contentsOfDirectory(atPath: path.path).sorted()
      .map { "\(entry)/\($0)" }
  }

  private static func expectations() throws -> [Expectation] {
    try CSVRows.read(folder.appendingPathComponent("expected.csv").path).dropFirst().map {
      Expectation(file: $0[0], figures: Array($0[1..<7]), finding: Array($0[7...]))
    }
  }

  /// The kind of sheet that the file's name begins with; else applicants.
  private static func kind(of entry: String) -> SheetKind {
    SheetKind.allCases.first { entry.hasPrefix("\($0.rawValue)-") } ?? .applicants
  }

  @Test("stands in the list of what is expected, and nothing else does")
  func listIsComplete() throws {
    let files = try Self.entries().flatMap(Self.files)
    #expect(files.count >= 60)
    #expect(try Set(Self.expectations().map(\.file)) == Set(files))
  }

  @Test("gives exactly the findings and figures expected of it", arguments: try entries())
  func givesWhatIsExpected(entry: String) throws {
    let files = try Self.files(of: entry)
    let report = try SampleStory().take(
      files.map { Self.folder.appendingPathComponent($0).path }, into: Register()
    ) { $0.kind = Self.kind(of: entry) }
    let given = zip(files, report.files).flatMap { name, file in
      Self.lines(of: file, name: name, status: report.status)
    }
    let expected = try Self.expectations()
    #expect(given == files.flatMap { name in expected.filter { $0.file == name } })
  }

  /// What came of a file, as `expected.csv` writes it.
  private static func lines(
    of file: ImportReport.File, name: String, status: Model.ExitStatus
  ) -> [Expectation] {
    let sums = file.entry?.reconciliation ?? Reconciliation()
    let counts = [sums.read, sums.accepted, sums.rejected, sums.duplicate].map { String($0) }
    let figures = ["\(status.rawValue)", file.entry?.encoding ?? ""] + counts
    var findings = file.findings.map { entry in
      let finding = entry.finding
      return [
        finding.code.rawValue, "\(finding.row)", "\(finding.line)",
        Finding.letters(ofColumn: finding.column), finding.value,
      ]
    }
    if let failure = file.failure { findings.append([failure.code, "0", "0", "", ""]) }
    if findings.isEmpty { findings.append(["", "0", "0", "", ""]) }
    return findings.map { Expectation(file: name, figures: figures, finding: $0) }
  }
}
