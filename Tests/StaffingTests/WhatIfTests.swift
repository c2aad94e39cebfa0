import Model
import Staffing
import Testing

@Suite struct WhatIfTests {
  @Test("Changed figures change the plan, and the last change of a figure counts")
  func changes() throws {
    let changes = try ["officers=9", "subjects=60", "officers=3"].map {
      try CaseloadChange(text: $0)
    }
    let changed = try office().applying(changes)
    #expect(changed.officers == 3 && changed.subjects == 60 && changed.assistants == 3)
    #expect(try office().applying([CaseloadChange(.officers, to: nil)]).officers == nil)
  }

  @Test("A new total leaves the classes unknown; new classes make a new total")
  func classes() throws {
    let split = Caseload.Classes(strict: 1, general: 2, lenient: 3)
    let before = try office(subjects: 6, classes: split)
    #expect(try before.applying([CaseloadChange(.subjects, to: 9)]).classes == nil)
    let after = try before.applying([CaseloadChange(.subjectsStrict, to: 4)])
    #expect(after.subjects == 9 && after.classes?.strict == 4)
    #expect(throws: StaffingError.change(.classesIncomplete)) {
      try office().applying([CaseloadChange(.subjectsStrict, to: 4)])
    }
    #expect(throws: StaffingError.change(.classesDisagree(sum: 9, subjects: 8))) {
      try before.applying([
        CaseloadChange(.subjectsStrict, to: 4), CaseloadChange(.subjects, to: 8),
      ])
    }
  }

  @Test(
    "A what-if that cannot be read is a usage error",
    arguments: [
      ("officers", "change_malformed"), ("officers=1=2", "change_malformed"),
      ("oficers=1", "figure_unknown"), ("officers=-1", "figure_not_whole"),
      ("officers=1.5", "figure_not_whole"), ("officers=", "figure_not_whole"),
    ])
  func malformed(text: String, code: String) throws {
    let error = #expect(throws: StaffingError.self) { try CaseloadChange(text: text) }
    #expect(error?.code == code)
    #expect(error?.status == .usage)
  }

  @Test("The break-even points are where one more assistant is due, and not one subject earlier")
  func breakEvens() throws {
    let method = RatioMethodTests.method()
    let points = method.breakEvens(for: try office())
    #expect(points.map(\.more) == [4, 19, 34])
    #expect(points.map(\.subjects) == [61, 76, 91])
    #expect(points.map(\.proposed) == [5, 6, 7])
    #expect(method.plan(for: try office(subjects: 60)).proposed == 4)
  }

  @Test("At the maximum, and where nothing can be planned, there is no break-even")
  func noBreakEven() throws {
    let capped = RatioMethodTests.method(wholePeople: WholePeople(maximum: 4))
    #expect(capped.breakEvens(for: try office()).isEmpty)
    #expect(RatioMethodTests.method().breakEvens(for: try office(officers: nil)).isEmpty)
  }
}
