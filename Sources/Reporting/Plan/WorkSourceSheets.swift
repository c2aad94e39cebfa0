import Model
import Tabular

/// The sheets from which the workload method's weights and capacities are computed: activities,
/// time and allowances.
struct WorkSourceSheets {
  private let source: WorkWorkbook.Source
  private let book: WorkWorkbook
  private let say: PageText

  private static let doers = ["assistant", "officer", "either"]
  private static let roles = ["assistant", "officer"]
  private static let firstRow = PrintedTable.number(ofRow: 0)

  init(_ source: WorkWorkbook.Source, _ book: WorkWorkbook, _ say: PageText) {
    self.source = source
    self.book = book
    self.say = say
  }

  private var activities: String { say("工作活动", "Activities") }
  private var time: String { say("工作时间", "Time") }
  private var allowances: String { say("共同和个别工作", "Allowances") }

  private func column(_ letter: String) -> String {
    let last = PrintedTable.number(ofRow: max(source.activities.count - 1, 0))
    return "'\(activities)'!$\(letter)$\(Self.firstRow):$\(letter)$\(last)"
  }

  private func allowanceColumn(_ letter: String) -> String {
    let last = PrintedTable.number(ofRow: max(source.allowances.count - 1, 0))
    return "'\(allowances)'!$\(letter)$\(Self.firstRow):$\(letter)$\(last)"
  }

  private func time(_ line: Int, _ role: Int) -> String { "'\(time)'!$\(["B", "C"][role])$\(line)" }

  // MARK: - Formulas of the settings

  /// Hours a year of one subject, event or office.
  func weight(row: Int, doer: Int) -> String {
    let done = "(\(column("C"))=\"\(Self.doers[doer])\")"
    func hours(_ driver: String, _ times: String, _ periods: String) -> String {
      "SUMPRODUCT(\(done)*(\(column("D"))=\"\(driver)\")*\(column("E"))*\(column(times)))"
        + "*\(periods)/60"
    }
    let periods = "'\(time)'!$B$17"
    switch row {
    case 0...2: return hours("subject", ["G", "H", "I"][row], "12")
    case 3:
      return "IF(COUNTIF(\(column("K")),\"—\")>0,\"—\",\(hours("subject", "K", "12")))"
    case 4...6:
      return hours(["intake", "release", "investigation"][row - 4], "F", periods)
    default: return hours("office", "F", "12")
    }
  }

  /// How many activities need an event's figure.
  func count(row: Int) -> String {
    "COUNTIF(\(column("D")),\"\(["intake", "release", "investigation"][row - 4])\")"
  }

  /// Hours that one person has for activities.
  func capacity(role: Int) -> String { time(15, role) }

  /// People whom individual work takes.
  func apart(role: Int) -> String { time(16, role) }

  // MARK: - Sheets

  func write(into workbook: WorkbookWriter) {
    writeActivities(into: workbook)
    writeTime(into: workbook)
    writeAllowances(into: workbook)
  }

  private func writeActivities(into workbook: WorkbookWriter) {
    let table = PrintedTable(
      workbook.addSheet(activities), title: say("工作活动和所需时间", "The work and its time"),
      origin: book.origin(say),
      columns: [
        (say("工作", "Activity"), 34), (say("意见一（二）项", "Item of 一（二）"), 9),
        (say("由谁做", "Done by"), 11), (say("按什么发生", "Driver"), 13),
        (say("每次分钟", "Minutes"), 9), (say("次数", "Times"), 8), (say("严管每月", "Strict"), 8),
        (say("普管每月", "General"), 8), (say("宽管每月", "Lenient"), 8),
        (say("未分类每月", "No class"), 9), (say("未分类采用", "No class, used"), 9),
      ], footer: say(book.title), headerHeight: 34)
    for (index, activity) in source.activities.enumerated() {
      let row = PrintedTable.number(ofRow: index)
      let uniform = "IF(AND(G\(row)=H\(row),H\(row)=I\(row)),G\(row),\"—\")"
      let isSubject = activity.driver == "subject"
      let times = activity.classTimes
      let used =
        times[3] ?? (times[0] == times[1] && times[1] == times[2] ? times[0] : nil)
      table.write(
        [
          .text(say(activity.title)), .number(activity.item), .inputText(activity.doneBy),
          .inputText(activity.driver), .input(activity.minutes), .input(activity.times),
        ] + times.map { .input($0) } + [
          .formula(
            "IF(D\(row)=\"subject\",IF(COUNT(J\(row))=1,J\(row),\(uniform)),0)",
            result: isSubject ? used : 0, format: "0.00")
        ], row: index)
    }
  }

  private func writeTime(into workbook: WorkbookWriter) {
    let table = PrintedTable(
      workbook.addSheet(time), title: say("一人一年的工作时间", "A person's time in a year"),
      origin: book.origin(say),
      columns: [
        (say("项目", "Item"), 40), (say("协管员", "Assistants"), 14),
        (say("专门人员", "Officers"), 14), (say("说明", "Remark"), 50),
      ], footer: say(book.title))
    let names = [
      say("工作日", "working days"), say("法定节假日", "public holidays"), say("年休假", "annual leave"),
      say("病假", "sick leave"), say("其他假", "other leave"), say("每日工时", "hours a day"),
      say("每周工作日", "days a week"), say("培训学时", "hours of training"),
    ]
    let times = [source.assistantTime, source.officerTime]
    for (row, name) in names.enumerated() {
      table.write(
        [.text(name)] + times.map { .input($0.values[row]) }
          + [.text(row == 7 ? say("协管员按意见三", "assistants: Opinion 三") : "")], row: row)
    }
    func line(
      _ row: Int, _ name: String, _ formula: (String) -> String,
      _ result: (WorkWorkbook.Time, Int) -> Double
    ) {
      let cells = zip(times, ["B", "C"]).enumerated().map { role, pair in
        PrintedTable.Cell.formula(
          formula(pair.1), result: result(pair.0, role), format: "0.0000")
      }
      table.write([.text(name)] + cells + [.text("")], row: row)
    }
    let apart = [book.settings.assistantsApart, book.settings.officersApart]
    line(8, say("在岗天数", "days at work"), { "\($0)4-SUM(\($0)5:\($0)8)" }) { time, _ in time.days }
    line(9, say("可用工时", "available hours"), { "\($0)12*\($0)9-\($0)11" }) { time, _ in time.hours }
    let roles = ["B": "assistant", "C": "officer"]
    func sum(_ column: String, _ kind: String) -> String {
      "SUMPRODUCT((\(allowanceColumn("B"))=\"\(roles[column] ?? "")\")"
        + "*(\(allowanceColumn("C"))=\"\(kind)\")*\(allowanceColumn("G")))"
    }
    line(10, say("人人承担的工作", "work that everyone does"), { sum($0, "category") }) { time, _ in
      time.support
    }
    line(11, say("用于工作活动", "for activities"), { "\($0)13-\($0)14" }) { time, _ in
      time.hours - time.support
    }
    line(
      12, say("个别人承担的工作，折合人数", "work of some, in people"),
      {
        "\(sum($0, "individual"))/\($0)13"
      }
    ) { _, role in apart[role] }
    table.write(
      [
        .text(say("工作量表一年报几次", "caseload sheets a year")), .input(source.periodsPerYear),
        .text(""), .text(""),
      ], row: 13)
  }

  private func writeAllowances(into workbook: WorkbookWriter) {
    let table = PrintedTable(
      workbook.addSheet(allowances), title: say("人人或个别人承担的工作", "Work of all or of some"),
      origin: book.origin(say),
      columns: [
        (say("工作", "Work"), 34), (say("人员", "Role"), 12), (say("种类", "Kind"), 12),
        (say("小时", "Hours"), 9), (say("每", "Per"), 9), (say("人数", "People"), 9),
        (say("一年小时", "Hours a year"), 12),
      ], footer: say(book.title))
    for (index, allowance) in source.allowances.enumerated() {
      let row = PrintedTable.number(ofRow: index)
      let time = allowance.role == "assistant" ? source.assistantTime : source.officerTime
      let column = "IF(B\(row)=\"assistant\",'\(self.time)'!$B$"
      func own(_ line: Int) -> String { "\(column)\(line),'\(self.time)'!$C$\(line))" }
      let yearly =
        "D\(row)*IF(E\(row)=\"day\",\(own(12)),IF(E\(row)=\"week\",\(own(12))/\(own(10)),"
        + "IF(E\(row)=\"month\",12,1)))"
      let times =
        switch allowance.period {
        case "day": time.days
        case "week": time.days / time.values[6]
        case "month": 12.0
        default: 1.0
        }
      let kind = allowance.period == nil ? "individual" : "category"
      table.write(
        [
          .text(say(allowance.title)), .inputText(allowance.role), .inputText(kind),
          .input(allowance.hours), .inputText(allowance.period ?? "year"),
          .input(allowance.people.map(Double.init)),
          .formula(
            "IF(C\(row)=\"individual\",D\(row)*F\(row),\(yearly))",
            result: allowance.hours
              * (allowance.period == nil ? Double(allowance.people ?? 0) : times), format: "0.00"),
        ], row: index)
    }
  }
}
