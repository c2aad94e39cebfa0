/// A fixed number of places shared among units (名额分配结果).
///
/// The order of the units changes nothing: what everything declared leaves equal is a tie, and
/// stays one until a lot settles it. Σ shares + Σ places of ties = total.
public struct Allocation: Hashable, Sendable {
  /// The rule that shared them.
  public let method: AllocationMethod
  /// The places shared.
  public let total: Int
  /// What each unit gets for certain, in the order in which the units came.
  public let shares: [Share]
  /// Equal claims to fewer places than claimants, not settled.
  public let ties: [Tie]
  /// Ties that a lot settled, their names in the order of the lot.
  public let settled: [Tie]
  /// The claims that took the last place, or tie for it; none where minimums took every place.
  public let lastPlace: [PlaceClaim]
  /// The strongest claims that got nothing more: who was next; none beside an open tie.
  public let nextInLine: [PlaceClaim]

  /// What one unit gets.
  public struct Share: Hashable, Sendable {
    /// The unit's name.
    public let name: String
    /// Its weight.
    public let weight: Int
    /// Its places, without contested ones.
    public let share: Int
  }

  /// Units with equal claims to fewer places than they are.
  public struct Tie: Hashable, Sendable {
    /// The units, by the bytes of their names, or in the order of the lot.
    public let names: [String]
    /// The places that they contest.
    public let seats: Int
  }

  /// Shares `total` places by weight.
  ///
  /// A divisor method hands out place after place to the strongest claim that its maximum allows,
  /// beginning from the minimums. Hamilton gives every unit its whole quota, then one more each to
  /// the largest remainders; quotas are proportional, except for units held at a limit.
  ///
  /// - Throws: `StaffingError.allocation`, such as a total too small for the minimums.
  /// - Complexity: O(*n* log *n*) for *n* units, however many places there are, where minimums
  ///   leave most of them free; else O((*n* + Σ minimums) log *n*).
  public init(
    of total: Int, among units: [AllocationUnit], by method: AllocationMethod
  ) throws(StaffingError) {
    let terms = try AllocationTerms(total: total, units: units, method: method)
    let outcome = method == .hamilton ? terms.shareByQuota() : terms.shareByDivisor(method)
    func claims(_ contenders: [Contender]) -> [PlaceClaim] {
      contenders.map { PlaceClaim($0, of: units[$0.unit]) }
        .sorted { AllocationUnit.byName($0.name, $1.name) }
    }
    let last = claims(outcome.last)
    self.init(
      method: method, total: total,
      shares: zip(units, outcome.places).map {
        Share(name: $0.name, weight: $0.weight, share: $1)
      },
      ties: outcome.contested > 0 ? [Tie(names: last.map(\.name), seats: outcome.contested)] : [],
      settled: [], lastPlace: last, nextInLine: claims(outcome.next))
  }

  private init(
    method: AllocationMethod, total: Int, shares: [Share], ties: [Tie], settled: [Tie],
    lastPlace: [PlaceClaim], nextInLine: [PlaceClaim]
  ) {
    self.method = method
    self.total = total
    self.shares = shares
    self.ties = ties
    self.settled = settled
    self.lastPlace = lastPlace
    self.nextInLine = nextInLine
  }

  /// The same sharing with its ties settled by a lot that anyone can recompute.
  ///
  /// - Parameter precedes: Whether the first name comes before the second in the lot.
  public func settlingTies(by precedes: (String, String) -> Bool) -> Allocation {
    let drawn = ties.map { Tie(names: $0.names.sorted(by: precedes), seats: $0.seats) }
    let winners = Set(drawn.flatMap { $0.names.prefix($0.seats).map { Array($0.utf8) } })
    return Allocation(
      method: method, total: total,
      shares: shares.map {
        let isWinner = winners.contains(Array($0.name.utf8))
        return Share(name: $0.name, weight: $0.weight, share: $0.share + (isWinner ? 1 : 0))
      },
      ties: [], settled: settled + drawn, lastPlace: lastPlace, nextInLine: nextInLine)
  }
}
