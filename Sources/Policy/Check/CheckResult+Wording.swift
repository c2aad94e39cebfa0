public import Model

extension CheckResult {
  /// The result in a line, and below it the case that refutes it, if one does.
  public var wording: Bilingual {
    let (question, answer) = (property.wording, finding.wording)
    return Bilingual(
      zh: "\(period.wording.zh) \(subject)：\(question.zh)。\(answer.zh)",
      en: "\(period.wording.en), \(subject): \(question.en). \(answer.en)")
  }
}

extension CheckResult.Property {
  /// What is asked.
  public var wording: Bilingual {
    switch self {
    case .completeDays: Bilingual(zh: "每天都有且只有一套规则", en: "every day has its rules, once")
    case .alwaysAValue: Bilingual(zh: "条件总有结果", en: "the condition always has a value")
    case .reachable: Bilingual(zh: "有人符合，也有人不符合", en: "it can be met, and failed where it refuses")
    case .distinct: Bilingual(zh: "没有两条规则总是同一结果", en: "no two rules always come out alike")
    case .monotone:
      Bilingual(zh: "更有利的事项不会降低名次", en: "more of it never lowers verdict or rank")
    case .tiersOpen:
      Bilingual(zh: "属于这一顺位的人能够合格", en: "people of this tier can be eligible")
    case .clausesNotCountered:
      Bilingual(zh: "不与《意见》的优先相抵", en: "it does not run against what the Opinion prefers")
    case .tiersDominate: Bilingual(zh: "顺位先于分值", en: "tiers come before points")
    case .noOverflow: Bilingual(zh: "分值不会溢出", en: "points cannot overflow")
    case .clausesExist: Bilingual(zh: "引用的条款都存在", en: "every clause cited exists")
    case .headcountComputes:
      Bilingual(zh: "这种测算方法的设定算得出人数", en: "the method's settings give a headcount")
    }
  }
}

extension CheckResult.Finding {
  /// What was found, and how.
  public var wording: Bilingual {
    switch self {
    case .provedByExhaustion(let space):
      Bilingual(
        zh: "已证明（逐一核对 \(space.cases) 种情形\(space.wording.zh)）",
        en: "Proved, by trying \(space.cases) cases\(space.wording.en)")
    case .provedByBounds(let limit):
      Bilingual(zh: "已证明（最大不超过 \(limit)）", en: "Proved: never above \(limit)")
    case .provedByExample: Bilingual(zh: "已证明（找到了实例）", en: "Proved, by examples")
    case .provedByConstruction:
      Bilingual(zh: "已证明（否则政策无法载入）", en: "Proved: a policy without it would not load")
    case .setLocally:
      Bilingual(
        zh: "由本地设定另定（《意见》未作规定）", en: "A local setting decides otherwise; the Opinion leaves it open"
      )
    case .refuted(let counterexample):
      Bilingual(
        zh: "不成立：\(counterexample.wording.zh)", en: "Refuted: \(counterexample.wording.en)")
    case .notRefuted(let space, let seed):
      Bilingual(
        zh: "未发现反例（按种子 \(seed) 试了 \(space.cases) 种情形\(space.wording.zh)，不是证明）",
        en:
          "Not refuted in \(space.cases) cases (seed \(seed))\(space.wording.en); that is no proof")
    }
  }
}

extension CheckResult.Space {
  /// The facts with the number of their values, after the number of cases.
  fileprivate var wording: Bilingual {
    guard !facts.isEmpty else { return Bilingual(zh: "", en: "") }
    let factors = facts.map { "\($0.name) \($0.values)" }
    return Bilingual(
      zh: "：各事项取值数 \(factors.joined(separator: " × "))",
      en: ": values of \(factors.joined(separator: " × "))")
  }
}

extension Counterexample {
  /// The explanation and the facts of the case.
  public var wording: Bilingual {
    let facts = facts.map { "\($0.name) = \($0.value.written)" }.joined(separator: ", ")
    var (chinese, english) = (explanation.zh, explanation.en)
    if !facts.isEmpty {
      chinese += " \(facts)"
      english += " \(facts)"
    }
    if let changed, let before, let after {
      let change = "\(changed.name) → \(changed.value.written)"
      chinese += "；\(change)：\(before.wording.zh) → \(after.wording.zh)"
      english += "; \(change): \(before.wording.en) → \(after.wording.en)"
    }
    return Bilingual(zh: chinese, en: english)
  }
}

extension Value {
  /// The value as conditions write it; the unknown by its name.
  fileprivate var written: String { self == .unknown ? "unknown" : json }
}

extension Span {
  /// The days in words; 今后, open, where no end is set.
  public var wording: Bilingual {
    let end = until?.iso ?? ""
    return Bilingual(
      zh: "\(from.iso) 至 \(end.isEmpty ? "今后" : end)",
      en: "\(from.iso) to \(end.isEmpty ? "open" : end)")
  }
}
