public import Model
public import Tabular

extension WorkWorkbook {
  /// Writes the workbook; the same values give the same bytes.
  ///
  /// - Throws: `TabularError` where the file cannot be made or written.
  public func write(to path: String, language: Language = .zh) throws(TabularError) {
    let say = PageText(language)
    let workbook = try WorkbookWriter(path: path, title: say(title), created: asOf)
    writeOffices(into: workbook, say)
    writeSettings(into: workbook, say)
    if let source { WorkSourceSheets(source, self, say).write(into: workbook) }
    try workbook.close()
  }

  func origin(_ say: PageText) -> String {
    say(
      "统计日期 \(asOf.iso)；编号 \(id)。黄色单元格可以改，结果自动重算。次数、时间、分值和取整都是本地设定，《意见》没有规定。",
      "Figures of \(asOf.iso); plan \(id). Change a yellow cell and the results follow. Times, points "
        + "and rounding are local settings; the Opinion gives none.")
  }

  private func writeOffices(into workbook: WorkbookWriter, _ say: PageText) {
    let unit = say(unit)
    let columns: [(String, Double)] = [
      (say("区", "District"), 10), (say("街道代码", "Code"), 12), (say("街道（乡镇）", "Office"), 18),
      (say("专门人员", "Officers"), 8), (say("矫正对象", "Subjects"), 8), (say("严管", "Strict"), 7),
      (say("普管", "General"), 7), (say("宽管", "Lenient"), 7), (say("在岗协管员", "In post"), 8),
      (say("当期入矫", "Intakes"), 7), (say("当期解矫", "Releases"), 7),
      (say("当期调查评估", "Investigations"), 8), (say("专门人员暂离", "Officers away"), 8),
      (say("不能计算的原因", "Not computed because"), 12),
      (say("协管员的工作（\(unit)）", "Assistants' work (\(unit))"), 11),
      (say("专门人员的工作", "Officers' work"), 11), (say("双方均可的工作", "Work for either"), 11),
      (say("需要专门人员", "Officers needed"), 9), (say("专门人员分担", "Taken by officers"), 10),
      (say("测算需要", "Required"), 9), (say("建议配备", "Proposed"), 9),
      (say("相差", "Difference"), 9), (say("专门人员缺额", "Officers short"), 9),
    ]
    let table = PrintedTable(
      workbook.addSheet(say("测算", "Plan")), title: say(title), origin: origin(say),
      columns: columns, footer: say(title), headerHeight: 48)
    for (index, office) in offices.enumerated() {
      table.write(cells(of: office, row: index, say), row: index)
    }
  }

  private func cells(of office: Office, row: Int, _ say: PageText) -> [PrintedTable.Cell] {
    let load = office.caseload
    let inputs = [
      load.officers, load.subjects, load.classes?.strict, load.classes?.general,
      load.classes?.lenient, load.assistants, load.intakes, load.releases, load.investigations,
    ]
    let formulas = WorkFormulas(
      row: PrintedTable.number(ofRow: row), settings: "'\(say("参数", "Settings"))'!", say: say)
    func result(_ value: Int?) -> Double? { value.map(Double.init) }
    let headcount = office.headcount
    let work = work(of: office)
    return [.text(office.district), .text(load.officeCode), .text(office.name)]
      + inputs.map { .input(result($0)) }
      + [
        .input(office.officersAway),
        .textFormula(
          formulas.obstacle, result: work == nil ? say("缺少数字", "figures missing") : ""),
        .formula(formulas.work(.assistant), result: work?[0], format: "0.00"),
        .formula(formulas.work(.officer), result: work?[1], format: "0.00"),
        .formula(formulas.work(.either), result: work?[2], format: "0.00"),
        .formula(
          formulas.officersNeeded,
          result: work.map { $0[1] / settings.officerCapacity + settings.officersApart },
          format: "0.00"),
        .formula(
          formulas.taken,
          result: work.map {
            min(
              $0[2],
              max(0, Double(load.officers ?? 0) - office.officersAway) * settings.sharedPerOfficer)
          }, format: "0.00"),
        .formula(
          formulas.required, result: headcount.requiredHundredths.map { Double($0) / 100 },
          format: "0.00"),
        .formula(formulas.proposed, result: result(headcount.proposed), format: "0"),
        .formula(formulas.difference, result: result(headcount.difference), format: "+0;-0;0"),
        .formula(formulas.shortfall, result: result(headcount.officerShortfall), format: "0"),
      ]
  }

  /// Work of an office by who may do it; nothing where the plan could not compute it.
  private func work(of office: Office) -> [Double]? {
    let load = office.caseload
    guard office.headcount.requiredHundredths != nil, let subjects = load.subjects else {
      return nil
    }
    let counts =
      load.classes.map { [$0.strict, $0.general, $0.lenient, 0] } ?? [0, 0, 0, subjects]
    let events = counts + [load.intakes, load.releases, load.investigations].map { $0 ?? 0 } + [1]
    return (0..<3).map { doer in
      zip(events, settings.weights).reduce(0) { $0 + Double($1.0) * ($1.1.all[doer] ?? 0) }
    }
  }

  private func writeSettings(into workbook: WorkbookWriter, _ say: PageText) {
    let table = PrintedTable(
      workbook.addSheet(say("参数", "Settings")), title: say("本地设定", "Local settings"),
      origin: origin(say),
      columns: [
        (say("参数（\(say(unit))）", "Setting (\(say(unit)))"), 42), (say("协管员", "Assistants"), 14),
        (say("专门人员", "Officers"), 14), (say("双方均可", "Either"), 14), (say("说明", "Remark"), 40),
      ], footer: say(title))
    let formulas = source.map { WorkSourceSheets($0, self, say) }
    let names = [
      say("严管对象，每名", "a subject under strict management"),
      say("普管对象，每名", "a subject under general management"),
      say("宽管对象，每名", "a subject under lenient management"),
      say("未分类对象，每名", "a subject without a class"), say("入矫，每名", "an intake"),
      say("解矫，每名", "a release"), say("调查评估，每件", "an investigation"),
      say("街道本身", "the office itself"),
    ]
    for (row, (name, weights)) in zip(names, settings.weights).enumerated() {
      let cells: [PrintedTable.Cell] = weights.all.enumerated().map { column, weight in
        formulas.map {
          .formula($0.weight(row: row, doer: column), result: weight, format: "0.0000")
        } ?? .input(weight)
      }
      let remark: PrintedTable.Cell =
        switch row {
        case 4...6:
          .formula(
            formulas?.count(row: row) ?? "IF(B\(row + 4)>0,1,0)",
            result: weights.all.contains { ($0 ?? 0) > 0 } ? 1 : 0,
            format: say("0\" 项工作要用这个数字\"", "0\" kinds of work need the figure\""))
        default: .text("")
        }
      table.write([.text(name)] + cells + [remark], row: row)
    }
    writePeople(into: table, formulas, say)
  }

  private func writePeople(
    into table: PrintedTable, _ formulas: WorkSourceSheets?, _ say: PageText
  ) {
    let capacity = [settings.assistantCapacity, settings.officerCapacity]
    let apart = [settings.assistantsApart, settings.officersApart]
    func pair(_ values: [Double], _ formula: ((Int) -> String)?) -> [PrintedTable.Cell] {
      values.enumerated().map { column, value in
        formula.map { .formula($0(column), result: value, format: "0.0000") } ?? .input(value)
      } + [.text("")]
    }
    table.write(
      [.text(say("每人可承担", "what one person does"))] + pair(capacity, formulas?.capacity)
        + [.text(say("须大于 0", "above 0"))], row: 8)
    table.write(
      [.text(say("个别性工作占用的人数", "people whom individual work takes"))]
        + pair(apart, formulas?.apart) + [.text("")], row: 9)
    let rows: [(String, PrintedTable.Cell, String)] = [
      (
        say("每名专门人员分担的双方均可的工作", "work open to both that each officer takes"),
        .input(settings.sharedPerOfficer), say("意见四（一）", "Opinion 四（一）")
      ),
      (say("最少人数", "minimum"), .input(Double(settings.minimum)), say("每个街道", "an office")),
      (
        say("最多人数", "maximum"), .input(settings.maximum.map(Double.init)),
        say("每个街道；空白为不限", "an office; blank means none")
      ),
      (
        say("取整规则", "rounding"), .inputText(settings.rounding),
        say("从下列四种选择", "one of the four below")
      ),
      ("", .text("up"), say("向上取整", "rounded up")),
      ("", .text("half-up"), say("四舍五入", "rounded half up")),
      ("", .text("wisn"), say("世界卫生组织 WISN 规则", "WHO's WISN table")),
      (
        "", .text("none"), say("不取整：只有恰为整数才给出人数", "not rounded: only a whole number is proposed")
      ),
    ]
    for (index, (name, cell, remark)) in rows.enumerated() {
      table.write(
        [.text(name), cell, .text(""), .text(""), .text(remark)], row: 10 + index)
    }
    let first = PrintedTable.number(ofRow: 14)
    table.offer(cells: "=$B$\(first):$B$\(first + 3)", row: 13, column: 1)
  }
}
