import Model

/// The applicants of two runs, matched by application number.
struct Pairing {
  /// One applicant's places in the two lists.
  struct Pair {
    let first: Int?
    let second: Int?
  }

  /// One run with what is looked up often.
  struct Side {
    let list: RankedList
    private let scored: ScoredApplicants
    private let offices: [String]
    private let positions: [LinePosition?]

    init(_ scored: ScoredApplicants) {
      self.scored = scored
      list = scored.list
      var offices: [String] = []
      var positions: [LinePosition?] = []
      for range in scored.list.offices {
        let code = scored.offices.offices[range.office].code
        offices += Array(repeating: code, count: range.entries.count)
        if let places = scored.places(of: range) {
          positions += scored.list.positions(in: range, places: places)
        } else {
          positions += Array(repeating: nil, count: range.entries.count)
        }
      }
      self.offices = offices
      self.positions = positions
    }

    func entry(_ place: Int) -> RunComparison.Entry {
      let entry = list.entries[place]
      let mark = scored.evaluation.mark(at: Int(entry.index))
      return RunComparison.Entry(
        officeCode: offices[place], assessment: scored.evaluation[Int(entry.index)].assessment,
        mark: mark < 0 ? nil : mark, placement: entry.placement, line: positions[place])
    }
  }

  let first: Side
  let second: Side
  /// In the order of the second list; after it those whom only the first has, in its order.
  let pairs: [Pair]

  init(_ one: ScoredApplicants, _ other: ScoredApplicants) {
    first = Side(one)
    second = Side(other)
    // Numbers are compared by their bytes: texts that only look alike are different people.
    var places: [[UInt8]: Int] = [:]
    for (place, entry) in one.list.entries.enumerated() {
      places[one.columns.applicationNumbers.withBytes(at: Int(entry.index)) { Array($0) }] = place
    }
    var pairs: [Pair] = []
    for (place, entry) in other.list.entries.enumerated() {
      let number = other.columns.applicationNumbers.withBytes(at: Int(entry.index)) { Array($0) }
      pairs.append(Pair(first: places.removeValue(forKey: number), second: place))
    }
    self.pairs = pairs + places.values.sorted().map { Pair(first: $0, second: nil) }
  }
}
