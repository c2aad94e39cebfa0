public import Model

/// A place that somebody is to be offered (拟聘).
public struct Offer: Hashable, Sendable {
  /// The application number.
  public let number: String
  /// The office's code.
  public let office: String
  /// What led there.
  public let basis: Basis

  /// What led to an offer.
  public enum Basis: Hashable, Sendable {
    /// The wish of that number, from 1 (第几志愿).
    case wish(Int)
    /// Room that was left, with the person's consent (调剂).
    case adjustment
  }
}

/// Somebody without a place, and why (未安排).
public struct Unplaced: Hashable, Sendable {
  /// The application number.
  public let number: String
  /// What kept the person from any offer; where nothing did, each wish has its reason.
  public let exclusion: OfferExclusion?
  /// What became of each wish, from the first.
  public let wishes: [WishOutcome]
}

/// What became of a wish that was not granted.
public struct WishOutcome: Hashable, Sendable {
  /// The office's code as it was written.
  public let office: String
  /// The reason.
  public let reason: Reason

  /// Why a wish was not granted.
  public enum Reason: Hashable, Sendable {
    /// The places are taken; the last of them by that person (满员).
    case full(last: String, byLot: Bool)
    /// The office has no places (没有名额).
    case noPlaces
    /// The person is not on the office's list (未入围).
    case notListed
    /// No office has this code (没有这个街道).
    case unknownOffice
    /// The office was wished for before (重复).
    case repeated
    /// More wishes than count (超过志愿数).
    case beyondLimit
  }

  /// The wording for people.
  public var wording: Bilingual {
    switch reason {
    case .full(let last, false):
      Bilingual(zh: "满员，最后一名是 \(last)", en: "full; \(last) has the last place")
    case .full(let last, true):
      Bilingual(zh: "满员，与最后一名 \(last) 并列，抽签未中", en: "full; lost the lot against \(last)")
    case .noPlaces: Bilingual(zh: "没有名额", en: "no places")
    case .notListed: Bilingual(zh: "未入围", en: "not on the office's list")
    case .unknownOffice: Bilingual(zh: "没有这个街道", en: "no such office")
    case .repeated: Bilingual(zh: "与前面的志愿重复", en: "repeats an earlier wish")
    case .beyondLimit: Bilingual(zh: "超过可填志愿数", en: "beyond the number of wishes")
    }
  }
}

/// Places that nobody gets.
public struct FreePlaces: Hashable, Sendable {
  /// The office's code.
  public let office: String
  /// How many.
  public let places: Int
}

/// Equals of whom an office can take some and not all, so that a person or a lot must decide.
public struct OfferTie: Hashable, Sendable {
  /// The office's code.
  public let office: String
  /// The equals, by number.
  public let numbers: [String]
  /// The places that they contest.
  public let places: Int
}

/// What a reader of offers must know of the input; nothing is ever changed because of it.
public enum OfferNotice: Hashable, Sendable {
  /// A wish was left out, and why.
  case wishLeftOut(number: String, WishOutcome)
  /// An office has more places than the plan needs.
  case placesAboveNeed(office: String, places: Int, need: Int)
  /// An office has fewer places than the plan needs.
  case placesBelowNeed(office: String, places: Int, need: Int)
  /// An office reserves more places than it has; all of them count as reserved.
  case reservedAbovePlaces(office: String, reserved: Int, places: Int)
}

/// Somebody whom a new round of offers moves (变动).
public struct OfferMove: Hashable, Sendable {
  /// The application number.
  public let number: String
  /// The office before; none for somebody without a place.
  public let from: String?
  /// The office after.
  public let to: String?
}
