import Model
import Policy
import Scoring

/// What moved applicants between two runs, in words.
struct ComparisonWording {
  private let before: RuleSet
  private let after: RuleSet

  init(_ before: RuleSet, _ after: RuleSet) {
    (self.before, self.after) = (before, after)
  }

  /// What moved an applicant, a sentence a cause.
  func sentences(_ move: RunComparison.Move) -> [Bilingual] {
    if move.before == nil { return [Bilingual(zh: "只在后一次运行中", en: "only in the second run")] }
    if move.after == nil { return [Bilingual(zh: "只在前一次运行中", en: "only in the first run")] }
    var sentences = move.lines.map(text)
    if !move.others.isEmpty {
      sentences.append(
        Bilingual(
          zh: "因他人变动（\(move.others.joined(separator: "、")) 等）",
          en: "others moved (\(move.others.joined(separator: ", ")) among them)"))
    }
    return sentences
      + move.order.map { change in
        switch change {
        case .ranking: Bilingual(zh: "排序方式不同", en: "the ranking orders otherwise")
        case .lot: Bilingual(zh: "由抽签定先后", en: "the lot decided")
        case .line: Bilingual(zh: "招聘人数不同", en: "the number of places differs")
        }
      }
  }

  /// One criterion's change with its clause or setting and its causes.
  private func text(_ change: CriterionChange) -> Bilingual {
    var text = change.title
    switch change.basis {
    case .clause(let number): text += Bilingual(zh: "〔意见\(number)〕", en: "〔Opinion \(number)〕")
    case .local(let reason):
      text += Bilingual(zh: "〔本地设定：\(reason.zh)〕", en: "〔local setting: \(reason.en)〕")
    }
    if change.before != change.after {
      let outcomes = [change.before, change.after].map {
        $0?.wording ?? Bilingual(zh: "无此规则", en: "no such rule")
      }
      text += Bilingual(
        zh: "：\(outcomes[0].zh) → \(outcomes[1].zh)", en: ": \(outcomes[0].en) → \(outcomes[1].en)")
    }
    if change.id == "mark" {
      let marks = [change.pointsBefore, change.pointsAfter]
        .map { FactValue.number(Int64($0)).written(as: .writtenScore).zh }
      text += Bilingual(zh: "：\(marks[0]) → \(marks[1])", en: ": \(marks[0]) → \(marks[1])")
    } else if change.pointsBefore != change.pointsAfter {
      text += Bilingual(
        zh: "，\(change.pointsBefore) 分 → \(change.pointsAfter) 分",
        en: ", \(change.pointsBefore) → \(change.pointsAfter) points")
    }
    let causes = change.causes.map(self.text)
    if causes.isEmpty { return text }
    return text
      + Bilingual(
        zh: "，因为" + causes.map(\.zh).joined(separator: "；"),
        en: ", because " + causes.map(\.en).joined(separator: "; "))
  }

  /// One cause.
  func text(_ cause: CriterionChange.Cause) -> Bilingual {
    switch cause {
    case .fact(let field, let before, let after):
      let title = (self.after.facts + self.before.facts).first { $0.name == field.id }?.title
      let values = [before, after].map { $0.written(as: field) }
      return Bilingual(
        zh: "\(title?.zh ?? field.id) \(values[0].zh) → \(values[1].zh)",
        en: "\(title?.en ?? field.id) \(values[0].en) → \(values[1].en)")
    case .claim(let id, let before, let after):
      let title = self.after.claims.first { $0.id == id }?.title
      let states = [before.wording, after.wording]
      return Bilingual(
        zh: "\(title?.zh ?? id) \(states[0].zh) → \(states[1].zh)",
        en: "\(title?.en ?? id) \(states[0].en) → \(states[1].en)")
    case .date(let before, let after):
      return Bilingual(
        zh: "基准日 \(before.iso) → \(after.iso)", en: "date \(before.iso) → \(after.iso)")
    case .rule(let change): return short(change) + reasons(change)
    }
  }

  /// A difference of the rules by name; only parameters with their values.
  private func short(_ change: RuleChange) -> Bilingual {
    let name = change.name
    return switch (change.before, change.after) {
    case (nil, _): Bilingual(zh: "新增\(name.zh)", en: "\(name.en) was added")
    case (_, nil): Bilingual(zh: "取消\(name.zh)", en: "\(name.en) was taken out")
    case (let before?, let after?) where change.kind == .parameter:
      Bilingual(zh: "\(name.zh) \(before) → \(after)", en: "\(name.en) \(before) → \(after)")
    default: Bilingual(zh: "\(name.zh)的规定不同", en: "\(name.en) differs")
    }
  }

  /// A difference of the rules with both sides and the reason of the local setting behind it.
  func full(_ change: RuleChange) -> Bilingual {
    let name = change.name
    return Bilingual(
      zh: "\(name.zh)：\(change.before ?? "无") → \(change.after ?? "无")",
      en: "\(name.en): \(change.before ?? "none") → \(change.after ?? "none")") + reasons(change)
  }

  private func reasons(_ change: RuleChange) -> Bilingual {
    let reasons = after.localSettings.filter { $0.id == "change." + change.id }.map(\.reason)
    if reasons.isEmpty { return Bilingual(zh: "", en: "") }
    return Bilingual(
      zh: "（本地设定：\(reasons.map(\.zh).joined(separator: "；"))）",
      en: " (local setting: \(reasons.map(\.en).joined(separator: "; ")))")
  }
}

extension RuleChange {
  /// What changed.
  fileprivate var name: Bilingual {
    Bilingual(zh: "\(kind.wording.zh) \(id)", en: "\(kind.wording.en) \(id)")
  }
}

extension FactValue {
  /// The value as a report shows it: of a birth date only the year.
  fileprivate func written(as field: ApplicantField) -> Bilingual {
    let text =
      switch self {
      case .blank: nil as String?
      case .bool(let value): value ? "是" : "否"
      case .text(let text): text
      case .number(let number):
        switch field {
        case .birthDate: String(number / 10_000)
        case .hardshipValidUntil: CivilDate(number: Int(number))?.iso ?? String(number)
        case .writtenScore, .interviewScore:
          "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
        default: String(number)
        }
      }
    return text.map { Bilingual(zh: $0, en: $0) } ?? Bilingual(zh: "空", en: "blank")
  }
}

extension Bilingual {
  static func + (first: Bilingual, second: Bilingual) -> Bilingual {
    Bilingual(zh: first.zh + second.zh, en: first.en + second.en)
  }

  fileprivate static func += (first: inout Bilingual, second: Bilingual) { first = first + second }
}
