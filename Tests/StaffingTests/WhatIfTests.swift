import Model
import Staffing
import Testing

@Suite struct WhatIfTests {
  static func changed(_ caseload: Caseload, _ texts: String...) throws -> Caseload {
    try texts.map { try Assumption(text: $0) }.applied(to: caseload)
  }

  @Test("Changed figures change the plan, and the last change of a figure counts")
  func changes() throws {
    let changed = try Self.changed(office(), "officers=9", "subjects=60", "officers=3")
    #expect(changed.officers == 3 && changed.subjects == 60 && changed.assistants == 3)
    #expect(try Self.changed(office(), "officers=unknown").officers == nil)
  }

  @Test("A new total leaves the classes unknown; new classes make a new total")
  func classes() throws {
    let split = Caseload.Classes(strict: 1, general: 2, lenient: 3)
    let before = try office(subjects: 6, classes: split)
    #expect(try Self.changed(before, "subjects=9").classes == nil)
    let after = try Self.changed(before, "subjects_strict=4")
    #expect(after.subjects == 9 && after.classes?.strict == 4)
    #expect(throws: StaffingError.change(.classesIncomplete)) {
      try Self.changed(office(), "subjects_strict=4")
    }
    #expect(throws: StaffingError.change(.classesDisagree(sum: 9, subjects: 8))) {
      try Self.changed(before, "subjects_strict=4", "subjects=8")
    }
  }

  @Test(
    "A what-if that cannot be read is a usage error",
    arguments: [
      ("officers", "change_malformed"), ("=1", "change_malformed"),
      ("officers=1=2", "figure_not_whole"), ("officers=1.5", "figure_not_whole"),
      ("officers=", "change_malformed"), ("officers=x", "figure_not_whole"),
    ])
  func malformed(text: String, code: String) throws {
    let error = #expect(throws: StaffingError.self) { try Assumption(text: text) }
    #expect(error?.code == code)
    #expect(error?.status == .usage)
  }

  @Test("The break-even points are where one more assistant is due, and not one subject earlier")
  func breakEvens() throws {
    let method = try RatioMethodTests.norm()
    let points = method.breakEvens(for: try office())
    #expect(points.map(\.more) == [4, 19, 34])
    #expect(points.map(\.subjects) == [61, 76, 91])
    #expect(points.map(\.proposed) == [5, 6, 7])
    #expect(method.plan(for: try office(subjects: 60)).proposed == 4)
  }

  @Test("At the maximum, and where nothing can be planned, there is no break-even")
  func noBreakEven() throws {
    let capped = try RatioMethodTests.norm(maximum: 4)
    #expect(capped.breakEvens(for: try office()).isEmpty)
    #expect(try RatioMethodTests.norm().breakEvens(for: try office(officers: nil)).isEmpty)
  }
}
