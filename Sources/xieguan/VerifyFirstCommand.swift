import ArgumentParser
import Model
import Planner
import Policy
import Register
import Scoring

/// `xieguan verify-first`: what is worth verifying first, because it could change who is chosen.
struct VerifyFirstCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-first",
    abstract: "What to verify first, because it could change who is chosen 先核实什么")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @Option(help: "Only this office 街道代码.")
  var office: String?

  @Option(help: "A sheet of the list.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let margins = try RunMargins(runID, office: office, of: global.existingRegister())
    if let output { try margins.writeVerifyFirst(to: output, language: global.language) }
    if global.json {
      try Console.result(json: MarginResult(margins, global.language))
    } else {
      for line in MarginText(margins, global.language).verifyFirst { Console.result(line) }
    }
  }
}

/// The margins of a run as JSON.
struct MarginResult: Encodable {
  struct Confirmation: Encodable {
    let facts: [String: String]
    let rank: Int
    let line: String
  }

  struct Person: Encodable {
    let applicationNo: String
    let verdict: String
    let rank: Int?
    let line: String?
    let best: String?
    let worst: String?
    let verify: [Confirmation]

    enum CodingKeys: String, CodingKey {
      case verdict, rank, line, best, worst, verify
      case applicationNo = "application_no"
    }

    init(_ person: OfficeMargin.Person) {
      applicationNo = person.applicationNo
      verdict = person.assessment.verdict.id
      rank = person.rank
      line = person.now?.rawValue
      best = person.best?.rawValue
      worst = person.worst?.rawValue
      verify = person.confirmations.map { confirmation in
        Confirmation(
          facts: Dictionary(
            confirmation.change.facts.map { ($0.field.id, $0.value) }, uniquingKeysWith: { $1 }),
          rank: confirmation.rank, line: confirmation.position.rawValue)
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

    enum CodingKeys: String, CodingKey {
      case places, margin
      case officeCode = "office_code"
      case openCriteria = "open_criteria"
      case openApplicants = "open_applicants"
      case verifyFirst = "verify_first"
    }

    init(_ margin: OfficeMargin) {
      officeCode = margin.office.code
      places = margin.places
      openCriteria = margin.openCriteria
      openApplicants = margin.openApplicants
      self.margin = margin.people.map(Person.init)
      verifyFirst = margin.verifyFirst.map(\.applicationNo)
    }
  }

  let run: String
  let policy: String
  let asOf: String
  let offices: [Office]
  let officesWithoutLine: Int

  enum CodingKeys: String, CodingKey {
    case run, policy, offices
    case asOf = "as_of"
    case officesWithoutLine = "offices_without_line"
  }

  init(_ margins: RunMargins, _ language: Language) {
    run = margins.run.id
    policy = margins.rules.policyID
    asOf = margins.run.asOf.iso
    offices = margins.offices.map(Office.init)
    officesWithoutLine = margins.officesWithoutLine
  }
}

/// The margins of a run as text for a person.
struct MarginText {
  private let margins: RunMargins
  private let language: Language

  init(_ margins: RunMargins, _ language: Language) {
    self.margins = margins
    self.language = language
  }

  /// What to verify first, by office.
  var verifyFirst: [String] {
    var lines = [label]
    for margin in margins.offices {
      let people = margin.verifyFirst
      lines += [
        "",
        says(
          "\(name(margin))：招 \(margin.places) 人；\(margin.openApplicants) 人有未定事项，"
            + (people.isEmpty ? "都不影响谁被录用" : "先核实这 \(people.count) 人"),
          "\(name(margin)): \(margin.places) to hire; \(margin.openApplicants) with open facts, "
            + (people.isEmpty
              ? "none of which decides who is chosen" : "verify these \(people.count) first")),
      ]
      for (order, person) in people.enumerated() {
        lines.append("  \(order + 1). \(self.person(person))")
        lines += person.confirmations.prefix(3).map { "       " + wording(of: $0) }
      }
    }
    return lines + tail
  }

  /// Those at the margin, by office.
  var atTheMargin: [String] {
    margins.offices.flatMap { margin -> [String] in
      guard !margin.people.isEmpty else { return [] }
      let head = says(
        "\(name(margin))：招 \(margin.places) 人，\(margin.people.count) 人处在边缘",
        "\(name(margin)): \(margin.places) to hire, \(margin.people.count) at the margin")
      return [head]
        + margin.people.map { person in
          "  \(self.person(person))"
            + says(
              "；最好 \(side(person.best))，最差 \(side(person.worst))",
              "; at best \(side(person.best)), at worst \(side(person.worst))")
        }
    }
  }

  private var label: String {
    says(
      "运行 \(margins.run.id)，政策 \(margins.rules.policyID)，基准日 \(margins.run.asOf.iso)",
      "run \(margins.run.id), policy \(margins.rules.policyID), as of \(margins.run.asOf.iso)")
  }

  /// What the reader must know to read the lists rightly.
  private var tail: [String] {
    var lines = [
      "",
      says(
        "每一项都是单独看：只有这一人的事项核实为真，其他人不变。已核实为不属实的不再列。",
        "Each is looked at alone: these facts are confirmed, all other people stay as they are. "
          + "What was found untrue is not listed."),
    ]
    if margins.officesWithoutLine > 0 {
      lines.append(
        says(
          "另有 \(margins.officesWithoutLine) 个街道没有招聘人数，没有录用线。",
          "\(margins.officesWithoutLine) more offices have no number of places and so no line."))
    }
    return lines
  }

  private func name(_ margin: OfficeMargin) -> String {
    "\(margin.office.code) \(margin.office.districtName)\(margin.office.name)"
  }

  private func person(_ person: OfficeMargin.Person) -> String {
    "\(person.applicationNo) \(person.name)：\(person.place[language])"
  }

  private func wording(of confirmation: OfficeMargin.Confirmation) -> String {
    "\(confirmation.change.wording(margins.rules)[language]) → \(confirmation.place[language])"
  }

  private func side(_ position: LinePosition?) -> String {
    position?.wording[language] ?? says("没有名次", "no rank")
  }

  private func says(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
