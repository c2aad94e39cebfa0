public import Model
public import Policy
public import Scoring

extension Comparing {
  /// What moved an applicant, a sentence a cause.
  public func wording(of move: RunComparison.Move, _ language: Language) -> [String] {
    func says(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    if move.before == nil { return [says("只在后一次运行中", "only in the second run")] }
    if move.after == nil { return [says("只在前一次运行中", "only in the first run")] }
    var sentences = move.lines.map { wording(of: $0, language) }
    if !move.others.isEmpty {
      let names = move.others.joined(separator: says("、", ", "))
      sentences.append(
        says("因他人变动（\(names) 等）", "others moved (\(names) among them)"))
    }
    sentences += move.order.map { change in
      switch change {
      case .ranking: says("排序方式不同", "the ranking orders otherwise")
      case .lot: says("由抽签定先后", "the lot decided")
      case .line: says("招聘人数不同", "the number of places differs")
      }
    }
    return sentences
  }

  /// One criterion's change with its clause or setting and its causes.
  private func wording(of change: CriterionChange, _ language: Language) -> String {
    func says(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let basis =
      switch change.basis {
      case .clause(let number): says("意见\(number)", "Opinion \(number)")
      case .local(let reason): says("本地设定：\(reason.zh)", "local setting: \(reason.en)")
      }
    var text = "\(change.title[language])〔\(basis)〕"
    if change.before != change.after {
      let none = says("无此规则", "no such rule")
      let outcomes = [change.before, change.after].map { $0?.wording[language] ?? none }
      text += says("：\(outcomes[0]) → \(outcomes[1])", ": \(outcomes[0]) → \(outcomes[1])")
    }
    if change.id == "mark" {
      let marks = [change.pointsBefore, change.pointsAfter]
        .map { FactValue.number(Int64($0)).written(as: .writtenScore, language) }
      text += says("：\(marks[0]) → \(marks[1])", ": \(marks[0]) → \(marks[1])")
    } else if change.pointsBefore != change.pointsAfter {
      text += says(
        "，\(change.pointsBefore) 分 → \(change.pointsAfter) 分",
        ", \(change.pointsBefore) → \(change.pointsAfter) points")
    }
    let causes = change.causes.map { wording(of: $0, language) }
    if causes.isEmpty { return text }
    return text + says("，因为", ", because ") + causes.joined(separator: says("；", "; "))
  }

  /// One cause in words.
  public func wording(of cause: CriterionChange.Cause, _ language: Language) -> String {
    switch cause {
    case .fact(let field, let before, let after):
      let title =
        (self.after.rules.facts + self.before.rules.facts)
        .first { $0.name == field.id }?.title[language]
        ?? field.id
      return
        "\(title) \(before.written(as: field, language)) → \(after.written(as: field, language))"
    case .claim(let id, let before, let after):
      let title = self.after.rules.claims.first { $0.id == id }?.title[language] ?? id
      return "\(title) \(before.wording[language]) → \(after.wording[language])"
    case .date(let before, let after):
      return language == .zh
        ? "基准日 \(before.iso) → \(after.iso)" : "date \(before.iso) → \(after.iso)"
    case .rule(let change):
      return shortWording(of: change, language) + reasons(of: change, language)
    }
  }

  /// A difference of the rules by name; only parameters with their values.
  private func shortWording(of change: RuleChange, _ language: Language) -> String {
    let name = "\(change.kind.wording[language]) \(change.id)"
    switch (change.before, change.after) {
    case (nil, _): return language == .zh ? "新增\(name)" : "\(name) was added"
    case (_, nil): return language == .zh ? "取消\(name)" : "\(name) was taken out"
    case (let before?, let after?) where change.kind == .parameter:
      return "\(name) \(before) → \(after)"
    default: return language == .zh ? "\(name)的规定不同" : "\(name) differs"
    }
  }

  /// A difference of the rules in words, with the reason of the local setting behind it.
  public func wording(of change: RuleChange, _ language: Language) -> String {
    let none = language == .zh ? "无" : "none"
    let text =
      "\(change.kind.wording[language]) \(change.id)"
      + (language == .zh ? "：" : ": ") + "\(change.before ?? none) → \(change.after ?? none)"
    return text + reasons(of: change, language)
  }

  private func reasons(of change: RuleChange, _ language: Language) -> String {
    let settings = after.rules.localSettings.filter { $0.id == "change." + change.id }
    let reasons = settings.map { $0.reason[language] }
    if reasons.isEmpty { return "" }
    return language == .zh
      ? "（本地设定：\(reasons.joined(separator: "；"))）"
      : " (local setting: \(reasons.joined(separator: "; ")))"
  }
}

extension FactValue {
  /// The value as a report shows it: of a birth date only the year.
  func written(as field: ApplicantField, _ language: Language) -> String {
    switch self {
    case .blank: language == .zh ? "空" : "blank"
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
  }
}
