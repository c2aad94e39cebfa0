public import Model

extension PolicyPack {
  /// The rule index as Markdown: every clause with what carries it, then what is local.
  ///
  /// - Parameter date: The day whose rules are listed.
  /// - Throws: `PolicyError.noRuleInForce` for a day outside the policy's own.
  public func index(on date: CivilDate) throws(PolicyError) -> String {
    let rules = try rules(on: date)
    let entries = IndexEntries(self, rules)
    let head = """
      # 规则索引 Rule index: \(id)

      \(title.zh)
      \(title.en)

      \(issuers.map(\.zh).joined(separator: "、"))。\(date.iso) 的规则。
      Rules of \(date.iso). This file is generated from the pack.

      """
    let chapters = clauses.map { clause in
      var text = "\n## \(clause.number)\n\n\(clause.text.zh)\n\(clause.text.en)\n"
      if !clause.carriers.isEmpty {
        text += "\n| 由此执行 carried by | 内容 what it says |\n|---|---|\n"
        text += clause.carriers.map { "| `\($0)` | \(entries.text(of: $0)) |\n" }.joined()
      }
      if let reason = clause.notComputable {
        text += "\n不能计算 Not computable: \(reason.zh)\n\(reason.en)\n"
      }
      return text
    }
    return head + chapters.joined() + local(rules, entries)
  }

  /// What the Opinion does not say and the pack decides.
  private func local(_ rules: RuleSet, _ entries: IndexEntries) -> String {
    var text = "\n## 本地设定 Local settings\n"
    for setting in rules.localSettings {
      text += "\n- `\(setting.id)` \(setting.title.zh) \(setting.title.en): "
      text += "\(setting.reason.zh) \(setting.reason.en)"
    }
    text += "\n\n| 本地项目 local item | 内容 what it says | 理由 reason |\n|---|---|---|\n"
    // What an order by marks asks is declared with the order.
    let implied: [any Declared] = rules.requirements.filter { rules.markFacts.contains($0.id) }
    let stated = document.items.filter { !($0 is LocalSetting) && $0.days.contains(rules.date) }
    for item in stated + implied {
      guard case .local(let reason) = item.basis else { continue }
      text += "| `\(item.id)` | \(entries.text(of: item.id)) | \(reason.zh) \(reason.en) |\n"
    }
    return text
  }
}

/// What each item of the rules says, in a line.
private struct IndexEntries {
  private var texts: [String: String] = [:]

  init(_ pack: PolicyPack, _ rules: RuleSet) {
    for item in rules.requirements + rules.tiers + rules.preferences {
      let role =
        switch item.role {
        case .requirement: "条件 requirement"
        case .tier(let number): "第 \(number) 顺位 tier \(number)"
        case .preference: "优先 preference, \(item.points) 分"
        }
      add(item.id, item.title, role + (item.takesOthers ? "" : ": " + code(item.condition)))
    }
    for group in rules.groups {
      add(group.id, group.title, "取最高 highest of: \(group.members.joined(separator: ", "))")
    }
    for fact in rules.derivedFacts {
      switch fact.definition {
      case .expression(let expression): add(fact.name, fact.title, code(expression))
      case .prefix(let source, _, let table):
        add(fact.name, fact.title, "`\(source)` 的前几位在 begins with one of `\(table)`")
      }
    }
    for table in rules.tables.values {
      add(table.name, table.title, table.entries.map(\.code).joined(separator: "、"))
    }
    for parameter in rules.parameters.values {
      let example = parameter.isExample ? "（示例 example）" : ""
      add(
        parameter.name, parameter.title, "\(parameter.value.written)\(parameter.unit.zh)\(example)")
    }
    for check in pack.checks { add(check.id, check.title, "核对 check") }
    for setting in rules.localSettings { add(setting.id, setting.title, "本地设定 local setting") }
    if let mark = rules.mark { add(mark.id, mark.title, mark.written) }
    add("ranking", rules.ranking.title, rules.ranking.order.map(\.rawValue).joined(separator: ", "))
    add("in_force", Bilingual(zh: "施行", en: "in force"), "自 from \(pack.inForce.from.iso)")
    let repealed = pack.repeals.map { "\($0.number)（\($0.until.iso)）" }.joined(separator: "、")
    add("repeals", Bilingual(zh: "废止", en: "repeals"), repealed)
  }

  func text(of id: String) -> String { texts[id] ?? "" }

  private mutating func add(_ id: String, _ title: Bilingual, _ text: String) {
    texts[id] = "\(title.zh) \(title.en). \(text)"
  }

  private func code(_ expression: Expression) -> String {
    "`\(expression.source.replacing("|", with: "\\|").replacing("\n", with: " "))`"
  }
}
