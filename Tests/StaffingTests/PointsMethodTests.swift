import Model
import Staffing
import Testing

@Suite struct PointsMethodTests {
  static func norm(_ change: (inout [StaffingParameter: Rational]) -> Void = { _ in }) throws
    -> StaffingNorm
  {
    var numbers: [StaffingParameter: Rational] = [
      .investigationPoints: Rational(15), .capacity(.assistant): Rational(500),
      .capacity(.officer): Rational(600), .sharedPointsPerOfficer: Rational(100),
    ]
    for (doer, points) in [
      (Doer.assistant, [30, 20, 10, 20]), (.officer, [20, 10, 5, 10]), (.either, [4, 4, 4, 4]),
    ] {
      for (unit, value) in zip(WorkUnit.classes + [.unclassified], points) {
        numbers[.points(unit, doer)] = Rational(value)
      }
    }
    change(&numbers)
    return StaffingNorm(.points, try StaffingSettings(numbers))
  }

  @Test("Points by class against what people can carry, officers' points apart")
  func plan() throws {
    let norm = try Self.norm()
    let split = Caseload.Classes(strict: 10, general: 30, lenient: 20)
    let caseload = try office(officers: 1, subjects: 60, classes: split, investigations: 4)
    let plan = norm.plan(for: caseload)
    // Officers 200 + 300 + 100 = 600 of 600. Assistants 1100 + 60 + (240 − 100) = 1300.
    #expect(plan.required == (try decimal("2.6")))
    #expect(plan.proposed == 3)
    #expect(plan.officersNeeded == 1 && plan.officerShortfall == 0)
    let relieved = norm.plan(for: try WhatIfTests.changed(caseload, "officers=2"))
    #expect(relieved.required == (try decimal("2.4")))
  }

  @Test("Investigations that carry points must be reported, others need not")
  func missing() throws {
    #expect(try Self.norm().plan(for: office()).obstacle == .missing([.investigations]))
    let free = try Self.norm { $0[.investigationPoints] = .zero }
    #expect(free.plan(for: try office()).obstacle == nil)
  }

  @Test("Without points to carry there is no number")
  func noCapacity() throws {
    let norm = try Self.norm { $0[.capacity(.assistant)] = .zero }
    #expect(
      norm.plan(for: try office(investigations: 0)).obstacle
        == .notPositive(.capacity(.assistant)))
  }
}
