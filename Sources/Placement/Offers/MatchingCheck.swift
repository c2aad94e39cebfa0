/// Something wrong with a matching, found from the definitions and not by matching again.
public enum MatchingFault: Hashable, Sendable {
  /// An applicant has a place that was not wished for.
  case notWished(applicant: Int, office: Int)
  /// An office takes more than it has places.
  case overfull(office: Int, holders: Int)
  /// A place is free that an applicant would rather have.
  case freePlace(applicant: Int, office: Int)
  /// An applicant would rather have a place that somebody of lower standing has.
  case envy(applicant: Int, office: Int)
}

extension Market {
  /// What is wrong with a matching: nothing, unless a program has a mistake.
  ///
  /// An applicant must be let in wherever the office's rule, applied to its holders and the
  /// applicant together, would take the applicant; equals of a holder need not be.
  ///
  /// - Complexity: O(*w* log *p*) for *w* wishes and at most *p* places an office.
  public func faults(in matching: Matching, lot: [Int]? = nil) -> [MatchingFault] {
    var faults: [MatchingFault] = []
    var all = [[UInt64]](repeating: [], count: offices.count)
    var reserved = all
    func key(_ wish: Int, _ applicant: Int) -> UInt64 {
      UInt64(standings[wish]) << 32 | UInt64(lot?[applicant] ?? 0)
    }
    for applicant in 0..<count {
      guard let office = matching.office(of: applicant) else { continue }
      guard let wish = wishes(of: applicant).first(where: { wishedOffices[$0] == office }) else {
        faults.append(.notWished(applicant: applicant, office: office))
        continue
      }
      all[office].append(key(wish, applicant))
      if mayTakeReserved[applicant] { reserved[office].append(key(wish, applicant)) }
    }
    for office in offices.indices {
      all[office].sort()
      reserved[office].sort()
      if all[office].count > offices[office].places {
        faults.append(.overfull(office: office, holders: all[office].count))
      }
    }
    for applicant in 0..<count {
      for wish in wishes(of: applicant) {
        let index = Int(wishedOffices[wish])
        if matching.office(of: applicant) == index { break }
        let office = offices[index]
        if all[index].count < office.places {
          faults.append(.freePlace(applicant: applicant, office: index))
          continue
        }
        // Those taken before the applicant: on reserved places, then on the others.
        let own = key(wish, applicant)
        let ahead = all[index].count(notAfter: own)
        let reservedAhead = reserved[index].count(notAfter: own)
        let taken = min(office.reserved, reserved[index].count)
        let fitsReserved = mayTakeReserved[applicant] && reservedAhead < office.reserved
        let fitsOthers = ahead - min(taken, reservedAhead) < office.places - taken
        if fitsReserved || fitsOthers { faults.append(.envy(applicant: applicant, office: index)) }
      }
    }
    return faults
  }
}

extension [UInt64] {
  /// How many numbers of an ascending list are not above a number.
  fileprivate func count(notAfter number: UInt64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
