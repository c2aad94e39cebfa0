import Model
import Policy
public import Scoring

/// Which local settings and which open facts decide who is above the line.
public struct SensitivityAnswer: Answer {
  struct Shift: Encodable {
    let officeCode: String
    let up: [String]
    let down: [String]
  }

  struct Setting: Encodable {
    let subject: SettingTrial.Subject
    let id: String
    let from: String
    let to: String
    let offices: [Shift]
  }

  private enum CodingKeys: CodingKey {
    case run, policy, asOf, offices, officesWithoutLine, settings
  }

  /// How many offices are named for each setting.
  private static let shown = 5

  let run: String
  let policy: String
  let asOf: CivilDate
  let offices: [MarginAnswer.Office]
  let officesWithoutLine: Int
  let settings: [Setting]
  private let margins: MarginAnswer
  private let sensitivity: Sensitivity

  /// Says of a run's margins what local settings would change.
  public init(_ margins: MarginAnswer, _ sensitivity: Sensitivity) {
    (run, policy, asOf) = (margins.run, margins.policy, margins.asOf)
    (offices, officesWithoutLine) = (margins.offices, margins.officesWithoutLine)
    self.margins = margins
    self.sensitivity = sensitivity
    settings = sensitivity.results.map { result in
      Setting(
        subject: result.trial.subject, id: result.trial.id, from: result.trial.from,
        to: result.trial.to,
        offices: result.offices.map {
          Shift(officeCode: $0.officeCode, up: $0.up, down: $0.down)
        })
    }
  }

  /// The settings that decide, those that do not, and who is at the margin.
  public func lines(_ say: Wording) -> [String] {
    var lines = [
      say(
        "运行 \(run)：本地设定每次改一项，谁在录用线以上会变？",
        "run \(run): with one local setting changed at a time, who is above the line?")
    ]
    for result in sensitivity.results where !result.offices.isEmpty {
      let up = result.offices.reduce(0) { $0 + $1.up.count }
      let down = result.offices.reduce(0) { $0 + $1.down.count }
      lines.append(
        "  \(text(result.trial, say))"
          + say(
            "：\(result.offices.count) 个街道变，升 \(up) 人，降 \(down) 人",
            ": \(result.offices.count) offices differ, \(up) up, \(down) down"))
      lines += result.offices.prefix(Self.shown).map { shift in
        let up = shift.up.isEmpty ? "" : " ↑ " + shift.up.joined(separator: " ")
        let down = shift.down.isEmpty ? "" : " ↓ " + shift.down.joined(separator: " ")
        return "      \(shift.officeCode)\(up)\(down)"
      }
      if result.offices.count > Self.shown {
        let rest = result.offices.count - Self.shown
        lines.append(say("      另有 \(rest) 个街道", "      and \(rest) more offices"))
      }
    }
    let harmless = sensitivity.results.filter(\.offices.isEmpty)
    if !harmless.isEmpty {
      lines.append(say("  改了也不变：", "  no difference from:"))
      lines += harmless.map { "      " + text($0.trial, say) }
    }
    let margin = margins.atTheMargin(say)
    return lines + [
      "",
      say("未核实的事项可能改变谁在录用线以上：", "Open facts that could change who is above the line:"),
    ] + (margin.isEmpty ? [say("  没有。", "  none.")] : margin)
  }

  private func text(_ trial: SettingTrial, _ say: Wording) -> String {
    let title = say(trial.title)
    return switch trial.subject {
    case .points:
      say(
        "\(title) \(trial.from) 分 → \(trial.to) 分", "\(title) \(trial.from) → \(trial.to) points")
    case .requirement: say("不要求：\(title)", "without the requirement: \(title)")
    case .group: say("不设：\(title)", "without: \(title)")
    case .parameter, .ranking, .mark: "\(title) \(trial.from) → \(trial.to)"
    }
  }
}
