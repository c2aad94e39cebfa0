public import Model

/// What a reader of a list must know of it.
public enum ShortlistNotice: Hashable, Sendable {
  /// There are no places, so that nobody is invited.
  case noPlaces
  /// Nobody is in the pool.
  case nobody
  /// The pool is not larger than the ratio asks for: all of it is invited.
  case wholePool(pool: Int, limit: Int)
  /// Equals make the list more than twice as long as the ratio gives: the order is too coarse.
  case tooCoarse(inside: Int, limit: Int)
  /// Fewer applied than the opening ratio asks for; so many places would fit it.
  case belowOpeningRatio(pool: Int, places: Int, fitting: Int)

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .noPlaces: Bilingual(zh: "没有名额，不安排面试", en: "no places, so nobody is invited")
    case .nobody: Bilingual(zh: "无人", en: "nobody is in the pool")
    case .wholePool(let pool, let limit):
      Bilingual(
        zh: "符合条件 \(pool) 人，不多于应入围 \(limit) 人，全部入围",
        en: "the pool of \(pool) is not above the \(limit) of the ratio: all are invited")
    case .tooCoarse(let inside, let limit):
      Bilingual(
        zh: "并列使入围达 \(inside) 人，超过应入围 \(limit) 人的两倍：排序依据太粗，建议改按笔试成绩",
        en: "ties make it \(inside), more than twice the \(limit) of the ratio: order by marks")
    case .belowOpeningRatio(let pool, let places, let fitting):
      Bilingual(
        zh: "符合条件 \(pool) 人，招 \(places) 人，达不到开考比例；如需核减，为 \(fitting) 人（由人决定）",
        en: "\(pool) for \(places) places is below the opening ratio; \(fitting) would fit it")
    }
  }
}

extension Shortlist {
  /// What a reader must know of the list.
  public var notices: [ShortlistNotice] {
    guard limit > 0 else { return [.noPlaces] }
    guard !entries.isEmpty else { return [.nobody] }
    var notices: [ShortlistNotice] = []
    let pool = entries.count
    if pool <= limit { notices.append(.wholePool(pool: pool, limit: limit)) }
    if inside.count > 2 * limit {
      notices.append(.tooCoarse(inside: inside.count, limit: limit))
    }
    if let opening = settings.openingRatio, opening > .zero,
      let fitting = try? (Rational(pool) / opening).floor, fitting < places
    {
      notices.append(.belowOpeningRatio(pool: pool, places: places, fitting: fitting))
    }
    return notices
  }
}
