import Model
public import Policy
public import Scoring
import Tabular

/// What to verify first in a run, because it could change who is chosen.
public struct MarginAnswer: Answer {
  struct Confirmation: Encodable {
    let facts: [String: String]
    let rank: Int
    let line: LinePosition
  }

  struct Person: Encodable {
    let applicationNo: String
    let verdict: Verdict
    let rank: Int?
    let line: LinePosition?
    let best: LinePosition?
    let worst: LinePosition?
    let verify: [Confirmation]

    init(_ person: OfficeMargin.Person) {
      applicationNo = person.applicationNo
      verdict = person.assessment.verdict
      rank = person.rank
      (line, best, worst) = (person.now, person.best, person.worst)
      verify = person.confirmations.map {
        Confirmation(facts: $0.change.values, rank: $0.rank, line: $0.position)
      }
    }
  }

  struct Office: Encodable {
    let officeCode: String
    let places: Int
    let openCriteria: Int
    let openApplicants: Int
    let margin: [Person]
    let verifyFirst: [String]
  }

  private enum CodingKeys: CodingKey { case run, policy, asOf, offices, officesWithoutLine }

  let run: String
  let policy: String
  let asOf: CivilDate
  let offices: [Office]
  let officesWithoutLine: Int
  private let margins: [OfficeMargin]
  private let rules: RuleSet

  /// - Parameters:
  ///   - run: its id.
  ///   - rules: those of the run.
  ///   - margins: the offices that have a line.
  ///   - officesWithoutLine: how many have none.
  public init(run: String, _ rules: RuleSet, _ margins: [OfficeMargin], officesWithoutLine: Int) {
    self.run = run
    (policy, asOf) = (rules.policyID, rules.date)
    self.officesWithoutLine = officesWithoutLine
    self.margins = margins
    self.rules = rules
    offices = margins.map {
      Office(
        officeCode: $0.office.code, places: $0.places, openCriteria: $0.openCriteria,
        openApplicants: $0.openApplicants, margin: $0.people.map(Person.init),
        verifyFirst: $0.verifyFirst.map(\.applicationNo))
    }
  }

  /// Whom to verify first, by office, and what that could lead to.
  public func lines(_ say: Wording) -> [String] {
    var lines = [say.run(run, policy, asOf)]
    for margin in margins {
      let people = margin.verifyFirst
      lines += [
        "",
        say(
          "\(margin.name)：招 \(margin.places) 人；\(margin.openApplicants) 人有未定事项，"
            + (people.isEmpty ? "都不影响谁被录用" : "先核实这 \(people.count) 人"),
          "\(margin.name): \(margin.places) to hire; \(margin.openApplicants) with open facts, "
            + (people.isEmpty
              ? "none of which decides who is chosen" : "verify these \(people.count) first")),
      ]
      for (order, person) in people.enumerated() {
        lines.append("  \(order + 1). \(person.text(say))")
        lines += person.confirmations.prefix(3).map {
          "       \(say($0.change.wording(rules))) → \(say($0.place))"
        }
      }
    }
    lines += [
      "",
      say(
        "每一项都是单独看：只有这一人的事项核实为真，其他人不变。已核实为不属实的不再列。",
        "Each is looked at alone: these facts are confirmed, all other people stay as they are. "
          + "What was found untrue is not listed."),
    ]
    if officesWithoutLine > 0 {
      lines.append(
        say(
          "另有 \(officesWithoutLine) 个街道没有招聘人数，没有录用线。",
          "\(officesWithoutLine) more offices have no number of places and so no line."))
    }
    return lines
  }

  /// Who is at the margin, by office.
  func atTheMargin(_ say: Wording) -> [String] {
    margins.filter { !$0.people.isEmpty }.flatMap { margin in
      [
        say(
          "\(margin.name)：招 \(margin.places) 人，\(margin.people.count) 人处在边缘",
          "\(margin.name): \(margin.places) to hire, \(margin.people.count) at the margin")
      ]
        + margin.people.map { person in
          let none = Bilingual(zh: "没有名次", en: "no rank")
          let sides = [person.best, person.worst].map { say($0?.wording ?? none) }
          return "  \(person.text(say))"
            + say(
              "；最好 \(sides[0])，最差 \(sides[1])", "; at best \(sides[0]), at worst \(sides[1])")
        }
    }
  }

  /// Writes whom to verify first as a sheet, a line each.
  /// - Throws: `TabularError`.
  public func write(to path: String, _ say: Wording) throws {
    try margins.writeVerifyFirst(to: path, rules, say)
  }
}

extension [OfficeMargin] {
  /// Writes `verify-first.csv`: one line a person with the smallest set of facts to verify.
  /// - Throws: `TabularError`.
  public func writeVerifyFirst(to path: String, _ rules: RuleSet, _ say: Wording) throws {
    let rows = flatMap { margin in
      margin.verifyFirst.enumerated().map { order, person in
        let first = person.confirmations[0]
        return [
          margin.office.code, margin.office.name, String(order + 1), person.applicationNo,
          person.name, person.assessment.verdict.id, person.rank.map(String.init) ?? "",
          person.now?.rawValue ?? "", say(first.change.wording(rules)), String(first.rank),
          first.position.rawValue,
        ]
      }
    }
    let columns = [
      "office_code", "office_name", "order", "application_no", "name", "verdict", "rank", "line",
      "verify", "rank_then", "line_then",
    ]
    try CSVWriter.write([columns] + rows, to: path)
  }
}

extension OfficeMargin {
  /// The office by code and name.
  fileprivate var name: String { "\(office.code) \(office.districtName)\(office.name)" }
}

extension OfficeMargin.Person {
  /// Number, name and place.
  fileprivate func text(_ say: Wording) -> String { "\(applicationNo) \(name)：\(say(place))" }
}

extension Explanation.Change {
  /// The values that the facts would have to have, by the facts' names.
  var values: [String: String] {
    Dictionary(facts.map { ($0.field.id, $0.value) }, uniquingKeysWith: { $1 })
  }
}
