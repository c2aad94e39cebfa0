public import Model
import Policy

/// What an applicant is ordered by: the declared keys, then the lot where one was drawn.
struct OrderKey: Comparable, Hashable {
  let packed: UInt64
  let lot: UInt32

  static func < (first: OrderKey, second: OrderKey) -> Bool {
    (first.packed, first.lot) < (second.packed, second.lot)
  }
}

/// The keys of one office's eligible applicants in order, to see where another key would stand.
struct RankIndex {
  private let scored: ScoredApplicants
  private let packing: KeyPacking
  private let lots: [Int: UInt32]
  private let keys: [OrderKey]

  init(_ range: RankedList.OfficeRange, of scored: ScoredApplicants) {
    self.scored = scored
    packing = KeyPacking(scored.rules.ranking)
    let indexes = scored.list.entries[range.entries].map { Int($0.index) }
    if let seed = scored.seed {
      let drawn = indexes.map { index in
        (
          Lot.digest(
            seed: seed, applicationNumber: scored.columns.applicationNumbers.text(at: index)), index
        )
      }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
      lots = Dictionary(
        uniqueKeysWithValues: drawn.enumerated().map { ($0.element.1, UInt32($0.offset)) })
    } else {
      lots = [:]
    }
    var keys: [OrderKey] = []
    for index in indexes {
      if let key = Self.key(at: index, scored, packing, lots) { keys.append(key) }
    }
    self.keys = keys.sorted()
  }

  /// An applicant's key; nothing for those who are not eligible.
  func key(at index: Int) -> OrderKey? { Self.key(at: index, scored, packing, lots) }

  private static func key(
    at index: Int, _ scored: ScoredApplicants, _ packing: KeyPacking, _ lots: [Int: UInt32]
  ) -> OrderKey? {
    let evaluation = scored.evaluation
    guard evaluation[index].assessment.verdict == .eligible else { return nil }
    let packed = packing.packed(evaluation[index].assessment, evaluation.marks(at: index))
    return OrderKey(packed: packed, lot: lots[index] ?? 0)
  }

  /// The key that an applicant would have with another assessment, and the best that open marks can
  /// come to.
  func key(of assessment: Assessment, at index: Int) -> OrderKey? {
    guard assessment.verdict == .eligible else { return nil }
    let packed = packing.packed(assessment, scored.bestMarks(at: index))
    return OrderKey(packed: packed, lot: lots[index] ?? 0)
  }

  /// How many others stand before a key, and how many have the same.
  func neighbours(of key: OrderKey, besides index: Int) -> (ahead: Int, equals: Int) {
    let own = self.key(at: index)
    let ahead = keys.count(below: key) - (own.map { $0 < key } == true ? 1 : 0)
    return (ahead, keys.count(of: key) - (own == key ? 1 : 0))
  }
}

extension Scorer {
  /// The rank that an applicant would have with another assessment, under rules without a mark;
  /// `nil` where there would be none.
  /// - Parameters:
  ///   - now: the assessment that the applicant has, which is among the others.
  ///   - others: how many of the office's ranked applicants have which assessment.
  public func rank(
    of assessment: Assessment, from now: Assessment, among others: [Assessment: Int]
  ) -> Int? {
    guard assessment.verdict == .eligible else { return nil }
    let packing = KeyPacking(rules.ranking)
    func key(_ assessment: Assessment) -> UInt64 { packing.packed(assessment, OrderedMarks()) }
    let then = key(assessment)
    let ahead = others.filter { key($0.key) < then }.values.reduce(0, +)
    let isAheadOfItself = now.verdict == .eligible && key(now) < then
    return ahead + 1 - (isAheadOfItself ? 1 : 0)
  }
}

extension [OrderKey] {
  /// How many elements of a sorted list are below a key.
  func count(below key: OrderKey) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many elements of a sorted list equal a key.
  func count(of key: OrderKey) -> Int {
    let start = count(below: key)
    return self[start...].prefix { $0 == key }.count
  }
}
