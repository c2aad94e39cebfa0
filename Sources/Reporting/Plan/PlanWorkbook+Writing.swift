public import Model
public import Tabular

extension PlanWorkbook {
  /// Writes the workbook; the same values give the same bytes.
  ///
  /// - Throws: `TabularError` where the file cannot be made or written.
  public func write(to path: String, language: Language = .zh) throws(TabularError) {
    let say = PageText(language)
    let workbook = try WorkbookWriter(path: path, title: say(title), created: asOf)
    writeOffices(into: workbook, say)
    writeSettings(into: workbook, say)
    try workbook.close()
  }

  private func origin(_ say: PageText) -> String {
    say(
      "统计日期 \(asOf.iso)；编号 \(id)。黄色单元格可以改，结果自动重算。比例和取整都是本地设定，《意见》没有规定。",
      "Figures of \(asOf.iso); plan \(id). Change a yellow cell and the results follow. Ratios and "
        + "rounding are local settings; the Opinion gives none.")
  }

  private func writeOffices(into workbook: WorkbookWriter, _ say: PageText) {
    let columns: [(String, Double)] = [
      (say("区", "District"), 10), (say("街道代码", "Code"), 12), (say("街道（乡镇）", "Office"), 18),
      (say("专门人员", "Officers"), 9), (say("矫正对象", "Subjects"), 9), (say("严管", "Strict"), 8),
      (say("普管", "General"), 8), (say("宽管", "Lenient"), 8), (say("在岗协管员", "In post"), 9),
      (say("需要专门人员", "Officers needed"), 9), (say("折算对象", "Weighted subjects"), 12),
      (say("测算需要", "Required"), 12), (say("建议配备", "Proposed"), 12), (say("相差", "Difference"), 10),
      (say("专门人员缺额", "Officers short"), 10),
    ]
    let table = PrintedTable(
      workbook.addSheet(say("测算", "Plan")), title: say(title), origin: origin(say),
      columns: columns, footer: say(title), headerHeight: 34)
    for (index, office) in offices.enumerated() {
      table.write(cells(of: office, row: index, say), row: index)
    }
    let first = PrintedTable.number(ofRow: 0)
    let last = PrintedTable.number(ofRow: max(offices.count - 1, 0))
    let sums: [PrintedTable.Cell] = sums.map { column, value in
      .formula("SUM(\(column)\(first):\(column)\(last))", result: Double(value), format: "0")
    }
    // Weighted subjects and the need before rounding are not summed: they are not people.
    table.write(
      [.text(say("合计", "Total")), .text(""), .text("")] + sums[0..<7] + [.text(""), .text("")]
        + sums[7...], row: offices.count)
  }

  /// The columns that are summed, with their sums; what is unknown is left out.
  private var sums: [(column: String, value: Int)] {
    func sum(_ value: (Office) -> Int?) -> Int { offices.compactMap(value).reduce(0, +) }
    return [
      ("D", sum(\.caseload.officers)), ("E", sum(\.caseload.subjects)),
      ("F", sum(\.caseload.classes?.strict)), ("G", sum(\.caseload.classes?.general)),
      ("H", sum(\.caseload.classes?.lenient)), ("I", sum(\.caseload.assistants)),
      ("J", sum(\.officersNeeded)), ("M", sum(\.headcount.proposed)),
      ("N", sum(\.headcount.difference)), ("O", sum(\.headcount.officerShortfall)),
    ]
  }

  private func cells(of office: Office, row: Int, _ say: PageText) -> [PrintedTable.Cell] {
    let load = office.caseload
    let inputs = [
      load.officers, load.subjects, load.classes?.strict, load.classes?.general,
      load.classes?.lenient, load.assistants,
    ]
    let formulas = RatioFormulas(
      row: PrintedTable.number(ofRow: row), settings: "'\(say("参数", "Settings"))'!$B$", say: say)
    func result(_ value: Int?) -> Double? { value.map(Double.init) }
    let headcount = office.headcount
    return [.text(office.district), .text(load.officeCode), .text(office.name)]
      + inputs.map { .input(result($0)) }
      + [
        .formula(formulas.officersNeeded, result: result(office.officersNeeded), format: "0"),
        .formula(formulas.weighted, result: office.weighted, format: "0.00"),
        .formula(
          formulas.required, result: headcount.requiredHundredths.map { Double($0) / 100 },
          format: "0.00"),
        .formula(formulas.proposed, result: result(headcount.proposed), format: "0"),
        .formula(formulas.difference, result: result(headcount.difference), format: "+0;-0;0"),
        .formula(formulas.shortfall, result: result(headcount.officerShortfall), format: "0"),
      ]
  }

  private func writeSettings(into workbook: WorkbookWriter, _ say: PageText) {
    let table = PrintedTable(
      workbook.addSheet(say("参数", "Settings")), title: say("本地设定", "Local settings"),
      origin: origin(say),
      columns: [
        (say("参数", "Setting"), 42), (say("数值", "Value"), 14), (say("说明", "Remark"), 70),
      ], footer: say(title))
    let values: [(String, Double?, String)] = [
      (
        say("每名协管员对应对象数", "subjects per assistant"), settings.subjectsPerAssistant,
        say("须大于 0", "above 0")
      ),
      (
        say("每名专门国家工作人员对应对象数", "subjects per officer"), settings.subjectsPerOfficer,
        say("须大于 0", "above 0")
      ),
      (
        say("每名富余专门国家工作人员减少协管员数", "assistants replaced by each spare officer"),
        settings.reliefPerOfficer, say("富余：现有多于需要", "spare: more there than needed")
      ),
      (say("严管折算系数", "weight of strict management"), settings.weightStrict, ""),
      (say("普管折算系数", "weight of general management"), settings.weightGeneral, ""),
      (say("宽管折算系数", "weight of lenient management"), settings.weightLenient, ""),
      (
        say("未分类折算系数", "weight without a class"), settings.weightUnclassified,
        say("街道不报类别时用；可空", "where classes are not reported; may be blank")
      ),
      (say("最少人数", "minimum"), Double(settings.minimum), say("每个街道", "an office")),
      (
        say("最多人数", "maximum"), settings.maximum.map(Double.init),
        say("每个街道；空白为不限", "an office; blank means none")
      ),
    ]
    for (row, (name, value, remark)) in values.enumerated() {
      table.write([.text(name), .input(value), .text(remark)], row: row)
    }
    table.write(
      [
        .text(say("取整规则", "rounding")), .inputText(settings.rounding),
        .text(say("从下列四种选择", "one of the four below")),
      ], row: values.count)
    let rules = [
      ("up", say("向上取整", "rounded up")), ("half-up", say("四舍五入", "rounded half up")),
      ("wisn", say("世界卫生组织 WISN 规则", "WHO's WISN table")),
      ("none", say("不取整：只有恰为整数才给出人数", "not rounded: only a whole number is proposed")),
    ]
    for (index, (id, meaning)) in rules.enumerated() {
      table.write([.text(""), .text(id), .text(meaning)], row: values.count + 1 + index)
    }
    let first = PrintedTable.number(ofRow: values.count + 1)
    table.offer(
      cells: "=$B$\(first):$B$\(first + rules.count - 1)", row: values.count, column: 1)
  }
}
