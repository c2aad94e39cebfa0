import Model
import Policy
import Staffing
import Testing

@Suite struct RatioMethodTests {
  static func norm(
    perAssistant: Int = 15, perOfficer: Int = 20, relief: Int = 1,
    weights: [Rational?] = [.one, .one, .one, .one], minimum: Int = 0, maximum: Int? = nil,
    rounding: Rounding = .up
  ) throws -> StaffingNorm {
    var numbers: [StaffingParameter: Rational] = [
      .subjectsPerAssistant: Rational(perAssistant), .subjectsPerOfficer: Rational(perOfficer),
      .reliefPerOfficer: Rational(relief), .minimum: Rational(minimum),
    ]
    numbers[.maximum] = maximum.map { Rational($0) }
    for (unit, weight) in zip(WorkUnit.classes + [.unclassified], weights) {
      numbers[.weight(unit)] = weight
    }
    return StaffingNorm(.ratio, try StaffingSettings(numbers, rounding: rounding))
  }

  @Test("Two officers and 57 subjects: the number and every line that leads to it")
  func theQuestion() throws {
    let plan = try Self.norm().plan(for: try office())
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
    #expect(try Self.norm().plan(for: try office(subjects: subjects)).proposed == proposed)
  }

  @Test("Officers beyond the need lower it, officers short of the need never raise it")
  func officersCount() throws {
    let method = try Self.norm()
    let proposals = try (0...7).map {
      try #require(method.plan(for: office(officers: $0, subjects: 60)).proposed)
    }
    #expect(proposals == [4, 4, 4, 4, 3, 2, 1, 0])
  }

  @Test("Classes weigh what the settings say, and unclassified subjects need a value of their own")
  func classes() throws {
    let weights = try [decimal("1.5"), .one, decimal("0.5"), nil]
    let split = Caseload.Classes(strict: 10, general: 40, lenient: 7)
    let plan = try Self.norm(weights: weights).plan(for: try office(classes: split))
    #expect(plan.required == (try decimal("58.5") / Rational(15)))
    #expect(plan.working[2].en.contains("10 × 1.5 + 40 × 1 + 7 × 0.5 = 58.5"))
    #expect(try Self.norm(weights: weights).plan(for: try office()).obstacle == .classesUnknown)
    let wrong = Caseload.Classes(strict: 10, general: 40, lenient: 8)
    #expect(
      try Self.norm().plan(for: try office(classes: wrong)).obstacle
        == .classesDisagree(sum: 58, subjects: 57))
  }

  @Test("Zero officers is a plan with a shortfall and its own remark")
  func noOfficers() throws {
    let plan = try Self.norm().plan(for: try office(officers: 0))
    #expect(plan.proposed == 4)
    #expect(plan.officerShortfall == 3)
    #expect(plan.remarks == [.noOfficers, .officersShort])
  }

  @Test("Zero subjects is a need of 0, on which the minimum acts")
  func noSubjects() throws {
    let plan = try Self.norm(minimum: 1).plan(for: office(subjects: 0))
    #expect(plan.required == .zero)
    #expect(plan.proposed == 1)
    #expect(plan.remarks == [.noSubjects, .needStopsAtZero, .raisedToMinimum])
  }

  @Test("A missing figure is named and never taken for 0")
  func missing() throws {
    let method = try Self.norm()
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
      try Self.norm(perAssistant: 0).plan(for: office).obstacle
        == .notPositive(.subjectsPerAssistant))
    #expect(
      try Self.norm(perOfficer: 0).plan(for: office).obstacle == .notPositive(.subjectsPerOfficer))
    #expect(
      throws: StaffingError.setting(.notDecimal(name: "relief_per_officer", text: "-1"))
    ) { try Self.norm(relief: -1) }
    #expect(
      try Self.norm(minimum: 3, maximum: 2).plan(for: office).obstacle
        == .minimumAboveMaximum(minimum: 3, maximum: 2))
    let tiny = try StaffingSettings([
      .subjectsPerAssistant: Rational(1, over: .max), .subjectsPerOfficer: .one,
      .reliefPerOfficer: .zero, .weight(.unclassified): .one,
    ])
    #expect(StaffingNorm(.ratio, tiny).plan(for: office).obstacle == .outOfRange)
  }

  @Test("Settings come from the policy, a what-if goes first, and each fault has a name and a remedy")
  func reading() throws {
    let rules = try PolicyPack.named("beijing-2023").rules(on: office().asOf)
    func settings(_ texts: String...) throws(StaffingError) -> StaffingSettings {
      var assumptions: [Assumption] = []
      for text in texts { assumptions.append(try Assumption(text: text)) }
      return try StaffingNorm(.ratio, of: rules, assuming: assumptions).settings
    }
    let stated = try settings()
    #expect(stated.numbers[.subjectsPerAssistant] == Rational(15))
    #expect(stated.numbers[.weight(.strict)] == (try decimal("1.5")))
    #expect(stated.numbers[.maximum] == Rational(12) && stated.rounding == .halfUp)
    let assumed = try settings("subjects_per_assistant=12.5", "maximum=8", "rounding=wisn")
    #expect(assumed.numbers[.subjectsPerAssistant] == (try decimal("12.5")))
    #expect(assumed.numbers[.maximum] == Rational(8) && assumed.rounding == .wisn)
    #expect(assumed.numbers[.subjectsPerOfficer] == stated.numbers[.subjectsPerOfficer])
    func fault(_ text: String) -> StaffingError? {
      do { _ = try settings(text) } catch { return error }
      return nil
    }
    #expect(fault("subjects_per_oficer=20")?.code == "setting_unknown")
    #expect(fault("maximum=2.5")?.code == "setting_not_whole")
    #expect(fault("relief_per_officer=-1")?.code == "setting_not_decimal")
    let rounding = fault("rounding=down")
    #expect(rounding?.remedy.en == "Use one of: up, half-up, wisn, none")
    #expect(rounding?.status == .badPolicy)
  }
}
