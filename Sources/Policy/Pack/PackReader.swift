import Model

/// Reads a policy file's YAML into a document.
struct PackReader {
  let root: PackNode
  /// The days of an item that does not state its own.
  let span: Span

  static func document(_ source: PackSource) throws(PolicyError) -> PackDocument {
    let root = try PackNode.root(of: source)
    try root.allow([
      "policy", "extends", "title", "issuers", "in_force", "repeals", "clauses", "facts", "tables",
      "derived", "requirements", "tiers", "preferences", "groups", "mark", "ranking", "settings",
      "parameters", "checks", "claims", "change",
    ])
    let inForce = try root.required("in_force")
    try inForce.allow(["from", "until"])
    guard let from = try inForce.date("from") else { throw .missingKey(inForce.place, key: "from") }
    let reader = PackReader(root: root, span: Span(from: from, until: try inForce.date("until")))
    return try reader.document()
  }

  private func document() throws(PolicyError) -> PackDocument {
    PackDocument(
      id: try root.text("policy"), extends: try root["extends"]?.text(),
      title: try root.bilingual("title"),
      issuers: try each("issuers") { issuer throws(PolicyError) in try issuer.bilingual() },
      span: span,
      repeals: try each("repeals", repealed), clauses: try each("clauses", clause),
      facts: try each("facts", fact), tables: try each("tables", table),
      derivedFacts: try each("derived", derivedFact),
      requirements: try each("requirements", requirement), tiers: try each("tiers", tier),
      preferences: try each("preferences", preference), groups: try each("groups", group),
      marks: try single("mark", mark), rankings: try single("ranking", ranking),
      settings: try each("settings", setting), parameters: try each("parameters", parameter),
      checks: try each("checks", check), claims: try each("claims", claim),
      changes: try each("change", change))
  }

  private func each<Content>(
    _ key: String, _ read: (PackNode) throws(PolicyError) -> Content
  ) throws(PolicyError) -> [Content] {
    try root.items(key).map(read)
  }

  private func single<Content>(
    _ key: String, _ read: (PackNode) throws(PolicyError) -> Content
  ) throws(PolicyError) -> [Content] {
    if let item = root[key] { [try read(item)] } else { [] }
  }

  func days(of item: PackNode) throws(PolicyError) -> Span {
    let from = try item.date("from") ?? span.from
    let until = try item.date("until") ?? span.until
    if let until, until < from {
      throw item.wrong(
        key: "until", expected: Bilingual(zh: "不早于 from 的日期", en: "a date not before from"))
    }
    return Span(from: from, until: until)
  }
}
