import Model
import Testing

@testable import Policy

/// The facts of an applicant about whom everything is known and favourable.
let favourable: [String: Value] = [
  "channel": .string("公开招聘"), "local_household": .bool(true),
  "hardship_category": .string("大龄"), "hardship_valid_until": .null,
  "hardship_status": .string("属实"), "education": .string("本科"),
  "major_code": .string("030101K"), "degree_status": .string("属实"), "legal_work_months": .int(1),
  "legal_work_status": .string("属实"), "correction_work_months": .int(1),
  "correction_work_status": .string("属实"), "integrity": .bool(true),
  "political_quality": .bool(true), "organisation": .bool(true), "expression": .bool(true),
  "computer_skill": .bool(true),
]

func rules(_ iso: String = "2024-06-01") throws -> RuleSet {
  try PolicyPack.named("beijing-2023").rules(on: #require(CivilDate(iso: iso)))
}

/// Evaluates a condition over facts, derived ones included.
func value(
  _ condition: Expression, _ changes: [String: Value] = [:], in rules: RuleSet
) throws -> Value {
  var facts = favourable.merging(changes) { $1 }
  for derived in rules.derivedFacts { facts[derived.name] = try derived.value { facts[$0] } }
  return try condition.value { facts[$0] }
}

@Suite("The default policy")
struct DefaultPackTests {
  @Test("has the five requirements of 四（二） as its gate")
  func gate() throws {
    let rules = try rules()
    #expect(
      rules.requirements.map(\.id) == [
        "integrity", "political_quality", "organisation", "expression", "computer_skill",
      ])
    for requirement in rules.requirements {
      #expect(requirement.basis == .clause("四（二）"))
      #expect(requirement.identifiers == [requirement.id])
      for stated in [Value.bool(true), .bool(false), .unknown] {
        #expect(try value(requirement.condition, [requirement.id: stated], in: rules) == stated)
      }
    }
  }

  @Test(
    "puts only proven, unexpired local hardship into the first tier",
    arguments: [
      ([:], .bool(true)),
      (["local_household": .bool(false)], .bool(false)),
      (["local_household": .unknown], .unknown),
      (["hardship_category": .string("无")], .bool(false)),
      (["hardship_category": .unknown], .unknown),
      (["hardship_status": .string("不属实")], .bool(false)),
      (["hardship_status": .unknown], .unknown),
      (["hardship_valid_until": .int(20_240_531)], .bool(false)),
      (["hardship_valid_until": .int(20_240_601)], .bool(true)),
      (["hardship_valid_until": .int(20_240_602)], .bool(true)),
    ] as [([String: Value], Value)])
  func firstTier(changes: [String: Value], expected: Value) throws {
    let rules = try rules()
    let condition = rules.tiers[0].condition
    #expect(rules.tiers.map(\.id) == ["local_hardship", "others"])
    #expect(try value(condition, changes, in: rules) == expected)
  }

  @Test(
    "knows a law degree by the code, the level and the verification",
    arguments: [
      (["major_code": .string("0301")], .bool(true)),
      (["major_code": .string("035101")], .bool(true)),
      (["major_code": .string("580401")], .bool(true)),
      (["major_code": .string("5805")], .bool(true)),
      (["major_code": .string("0302")], .bool(false)),
      (["major_code": .string("030")], .bool(false)),
      (["major_code": .string("5803")], .bool(false)),
      (["major_code": .string("5806")], .bool(false)),
      (["major_code": .unknown], .unknown),
      (["education": .string("专科")], .bool(true)),
      (["education": .string("博士")], .bool(true)),
      (["education": .string("硕士")], .bool(true)),
      (["education": .string("中专")], .bool(false)),
      (["education": .unknown], .unknown),
      (["degree_status": .string("不属实")], .bool(false)),
      (["degree_status": .unknown], .unknown),
      (["degree_status": .unknown, "education": .string("高中")], .bool(false)),
    ] as [([String: Value], Value)])
  func lawDegree(changes: [String: Value], expected: Value) throws {
    let rules = try rules()
    #expect(try value(rules.preferences[0].condition, changes, in: rules) == expected)
  }

  @Test(
    "counts work of at least a month that is verified",
    arguments: [
      (.int(0), .string("属实"), .bool(false)), (.int(1), .string("属实"), .bool(true)),
      (.int(2), .string("属实"), .bool(true)), (.unknown, .string("属实"), .unknown),
      (.int(0), .unknown, .bool(false)), (.int(1), .unknown, .unknown),
      (.unknown, .string("不属实"), .bool(false)), (.int(9), .string("不属实"), .bool(false)),
    ] as [(Value, Value, Value)], ["legal_work", "correction_work"])
  func work(example: (months: Value, status: Value, expected: Value), id: String) throws {
    let rules = try rules()
    let preference = try #require(rules.preferences.first { $0.id == id })
    let facts = ["\(id)_months": example.months, "\(id)_status": example.status]
    #expect(preference.points == 1)
    #expect(try value(preference.condition, facts, in: rules) == example.expected)
  }

  @Test("has no rule in force before the day of the Opinion, and names the days")
  func beforeTheOpinion() throws {
    let pack = try PolicyPack.named("beijing-2023")
    let eve = try #require(CivilDate(iso: "2023-12-24"))
    #expect(
      throws: PolicyError.noRuleInForce(
        policy: "beijing-2023", date: eve, from: pack.inForce.from, until: nil,
        before: pack.repeals[0])
    ) { try pack.rules(on: eve) }
    let error = #expect(throws: PolicyError.self) { try pack.rules(on: eve) }
    #expect(error?.message(in: .zh).contains("京司发〔2006〕76号") == true)
    #expect(try rules("2023-12-25").requirements.count == 5)
    #expect(try rules("2023-12-26").requirements.count == 5)
  }

  @Test("marks every staffing number as an example to be set locally")
  func staffingParameters() throws {
    let parameters = try rules().parameters
    #expect(parameters["subjects_per_assistant"]?.value.integer == 15)
    #expect(parameters["subjects_per_officer"]?.value.integer == 30)
    #expect(parameters["relief_per_surplus_officer"]?.value.hundredths == 50)
    #expect(parameters["class_weights"]?.value.scaled("strict", places: 1) == 15)
    for parameter in parameters.values where parameter.isExample {
      #expect(parameter.basis.isLocal)
    }
    #expect(parameters.values.count { $0.isExample } == 18)
  }

  @Test(
    "takes a claim for expired from the day after its last on",
    arguments: [
      (.string("属实"), .null, .accepted), (.string("属实"), .int(20_240_602), .accepted),
      (.string("属实"), .int(20_240_601), .accepted), (.string("属实"), .int(20_240_531), .expired),
      (.string("不属实"), .int(20_240_602), .rejected), (.unknown, .null, .unverified),
    ] as [(Value, Value, Claim.State)])
  func claims(status: Value, until: Value, expected: Claim.State) throws {
    let rules = try rules()
    #expect(rules.claims.map(\.id) == ["hardship", "degree", "legal_work", "correction_work"])
    let facts = ["hardship_status": status, "hardship_valid_until": until]
    #expect(rules.claims[0].state(on: rules.date) { facts[$0] } == expected)
  }

  @Test("reads only columns that the applicants sheet has")
  func factsAreColumns() throws {
    for fact in try rules().facts { #expect(ApplicantField(id: fact.name) != nil) }
  }
}

extension Criterion {
  fileprivate var identifiers: [String] { condition.identifiers }
}
