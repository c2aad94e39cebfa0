import Foundation
public import Model
public import Staffing

/// The months ahead, office by office, and the headcount that they imply.
public struct ForecastAnswer: Answer {
  struct Month: Encodable {
    let month: String
    let median: Int
    let p50: [Int]
    let p80: [Int]
    let p95: [Int]
    let assistants: Int?

    init(_ distribution: SubjectDistribution, assistants: Int?) {
      func bounds(_ level: ForecastLevel) -> [Int] {
        let interval = distribution.interval(level)
        return [interval.lowerBound, interval.upperBound]
      }
      month = distribution.month.iso
      median = distribution.median
      (p50, p80, p95) = (bounds(.half), bounds(.eighty), bounds(.ninetyFive))
      self.assistants = assistants
    }
  }

  struct Office: Encodable {
    let officeCode: String
    let officeName: Bilingual
    let since: String?
    let subjects: Int?
    let months: [Month]
  }

  struct BackTested: Encodable {
    let cases: Int
    let coverage: [String: Decimal?]
    let meanError: Decimal?
    let meanErrorSameAsLastMonth: Decimal?

    init(_ test: BackTest) {
      cases = test.cases
      coverage = Dictionary(
        uniqueKeysWithValues: ForecastLevel.allCases.map {
          (String($0.rawValue), test.coverage($0)?.twoDecimals)
        })
      meanError = test.meanError?.twoDecimals
      meanErrorSameAsLastMonth = test.meanSameAsLastError?.twoDecimals
    }
  }

  let method: String
  let seed: UInt64
  let service: String
  let offices: [Office]
  let total: Office?
  let leftOut: [String]
  let backTest: BackTested?
  let notes: [Bilingual]

  /// - Parameter names: where the names of the offices stand.
  public init(_ ahead: HeadcountForecast, names: OfficeTable) {
    let (forecast, only) = (ahead.forecast, ahead.plan.onlyOffice)
    method = ahead.plan.norm.method.rawValue
    seed = forecast.settings.seed
    service = ahead.service.text
    offices = forecast.offices.filter { (only ?? $0.officeCode) == $0.officeCode }.map { office in
      let name = names.name(of: office.officeCode)
      return Office(
        officeCode: office.officeCode, officeName: Bilingual(zh: name, en: name),
        since: office.since.iso, subjects: office.subjects,
        months: office.months.map {
          Month($0, assistants: ahead.assistants(office.officeCode, $0))
        })
    }
    total =
      only == nil && offices.count > 1
      ? Office(
        officeCode: "", officeName: Bilingual(zh: "全部街道", en: "all offices"), since: nil,
        subjects: nil,
        months: forecast.total.enumerated().map { index, month in
          Month(month, assistants: ahead.assistants(monthIndex: index))
        }) : nil
    leftOut = forecast.leftOut
    backTest = ahead.backTest.map(BackTested.init)
    notes = ahead.notes
  }

  /// A line a month under each office, then how it was made and how it did.
  public func lines(_ say: Wording) -> [String] {
    var lines: [String] = []
    for office in offices + (total.map { [$0] } ?? []) {
      let now = office.subjects.map { say("，现有 \($0)", ", \($0) now") } ?? ""
      lines.append("\(office.officeCode) \(say(office.officeName))\(now)")
      for month in office.months {
        let ranges = [("50%", month.p50), ("80%", month.p80), ("95%", month.p95)]
          .map { "\($0) \($1[0])–\($1[1])" }.joined(separator: "  ")
        let staff = month.assistants.map(String.init) ?? say("未知", "unknown")
        lines.append(
          "    \(month.month)"
            + say(
              "：中位数 \(month.median)  \(ranges)  需协管员 \(staff)",
              ": median \(month.median)  \(ranges)  assistants \(staff)"))
      }
    }
    if !leftOut.isEmpty {
      lines.append(
        say("没有对象数、未列入：", "without any number of subjects, left out: ")
          + leftOut.joined(separator: say("、", ", ")))
    }
    return lines + notes.map { say($0) }
  }
}
