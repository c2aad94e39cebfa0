/// Who gets which place.
public struct Matching: Hashable, Sendable {
  /// For each applicant the office, by index; −1 for none.
  private let offices: [Int32]
  /// For each applicant which wish was granted, from 0; −1 for none.
  private let wishes: [Int32]
  /// How many proposals led to it.
  public let proposals: Int

  init(offices: [Int32], wishes: [Int32], proposals: Int) {
    self.offices = offices
    self.wishes = wishes
    self.proposals = proposals
  }

  /// How many applicants there are.
  public var count: Int { offices.count }

  /// The office that an applicant gets a place at; nil for none.
  public func office(of applicant: Int) -> Int? {
    offices[applicant] < 0 ? nil : Int(offices[applicant])
  }

  /// Which of the applicant's wishes in the market that is, from 0; nil for none.
  public func wish(of applicant: Int) -> Int? {
    wishes[applicant] < 0 ? nil : Int(wishes[applicant])
  }
}

/// Equals of whom an office can take some and not all, so that who they are decides (并列).
public struct MarketTie: Hashable, Sendable {
  /// The office, by index.
  public let office: Int
  /// The equals, ascending.
  public let applicants: [Int]
  /// The places that they contest.
  public let places: Int
}

/// What comes of a market.
public enum MarketResult: Sendable {
  /// Everybody's place, which no order of equals could change.
  case matched(Matching)
  /// Ties that matter; there are no places before they are settled.
  case tied([MarketTie])

  /// The matching, where there is one.
  public var matching: Matching? {
    if case .matched(let matching) = self { matching } else { nil }
  }

  /// The ties that matter; none where there is a matching.
  public var ties: [MarketTie] {
    if case .tied(let ties) = self { ties } else { [] }
  }
}

extension Market {
  /// Gives out places so that nobody would rather have a place that somebody of lower standing has,
  /// and each applicant gets the best place that any such matching could give.
  ///
  /// Applicants propose in the order of their wishes; an office keeps the best for its places and
  /// rejects the rest, for good. Equals at the edge of an office's places are all kept until nobody
  /// is left to propose: so no rejection is ever decided among equals. If an office still keeps more
  /// than it has places for, the tie matters, and only a lot or a person can go on. If none does,
  /// every order of equals leads to this one matching.
  ///
  /// An office with reserved places takes the best of those who may have them first, then the best
  /// of all others. Neither the order of the applicants nor that of the offices changes anything.
  ///
  /// Source: D. Gale, L. S. Shapley, "College admissions and the stability of marriage", American
  /// Mathematical Monthly 69, 1962; reserves: I. E. Hafalir, M. B. Yenmez, M. A. Yildirim,
  /// "Effective affirmative action in school choice", Theoretical Economics 8, 2013.
  ///
  /// - Parameter lot: the place of each applicant in the order drawn, a permutation from 0; the same
  ///   lot holds at every office.
  /// - Complexity: O(*w* log *p*) for *w* wishes and at most *p* places an office.
  public func match(lot: [Int]? = nil) -> MarketResult {
    var acceptance = DeferredAcceptance(self, lot: lot)
    return acceptance.run()
  }
}
