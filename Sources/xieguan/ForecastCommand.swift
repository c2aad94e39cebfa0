import ArgumentParser
import Foundation
import Model
import Planner
import Policy
import Register
import Staffing

/// `xieguan forecast`: subjects ahead, with intervals, and the headcount that they imply.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Look ahead at subjects and headcount 预测对象数和所需人数")

  @Option(help: "How headcount is derived 测算方法: \(PlanMethod.names).")
  var method: PlanMethod = .ratio

  @Option(help: "Only this office 街道代码.")
  var office: String?

  @OptionGroup var ahead: OutlookOptions

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let rules = try global.pack.rules(on: global.evaluationDate)
    let register = try global.existingRegister()
    let headcounts = try Headcounts(over: register, rules: rules, by: method, office: office)
    let outlook = try Outlook(
      over: register, rules: rules, headcounts: headcounts, choices: ahead.choices())
    let result = ForecastResult(outlook, office: office, global.language)
    if global.json {
      try Console.result(json: result)
    } else {
      show(result, outlook)
    }
  }

  private func show(_ result: ForecastResult, _ outlook: Outlook) {
    let zh = global.language == .zh
    for office in result.offices + (result.total.map { [$0] } ?? []) {
      let now = office.subjects.map { zh ? "，现有 \($0)" : ", \($0) now" } ?? ""
      Console.result("\(office.officeCode) \(office.officeName)\(now)")
      for month in office.months {
        let ranges = [("50%", month.p50), ("80%", month.p80), ("95%", month.p95)]
          .map { "\($0) \($1[0])–\($1[1])" }.joined(separator: "  ")
        let staff = month.assistants.map(String.init) ?? (zh ? "未知" : "unknown")
        Console.result(
          zh
            ? "    \(month.month)：中位数 \(month.median)  \(ranges)  需协管员 \(staff)"
            : "    \(month.month): median \(month.median)  \(ranges)  assistants \(staff)")
      }
    }
    if !result.leftOut.isEmpty {
      let codes = result.leftOut.joined(separator: zh ? "、" : ", ")
      Console.result(
        zh ? "没有对象数、未列入：\(codes)" : "without any number of subjects, left out: \(codes)")
    }
    for note in outlook.notes { Console.result(note[global.language]) }
  }
}

/// A forecast as JSON.
struct ForecastResult: Encodable {
  struct Month: Encodable {
    let month: String
    let median: Int
    let p50: [Int]
    let p80: [Int]
    let p95: [Int]
    let assistants: Int?

    init(_ distribution: SubjectDistribution, assistants: Int?) {
      func bounds(_ level: ForecastInterval.Level) -> [Int] {
        let interval = distribution.interval(level)
        return [interval.lower, interval.upper]
      }
      month = distribution.month.iso
      median = distribution.median
      (p50, p80, p95) = (bounds(.half), bounds(.eighty), bounds(.ninetyFive))
      self.assistants = assistants
    }
  }

  struct Office: Encodable {
    let officeCode: String
    let officeName: String
    let since: String?
    let subjects: Int?
    let months: [Month]

    enum CodingKeys: String, CodingKey {
      case since, subjects, months
      case officeCode = "office_code"
      case officeName = "office_name"
    }
  }

  struct BackTested: Encodable {
    let cases: Int
    let coverage: [String: Decimal?]
    let meanError: Decimal?
    let sameAsLastMonth: Decimal?

    enum CodingKeys: String, CodingKey {
      case cases, coverage
      case meanError = "mean_error"
      case sameAsLastMonth = "mean_error_same_as_last_month"
    }
  }

  let method: String
  let seed: UInt64
  let service: String
  let offices: [Office]
  let total: Office?
  let leftOut: [String]
  let backTest: BackTested?
  let notes: [String]

  enum CodingKeys: String, CodingKey {
    case method, seed, service, offices, total, notes
    case leftOut = "left_out"
    case backTest = "back_test"
  }

  init(_ outlook: Outlook, office: String?, _ language: Language) {
    method = outlook.headcounts.kind.rawValue
    seed = outlook.forecast.settings.seed
    service = outlook.service.text
    let shown = outlook.forecast.offices.filter { office == nil || $0.officeCode == office }
    offices = shown.map { forecast in
      Office(
        officeCode: forecast.officeCode,
        officeName: outlook.headcounts.name(of: forecast.officeCode), since: forecast.since.iso,
        subjects: forecast.subjects,
        months: forecast.months.map {
          Month($0, assistants: outlook.plan(forecast.officeCode, $0)?.proposed)
        })
    }
    total =
      office == nil && shown.count > 1
      ? Office(
        officeCode: "", officeName: language == .zh ? "全部街道" : "all offices", since: nil,
        subjects: nil,
        months: outlook.forecast.total.enumerated().map { index, month in
          Month(month, assistants: outlook.assistants(monthIndex: index))
        }) : nil
    leftOut = outlook.forecast.leftOut
    backTest = outlook.backTest.map { test in
      BackTested(
        cases: test.cases,
        coverage: Dictionary(
          uniqueKeysWithValues: ForecastInterval.Level.allCases.map {
            (String($0.rawValue), test.coverage($0)?.twoDecimals)
          }),
        meanError: test.meanError?.twoDecimals,
        sameAsLastMonth: test.meanSameAsLastError?.twoDecimals)
    }
    notes = outlook.notes.map { $0[language] }
  }
}
