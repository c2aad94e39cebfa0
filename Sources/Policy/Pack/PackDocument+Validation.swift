import Model

extension PackDocument {
  /// Checks that names are unique on every day and that everything referred to exists.
  func validate() throws(PolicyError) {
    try unique(
      facts.map { (PackSpace.fact.rawValue, $0.name, span, $0.place) }
        + items.map { (type(of: $0).space.rawValue, $0.id, $0.days, $0.place) })
    try unique(groups.flatMap { group in group.members.map { (0, $0, group.days, group.place) } })
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
  private func distinctConditions(_ items: [Criterion]) throws(PolicyError) {
    try unique(items.map { (0, $0.condition.words, $0.days, $0.place) })
  }

  private func validateReferences() throws(PolicyError) {
    let tableNames = tables.map(\.name)
    for fact in facts {
      try exists(fact.name, among: ApplicantField.allCases.map(\.id), fact.place)
      if let table = fact.table { try exists(table, among: tableNames, fact.place) }
    }
    for fact in derivedFacts {
      if case .prefix(let source, _, let table) = fact.definition {
        try exists(table, among: tableNames, fact.place)
        try exists(source, among: facts.map(\.name), fact.place)
      }
    }
    for group in groups {
      for member in group.members {
        try exists(member, among: preferences.map(\.id), group.place)
      }
    }
    for mark in marks {
      for part in mark.parts {
        try exists(part.fact, among: facts.map(\.name), mark.place)
      }
    }
    let numbers = clauses.map(\.number)
    for item in items {
      if case .clause(let number) = item.basis { try exists(number, among: numbers, item.place) }
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
      for name in check.parameters {
        try exists(name, among: parameters.map(\.name), check.place)
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

  /// No key stands twice, all fit together, and what orders by marks has marks on each of its days.
  private func validateRankings() throws(PolicyError) {
    for ranking in rankings {
      let order = ranking.order
      guard Set(order).count == order.count else {
        throw .wrongValue(
          ranking.place, key: "order", found: order.map(\.rawValue).joined(separator: ", "),
          expected: Bilingual(zh: "不重复的列表", en: "a list without repetition"))
      }
      guard order.reduce(0, { $0 + $1.width }) <= Ranking.largestWidth else {
        throw .wrongValue(
          ranking.place, key: "order", found: order.map(\.rawValue).joined(separator: ", "),
          expected: Bilingual(zh: "少一些的排序项", en: "fewer keys"))
      }
      guard order.contains(.mark) || order.contains(.total) else { continue }
      let days = marks.reduce([ranking.days]) { rest, mark in
        rest.flatMap { $0.subtracting(mark.days) }
      }
      guard days.isEmpty else {
        throw .unknownReference(ranking.place, name: "mark", nearest: nil)
      }
    }
  }

  /// Only the last tier takes all others.
  private func validateTiers() throws(PolicyError) {
    for (index, tier) in tiers.enumerated()
    where tier.takesOthers != (index == tiers.count - 1) {
      throw .missingKey(tier.place, key: "when")
    }
  }
}
