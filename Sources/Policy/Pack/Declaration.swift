public import Model

/// What every item of a pack says of itself.
public struct Declaration: Sendable, Hashable {
  /// The stable name: in conditions, in results, in lists.
  public let id: String
  /// The name for people.
  public let title: Bilingual
  /// What it rests on.
  public internal(set) var basis: Basis
  /// The days on which it holds.
  public internal(set) var days: Span
  /// Where it is declared, or where an overlay changed it.
  public internal(set) var place: SourcePlace
}

/// Something that a pack declares for some days.
public protocol Declared: Sendable {
  /// What it says of itself.
  var declaration: Declaration { get }
}

extension Declared {
  /// The stable name.
  public var id: String { declaration.id }
  /// The stable name, where conditions call it.
  public var name: String { declaration.id }
  /// The name for people.
  public var title: Bilingual { declaration.title }
  /// What it rests on.
  public var basis: Basis { declaration.basis }
  /// The days on which it holds.
  public var days: Span { declaration.days }
  /// Where it is declared.
  public var place: SourcePlace { declaration.place }
}

/// An item while a pack is put together.
protocol PackItem: Declared {
  var declaration: Declaration { get set }
  static var space: PackSpace { get }
}

/// What shares its names: the same name must not stand twice there on one day.
enum PackSpace: Int {
  /// Names in conditions.
  case fact
  /// Names in results.
  case rule
  case table, mark, ranking, setting
}

extension Criterion: PackItem { static var space: PackSpace { .rule } }
extension PointGroup: PackItem { static var space: PackSpace { .rule } }
extension PolicyCheck: PackItem { static var space: PackSpace { .rule } }
extension DerivedFact: PackItem { static var space: PackSpace { .fact } }
extension Parameter: PackItem { static var space: PackSpace { .fact } }
extension CodeTable: PackItem { static var space: PackSpace { .table } }
extension WeightedMark: PackItem { static var space: PackSpace { .mark } }
extension Ranking: PackItem { static var space: PackSpace { .ranking } }
extension LocalSetting: PackItem { static var space: PackSpace { .setting } }
