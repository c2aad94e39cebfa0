import Model
import Staffing
import Tabular

extension PlanWorkbook {
  /// Those who may do work, a column each in the sheet of settings.
  var doers: [Doer] { isRatio ? [.assistant] : Doer.allCases }

  private var name: String { say("参数", "Settings") }

  /// A line of the sheet of settings.
  fileprivate struct Line {
    let title: String
    var cells: [Content] = []
    var remark = ""

    enum Content {
      case setting(StaffingParameter)
      case quantity(Quantity)
      case rounding
      case rule(Rounding)
    }
  }

  private var lines: [Line] {
    var lines: [Line] = []
    if isRatio {
      lines += [
        Line(.subjectsPerAssistant, say("须大于 0", "above 0"), say),
        Line(.subjectsPerOfficer, say("须大于 0", "above 0"), say),
        Line(.reliefPerOfficer, say("富余：现有多于需要", "spare: more there than needed"), say),
      ]
    }
    for unit in WorkUnit.allCases {
      let quantities = doers.map { Quantity.weight(unit, $0) }
      guard quantities.contains(where: { norm.definition(of: $0) != nil }) else { continue }
      let stated = quantities.compactMap { quantity -> StaffingParameter? in
        guard case .withoutClass(.setting(let own), _) = norm.definition(of: quantity) else {
          return nil
        }
        return own
      }
      if !stated.isEmpty {
        lines.append(
          Line(
            title: title(of: unit), cells: stated.map { .setting($0) },
            remark: say("街道不报类别时用；可空", "where classes are not reported; may be blank")))
      }
      let used = say("，采用", ", used")
      lines.append(
        Line(
          title: title(of: unit) + (stated.isEmpty ? "" : used),
          cells: quantities.map { .quantity($0) }))
    }
    if !isRatio {
      let roles = [StaffRole.assistant, .officer]
      lines += [
        Line(
          title: say("每人可承担", "what one person does"), cells: roles.map { .quantity(.capacity($0)) },
          remark: say("须大于 0", "above 0")),
        Line(
          title: say("个别性工作占用的人数", "people whom individual work takes"),
          cells: roles.map { .quantity(.setApart($0)) }),
        Line(
          title: say("每名专门人员分担的双方均可的工作", "work open to both that each officer takes"),
          cells: [.setting(.sharedHoursPerOfficer)], remark: say("意见四（一）", "Opinion 四（一）")),
      ]
    }
    return lines + [
      Line(.minimum, say("每个街道", "an office"), say),
      Line(.maximum, say("每个街道；空白为不限", "an office; blank means none"), say),
      Line(
        title: say("取整规则", "rounding"), cells: [.rounding],
        remark: say("从下列四种选择", "one of the four below")),
    ]
      + Rounding.allCases.map { rule in
        let remark =
          rule == .none
          ? say("不取整：只有恰为整数才给出人数", "not rounded: only a whole number is proposed")
          : say(rule.wording)
        return Line(title: "", cells: [.rule(rule)], remark: remark)
      }
  }

  private func title(of unit: WorkUnit) -> String {
    if isRatio { return say(StaffingParameter.weight(unit).wording) }
    return switch unit {
    case .strict: say("严管对象，每名", "a subject under strict management")
    case .general: say("普管对象，每名", "a subject under general management")
    case .lenient: say("宽管对象，每名", "a subject under lenient management")
    case .unclassified: say("未分类对象，每名", "a subject without a class")
    case .intake: say("入矫，每名", "an intake")
    case .release: say("解矫，每名", "a release")
    case .investigation: say("调查评估，每件", "an investigation")
    case .office: say("街道本身", "the office itself")
    }
  }

  /// Gives every setting and quantity of the sheet its cell.
  mutating func placeSettings() {
    for (index, line) in lines.enumerated() {
      for (column, content) in line.cells.enumerated() {
        let cell = "'\(name)'!$\(["B", "C", "D"][column])$\(PrintedTable.number(ofRow: index))"
        switch content {
        case .setting(let parameter):
          references.settings[parameter] = cell
          sources.settings[parameter] = cell
        case .quantity(let quantity):
          references.quantities[quantity] = cell
          if case .setting(let parameter) = norm.definition(of: quantity) {
            sources.settings[parameter] = cell
          }
        case .rounding: references.rounding = cell
        case .rule: break
        }
      }
    }
  }

  func writeSettings(into workbook: WorkbookWriter) {
    let unit = norm.method == .workload ? say("小时/年", "hours a year") : say(norm.method.unit)
    let columns: [(String, Double)] =
      isRatio
      ? [(say("参数", "Setting"), 42), (say("数值", "Value"), 14)]
      : [
        (say("参数（\(unit)）", "Setting (\(unit))"), 42), (say("协管员", "Assistants"), 14),
        (say("专门人员", "Officers"), 14), (say("双方均可", "Either"), 14),
      ]
    let table = PrintedTable(
      workbook.addSheet(name), title: say("本地设定", "Local settings"), origin: origin,
      columns: columns + [(say("说明", "Remark"), isRatio ? 70 : 40)], footer: say(report.title))
    let lines = lines
    for (index, line) in lines.enumerated() {
      let cells = line.cells.map(cell)
      let blanks = Array(
        repeating: PrintedTable.Cell.text(""), count: max(0, doers.count - cells.count))
      table.write([.text(line.title)] + cells + blanks + [.text(line.remark)], row: index)
    }
    let (row, count) = (lines.count - Rounding.allCases.count, Rounding.allCases.count)
    let first = PrintedTable.number(ofRow: row)
    table.offer(cells: "=$B$\(first):$B$\(first + count - 1)", row: row - 1, column: 1)
  }

  private func cell(_ content: Line.Content) -> PrintedTable.Cell {
    switch content {
    case .setting(let parameter): return .input(norm.settings.numbers[parameter]?.double)
    case .rounding: return .inputText(norm.settings.rounding.rawValue)
    case .rule(let rule): return .text(rule.rawValue)
    case .quantity(let quantity):
      guard let definition = norm.definition(of: quantity) else { return .text("") }
      let value = (try? norm.value(of: .quantity(quantity)))?.double
      switch definition {
      case .setting, .number: return .input(value)
      default:
        var formula = sources.quantities[quantity] ?? sources.formula(definition)
        // One activity whose times cannot be told makes the sum unknown.
        if case (.weight(.unclassified, _), .total) = (quantity, definition) {
          formula = "IFERROR(\(formula),\"—\")"
        }
        return .formula(formula, result: value, format: "0.0000")
      }
    }
  }
}

extension PlanWorkbook.Line {
  /// A line of one setting, by its own name.
  fileprivate init(_ parameter: StaffingParameter, _ remark: String, _ say: Wording) {
    self.init(title: say(parameter.wording), cells: [.setting(parameter)], remark: remark)
  }
}
