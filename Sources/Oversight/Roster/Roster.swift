public import Model

/// Everybody who is or was in post (名册); the order of the rows changes nothing.
public struct Roster: Hashable, Sendable {
  /// Two times in post of one person that have days in common.
  public struct Overlap: Hashable, Sendable {
    /// The one that began first.
    public let first: Spell
    /// The other.
    public let second: Spell
  }

  /// The spells by number and first day.
  public let spells: [Spell]
  private let byAssistant: [String: [Spell]]

  /// Sets the spells in order.
  /// - Complexity: O(*n* log *n*).
  public init(_ spells: some Sequence<Spell>) {
    self.spells = Set(spells).sorted(by: Spell.precedes)
    byAssistant = Dictionary(grouping: self.spells, by: \.assistant)
  }

  /// The numbers, each once and in order.
  public var assistants: [String] { byAssistant.keys.sorted(by: String.precedes) }

  /// The spells under a number, the earliest first.
  public func spells(of assistant: String) -> [Spell] { byAssistant[assistant] ?? [] }

  /// Those on duty on a day.
  public func onDuty(on day: CivilDate) -> [Spell] { spells.filter { $0.includes(day) } }

  /// The office of an assistant on a day; nil where there is none.
  public func office(of assistant: String, on day: CivilDate) -> String? {
    spells(of: assistant).first { $0.includes(day) }?.office
  }

  /// Whether somebody is on duty on every day of a time, spells that follow each other taken together.
  public func isOnDuty(_ assistant: String, from first: CivilDate, through last: CivilDate) -> Bool
  {
    var next = first
    for spell in spells(of: assistant) where spell.includes(next) {
      guard let until = spell.until, until < last else { return true }
      guard let day = until.advanced(byDays: 1) else { return false }
      next = day
    }
    return false
  }

  /// The times in post of one person that overlap, whether under one number or two.
  public var overlaps: [Overlap] {
    Dictionary(grouping: spells, by: \.person).values.flatMap { spells in
      spells.indices.flatMap { one in
        spells[(one + 1)...].filter { $0.overlaps(spells[one]) }
          .map { other in
            other.from < spells[one].from
              ? Overlap(first: other, second: spells[one])
              : Overlap(first: spells[one], second: other)
          }
      }
    }
    .sorted {
      Spell.precedes(($0.first), $1.first)
        || $0.first == $1.first && Spell.precedes($0.second, $1.second)
    }
  }

  /// How many people are on duty at each office on a day.
  public func headcounts(on day: CivilDate) -> [String: Int] {
    Dictionary(grouping: onDuty(on: day), by: \.office).mapValues { Set($0.map(\.person)).count }
  }
}

extension Spell {
  static func precedes(_ one: Spell, _ other: Spell) -> Bool {
    if one.assistant != other.assistant { return String.precedes(one.assistant, other.assistant) }
    if one.from != other.from { return one.from < other.from }
    if one.office != other.office { return String.precedes(one.office, other.office) }
    if one.person != other.person { return String.precedes(one.person, other.person) }
    return (one.until ?? .latest) < (other.until ?? .latest)
  }
}

extension String {
  /// The order of bytes, which no locale changes.
  static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}
