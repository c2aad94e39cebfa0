import ArgumentParser
import Model
import Planner
import Policy
import Register
import Scoring

/// `xieguan sensitivity`: which local settings and which open facts decide who is above the line.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Which settings and open facts decide who is above the line 敏感性分析")

  @Argument(help: "The run's id, its first digits, or latest.")
  var runID: String

  @Option(help: "Only this office's margin 街道代码.")
  var office: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let margins = try RunMargins(runID, office: office, of: global.existingRegister())
    let sensitivity = try margins.sensitivity()
    if global.json {
      try Console.result(json: SensitivityResult(margins, sensitivity, global.language))
    } else {
      for line in SensitivityText(margins, sensitivity, global.language).lines {
        Console.result(line)
      }
    }
  }
}

/// A sensitivity analysis as JSON.
struct SensitivityResult: Encodable {
  struct Shift: Encodable {
    let officeCode: String
    let up: [String]
    let down: [String]

    enum CodingKeys: String, CodingKey {
      case up, down
      case officeCode = "office_code"
    }
  }

  struct Setting: Encodable {
    let subject: String
    let id: String
    let from: String
    let to: String
    let offices: [Shift]
  }

  let margins: MarginResult
  let settings: [Setting]

  enum CodingKeys: String, CodingKey {
    case settings
  }

  init(_ margins: RunMargins, _ sensitivity: Sensitivity, _ language: Language) {
    self.margins = MarginResult(margins, language)
    settings = sensitivity.results.map { result in
      Setting(
        subject: "\(result.trial.subject)", id: result.trial.id, from: result.trial.from,
        to: result.trial.to,
        offices: result.offices.map {
          Shift(officeCode: $0.officeCode, up: $0.up, down: $0.down)
        })
    }
  }

  func encode(to encoder: any Encoder) throws {
    try margins.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(settings, forKey: .settings)
  }
}

/// A sensitivity analysis as text for a person.
struct SensitivityText {
  /// How many offices are named for each setting.
  private static let shown = 5

  private let margins: RunMargins
  private let sensitivity: Sensitivity
  private let language: Language

  init(_ margins: RunMargins, _ sensitivity: Sensitivity, _ language: Language) {
    self.margins = margins
    self.sensitivity = sensitivity
    self.language = language
  }

  /// The lines, in the order in which a person reads them.
  var lines: [String] {
    let (moving, harmless) = (
      sensitivity.results.filter { !$0.offices.isEmpty },
      sensitivity.results.filter { $0.offices.isEmpty }
    )
    var lines = [
      says(
        "运行 \(margins.run.id)：本地设定每次改一项，谁在录用线以上会变？",
        "run \(margins.run.id): with one local setting changed at a time, who is above the line?")
    ]
    for result in moving {
      let (up, down) = (result.count(\.up), result.count(\.down))
      lines.append(
        "  \(wording(of: result.trial))"
          + says(
            "：\(result.offices.count) 个街道变，升 \(up) 人，降 \(down) 人",
            ": \(result.offices.count) offices differ, \(up) up, \(down) down"))
      lines += result.offices.prefix(Self.shown).map { shift in
        let up = shift.up.isEmpty ? "" : " ↑ " + shift.up.joined(separator: " ")
        let down = shift.down.isEmpty ? "" : " ↓ " + shift.down.joined(separator: " ")
        return "      \(shift.officeCode)\(up)\(down)"
      }
      if result.offices.count > Self.shown {
        let rest = result.offices.count - Self.shown
        lines.append(says("      另有 \(rest) 个街道", "      and \(rest) more offices"))
      }
    }
    if !harmless.isEmpty {
      lines.append(says("  改了也不变：", "  no difference from:"))
      lines += harmless.map { "      " + wording(of: $0.trial) }
    }
    lines += [
      "",
      says("未核实的事项可能改变谁在录用线以上：", "Open facts that could change who is above the line:"),
    ]
    let margin = MarginText(margins, language).atTheMargin
    return lines + (margin.isEmpty ? [says("  没有。", "  none.")] : margin)
  }

  private func wording(of trial: SettingTrial) -> String {
    let title = trial.title[language]
    switch trial.subject {
    case .points:
      return says(
        "\(title) \(trial.from) 分 → \(trial.to) 分", "\(title) \(trial.from) → \(trial.to) points")
    case .requirement: return says("不要求：\(title)", "without the requirement: \(title)")
    case .group: return says("不设：\(title)", "without: \(title)")
    case .parameter, .ranking, .mark: return "\(title) \(trial.from) → \(trial.to)"
    }
  }

  private func says(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}

extension Sensitivity.Result {
  /// How many people move in all offices.
  fileprivate func count(_ side: KeyPath<Sensitivity.OfficeShift, [String]>) -> Int {
    offices.reduce(0) { $0 + $1[keyPath: side].count }
  }
}
