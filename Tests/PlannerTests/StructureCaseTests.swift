import Foundation
import Intake
import Model
import Register
import Testing

@testable import Planner

@Suite("A sheet from a report of trouble")
struct StructureCaseTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases")

  /// What must come of a case.
  struct Case: CustomTestStringConvertible {
    let file: String
    let kind: SheetKind
    let outcome: StructureOutcome
    let codes: Set<String>
    var testDescription: String { file }

    init(
      _ file: String, _ accepted: Int, rejected: Int = 0, _ leftOut: [String: Int] = ["header": 1],
      codes: Set<String> = [], kind: SheetKind = .applicants
    ) {
      self.file = file
      self.kind = kind
      self.codes = codes
      outcome = StructureOutcome(accepted: accepted, rejected: rejected, leftOut: leftOut)
    }

    init(_ file: String, refused code: String) {
      self.file = file
      kind = .applicants
      codes = []
      outcome = StructureOutcome(failure: code)
    }
  }

  static let cases = [
    Case("two-sheets-one-header-differs.xlsx", 6, ["header": 2], codes: ["worksheet_continued"]),
    Case("continuation-sheet-no-header.xlsx", 6, codes: ["worksheet_continued"]),
    Case("second-sheet-starts-late.xlsx", 6, ["header": 2]),
    Case("hidden-sample-read-instead.xlsx", refused: "column_missing"),
    Case("second-block-more-columns.csv", 6, ["header": 2]),
    Case("header-sorted-down.csv", 6, codes: ["row_above_header"]),
    Case("two-tables-abreast.csv", refused: "tables_abreast"),
    Case("two-tables-abreast.xlsx", refused: "tables_abreast"),
    Case("blank-header-inside.csv", 3, codes: ["column_untitled"]),
    Case("trailing-commas-5.csv", 3), Case("trailing-commas-8.csv", 3),
    Case("trailing-commas-9.csv", 3), Case("trailing-commas-20.csv", 3),
    Case("trailing-commas-data-only.csv", 3, codes: ["fields_differ"]),
    Case("footer-signatures.csv", 3, ["header": 1, "footer": 1], codes: ["footer_left_out"]),
    Case("footnote-below.xlsx", 3, ["header": 1, "footer": 1], codes: ["footer_left_out"]),
    Case(
      "header-repeated.csv", 6, ["header": 1, "repeated_header": 1], codes: ["header_repeated"]),
    Case("header-two-rows.csv", 3, ["header": 2]),
    Case(
      "numbered-empty-rows.xlsx", 3, ["header": 1, "blank_numbered": 27],
      codes: ["blank_row_left_out", "column_unknown"]),
    Case("space-only-rows.xlsx", 3, ["header": 1, "blank": 2], codes: ["blank_row_left_out"]),
    Case("ideographic-space-row.csv", 3, ["header": 1, "blank": 1], codes: ["blank_row_left_out"]),
    Case("ascii-space-row.csv", 3),
    Case("dos-eof.csv", 3, ["header": 1, "blank": 1], codes: ["blank_row_left_out"]),
    Case(
      "caseload-huizong.xlsx", 2, ["header": 1, "total": 1], codes: ["total_row_left_out"],
      kind: .caseload),
    Case(
      "caseload-total-fourth-col.xlsx", 2, ["header": 1, "total": 1],
      codes: ["total_row_left_out", "column_unknown"], kind: .caseload),
    Case("sample-row-left.csv", 2, ["header": 1, "sample": 1], codes: ["sample_left_out"]),
    Case("sample-row-left2.csv", 2, ["header": 1, "sample": 1], codes: ["sample_left_out"]),
    Case("header-hints.csv", 2, codes: ["header_understood"]),
    Case("header-hints-optional.csv", 2, codes: ["header_understood"]),
    Case("header-invisible-required.csv", 2), Case("header-invisible-optional.csv", 2),
    Case("kangxi-header.csv", 2),
    Case("group-titles-above.xlsx", 3, ["header": 1, "title": 1]),
    Case("title-unit.xlsx", 3, ["header": 1, "title": 2]),
    Case("extra-comma-last-cell-blank.csv", 9, rejected: 1, codes: ["row_shifted"]),
    Case(
      "header-one-column-more.csv", 0, rejected: 10, codes: ["row_shifted", "column_untitled"]),
    Case("row-swallowed-by-quotes.csv", 8, rejected: 1, codes: ["rows_merged"]),
  ]

  @Test("comes out right, every filled row accounted for", arguments: cases)
  func comesOutRight(expected: Case) throws {
    let story = try SampleStory()
    let path = Self.folder.appendingPathComponent(expected.file).path
    let report = try story.take([path], into: Register()) { $0.kind = expected.kind }
    #expect(StructureOutcome(report.files[0]) == expected.outcome)
    #expect(Set(report.files[0].findings.map(\.finding.code.rawValue)) == expected.codes)
    let isDone = expected.outcome.failure == nil && expected.outcome.rejected == 0
    #expect((report.status == .done) == isDone)
  }

  @Test("gives an optional column its values though its header has hints")
  func hints() throws {
    let register = try Register()
    let path = Self.folder.appendingPathComponent("header-hints-optional.csv").path
    _ = try SampleStory().take([path], into: register)
    let fields: [ApplicantField] = [.localHousehold, .education, .writtenScore, .legalWorkMonths]
    try register.forEachAccepted(office: nil) { _, cell in
      #expect(fields.map { String(decoding: cell($0), as: UTF8.self) } == ["是", "本科", "80", "12"])
    }
  }

  @Test("says that a row still waits where its mended twin comes in")
  func stillWaits() throws {
    let story = try SampleStory()
    let register = try Register()
    let paths = ["1-sent", "2-mended"].map {
      Self.folder.appendingPathComponent("double-row-\($0).csv").path
    }
    #expect(try story.take([paths[0]], into: register).status == .waiting)
    let mended = try story.take([paths[1]], into: register)
    #expect(mended.status == .waiting)
    #expect(
      mended.files[0].findings.map(\.finding.code.rawValue) == ["row_still_waits", "row_unchanged"])
  }
}

extension StructureOutcome {
  init(_ file: ImportReport.File) {
    failure = file.failure?.code
    guard let sums = file.entry?.reconciliation else { return }
    (accepted, rejected) = (sums.accepted, sums.rejected)
    leftOut = Dictionary(sums.leftOut.map { ($0.reason.rawValue, $0.rows) }, uniquingKeysWith: +)
  }
}
