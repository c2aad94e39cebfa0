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
      entries: try entries(item))
  }

  private func entries(_ item: PackNode) throws(PolicyError) -> [CodeTable.Entry] {
    var entries: [CodeTable.Entry] = []
    for entry in try item.required("entries").items() {
      try entry.allow(["code", "title"])
      entries.append(
        CodeTable.Entry(code: try entry.text("code"), title: try entry.bilingual("title")))
    }
    return entries
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
    try item.allow(["id", "title", "when", "note"] + Self.basis + Self.days)
    return try criterion(item, points: 0)
  }

  func preference(_ item: PackNode) throws(PolicyError) -> Criterion {
    try item.allow(["id", "title", "when", "points", "note"] + Self.basis + Self.days)
    let points = try item.integer("points")
    guard Self.pointsRange.contains(points) else {
      throw item.wrong(key: "points", expected: Self.pointsWording)
    }
    return try criterion(item, points: points)
  }

  private func criterion(_ item: PackNode, points: Int) throws(PolicyError) -> Criterion {
    Criterion(
      id: try item.name("id"), title: try item.bilingual("title"),
      condition: try item.expression("when"), basis: try basis(item), points: points,
      note: try item["note"]?.bilingual(), place: item.place)
  }

  func tier(_ item: PackNode) throws(PolicyError) -> Tier {
    try item.allow(["id", "title", "when", "note"] + Self.basis + Self.days)
    return Tier(
      id: try item.name("id"), number: 0, title: try item.bilingual("title"),
      condition: item["when"] == nil ? nil : try item.expression("when"), basis: try basis(item),
      note: try item["note"]?.bilingual(), place: item.place)
  }

  func group(_ item: PackNode) throws(PolicyError) -> PointGroup {
    try item.allow(["id", "title", "highest_of"] + Self.basis + Self.days)
    return PointGroup(
      id: try item.name("id"), title: try item.bilingual("title"),
      members: try item.texts("highest_of"), basis: try basis(item), place: item.place)
  }

  func mark(_ item: PackNode) throws(PolicyError) -> WeightedMark {
    try item.allow(["parts"] + Self.basis + Self.days)
    var parts: [WeightedMark.Part] = []
    for part in try item.required("parts").items() {
      try part.allow(["fact", "percent"])
      parts.append(
        WeightedMark.Part(fact: try part.text("fact"), percent: try part.integer("percent")))
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
    var order: [Ranking.Key] = []
    for key in try item.required("order").items() { order.append(try key.choice(Ranking.Key.self)) }
    return Ranking(
      order: order, ties: try item.required("ties").choice(Ranking.Ties.self),
      basis: try basis(item), place: item.place)
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
    guard case Node.mapping(let mapping) = node.node else {
      throw node.wrong(
        key: "columns", expected: Bilingual(zh: "列名和内容", en: "columns with what they hold"))
    }
    let contents: [String: ParameterColumn.Content] = [
      "text": .text, "number": .number, "whole": .whole, "day": .day,
    ]
    var columns: [ParameterColumn] = []
    for (key, value) in mapping {
      let value = PackNode(node: value, source: node.source)
      var content = ParameterColumn.Content.text
      var isOptional = false
      if case Node.sequence = value.node {
        var words: [String] = []
        for word in try value.items() { words.append(try word.text()) }
        content = .words(words)
      } else {
        let text = try value.text()
        isOptional = text.hasSuffix("?")
        guard let named = contents[isOptional ? String(text.dropLast()) : text] else {
          throw value.wrong(
            key: key.string ?? "",
            expected: Bilingual(
              zh: "text、number、whole、day 之一，可加 ?，或词的列表",
              en: "text, number, whole or day, with ? if need be, or a list of words"))
        }
        content = named
      }
      columns.append(
        ParameterColumn(name: key.string ?? "", content: content, isOptional: isOptional))
    }
    return columns
  }

  private func parameterValue(_ node: PackNode) throws(PolicyError) -> ParameterValue {
    switch node.node {
    case Node.scalar: return .scalar(try node.text())
    case Node.sequence:
      let items = try node.items()
      if case Node.mapping? = items.first?.node {
        var records: [ParameterValue.Record] = []
        for item in items {
          records.append(ParameterValue.Record(cells: try cells(item), place: item.place))
        }
        return .rows(records)
      }
      var texts: [String] = []
      for item in items { texts.append(try item.text()) }
      return .list(texts)
    case Node.mapping: return .table(try cells(node))
    default:
      throw node.wrong(key: "value", expected: Bilingual(zh: "一个值", en: "a value"))
    }
  }

  private func cells(_ node: PackNode) throws(PolicyError) -> [ParameterValue.Row] {
    guard case Node.mapping(let mapping) = node.node else {
      throw node.wrong(key: "", expected: Bilingual(zh: "一组“键: 值”", en: "a mapping"))
    }
    var cells: [ParameterValue.Row] = []
    for (key, value) in mapping {
      let text = try PackNode(node: value, source: node.source).text()
      cells.append(ParameterValue.Row(key: key.string ?? "", value: text))
    }
    return cells
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
      subject = .table(name, try entries(item))
    } else if item["ranking"] != nil {
      var order: [Ranking.Key] = []
      for key in try item.required("order").items() {
        order.append(try key.choice(Ranking.Key.self))
      }
      subject = .ranking(
        Ranking(order: order, ties: .shared, basis: .local(reason: reason), place: item.place))
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
