import Model
import Staffing
import Testing

@Suite struct PointsMethodTests {
  static let texts = [
    "assistant_strict": "30", "assistant_general": "20", "assistant_lenient": "10",
    "assistant_unclassified": "20", "officer_strict": "20", "officer_general": "10",
    "officer_lenient": "5", "officer_unclassified": "10", "either_strict": "4",
    "either_general": "4", "either_lenient": "4", "either_unclassified": "4",
    "investigation_points": "15", "assistant_capacity": "500", "officer_capacity": "600",
    "shared_per_officer": "100",
  ]

  @Test("Points by class against what people can carry, officers' points apart")
  func plan() throws {
    let method = PointsMethod(settings: try PointsSettings(texts: Self.texts))
    let split = Caseload.Classes(strict: 10, general: 30, lenient: 20)
    let caseload = try office(officers: 1, subjects: 60, classes: split, investigations: 4)
    let plan = method.plan(for: caseload)
    // Officers 200 + 300 + 100 = 600 of 600. Assistants 1100 + 60 + (240 − 100) = 1300.
    #expect(plan.required == (try decimal("2.6")))
    #expect(plan.proposed == 3)
    #expect(plan.officersNeeded == 1 && plan.officerShortfall == 0)
    let relieved = try method.plan(for: caseload.applying([CaseloadChange(.officers, to: 2)]))
    #expect(relieved.required == (try decimal("2.4")))
  }

  @Test("Investigations that carry points must be reported")
  func missing() throws {
    let method = PointsMethod(settings: try PointsSettings(texts: Self.texts))
    #expect(method.plan(for: try office()).obstacle == .missing([.investigations]))
  }

  @Test("Without points to carry there is no number")
  func noCapacity() throws {
    var texts = Self.texts
    texts["assistant_capacity"] = "0"
    let method = PointsMethod(settings: try PointsSettings(texts: texts))
    #expect(
      method.plan(for: try office(investigations: 0)).obstacle == .notPositive(.availablePoints))
  }
}
