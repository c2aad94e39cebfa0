public import Model

/// A person who may be offered a place (拟聘人选).
public struct OfferCandidate: Hashable, Sendable {
  /// The application number.
  public let number: String
  /// Where the person stands in the common order, lowest first, equals sharing it.
  public let standing: Int
  /// The codes of the offices wished for, the dearest first (志愿).
  public let wishes: [String]
  /// Whether the person may take a reserved place (就业援助名额).
  public let mayTakeReserved: Bool
  /// Whether the person takes any office that has room left (服从调剂).
  public let acceptsAdjustment: Bool
  /// What keeps the person from any offer.
  public let exclusion: OfferExclusion?

  /// Describes a person to the market.
  public init(
    number: String, standing: Int, wishes: [String], mayTakeReserved: Bool = false,
    acceptsAdjustment: Bool = false, exclusion: OfferExclusion? = nil
  ) {
    self.number = number
    self.standing = standing
    self.wishes = wishes
    self.mayTakeReserved = mayTakeReserved
    self.acceptsAdjustment = acceptsAdjustment
    self.exclusion = exclusion
  }
}

/// What keeps a person from any offer (不参加安排的原因).
public enum OfferExclusion: String, Hashable, Sendable, CaseIterable {
  /// The marks do not reach a line, or there is none.
  case marks
  /// A check was failed.
  case checks
  /// The person gave up: every wish is struck.
  case withdrawn
  /// The person is in post already.
  case inPost

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .marks: Bilingual(zh: "成绩未过线或没有成绩", en: "marks below a line, or none")
    case .checks: Bilingual(zh: "复审、体检或考察不合格", en: "a check was failed")
    case .withdrawn: Bilingual(zh: "放弃", en: "gave up")
    case .inPost: Bilingual(zh: "已在岗", en: "in post already")
    }
  }
}

/// An office with places to fill (招聘单位).
public struct OfferOffice: Hashable, Sendable {
  /// The office's code.
  public let code: String
  /// Its places.
  public let places: Int
  /// Places that go first to those who may take reserved ones.
  public let reserved: Int
  /// Whom it accepts, and in which order.
  public let order: Order
  /// The assistants that the plan says it needs, where there is a plan.
  public let need: Int?

  /// Whom an office accepts, and in which order (录用次序).
  public enum Order: Hashable, Sendable {
    /// Everybody, in the common order.
    case common
    /// Those of its own list, in the common order.
    case shortlisted(Set<String>)
    /// Those of its own list, in its own order: lowest first, equals sharing it.
    case own([String: Int])
  }

  /// Describes an office to the market.
  public init(
    code: String, places: Int, reserved: Int = 0, order: Order = .common, need: Int? = nil
  ) {
    self.code = code
    self.places = places
    self.reserved = reserved
    self.order = order
    self.need = need
  }

  /// Where somebody stands here; nil for those whom the office does not accept.
  func standing(of candidate: OfferCandidate) -> Int? {
    switch order {
    case .common: candidate.standing
    case .shortlisted(let numbers): numbers.contains(candidate.number) ? candidate.standing : nil
    case .own(let standings): standings[candidate.number]
    }
  }
}

/// How wishes are read: local settings.
public struct OfferSettings: Hashable, Sendable {
  /// How many wishes count, from the first.
  public let wishesUsed: Int
  /// Whether those without a place who agreed to it are placed wherever room is left.
  public let adjusts: Bool

  /// Puts the settings together.
  public init(wishesUsed: Int = 3, adjusts: Bool = false) {
    self.wishesUsed = wishesUsed
    self.adjusts = adjusts
  }
}
