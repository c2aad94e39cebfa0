import Model
import Yams

extension PackReader {
  private static let days = ["from", "until"]
  private static let basis = ["clause", "local"]

  /// Reads what every item says of itself, and refuses keys that it has not.
  private func declaration(
    _ item: PackNode, named key: String, _ keys: [String]
  ) throws(PolicyError) -> Declaration {
    try item.allow([key, "title"] + keys + Self.basis + Self.days)
    let days = try days(of: item)
    return Declaration(
      id: try item.name(key), title: try item.bilingual("title"), basis: try basis(item),
      days: days, place: item.place)
  }

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
    CodeTable(
      declaration: try declaration(item, named: "name", ["entries"]),
      entries: try item.required("entries").items().map(entry))
  }

  private func entry(_ item: PackNode) throws(PolicyError) -> CodeTable.Entry {
    try item.allow(["code", "title"])
    return CodeTable.Entry(code: try item.text("code"), title: try item.bilingual("title"))
  }

  func derivedFact(_ item: PackNode) throws(PolicyError) -> DerivedFact {
    let declaration = try declaration(item, named: "name", ["type", "value", "prefix"])
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
    return DerivedFact(declaration: declaration, type: type, definition: definition)
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
    let declaration = try declaration(
      item, named: "id", ["when", "note"] + (points == nil ? [] : ["points"]))
    let isWithout = if case .tier = role { item["when"] == nil } else { false }
    return Criterion(
      declaration: declaration, role: role,
      condition: isWithout ? .always : try item.expression("when"), points: points ?? 0,
      note: try item["note"]?.bilingual())
  }

  func group(_ item: PackNode) throws(PolicyError) -> PointGroup {
    PointGroup(
      declaration: try declaration(item, named: "id", ["highest_of"]),
      members: try item.texts("highest_of"))
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
    return WeightedMark(
      declaration: Declaration(
        id: "mark", title: Bilingual(zh: "综合成绩", en: "combined mark"), basis: try basis(item),
        days: try days(of: item), place: item.place), parts: parts)
  }

  func ranking(_ item: PackNode) throws(PolicyError) -> Ranking {
    try item.allow(["order", "ties"] + Self.basis + Self.days)
    let ties = try item.required("ties").choice(Ranking.Ties.self)
    return try ranking(item, ties, basis(item))
  }

  private func ranking(
    _ item: PackNode, _ ties: Ranking.Ties, _ basis: Basis
  ) throws(PolicyError) -> Ranking {
    Ranking(
      declaration: Declaration(
        id: "ranking", title: Bilingual(zh: "排序方式", en: "order of the ranking"), basis: basis,
        days: try days(of: item), place: item.place), order: try order(item), ties: ties)
  }

  private func order(_ item: PackNode) throws(PolicyError) -> [Ranking.Key] {
    try item.required("order").items().map { key throws(PolicyError) in
      try key.choice(Ranking.Key.self)
    }
  }

  func setting(_ item: PackNode) throws(PolicyError) -> LocalSetting {
    try item.allow(["id", "title", "reason", "touches"] + Self.days)
    let reason = try item.bilingual("reason")
    return LocalSetting(
      declaration: Declaration(
        id: try item.name("id"), title: try item.bilingual("title"), basis: .local(reason: reason),
        days: try days(of: item), place: item.place), reason: reason,
      touches: try item.texts("touches"))
  }

  func parameter(_ item: PackNode) throws(PolicyError) -> Parameter {
    let declaration = try declaration(
      item, named: "name", ["unit", "example", "at_least", "columns", "value"])
    let columns = try columns(item)
    var value = try parameterValue(item.required("value"))
    if columns.isEmpty {
      if case .rows = value { throw .missingKey(item.place, key: "columns") }
    } else {
      value = try columns.checked(value, at: item.required("value").place)
    }
    return Parameter(
      declaration: declaration,
      unit: try item["unit"]?.bilingual() ?? Bilingual(zh: "", en: ""),
      isExample: try item.flag("example"), isMinimum: try item.flag("at_least"), value: value,
      columns: columns)
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
      declaration: Declaration(
        id: try item.name("id"), title: try item.bilingual("title"),
        basis: .clause(try item.text("clause")), days: span, place: item.place),
      parameters: try item.texts("parameters"))
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
      "preference", "parameter", "table", "ranking", "setting", "requirement", "tier", "derived",
    ]
    try item.allow(
      subjects + ["points", "value", "entries", "order", "ties", "channels", "when", "reason"]
        + ["confirmed"] + Self.days)
    let reason = try item.bilingual("reason")
    let subject: PackChange.Subject
    if let id = try item["preference"]?.text(), item["when"] == nil {
      subject = .points(preference: id, try item.integer("points"))
    } else if let name = try item["parameter"]?.text() {
      subject = .parameter(name, try parameterValue(item.required("value")))
    } else if let name = try item["table"]?.text() {
      subject = .table(name, try item.required("entries").items().map(entry))
    } else if item["ranking"] != nil {
      subject = .ranking(try ranking(item, .shared, .local(reason: reason)))
    } else if let setting = item["setting"] {
      guard try setting.text() == "gate_for_all_channels" else {
        throw setting.wrong(
          key: "setting",
          expected: Bilingual(
            zh: "gate_for_all_channels；其他本地设定用 preference、parameter、table 或 ranking 改",
            en: "gate_for_all_channels; the others are changed by preference, parameter, table or "
              + "ranking"))
      }
      _ = try item.required("channels")
      subject = .gatedChannels(try item.texts("channels"))
    } else {
      let named = ["preference", "requirement", "tier", "derived"].compactMap { item[$0] }.first
      guard let named else { throw .missingKey(item.place, key: subjects.joined(separator: "|")) }
      subject = .forbidden(id: try named.text())
    }
    return PackChange(
      subject: subject, reason: reason, confirmation: try confirmation(of: item),
      span: try days(of: item), place: item.place)
  }

  private func confirmation(of item: PackNode) throws(PolicyError) -> Confirmation? {
    guard let confirmed = item["confirmed"] else { return nil }
    try confirmed.allow(["by", "on", "document"])
    guard let day = try confirmed.date("on") else {
      throw .missingKey(confirmed.place, key: "on")
    }
    return Confirmation(
      by: try confirmed.text("by"), on: day, document: try confirmed.text("document"))
  }

  private func basis(_ item: PackNode) throws(PolicyError) -> Basis {
    if let clause = item["clause"] { return .clause(try clause.text()) }
    guard let local = item["local"] else { throw .missingKey(item.place, key: "clause") }
    return .local(reason: try local.bilingual())
  }
}
