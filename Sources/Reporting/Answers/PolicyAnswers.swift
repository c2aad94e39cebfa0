public import Foundation
public import Model
public import Policy
import Staffing

/// The rules in force on a day.
public struct RulesAnswer: Answer {
  struct Clause: Encodable {
    let number: String
    let text: Bilingual
    let carriedBy: [String]
    let notComputable: Bilingual?
  }

  struct Rule: Encodable {
    let kind: RuleChange.Kind
    let id: String
    let title: Bilingual
    let basis: String
    let clause: String?
    let reason: Bilingual?
    let condition: String?
    let tier: Int?
    let points: Int?
  }

  struct Parameter: Encodable {
    let name: String
    let title: Bilingual
    let value: String
    let unit: Bilingual
    let example: Bool
    let basis: String
    let clause: String?
    let reason: Bilingual?
  }

  struct Setting: Encodable {
    let id: String
    let title: Bilingual
    let reason: Bilingual
  }

  /// A check and what runs it.
  struct Check: Encodable {
    let id: String
    let title: Bilingual
    let clause: String
    let runBy: Guidance
  }

  private enum CodingKeys: CodingKey {
    case policy, title, asOf, clauses, rules, parameters, localSettings, checks
  }

  let policy: String
  let title: Bilingual
  let asOf: CivilDate
  let clauses: [Clause]
  let rules: [Rule]
  let parameters: [Parameter]
  let localSettings: [Setting]
  let checks: [Check]
  private let index: String

  /// Lists a policy's rules.
  /// - Throws: `PolicyError.noRuleInForce` for a day outside the policy's own.
  public init(_ pack: PolicyPack, on day: CivilDate) throws {
    let rules = try pack.rules(on: day)
    index = try pack.index(on: day)
    (policy, title, asOf) = (pack.id, pack.title, day)
    clauses = pack.clauses.map {
      Clause(
        number: $0.number, text: $0.text, carriedBy: $0.carriers, notComputable: $0.notComputable)
    }
    self.rules = (rules.requirements + rules.tiers + rules.preferences).map { item in
      let (kind, tier, points): (RuleChange.Kind, Int?, Int?) =
        switch item.role {
        case .requirement: (.requirement, nil, nil)
        case .tier(let number): (.tier, number, nil)
        case .preference: (.preference, nil, item.points)
        }
      return Rule(
        kind: kind, id: item.id, title: item.title, basis: item.basis.kind,
        clause: item.basis.clause, reason: item.basis.reason,
        condition: item.takesOthers ? nil : item.condition.source, tier: tier, points: points)
    }
    parameters = rules.parameters.values.sorted { $0.name < $1.name }.map {
      Parameter(
        name: $0.name, title: $0.title, value: $0.value.written, unit: $0.unit,
        example: $0.isExample, basis: $0.basis.kind, clause: $0.basis.clause,
        reason: $0.basis.reason)
    }
    localSettings = rules.localSettings.map {
      Setting(id: $0.id, title: $0.title, reason: $0.reason)
    }
    checks = pack.checks.compactMap { check in
      Self.step(running: check.id).map { step in
        Check(
          id: check.id, title: check.title, clause: check.basis.clause ?? "",
          runBy: Guidance("\(step)", "\(step)"))
      }
    }
  }

  /// The step that runs a check; nil for one that a district has added.
  private static func step(running check: String) -> Step? {
    switch check {
    case "no_enforcement_work": .oversee("duties")
    case "duty_findings", "supervision_feedback": .oversee("supervision")
    case "discipline_findings": .oversee("discipline")
    case "recusal": .oversee("recusal")
    case "yearly_training", "pre_service_training", "in_service_training", "training_feedback",
      "general_training":
      .oversee("training")
    case "staffing_plan": .makePlan
    case "consultation": .listConsultations
    case "consultation_between_bureaus": .oversee("contact")
    case "local_scheme": .checkPolicy
    default: nil
    }
  }

  /// The rule index as Markdown, in both languages, and what runs each check.
  public func lines(_ say: Wording) -> [String] {
    [index, say("## 每项核对由哪个命令做", "## Which command runs each check"), ""]
      + checks.map {
        "- \($0.clause) `\($0.id)` \(say($0.title))" + say("：", ": ") + say($0.runBy)
      }
  }
}

/// What was proved of a policy, or refuted.
public struct PolicyCheckAnswer: Answer {
  struct Result: Encodable {
    let property: CheckResult.Property
    let subject: String
    let from: CivilDate
    let until: CivilDate?
    let refuted: Bool
    let text: Bilingual
  }

  let policy: String
  let results: [Result]

  /// Checks a policy.
  /// - Parameter seed: of the search where cases are too many to try all.
  public init(_ pack: PolicyPack, seed: UInt64) {
    policy = pack.id
    results = (pack.check(seed: seed) + pack.checkHeadcounts()).map {
      Result(
        property: $0.property, subject: $0.subject, from: $0.period.from, until: $0.period.until,
        refuted: $0.finding.isRefuted, text: $0.wording)
    }
  }

  /// A refuted property makes a bad policy.
  public var status: ExitStatus { results.contains(where: \.refuted) ? .badPolicy : .done }

  /// A line a property.
  public func lines(_ say: Wording) -> [String] { results.map { say($0.text) } }
}

/// The value of one condition, which as JSON stands bare.
public struct ConditionAnswer: Answer {
  private let value: String

  /// Evaluates an expression over settings; see `PolicyEval`.
  /// - Throws: `PolicyEvalError`.
  public init(_ expression: String, _ settings: [String]) throws {
    value = try PolicyEval.evaluate(expression: expression, settings: settings)
  }

  /// The bare value.
  public func lines(_ say: Wording) -> [String] { [value] }
  /// The bare value, which is JSON by itself.
  public func json(_ say: Wording) -> Data { Data(value.utf8) }
}

/// The rules as one query.
public struct QueryAnswer: Answer {
  let policy: String
  let asOf: CivilDate
  let dialect: SQLDialect
  let table: String?
  let query: String

  /// Words the rules as SQL.
  /// - Parameters:
  ///   - name: the table of facts that the query reads.
  ///   - withTable: whether the definition of that table is said too.
  /// - Throws: `PolicySQLError` where the rules cannot be said in SQL.
  public init(_ rules: RuleSet, for dialect: SQLDialect, table name: String, withTable: Bool) throws
  {
    policy = rules.policyID
    asOf = rules.date
    self.dialect = dialect
    table = withTable ? rules.sqlTable(for: dialect, named: name) : nil
    query = try rules.sql(for: dialect, table: name)
  }

  /// The statements.
  public func lines(_ say: Wording) -> [String] { (table.map { [$0] } ?? []) + [query] }
}

/// In what the rules of two policies differ on a day.
public struct PolicyDifferenceAnswer: Answer {
  let asOf: CivilDate
  let changes: [RuleChange]

  /// Compares two policies.
  /// - Throws: `PolicyError`.
  public init(_ first: PolicyPack, _ second: PolicyPack, on day: CivilDate) throws {
    asOf = day
    changes = try first.rules(on: day).changes(to: second.rules(on: day))
  }

  /// Each change with how it was and how it is.
  public func lines(_ say: Wording) -> [String] {
    changes.isEmpty
      ? [say("没有不同", "no difference")]
      : changes.map {
        "\($0.kind.rawValue) \($0.id)\n  - \($0.before ?? "")\n  + \($0.after ?? "")"
      }
  }
}

/// The files of a run that another engine can recompute.
public struct PortableRunAnswer: Answer {
  let run: String
  let dialect: SQLDialect
  let folder: String
  let files: [String]

  /// - Parameters:
  ///   - run: its id.
  ///   - files: the files in `folder`.
  public init(run: String, dialect: SQLDialect, folder: String, files: [String]) {
    self.run = run
    self.dialect = dialect
    self.folder = folder
    self.files = files
  }

  /// Nothing: what people read is in the folder.
  public func lines(_ say: Wording) -> [String] { [] }
}
