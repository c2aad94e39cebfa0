import Model

extension PackDocument {
  /// Checks that names are unique on every day and that everything referred to exists.
  func validate() throws(PolicyError) {
    try unique(entries.map { ($0.space.rawValue, $0.id, $0.span, $0.place) })
    try unique(
      groups.flatMap { group in
        group.content.members.map { (0, $0, group.span, group.content.place) }
      })
    try distinctConditions(requirements)
    try distinctConditions(preferences)
    try validateReferences()
    try validateTiers()
    try validateRankings()
    try validateConditions()
  }

  private func unique(
    _ items: [(space: Int, name: String, span: Span, place: SourcePlace)]
  ) throws(PolicyError) {
    let known = Dictionary(grouping: items) { "\($0.space) \($0.name)" }
    for item in items {
      for other in known["\(item.space) \(item.name)"] ?? []
      where other.place != item.place && other.span.intersection(item.span) != nil {
        throw .conflict(id: item.name, item.place, other.place)
      }
    }
  }

  /// Refuses two items with the same condition: they would count one thing twice.
  private func distinctConditions(_ items: [Dated<Criterion>]) throws(PolicyError) {
    try unique(items.map { (0, $0.content.condition.words, $0.span, $0.content.place) })
  }

  private func validateReferences() throws(PolicyError) {
    let tableNames = tables.map(\.content.name)
    for fact in facts {
      try exists(fact.name, among: ApplicantField.allCases.map(\.id), fact.place)
      if let table = fact.table { try exists(table, among: tableNames, fact.place) }
    }
    for fact in derivedFacts {
      if case .prefix(let source, _, let table) = fact.content.definition {
        try exists(table, among: tableNames, fact.content.place)
        try exists(source, among: facts.map(\.name), fact.content.place)
      }
    }
    for group in groups {
      for member in group.content.members {
        try exists(member, among: preferences.map(\.content.id), group.content.place)
      }
    }
    for mark in marks {
      for part in mark.content.parts {
        try exists(part.fact, among: facts.map(\.name), mark.content.place)
      }
    }
    let numbers = clauses.map(\.number)
    for entry in entries {
      if case .clause(let number)? = entry.basis { try exists(number, among: numbers, entry.place) }
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
          ranking.content.place, key: "order", found: order.map(\.rawValue).joined(separator: ", "),
          expected: Bilingual(zh: "不重复的列表", en: "a list without repetition"))
      }
      guard order.contains(.mark) || order.contains(.total) else { continue }
      let days = marks.reduce([ranking.span]) { rest, mark in
        rest.flatMap { $0.subtracting(mark.span) }
      }
      guard days.isEmpty else {
        throw .unknownReference(ranking.content.place, name: "mark", nearest: nil)
      }
    }
  }

  /// Only the last tier takes all others.
  private func validateTiers() throws(PolicyError) {
    for (index, tier) in tiers.enumerated()
    where tier.content.takesOthers != (index == tiers.count - 1) {
      throw .missingKey(tier.content.place, key: "when")
    }
  }
}
