import Model
import Staffing
import Tabular

/// The sheets from which the workload method's weights and capacities are computed: activities,
/// time, and allowances.
extension PlanWorkbook {
  private var activities: String { say("工作活动", "Activities") }
  private var time: String { say("工作时间", "Time") }
  private var allowances: String { say("共同和个别工作", "Allowances") }

  /// The roles, a column each in the sheet of time.
  private static let roles: [(role: StaffRole, letter: String)] = [
    (.assistant, "B"), (.officer, "C"),
  ]
  private static let letters: [SettingColumn: String] = [
    .doneBy: "C", .driver: "D", .minutes(.officer): "E", .minutes(.assistant): "F",
    .times(.intake): "G", .times(.release): "G", .times(.investigation): "G",
    .times(.office): "G", .times(.strict): "H", .times(.general): "I", .times(.lenient): "J",
    .times(.unclassified): "K", .timesWithoutClass: "L", .role: "B", .kind: "C", .hours: "D",
    .period: "E", .people: "F",
    .hoursPerYear: "G",
  ]

  /// What the sheet of time works out for each role, below the settings.
  private var worked: [(title: String, quantity: (StaffRole) -> Quantity)] {
    [
      (say("在岗天数", "days at work"), { .daysAtWork($0) }),
      (say("可用工时", "available hours"), { .availableHours($0) }),
      (say("人人承担的工作", "work that everyone does"), { .supportHours($0) }),
      (say("用于工作活动", "for activities"), { .capacity($0) }),
      (say("个别人承担的工作，折合人数", "work of some, in people"), { .setApart($0) }),
    ]
  }

  /// Gives what these sheets show its cells.
  mutating func placeTables() {
    for (column, letter) in Self.letters {
      let isActivity = column.table == .activities
      let count = isActivity ? norm.settings.activities.count : norm.settings.allowances.count
      let (first, last) = (
        PrintedTable.number(ofRow: 0), PrintedTable.number(ofRow: max(count - 1, 0))
      )
      let sheet = isActivity ? activities : allowances
      sources.columns[column] = "'\(sheet)'!$\(letter)$\(first):$\(letter)$\(last)"
    }
    for (role, letter) in Self.roles {
      func cell(_ row: Int) -> String { "'\(time)'!$\(letter)$\(PrintedTable.number(ofRow: row))" }
      let settings = StaffingParameter.time(role)
      for (row, parameter) in settings.enumerated() { sources.settings[parameter] = cell(row) }
      for (row, line) in worked.enumerated() {
        sources.quantities[line.quantity(role)] = cell(settings.count + row)
      }
      if role == .assistant {
        sources.settings[.periodsPerYear] = cell(settings.count + worked.count)
      }
    }
  }

  func writeTables(into workbook: WorkbookWriter) {
    writeActivities(into: workbook)
    writeTime(into: workbook)
    writeAllowances(into: workbook)
  }

  /// What a column of a table comes to in one of its rows.
  private func worked(_ column: SettingColumn, row index: Int) -> PrintedTable.Cell {
    var own = sources
    for (column, letter) in Self.letters {
      own.columns[column] = "\(letter)\(PrintedTable.number(ofRow: index))"
    }
    let value = try? norm.value(of: .row(column.table, index, .column(column)))
    return .formula(
      column.expression.map(own.formula) ?? "", result: value?.double, format: "0.00")
  }

  /// Who spends time on an activity, from the minutes beside it.
  private func doer(of activity: Activity, row index: Int) -> PrintedTable.Cell {
    let row = PrintedTable.number(ofRow: index)
    let words = [Doer.officer, .assistant, .either].map { "\"\($0.rawValue)\"" }
    return .textFormula(
      "IF(F\(row)=0,\(words[0]),IF(E\(row)=0,\(words[1]),\(words[2])))",
      result: activity.doneBy.rawValue)
  }

  private func writeActivities(into workbook: WorkbookWriter) {
    let table = PrintedTable(
      workbook.addSheet(activities), title: say("工作活动和所需时间", "The work and its time"),
      origin: origin,
      columns: [
        (say("工作", "Activity"), 34), (say("意见一（二）项", "Item of 一（二）"), 9),
        (say("由谁做", "Done by"), 11), (say("按什么发生", "Driver"), 13),
        (say("专门人员每次分钟", "Officers' minutes"), 9),
        (say("协管员每次分钟", "Assistants' minutes"), 9), (say("次数", "Times"), 8),
        (say("严管每月", "Strict"), 8),
        (say("普管每月", "General"), 8), (say("宽管每月", "Lenient"), 8),
        (say("未分类每月", "No class"), 9), (say("未分类采用", "No class, used"), 9),
      ], footer: say(report.title), headerHeight: 34)
    for (index, activity) in norm.settings.activities.enumerated() {
      let times = activity.driver == .subject ? nil : activity.driver.units.first
      table.write(
        [
          .text(say(activity.title)), .number(activity.duty.item),
          doer(of: activity, row: index), .inputText(activity.driver.rawValue),
          .input(activity.time(of: .officer).double),
          .input(activity.time(of: .assistant).double),
          .input(times.flatMap { activity.times[$0]?.double }),
        ] + Activity.Driver.subject.units.map { .input(activity.times[$0]?.double) }
          + [worked(.timesWithoutClass, row: index)], row: index)
    }
  }

  private func writeTime(into workbook: WorkbookWriter) {
    let table = PrintedTable(
      workbook.addSheet(time), title: say("一人一年的工作时间", "A person's time in a year"),
      origin: origin,
      columns: [
        (say("项目", "Item"), 40), (say("协管员", "Assistants"), 14),
        (say("专门人员", "Officers"), 14), (say("说明", "Remark"), 50),
      ], footer: say(report.title))
    let settings = Self.roles.map { StaffingParameter.time($0.role) }
    for (row, pair) in zip(settings[0], settings[1]).enumerated() {
      table.write(
        [.text(say(pair.0.wording))]
          + [pair.0, pair.1].map { .input(norm.settings.numbers[$0]?.double) }
          + [
            .text(
              pair.0 == .trainingHours(.assistant)
                ? say("协管员按意见三", "assistants: Opinion 三") : "")
          ], row: row)
    }
    for (row, line) in worked.enumerated() {
      let cells = Self.roles.map { role, _ in
        let quantity = line.quantity(role)
        return PrintedTable.Cell.formula(
          norm.definition(of: quantity).map(sources.formula) ?? "",
          result: (try? norm.value(of: .quantity(quantity)))?.double, format: "0.0000")
      }
      table.write([.text(line.title)] + cells + [.text("")], row: settings[0].count + row)
    }
    table.write(
      [
        .text(say(StaffingParameter.periodsPerYear.wording)),
        .input(norm.settings.numbers[.periodsPerYear]?.double), .text(""), .text(""),
      ], row: settings[0].count + worked.count)
  }

  private func writeAllowances(into workbook: WorkbookWriter) {
    let table = PrintedTable(
      workbook.addSheet(allowances), title: say("人人或个别人承担的工作", "Work of all or of some"),
      origin: origin,
      columns: [
        (say("工作", "Work"), 34), (say("人员", "Role"), 12), (say("种类", "Kind"), 12),
        (say("小时", "Hours"), 9), (say("每", "Per"), 9), (say("人数", "People"), 9),
        (say("一年小时", "Hours a year"), 12),
      ], footer: say(report.title))
    for (index, allowance) in norm.settings.allowances.enumerated() {
      let (period, people): (Allowance.Period?, Int?) =
        switch allowance.sharing {
        case .everyone(let period): (period, nil)
        case .some(let people): (nil, people)
        }
      table.write(
        [
          .text(say(allowance.title)), .inputText(allowance.role.rawValue),
          .inputText(period == nil ? "individual" : "category"), .input(allowance.hours.double),
          .inputText(period?.rawValue ?? "year"), .input(people.map(Double.init)),
          worked(.hoursPerYear, row: index),
        ], row: index)
    }
  }
}
