import Foundation
import Model
import Reporting
import Staffing
import Tabular

extension PlanReport {
  /// Writes `plan.xlsx`, whose formulas come to the plan's own results.
  func writeWorkbook(to path: String, language: Language) throws {
    switch headcounts.method {
    case let method as WorkloadMethod:
      try workbook(method.settings).write(to: path, language: language)
    case let method as PointsMethod:
      try workbook(method.settings).write(to: path, language: language)
    case let method as RatioMethod:
      try workbook(method.settings).write(to: path, language: language)
    default: break
    }
  }

  private func workbook(_ settings: RatioSettings) -> PlanWorkbook {
    PlanWorkbook(
      title: title, id: label, asOf: asOf,
      settings: PlanWorkbook.Settings(
        subjectsPerAssistant: settings.subjectsPerAssistant.double,
        subjectsPerOfficer: settings.subjectsPerOfficer.double,
        reliefPerOfficer: settings.reliefPerOfficer.double,
        weightStrict: settings.weights.strict.double,
        weightGeneral: settings.weights.general.double,
        weightLenient: settings.weights.lenient.double,
        weightUnclassified: settings.weights.unclassified?.double,
        minimum: settings.wholePeople.minimum, maximum: settings.wholePeople.maximum,
        rounding: settings.wholePeople.rounding.rawValue),
      offices: zip(headcounts.caseloads, headcounts.plans).map { caseload, plan in
        PlanWorkbook.Office(
          district: headcounts.district(of: caseload.officeCode),
          name: headcounts.name(of: caseload.officeCode), caseload: caseload,
          weighted: settings.weighted(caseload)?.double, officersNeeded: plan.officersNeeded,
          headcount: Headcount(plan))
      })
  }

  private func workbook(_ settings: PointsSettings) -> WorkWorkbook {
    let tables = [settings.assistantPoints, settings.officerPoints, settings.eitherPoints]
    func weights(_ value: (ClassTable) -> Rational?) -> WorkWorkbook.Weights {
      let values = tables.map { value($0)?.double }
      return WorkWorkbook.Weights(assistant: values[0], officer: values[1], either: values[2])
    }
    let none = WorkWorkbook.Weights(assistant: 0, officer: 0, either: 0)
    let investigation = WorkWorkbook.Weights(
      assistant: settings.investigationPoints.double, officer: 0, either: 0)
    return WorkWorkbook(
      title: title, id: label, asOf: asOf, unit: Bilingual(zh: "分", en: "points"),
      settings: WorkWorkbook.Settings(
        weights: [
          weights(\.strict), weights(\.general), weights(\.lenient), weights(\.pooled), none, none,
          investigation, none,
        ],
        assistantCapacity: settings.assistantCapacity.double,
        officerCapacity: settings.officerCapacity.double, assistantsApart: 0, officersApart: 0,
        sharedPerOfficer: settings.sharedPerOfficer.double,
        minimum: settings.wholePeople.minimum, maximum: settings.wholePeople.maximum,
        rounding: settings.wholePeople.rounding.rawValue),
      source: nil, offices: offices(away: settings.reductions))
  }

  private func workbook(_ settings: WorkloadSettings) throws -> WorkWorkbook {
    let (assistants, officers) = (settings.assistants, settings.officers)
    func net(_ category: StaffCategory) throws -> Double {
      try (category.time.hours() * (.one - category.allowanceShare())).double
    }
    return WorkWorkbook(
      title: title, id: label, asOf: asOf, unit: Bilingual(zh: "小时/年", en: "hours a year"),
      settings: WorkWorkbook.Settings(
        weights: settings.weights, assistantCapacity: try net(assistants),
        officerCapacity: try net(officers),
        assistantsApart: try assistants.individualFactor().double,
        officersApart: try officers.individualFactor().double,
        sharedPerOfficer: settings.sharedPerOfficer.double,
        minimum: settings.wholePeople.minimum, maximum: settings.wholePeople.maximum,
        rounding: settings.wholePeople.rounding.rawValue),
      source: try settings.source, offices: offices(away: settings.reductions))
  }

  private func offices(away reductions: [StaffReduction]) -> [WorkWorkbook.Office] {
    zip(headcounts.caseloads, headcounts.plans).map { caseload, plan in
      let away = reductions.filter {
        $0.role == .officer && $0.officeCode == caseload.officeCode && $0.from <= caseload.asOf
          && caseload.asOf <= $0.until
      }
      return WorkWorkbook.Office(
        district: headcounts.district(of: caseload.officeCode),
        name: headcounts.name(of: caseload.officeCode), caseload: caseload,
        officersAway: away.reduce(0) { $0 + $1.share.double }, headcount: Headcount(plan))
    }
  }
}

extension ClassTable {
  /// The value of a subject without a class, where there is one.
  fileprivate var pooled: Rational? {
    unclassified ?? (strict == general && general == lenient ? general : nil)
  }
}

extension WorkloadSettings {
  /// Hours a year of each kind of work, in the order of the workbook's lines.
  fileprivate var weights: [WorkWorkbook.Weights] {
    (0..<8).map { line in
      func hours(_ doer: Activity.Doer) -> Double? {
        var sum = 0.0
        for activity in activities where activity.doneBy == doer {
          guard let times = activity.times(line, periods: periodsPerYear.double) else {
            return nil
          }
          sum += times * activity.minutes.double / 60
        }
        return sum
      }
      return WorkWorkbook.Weights(
        assistant: hours(.assistant), officer: hours(.officer), either: hours(.either))
    }
  }

  fileprivate var source: WorkWorkbook.Source {
    get throws {
      func time(_ category: StaffCategory) throws -> WorkWorkbook.Time {
        let time = category.time
        return WorkWorkbook.Time(
          values: [
            time.workingDays, time.publicHolidays, time.annualLeave, time.sickLeave,
            time.otherLeave, time.hoursPerDay, time.daysPerWeek, time.trainingHours,
          ].map(\.double), days: try time.days().double, hours: try time.hours().double,
          support: try (time.hours() * category.allowanceShare()).double)
      }
      func allowances(_ category: StaffCategory, _ role: String) -> [WorkWorkbook.Allowance] {
        category.categoryAllowances.map {
          WorkWorkbook.Allowance(
            title: $0.title, role: role, hours: $0.hours.double, period: $0.period.rawValue,
            people: nil)
        }
          + category.individualAllowances.map {
            WorkWorkbook.Allowance(
              title: $0.title, role: role, hours: $0.hoursPerYear.double, period: nil,
              people: $0.people)
          }
      }
      return WorkWorkbook.Source(
        activities: activities.map(WorkWorkbook.Activity.init),
        assistantTime: try time(assistants), officerTime: try time(officers),
        allowances: allowances(assistants, "assistant") + allowances(officers, "officer"),
        periodsPerYear: periodsPerYear.double)
    }
  }
}

extension Activity {
  /// Times a year for one unit of a line of the workbook; nothing where classes must be known.
  fileprivate func times(_ line: Int, periods: Double) -> Double? {
    switch (driver, line) {
    case (.subject(let table), 0...3):
      [table.strict, table.general, table.lenient, table.pooled][line].map { $0.double * 12 }
    case (.intake(let times), 4), (.release(let times), 5), (.investigation(let times), 6):
      times.double * periods
    case (.office(let times), 7): times.double * 12
    default: 0
    }
  }
}

extension WorkWorkbook.Activity {
  fileprivate init(_ activity: Activity) {
    let (driver, times, classes): (String, Rational?, ClassTable?) =
      switch activity.driver {
      case .subject(let table): ("subject", nil, table)
      case .intake(let times): ("intake", times, nil)
      case .release(let times): ("release", times, nil)
      case .investigation(let times): ("investigation", times, nil)
      case .office(let times): ("office", times, nil)
      }
    self.init(
      title: activity.title, item: activity.item, doneBy: activity.doneBy.rawValue,
      driver: driver, minutes: activity.minutes.double, times: times?.double,
      classTimes: [classes?.strict, classes?.general, classes?.lenient, classes?.unclassified]
        .map { $0?.double })
  }
}

extension RatioSettings {
  /// Subjects times the weights of their classes; nothing where it cannot be computed.
  fileprivate func weighted(_ caseload: Caseload) -> Rational? {
    if let classes = caseload.classes {
      let parts = [
        (classes.strict, weights.strict), (classes.general, weights.general),
        (classes.lenient, weights.lenient),
      ]
      return try? parts.reduce(Rational.zero) { try $0 + Rational($1.0) * $1.1 }
    }
    let isUniform = weights.strict == weights.general && weights.general == weights.lenient
    guard let subjects = caseload.subjects,
      let weight = weights.unclassified ?? (isUniform ? weights.general : nil)
    else { return nil }
    return try? Rational(subjects) * weight
  }
}

extension Rational {
  /// The nearest number that a spreadsheet holds; only for showing, never for deciding.
  var double: Double { Double(numerator) / Double(denominator) }
}
