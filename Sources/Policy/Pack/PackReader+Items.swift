import Model
import Yams

extension PackReader {
  /// Keys that any dated item may have.
  private static let days = ["from", "until"]
  private static let basis = ["clause", "local"]

  func repealed(_ item: PackNode) throws(PolicyError) -> RepealedPolicy {
    try item.allow(["number", "title", "until"])
    guard let until = try item.date("until") else { throw .missingKey(item.place, key: "until") }
    return RepealedPolicy(
      number: try item.text("number"), title: try item.bilingual("title"), until: until)
  }

  func clause(_ item: PackNode) throws(PolicyError) -> Clause {
    try item.allow(["number", "text", "carried_by", "not_computable"])
    let clause = Clause(
      number: try item.text("number"), text: try item.bilingual("text"),
      carriers: try item.texts("carried_by"),
      notComputable: try item["not_computable"]?.bilingual(), place: item.place)
    guard !clause.carriers.isEmpty || clause.notComputable != nil else {
      throw .missingKey(item.place, key: "carried_by")
    }
    return clause
  }

  func fact(_ item: PackNode) throws(PolicyError) -> FactDeclaration {
    try item.allow([
      "name", "title", "type", "blank", "unknown", "table", "order", "higher_is_better",
    ])
    let type = try item.required("type").choice(FactType.self)
    var blank = Value.unknown
    if let node = item["blank"] {
      switch (try node.text(), type) {
      case ("unknown", _): blank = .unknown
      case ("none", _): blank = .null
      case (let text, .string): blank = .string(text)
      default:
        throw node.wrong(
          key: "blank", expected: Bilingual(zh: "unknown 或 none", en: "unknown or none"))
      }
    }
    return FactDeclaration(
      name: try item.name("name"), title: try item.bilingual("title"), type: type, blank: blank,
      unknownValues: try item.texts("unknown"), table: try item["table"]?.text(),
      order: try item.texts("order"), isHigherBetter: try item.flag("higher_is_better"),
      place: item.place)
  }

  func table(_ item: PackNode) throws(PolicyError) -> CodeTable {
    try item.allow(["name", "title", "entries"] + Self.basis + Self.days)
    return CodeTable(
      name: try item.name("name"), title: try item.bilingual("title"), basis: try basis(item),
      entries: try item.required("entries").items().map(entry), place: item.place)
  }

  private func entry(_ item: PackNode) throws(PolicyError) -> CodeTable.Entry {
    try item.allow(["code", "title"])
    return CodeTable.Entry(code: try item.text("code"), title: try item.bilingual("title"))
  }

  func derivedFact(_ item: PackNode) throws(PolicyError) -> DerivedFact {
    try item.allow(["name", "title", "type", "value", "prefix"] + Self.basis + Self.days)
    let definition: DerivedFact.Definition
    let type: FactType
    if let prefix = item["prefix"] {
      try prefix.allow(["of", "table"])
      definition = .prefix(of: try prefix.text("of"), codes: [], table: try prefix.text("table"))
      type = .bool
    } else {
      definition = .expression(try item.expression("value"))
      type = try item.required("type").choice(FactType.self)
    }
    return DerivedFact(
      name: try item.name("name"), title: try item.bilingual("title"), type: type,
      definition: definition, basis: try basis(item), place: item.place)
  }

  /// What one preference may count.
  static let pointsRange = 1...10_000
  static let pointsWording = Bilingual(zh: "1–10000", en: "1 to 10000")

  func requirement(_ item: PackNode) throws(PolicyError) -> Criterion {
    try criterion(item, .requirement)
  }

  func tier(_ item: PackNode) throws(PolicyError) -> Criterion { try criterion(item, .tier(0)) }

  func preference(_ item: PackNode) throws(PolicyError) -> Criterion {
    let points = try item.integer("points")
    guard Self.pointsRange.contains(points) else {
      throw item.wrong(key: "points", expected: Self.pointsWording)
    }
    return try criterion(item, .preference, points: points)
  }

  private func criterion(
    _ item: PackNode, _ role: Criterion.Role, points: Int? = nil
  ) throws(PolicyError) -> Criterion {
    try item.allow(
      ["id", "title", "when", "note"] + (points == nil ? [] : ["points"]) + Self.basis + Self.days)
    let isWithout = if case .tier = role { item["when"] == nil } else { false }
    return Criterion(
      id: try item.name("id"), title: try item.bilingual("title"), role: role,
      condition: isWithout ? .always : try item.expression("when"), basis: try basis(item),
      points: points ?? 0, note: try item["note"]?.bilingual(), place: item.place)
  }

  func group(_ item: PackNode) throws(PolicyError) -> PointGroup {
    try item.allow(["id", "title", "highest_of"] + Self.basis + Self.days)
    return PointGroup(
      id: try item.name("id"), title: try item.bilingual("title"),
      members: try item.texts("highest_of"), basis: try basis(item), place: item.place)
  }

  func mark(_ item: PackNode) throws(PolicyError) -> WeightedMark {
    try item.allow(["parts"] + Self.basis + Self.days)
    let parts = try item.required("parts").items().map { part throws(PolicyError) in
      try part.allow(["fact", "percent"])
      return WeightedMark.Part(fact: try part.text("fact"), percent: try part.integer("percent"))
    }
    guard parts.allSatisfy({ $0.percent > 0 }), parts.reduce(0, { $0 + $1.percent }) == 100 else {
      throw item.wrong(
        key: "percent",
        expected: Bilingual(zh: "合计 100 的正整数", en: "positive numbers that come to 100"))
    }
    return WeightedMark(parts: parts, basis: try basis(item), place: item.place)
  }

  func ranking(_ item: PackNode) throws(PolicyError) -> Ranking {
    try item.allow(["order", "ties"] + Self.basis + Self.days)
    return Ranking(
      order: try order(item), ties: try item.required("ties").choice(Ranking.Ties.self),
      basis: try basis(item), place: item.place)
  }

  private func order(_ item: PackNode) throws(PolicyError) -> [Ranking.Key] {
    try item.required("order").items().map { key throws(PolicyError) in
      try key.choice(Ranking.Key.self)
    }
  }

  func setting(_ item: PackNode) throws(PolicyError) -> LocalSetting {
    try item.allow(["id", "title", "reason", "touches"] + Self.days)
    return LocalSetting(
      id: try item.name("id"), title: try item.bilingual("title"),
      reason: try item.bilingual("reason"), touches: try item.texts("touches"), place: item.place)
  }

  func parameter(_ item: PackNode) throws(PolicyError) -> Parameter {
    try item.allow(
      ["name", "title", "unit", "example", "at_least", "columns", "value"] + Self.basis + Self.days)
    let columns = try columns(item)
    var value = try parameterValue(item.required("value"))
    if columns.isEmpty {
      if case .rows = value { throw .missingKey(item.place, key: "columns") }
    } else {
      value = try columns.checked(value, at: item.required("value").place)
    }
    return Parameter(
      name: try item.name("name"), title: try item.bilingual("title"),
      unit: try item["unit"]?.bilingual() ?? Bilingual(zh: "", en: ""), basis: try basis(item),
      isExample: try item.flag("example"), isMinimum: try item.flag("at_least"),
      value: value, columns: columns, place: item.place)
  }

  /// Columns as `name: text`, `number`, `whole` or `day`, with a question mark where a row may leave
  /// it out, or with a list of words.
  private func columns(_ item: PackNode) throws(PolicyError) -> [ParameterColumn] {
    guard let node = item["columns"] else { return [] }
    return try node.pairs().map(column)
  }

  private func column(_ name: String, _ value: PackNode) throws(PolicyError) -> ParameterColumn {
    if case Node.sequence = value.node {
      let words = try value.items().map { word throws(PolicyError) in try word.text() }
      return ParameterColumn(name: name, content: .words(words), isOptional: false)
    }
    let contents: [String: ParameterColumn.Content] = [
      "text": .text, "number": .number, "whole": .whole, "day": .day,
    ]
    let text = try value.text()
    let isOptional = text.hasSuffix("?")
    guard let content = contents[isOptional ? String(text.dropLast()) : text] else {
      throw value.wrong(
        key: name,
        expected: Bilingual(
          zh: "text、number、whole、day 之一，可加 ?，或词的列表",
          en: "text, number, whole or day, with ? if need be, or a list of words"))
    }
    return ParameterColumn(name: name, content: content, isOptional: isOptional)
  }

  private func parameterValue(_ node: PackNode) throws(PolicyError) -> ParameterValue {
    switch node.node {
    case Node.scalar: return .scalar(try node.text())
    case Node.sequence:
      let items = try node.items()
      if case Node.mapping? = items.first?.node {
        return .rows(
          try items.map { item throws(PolicyError) in
            ParameterValue.Record(cells: try cells(item), place: item.place)
          })
      }
      return .list(try items.map { item throws(PolicyError) in try item.text() })
    case Node.mapping: return .table(try cells(node))
    default:
      throw node.wrong(key: "value", expected: Bilingual(zh: "一个值", en: "a value"))
    }
  }

  private func cells(_ node: PackNode) throws(PolicyError) -> [ParameterValue.Row] {
    try node.pairs().map { key, value throws(PolicyError) in
      ParameterValue.Row(key: key, value: try value.text())
    }
  }

  func check(_ item: PackNode) throws(PolicyError) -> PolicyCheck {
    try item.allow(["id", "title", "clause", "parameters"])
    return PolicyCheck(
      id: try item.name("id"), title: try item.bilingual("title"), clause: try item.text("clause"),
      parameters: try item.texts("parameters"), place: item.place)
  }

  func claim(_ item: PackNode) throws(PolicyError) -> Claim {
    try item.allow(["id", "title", "status", "valid_until"])
    return Claim(
      id: try item.name("id"), title: try item.bilingual("title"),
      status: try item.text("status"), validUntil: try item["valid_until"]?.text(),
      place: item.place)
  }

  func change(_ item: PackNode) throws(PolicyError) -> PackChange {
    let subjects = [
      "preference", "parameter", "table", "ranking", "requirement", "tier", "derived",
    ]
    try item.allow(
      subjects + ["points", "value", "entries", "order", "ties", "when", "reason"] + Self.days)
    let reason = try item.bilingual("reason")
    let subject: PackChange.Subject
    if let id = try item["preference"]?.text(), item["when"] == nil {
      subject = .points(preference: id, try item.integer("points"))
    } else if let name = try item["parameter"]?.text() {
      subject = .parameter(name, try parameterValue(item.required("value")))
    } else if let name = try item["table"]?.text() {
      subject = .table(name, try item.required("entries").items().map(entry))
    } else if item["ranking"] != nil {
      let ranking = Ranking(
        order: try order(item), ties: .shared, basis: .local(reason: reason), place: item.place)
      subject = .ranking(ranking)
    } else {
      let named = ["preference", "requirement", "tier", "derived"].compactMap { item[$0] }.first
      guard let named else { throw .missingKey(item.place, key: subjects.joined(separator: "|")) }
      subject = .forbidden(id: try named.text())
    }
    return PackChange(
      subject: subject, reason: reason, span: try days(of: item), place: item.place)
  }

  private func basis(_ item: PackNode) throws(PolicyError) -> Basis {
    if let clause = item["clause"] { return .clause(try clause.text()) }
    guard let local = item["local"] else { throw .missingKey(item.place, key: "clause") }
    return .local(reason: try local.bilingual())
  }
}
