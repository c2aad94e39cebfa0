import Model

extension PackDocument {
  /// Checks that names are unique on every day and that everything referred to exists.
  func validate() throws(PolicyError) {
    let everyDay = span
    try unique(
      facts.map { ($0.name, everyDay, $0.place) }
        + derivedFacts.map { ($0.content.name, $0.span, $0.place) }
        + parameters.map { ($0.content.name, $0.span, $0.place) })
    try unique(
      requirements.map { ($0.content.id, $0.span, $0.place) }
        + tiers.map { ($0.content.id, $0.span, $0.place) }
        + preferences.map { ($0.content.id, $0.span, $0.place) }
        + groups.map { ($0.content.id, $0.span, $0.place) }
        + checks.map { ($0.id, everyDay, $0.place) })
    try unique(tables.map { ($0.content.name, $0.span, $0.place) })
    try unique(settings.map { ($0.content.id, $0.span, $0.place) })
    try unique(marks.map { ("mark", $0.span, $0.place) })
    try unique(rankings.map { ("ranking", $0.span, $0.place) })
    try unique(
      groups.flatMap { group in
        group.content.members.map { ($0, group.span, group.place) }
      })
    try distinctConditions(requirements)
    try distinctConditions(preferences)
    try validateReferences()
    try validateTiers()
    try validateRankings()
    try validateConditions()
  }

  private func unique(
    _ items: [(name: String, span: Span, place: SourcePlace)]
  ) throws(PolicyError) {
    let byName = Dictionary(grouping: items, by: \.name)
    for item in items {
      let others = byName[item.name] ?? []
      for other in others
      where other.place != item.place && other.span.intersection(item.span) != nil {
        throw .conflict(id: item.name, item.place, other.place)
      }
    }
  }

  /// Refuses two items with the same condition: they would count one thing twice.
  private func distinctConditions(_ items: [Dated<Criterion>]) throws(PolicyError) {
    try unique(items.map { ($0.content.condition.words, $0.span, $0.place) })
  }

  private func validateReferences() throws(PolicyError) {
    let tableNames = tables.map(\.content.name)
    for fact in facts {
      try exists(fact.name, among: ApplicantField.allCases.map(\.id), fact.place)
      if let table = fact.table { try exists(table, among: tableNames, fact.place) }
    }
    for fact in derivedFacts {
      if case .prefix(let source, _, let table) = fact.content.definition {
        try exists(table, among: tableNames, fact.place)
        try exists(source, among: facts.map(\.name), fact.place)
      }
    }
    for group in groups {
      for member in group.content.members {
        try exists(member, among: preferences.map(\.content.id), group.place)
      }
    }
    for mark in marks {
      for part in mark.content.parts {
        try exists(part.fact, among: facts.map(\.name), mark.place)
      }
    }
    let numbers = clauses.map(\.number)
    for (basis, place) in bases {
      if case .clause(let number) = basis { try exists(number, among: numbers, place) }
    }
    for claim in claims {
      for name in [claim.status, claim.validUntil].compactMap(\.self) {
        try exists(name, among: facts.map(\.name), claim.place)
      }
    }
    for clause in clauses {
      for carrier in clause.carriers {
        try exists(carrier, among: names + Clause.ownCarriers, clause.place)
      }
    }
    for check in checks {
      try exists(check.clause, among: numbers, check.place)
      for name in check.parameters {
        try exists(name, among: parameters.map(\.content.name), check.place)
      }
    }
  }

  private var bases: [(Basis, SourcePlace)] {
    derivedFacts.map { ($0.content.basis, $0.place) }
      + (requirements + preferences).map { ($0.content.basis, $0.place) }
      + tiers.map { ($0.content.basis, $0.place) }
      + rankings.map { ($0.content.basis, $0.place) }
      + tables.map { ($0.content.basis, $0.place) }
      + parameters.map { ($0.content.basis, $0.place) }
  }

  private func exists(
    _ name: String, among names: [String], _ place: SourcePlace
  ) throws(PolicyError) {
    guard !names.contains(name) else { return }
    throw .unknownReference(
      place, name: name, nearest: Spelling.nearest(to: name, among: names))
  }

  /// No key stands twice, and what orders by marks has marks on each of its days.
  private func validateRankings() throws(PolicyError) {
    for ranking in rankings {
      let order = ranking.content.order
      guard Set(order).count == order.count else {
        throw .wrongValue(
          ranking.place, key: "order", found: order.map(\.rawValue).joined(separator: ", "),
          expected: Bilingual(zh: "不重复的列表", en: "a list without repetition"))
      }
      guard order.contains(.mark) || order.contains(.total) else { continue }
      let days = marks.reduce([ranking.span]) { rest, mark in
        rest.flatMap { $0.subtracting(mark.span) }
      }
      guard days.isEmpty else {
        throw .unknownReference(ranking.place, name: "mark", nearest: nil)
      }
    }
  }

  /// Only the last tier takes all others.
  private func validateTiers() throws(PolicyError) {
    for (index, tier) in tiers.enumerated() {
      let isLast = index == tiers.count - 1
      guard (tier.content.condition == nil) == isLast else {
        throw .missingKey(tier.place, key: "when")
      }
    }
  }
}
