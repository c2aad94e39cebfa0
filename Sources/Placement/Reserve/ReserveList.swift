public import Model

/// Those without an offer, in each office's order, and who comes next (递补名单).
public struct ReserveList: Sendable {
  /// The offers that it goes on from.
  public let offers: Offers
  /// The steps confirmed so far.
  public let earlier: [ReserveStep]
  /// The last day on which it is good.
  public let until: CivilDate
  private let settings: ReplacementSettings
  /// Who has lost a place.
  private let leavers: Set<String>
  /// The office of each candidate as it stands after the earlier steps; nil for none.
  private let holders: [Int?]

  /// Makes the list.
  ///
  /// - Parameters:
  ///   - day: the day from which it is good; it ends after the months that are set.
  ///   - earlier: the steps confirmed so far.
  /// - Throws: `PlacementError.tieOpen`.
  public init(
    _ offers: Offers, from day: CivilDate, after earlier: [ReserveStep] = [],
    settings: ReplacementSettings = ReplacementSettings()
  ) throws(PlacementError) {
    guard offers.ties.isEmpty else { throw .tieOpen }
    self.offers = offers
    self.earlier = earlier
    self.settings = settings
    until = day.advanced(byMonths: settings.months) ?? day
    let leavers = Set(earlier.map(\.vacancy.leftBy))
    let called = Dictionary(
      earlier.compactMap { step in step.person.map { ($0, step.vacancy.office) } },
      uniquingKeysWith: { $1 })
    self.leavers = leavers
    holders = zip(offers.input.candidates, offers.placed).map { candidate, office in
      if leavers.contains(candidate.number) { return nil }
      return called[candidate.number].flatMap(offers.input.index) ?? office
    }
  }

  /// Those without an offer who wished for an office, in its order, equals together.
  public func order(at office: String) -> [[String]] {
    let input = offers.input
    guard let index = input.index(of: office) else { return [] }
    let waiting = input.candidates.indices.filter { person in
      let candidate = input.candidates[person]
      return holders[person] == nil && candidate.exclusion == nil
        && !leavers.contains(candidate.number) && input.offices(wishedBy: candidate).contains(index)
    }
    var groups = EqualGroups(waiting)
    groups.refine { input.offices[index].standing(of: input.candidates[$0]) }
    groups.refine { offers.lot?[$0] }
    return groups.groups.map { $0.map { input.candidates[$0].number } }
  }

  /// Proposes the next person for each vacancy: at the same office, without any offer, one for one.
  ///
  /// Where somebody is next at several offices, the dearer wish counts; nobody who has a place
  /// moves. The order of the vacancies changes nothing.
  public func steps(for vacancies: [Vacancy], asOf date: CivilDate) -> [ReserveStep] {
    let rounds = Dictionary(
      earlier.compactMap { step in step.person.map { ($0, step.round) } },
      uniquingKeysWith: { max($0, $1) })
    let sorted = vacancies.map { (vacancy: $0, round: rounds[$0.leftBy] ?? 0) }
      .sorted { first, second in
        let (one, other) = (first.vacancy, second.vacancy)
        guard one.office == other.office else { return one.office.precedes(other.office) }
        return first.round == second.round
          ? one.leftBy.precedes(other.leftBy) : first.round < second.round
      }
    let reasons = sorted.map { staysOpen($0.vacancy, round: $0.round, asOf: date) }
    let fillable = zip(sorted, reasons).filter { $1 == nil }.map(\.0.vacancy)
    let gone = leavers.union(vacancies.map(\.leftBy))
    var proposals = proposals(for: fillable, gone: gone)[...]
    return zip(sorted, reasons).map { entry, reason in
      let proposal = reason.map { .open($0) } ?? proposals.popFirst() ?? .open(.nobodyLeft)
      let isFilled = if case .person = proposal { true } else { false }
      return ReserveStep(
        vacancy: entry.vacancy, round: entry.round + (isFilled ? 1 : 0), proposal: proposal)
    }
  }

  private func staysOpen(
    _ vacancy: Vacancy, round: Int, asOf date: CivilDate
  ) -> ReserveStep.Reason? {
    if !settings.replaced.contains(vacancy.loss) { return .notReplaced(vacancy.loss) }
    if round >= settings.rounds { return .roundsUsed(settings.rounds) }
    return date > until ? .expired(until) : nil
  }
}

extension ReserveList {
  /// A proposal for each vacancy, in their order.
  private func proposals(for vacancies: [Vacancy], gone: Set<String>) -> [ReserveStep.Proposal] {
    let input = offers.input
    let staying = zip(input.candidates, holders).map { candidate, office in
      gone.contains(candidate.number) ? nil : office
    }
    let offices = vacancies.map { input.index(of: $0.office) }
    var room = [Int](repeating: 0, count: input.offices.count)
    for office in offices { if let office { room[office] += 1 } }
    let result = input.filling(input.rooms(room, beside: staying), of: staying, offers.lot) {
      gone.contains($0.number) ? [] : input.offices(wishedBy: $0)
    }
    switch result {
    case .tied(let ties):
      let codes = ties.map { input.offices[$0.office].code }
      return offices.map { office in
        guard let tie = ties.first(where: { $0.office == office }) else {
          return .afterTies(at: codes)
        }
        return .tie(tie.applicants.map { input.candidates[$0].number }, places: tie.places)
      }
    case .matched(let filled):
      var newcomers = [[Int]](repeating: [], count: input.offices.count)
      for (person, office) in filled.enumerated() where staying[person] == nil {
        if let office { newcomers[office].append(person) }
      }
      for office in newcomers.indices {
        newcomers[office].sort { offers.rank($0, at: office) < offers.rank($1, at: office) }
      }
      var next = newcomers.map { $0[...] }
      return offices.map { office in
        guard let office, let person = next[office].popFirst() else { return .open(.nobodyLeft) }
        return .person(
          input.candidates[person].number,
          rivalsElsewhere: rivals(of: person, at: office, among: staying))
      }
    }
  }

  /// How many placed elsewhere stand above somebody at an office that they wished for more than for
  /// their own.
  private func rivals(of person: Int, at office: Int, among staying: [Int?]) -> Int {
    let input = offers.input
    return staying.indices.count { rival in
      guard let own = staying[rival], own != office else { return false }
      let dearer = input.offices(wishedBy: input.candidates[rival]).prefix { $0 != own }
      return dearer.contains(office)
        && offers.rank(rival, at: office).isAbove(offers.rank(person, at: office))
    }
  }
}

extension Offers {
  /// Where somebody stands at an office: by its order, then by the lot, then by number.
  fileprivate func rank(_ person: Int, at office: Int) -> OfficeRank {
    OfficeRank(
      standing: input.offices[office].standing(of: input.candidates[person]) ?? .max,
      draw: lot?[person] ?? 0, index: person)
  }
}

/// Where somebody stands at an office.
private struct OfficeRank: Comparable {
  let standing: Int
  let draw: Int
  let index: Int

  /// Whether more than the number of the application puts this one first.
  func isAbove(_ other: OfficeRank) -> Bool {
    (standing, draw) < (other.standing, other.draw)
  }

  static func < (first: OfficeRank, second: OfficeRank) -> Bool {
    (first.standing, first.draw, first.index) < (second.standing, second.draw, second.index)
  }
}
