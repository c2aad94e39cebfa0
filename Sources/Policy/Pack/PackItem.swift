import Model

/// Something that a pack declares for some days: a criterion, a table, a parameter.
protocol PackItem: Sendable {
  /// The name by which the pack refers to it.
  var id: String { get }
  var title: Bilingual { get }
  var basis: Basis { get }
  var place: SourcePlace { get }
}

/// An item and the days on which it holds.
struct Dated<Content: PackItem>: Sendable {
  let span: Span
  let content: Content
}

extension CodeTable: PackItem {
  var id: String { name }
}

extension DerivedFact: PackItem {
  var id: String { name }
}

extension Parameter: PackItem {
  var id: String { name }
}

extension WeightedMark: PackItem {
  var id: String { "mark" }
  var title: Bilingual { Bilingual(zh: "综合成绩", en: "combined mark") }
}

extension Ranking: PackItem {
  var id: String { "ranking" }
  var title: Bilingual { Bilingual(zh: "排序方式", en: "order of the ranking") }
}

extension LocalSetting: PackItem {
  var basis: Basis { .local(reason: reason) }
}

/// What all kinds of dated items have in common.
struct PackEntry {
  /// Whatever shares its names with others; the same name must not stand twice on one day.
  enum Space: Int {
    /// Names in conditions.
    case fact
    /// Names in results.
    case rule
    case table, mark, ranking, setting
  }

  let space: Space
  let id: String
  let title: Bilingual
  /// What it rests on; `nil` for what rests on nothing of its own.
  let basis: Basis?
  let span: Span
  let place: SourcePlace
}

extension PackDocument {
  /// Every item, in the order in which a reader looks for them.
  var entries: [PackEntry] {
    func entries<Content>(_ space: PackEntry.Space, _ items: [Dated<Content>]) -> [PackEntry] {
      items.map {
        PackEntry(
          space: space, id: $0.content.id, title: $0.content.title, basis: $0.content.basis,
          span: $0.span, place: $0.content.place)
      }
    }
    func everyDay(_ space: PackEntry.Space, _ id: String, _ title: Bilingual, _ place: SourcePlace)
      -> PackEntry
    {
      PackEntry(space: space, id: id, title: title, basis: nil, span: span, place: place)
    }
    return facts.map { everyDay(.fact, $0.name, $0.title, $0.place) }
      + entries(.rule, requirements) + entries(.rule, preferences) + entries(.rule, tiers)
      + entries(.rule, groups) + checks.map { everyDay(.rule, $0.id, $0.title, $0.place) }
      + entries(.fact, derivedFacts) + entries(.table, tables) + entries(.fact, parameters)
      + entries(.mark, marks) + entries(.ranking, rankings) + entries(.setting, settings)
  }
}
