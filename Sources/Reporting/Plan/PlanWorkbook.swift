public import Model
import Staffing
public import Tabular

/// A plan as a workbook that computes: a clerk changes a yellow cell and sees what comes out.
///
/// Its formulas are the expressions of the plan's own working, in the cells where its figures and
/// settings stand: a row an office, a sheet of settings, and for the workload method the tables
/// from which its settings come.
public struct PlanWorkbook {
  let report: PlanReport
  let say: Wording
  /// What the sheet of settings and the tables behind it show, where.
  var sources: SheetReferences
  /// What an office's row finds in the sheet of settings.
  var references: SheetReferences

  var norm: StaffingNorm { report.plan.norm }
  var isRatio: Bool { norm.method == .ratio }

  /// Lays out a report in a language.
  public init(_ report: PlanReport, language: Language = .zh) {
    self.report = report
    say = Wording(language)
    sources = SheetReferences(report.plan.norm)
    references = sources
    if norm.method == .workload { placeTables() }
    placeSettings()
  }

  /// Writes the workbook; the same report gives the same bytes.
  ///
  /// - Throws: `TabularError` where the file cannot be made or written.
  public func write(to path: String) throws(TabularError) {
    let workbook = try WorkbookWriter(path: path, title: say(report.title), created: report.asOf)
    writeOffices(into: workbook)
    writeSettings(into: workbook)
    if norm.method == .workload { writeTables(into: workbook) }
    try workbook.close()
  }

  var origin: String {
    let settings =
      isRatio
      ? say("比例和取整", "Ratios and rounding") : say("次数、时间、分值和取整", "Times, points and rounding")
    let state = report.confirmation.wording
    return say(
      "基准日 \(report.asOf.iso)；编号 \(report.label)；\(state.zh)。黄色单元格可以改，结果自动重算。\(settings)都是本地设定，《意见》没有规定。",
      "As of \(report.asOf.iso); plan \(report.label); \(state.en). Change a yellow cell and the "
        + "results follow. \(settings) are local settings; the Opinion gives none.")
  }

  // MARK: - The offices

  /// What a column of the offices' sheet shows.
  private enum Content {
    case figure(Figure)
    case away
    case obstacle
    case result(Quantity, format: String)
  }

  private typealias Column = (title: String, width: Double, content: Content)

  /// The columns after those that name the office.
  private var columns: [Column] {
    let unit = norm.method == .workload ? say("小时/年", "hours a year") : say(norm.method.unit)
    var columns: [Column] = [
      (say("专门人员", "Officers"), 8, .figure(.officers)),
      (say("矫正对象", "Subjects"), 8, .figure(.subjects)),
      (say("严管", "Strict"), 7, .figure(.subjectsStrict)),
      (say("普管", "General"), 7, .figure(.subjectsGeneral)),
      (say("宽管", "Lenient"), 7, .figure(.subjectsLenient)),
      (say("在岗协管员", "In post"), 8, .figure(.assistants)),
    ]
    if isRatio {
      columns += [
        (say("不能计算的原因", "Not computed because"), 12, .obstacle),
        (say("需要专门人员", "Officers needed"), 9, .result(.officersNeeded, format: "0")),
        (say("折算对象", "Weighted subjects"), 12, .result(.weightedSubjects, format: "0.00")),
      ]
    } else {
      columns += [
        (say("当期入矫", "Intakes"), 7, .figure(.intakes)),
        (say("当期解矫", "Releases"), 7, .figure(.releases)),
        (say("当期调查评估", "Investigations"), 8, .figure(.investigations)),
        (say("专门人员暂离", "Officers away"), 8, .away),
        (say("不能计算的原因", "Not computed because"), 12, .obstacle),
        (
          say("协管员的工作（\(unit)）", "Assistants' work (\(unit))"), 11,
          .result(.work(.assistant), format: "0.00")
        ),
        (say("专门人员的工作", "Officers' work"), 11, .result(.work(.officer), format: "0.00")),
        (say("双方均可的工作", "Work for either"), 11, .result(.work(.either), format: "0.00")),
        (say("需要专门人员", "Officers needed"), 9, .result(.officersRequired, format: "0.00")),
        (say("专门人员分担", "Taken by officers"), 10, .result(.taken, format: "0.00")),
      ]
    }
    return columns + [
      (say("测算需要", "Required"), 9, .result(.required, format: "0.00")),
      (say("建议配备", "Proposed"), 9, .result(.proposed, format: "0")),
      (say("相差", "Difference"), 9, .result(.difference, format: "+0;-0;0")),
      (say("专门人员缺额", "Officers short"), 9, .result(.officersShort, format: "0")),
    ]
  }

  private func writeOffices(into workbook: WorkbookWriter) {
    let columns = columns
    let names = [
      (say("区", "District"), 10.0), (say("街道代码", "Code"), 12), (say("街道（乡镇）", "Office"), 18),
      (say("统计日期", "Figures of"), 11),
    ]
    let table = PrintedTable(
      workbook.addSheet(say("测算", "Plan")), title: say(report.title), origin: origin,
      columns: names + columns.map { ($0.title, $0.width) }, footer: say(report.title),
      headerHeight: 48)
    let plans = Array(zip(report.plan.caseloads, report.plan.offices))
    for (index, (caseload, plan)) in plans.enumerated() {
      let code = caseload.officeCode
      table.write(
        [
          .text(report.offices.district(of: code)), .text(code),
          .text(report.offices.name(of: code)), .text(plan.asOf.iso),
        ] + cells(columns, caseload, plan, row: PrintedTable.number(ofRow: index)), row: index)
    }
    let (first, last) = (
      PrintedTable.number(ofRow: 0), PrintedTable.number(ofRow: max(plans.count - 1, 0))
    )
    // What has decimals is not summed: it is not people.
    table.write(
      [.text(say("合计", "Total")), .text(""), .text(""), .text("")]
        + columns.enumerated().map { index, column in
          let letter = Self.letter(index + names.count)
          let values: [Int?]
          switch column.content {
          case .figure(let figure): values = plans.map { figure.value(in: $0.0) }
          case .result(let quantity, let format) where !format.contains("."):
            values = plans.map { Self.result(quantity, of: $0.1)?.whole }
          default: return .text("")
          }
          return .formula(
            "SUM(\(letter)\(first):\(letter)\(last))",
            result: Double(values.compactMap(\.self).reduce(0, +)), format: "0")
        }, row: plans.count)
  }

  private func cells(
    _ columns: [Column], _ caseload: Caseload, _ plan: OfficePlan, row: Int
  ) -> [PrintedTable.Cell] {
    var obstacle = ""
    var own = references
    for (index, column) in columns.enumerated() {
      let cell = "\(Self.letter(index + 4))\(row)"
      switch column.content {
      // A blank figure that nothing needs counts nothing, whatever stands in it.
      case .figure(let figure):
        own.figures[figure] =
          [.intakes, .releases, .investigations].contains(figure) ? "N(\(cell))" : cell
      case .away: own.quantities[.away(.officer)] = cell
      case .obstacle: obstacle = cell
      case .result(let quantity, _): own.quantities[quantity] = cell
      }
    }
    return columns.map { column in
      switch column.content {
      case .figure(let figure): .input(figure.value(in: caseload).map(Double.init))
      case .away: .input(plan.quantities[.away(.officer)]?.double ?? 0)
      case .obstacle: .textFormula(self.obstacle(own), result: word(for: plan.obstacle))
      case .result(let quantity, let format):
        .formula(
          formula(of: quantity, own, obstacle: obstacle),
          result: Self.result(quantity, of: plan)?.double, format: format)
      }
    }
  }

  private static func letter(_ column: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column)))
  }

  private static func result(_ quantity: Quantity, of plan: OfficePlan) -> Rational? {
    switch quantity {
    case .proposed: plan.proposed.map { Rational($0) }
    case .difference: plan.difference.map { Rational($0) }
    default: plan.quantities[quantity]
    }
  }

  /// A quantity's formula, which says that it cannot be computed where it cannot.
  private func formula(
    of quantity: Quantity, _ own: SheetReferences, obstacle: String
  ) -> String {
    let unknown = "\"\(say.notComputed)\""
    let formula = norm.definition(of: quantity).map(own.formula) ?? ""
    func cell(_ quantity: Quantity) -> String { own.quantities[quantity] ?? "" }
    func setting(_ parameter: StaffingParameter) -> String { own.settings[parameter] ?? "" }
    switch quantity {
    case .proposed:
      let (need, maximum) = (cell(.required), setting(.maximum))
      return "IF(COUNT(\(need))=0,\(unknown),"
        + "IF(AND(COUNT(\(maximum))=1,\(maximum)<\(setting(.minimum))),\(unknown),"
        + "IF(AND(\(own.rounding)=\"none\",INT(\(need))<>\(need)),\(unknown),\(formula))))"
    case .difference:
      let inPost = own.figures[.assistants] ?? ""
      return "IF(COUNT(\(cell(.proposed)),\(inPost))=2,\(formula),\(unknown))"
    case .officersNeeded, .officersShort:
      return "IF(\(obstacle)=\"\",\(formula),\(unknown))"
    default: return "IF(\(obstacle)=\"\",ROUND(\(formula),8),\(unknown))"
    }
  }

  // MARK: - Why a row cannot be computed

  private var mustBePositive: String { say("参数须大于 0", "settings must be above 0") }
  private var isMissing: String { say("缺少数字", "figures missing") }
  private var doesNotSum: String { say("分类合计不符", "classes do not sum") }
  private var hasNoClasses: String { say("未分类", "no classes") }

  private func word(for obstacle: PlanObstacle?) -> String {
    switch obstacle {
    case nil, .notRounded, .minimumAboveMaximum: ""
    case .missing, .negative, .outOfRange: isMissing
    case .classesDisagree: doesNotSum
    case .classesUnknown: hasNoClasses
    default: mustBePositive
    }
  }

  /// Why nothing can be computed in a row; an empty text where it can.
  private func obstacle(_ own: SheetReferences) -> String {
    let divisors =
      (isRatio
      ? [.subjectsPerAssistant, .subjectsPerOfficer].map { own.settings[$0] ?? "" }
      : StaffRole.allCases.map { own.quantities[.capacity($0)] ?? "" }).joined(separator: ",")
    func cell(_ figure: Figure) -> String { own.figures[figure] ?? "" }
    func weights(_ unit: WorkUnit) -> [String] {
      doers.compactMap { own.quantities[.weight(unit, $0)] }
    }
    let events = WorkUnit.events.compactMap { unit -> String? in
      guard let figure = unit.figure, !weights(unit).isEmpty else { return nil }
      let cell = cell(figure).dropFirst(2).dropLast()
      return "AND(SUM(\(weights(unit).joined(separator: ",")))>0,COUNT(\(cell))=0)"
    }
    let missing = ["COUNT(\(cell(.officers)):\(cell(.subjects)))<2"] + events
    let pooled = weights(.unclassified)
    let classes = "\(cell(.subjectsStrict)):\(cell(.subjectsLenient))"
    return "IF(OR(COUNT(\(divisors))<2,MIN(\(divisors))<=0),\"\(mustBePositive)\","
      + "IF(OR(\(missing.joined(separator: ","))),\"\(isMissing)\","
      + "IF(\(own.tellsClassesApart),IF(SUM(\(classes))=\(cell(.subjects)),\"\",\"\(doesNotSum)\"),"
      + "IF(COUNT(\(pooled.joined(separator: ",")))=\(pooled.count),\"\",\"\(hasNoClasses)\"))))"
  }
}
