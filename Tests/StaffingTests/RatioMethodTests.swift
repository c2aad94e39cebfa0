import Model
import Staffing
import Testing

@Suite struct RatioMethodTests {
  static func method(
    perAssistant: Int = 15, perOfficer: Int = 20, relief: Int = 1, weights: ClassTable? = nil,
    wholePeople: WholePeople = WholePeople()
  ) -> RatioMethod {
    RatioMethod(
      settings: RatioSettings(
        subjectsPerAssistant: Rational(perAssistant), subjectsPerOfficer: Rational(perOfficer),
        reliefPerOfficer: Rational(relief), weights: weights ?? ClassTable(all: .one),
        wholePeople: wholePeople))
  }

  @Test("Two officers and 57 subjects: the number and every line that leads to it")
  func theQuestion() throws {
    let plan = Self.method().plan(for: try office())
    #expect(plan.required?.decimal(places: 2) == "3.80")
    #expect(plan.proposed == 4)
    #expect(plan.difference == 1)
    #expect(plan.officersNeeded == 3)
    #expect(plan.officerShortfall == 1)
    #expect(plan.remarks == [.officersShort])
    #expect(
      plan.working.map(\.en) == [
        "Officers needed: 57 ÷ 20 = 2.85, rounded up to 3 [Opinion 四（一）; local setting]",
        "Officers short: 3 needed, 2 there, 1 short; reported apart, never turned into assistants "
          + "[Opinion 一（二）8]",
        "Weighted subjects: 57 × 1 = 57 [local setting]",
        "Spare officers: 2 against 3 leaves 0, each replacing 1 assistants "
          + "[Opinion 四（一）; local setting]",
        "Assistants needed: 57 ÷ 15 − 1 × 0 = 3.80 [Opinion 四（一）; local setting]",
        "Whole people: 3.80 → 4 (rounded up) [local setting]",
        "Difference: 4 − 3 = 1 [Opinion 四（一）]",
      ])
  }

  @Test(
    "The proposal changes exactly where a further assistant is due",
    arguments: [(44, 3), (45, 3), (46, 4), (59, 4), (60, 4), (61, 5)])
  func thresholds(subjects: Int, proposed: Int) throws {
    #expect(Self.method().plan(for: try office(subjects: subjects)).proposed == proposed)
  }

  @Test("Officers beyond the need lower it, officers short of the need never raise it")
  func officersCount() throws {
    let method = Self.method()
    let proposals = try (0...7).map {
      try #require(method.plan(for: office(officers: $0, subjects: 60)).proposed)
    }
    #expect(proposals == [4, 4, 4, 4, 3, 2, 1, 0])
  }

  @Test("Classes weigh what the settings say, and unclassified subjects need a value of their own")
  func classes() throws {
    let weights = try ClassTable(
      strict: decimal("1.5"), general: .one, lenient: decimal("0.5"))
    let split = Caseload.Classes(strict: 10, general: 40, lenient: 7)
    let plan = Self.method(weights: weights).plan(for: try office(classes: split))
    #expect(plan.required == (try decimal("58.5") / Rational(15)))
    #expect(plan.working[2].en.contains("10 × 1.5 + 40 × 1 + 7 × 0.5 = 58.5"))
    #expect(Self.method(weights: weights).plan(for: try office()).obstacle == .classesUnknown)
    let wrong = Caseload.Classes(strict: 10, general: 40, lenient: 8)
    #expect(
      Self.method().plan(for: try office(classes: wrong)).obstacle
        == .classesDisagree(sum: 58, subjects: 57))
  }

  @Test("Zero officers is a plan with a shortfall and its own remark")
  func noOfficers() throws {
    let plan = Self.method().plan(for: try office(officers: 0))
    #expect(plan.proposed == 4)
    #expect(plan.officerShortfall == 3)
    #expect(plan.remarks == [.noOfficers, .officersShort])
  }

  @Test("Zero subjects is a need of 0, on which the minimum acts")
  func noSubjects() throws {
    let plan = Self.method(wholePeople: WholePeople(minimum: 1))
      .plan(for: try office(subjects: 0))
    #expect(plan.required == .zero)
    #expect(plan.proposed == 1)
    #expect(plan.remarks == [.noSubjects, .needStopsAtZero, .raisedToMinimum])
  }

  @Test("A missing figure is named and never taken for 0")
  func missing() throws {
    let method = Self.method()
    #expect(method.plan(for: try office(officers: nil)).obstacle == .missing([.officers]))
    let both = method.plan(for: try office(officers: nil, subjects: nil))
    #expect(both.obstacle == .missing([.officers, .subjects]))
    #expect(both.proposed == nil && both.required == nil && both.officerShortfall == nil)
    let inPost = method.plan(for: try office(assistants: nil))
    #expect(inPost.proposed == 4 && inPost.difference == nil)
    #expect(inPost.reason == PlanRemark.inPostUnknown.wording)
  }

  @Test("Settings that cannot divide, contradict or overflow are named")
  func badSettings() throws {
    let office = try office()
    #expect(
      Self.method(perAssistant: 0).plan(for: office).obstacle
        == .notPositive(.subjectsPerAssistant))
    #expect(
      Self.method(perOfficer: 0).plan(for: office).obstacle == .notPositive(.subjectsPerOfficer))
    #expect(
      Self.method(relief: -1).plan(for: office).obstacle == .negativeSetting(.reliefPerOfficer))
    let limits = WholePeople(minimum: 3, maximum: 2)
    #expect(
      Self.method(wholePeople: limits).plan(for: office).obstacle
        == .minimumAboveMaximum(minimum: 3, maximum: 2))
    let tiny = RatioSettings(
      subjectsPerAssistant: try Rational(1, over: .max), subjectsPerOfficer: .one,
      reliefPerOfficer: .zero)
    #expect(RatioMethod(settings: tiny).plan(for: office).obstacle == .outOfRange)
  }

  @Test("Settings are read from texts, and each fault has a name and a remedy")
  func texts() throws {
    let texts = [
      "subjects_per_assistant": "12.5", "subjects_per_officer": "20", "relief_per_officer": "0.5",
      "maximum": "8", "rounding": "half-up",
    ]
    let settings = try RatioSettings(texts: texts)
    #expect(settings.subjectsPerAssistant == (try decimal("12.5")))
    #expect(settings.wholePeople == WholePeople(rounding: .halfUp, minimum: 0, maximum: 8))
    func fault(_ name: String, _ text: String?) -> StaffingError? {
      var changed = texts
      changed[name] = text
      do { _ = try RatioSettings(texts: changed) } catch { return error }
      return nil
    }
    #expect(fault("subjects_per_officer", nil)?.code == "setting_missing")
    #expect(fault("subjects_per_oficer", "20")?.code == "setting_unknown")
    #expect(fault("maximum", "2.5")?.code == "setting_not_whole")
    #expect(fault("relief_per_officer", "-1")?.code == "setting_not_decimal")
    let rounding = fault("rounding", "down")
    #expect(rounding?.remedy.en == "Use one of: up, half-up, wisn, none")
    #expect(rounding?.status == .badPolicy)
  }
}
