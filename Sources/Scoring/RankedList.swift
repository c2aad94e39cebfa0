import Cryptography
import Foundation
public import Model
public import Policy

extension Decider {
  init(_ key: Policy.Ranking.Key) {
    switch key {
    case .tier: self = .tier
    case .points: self = .points
    case .mark: self = .mark
    case .total: self = .total
    case .written: self = .written
    case .interview: self = .interview
    }
  }
}

/// Applicants in the order of the published list: by office, eligible before pending before
/// ineligible, by rank, then by application number.
public struct RankedList: Sendable {
  /// One applicant's place.
  public struct Entry: Sendable, Hashable {
    /// The applicant's index in the columns.
    public fileprivate(set) var index: UInt32
    /// The applicant's place in the office.
    public let placement: RankPlacement
  }

  /// One office's part of the list.
  public struct OfficeRange: Sendable {
    /// The office's place in the run's office table.
    public let office: Int
    /// Its entries.
    public let entries: Range<Int>
  }

  /// The entries in the list's order.
  public private(set) var entries: [Entry] = []
  /// The offices that have applicants, in the order of the list.
  public private(set) var offices: [OfficeRange] = []

  /// Ranks the eligible of each office.
  ///
  /// The result depends on the applicants only, not on the order in which they came.
  /// - Parameters:
  ///   - left: indexes that take no part, such as held rows; ascending order is not needed.
  ///   - seed: settles ties by lot: SHA-256 of the seed, a line feed and the application number,
  ///     lowest first.
  /// - Throws: `ScoringError.outOfRange`.
  /// - Complexity: O(applicants).
  public init(
    _ evaluation: Evaluation, of columns: ApplicantColumns, rules: RuleSet,
    leavingOut left: Set<UInt32> = [], seed: String? = nil
  ) throws {
    let order = try SortKeys(evaluation, columns, rules)
    let officeCount = Int(columns.offices.max() ?? 0) + 1
    var isLeftOut = [Bool](repeating: false, count: left.max().map { Int($0) + 1 } ?? 0)
    for id in left { isLeftOut[Int(id)] = true }
    let takesPart = columns.ids.map { $0 >= isLeftOut.count || !isLeftOut[Int($0)] }
    var starts = [Int](repeating: 0, count: officeCount + 1)
    for (index, office) in columns.offices.enumerated() where takesPart[index] {
      starts[Int(office) + 1] += 1
    }
    for office in 0..<officeCount { starts[office + 1] += starts[office] }
    var members = [UInt32](repeating: 0, count: starts[officeCount])
    var next = starts
    for (index, office) in columns.offices.enumerated() where takesPart[index] {
      members[next[Int(office)]] = UInt32(index)
      next[Int(office)] += 1
    }
    entries.reserveCapacity(members.count)
    for office in 0..<officeCount where starts[office] < starts[office + 1] {
      let range = starts[office]..<starts[office + 1]
      var records = members[range].map { order.record(Int($0)) }
      var spare = records
      order.sort(&records, &spare)
      offices.append(OfficeRange(office: office, entries: range))
      rank(records[...], order, columns, seed)
    }
  }

  /// Lays the applicants and all that belongs to them in the list's order, those who take no part
  /// left out: whoever goes through the list then walks straight through memory.
  public mutating func layOut(_ columns: inout ApplicantColumns, _ evaluation: inout Evaluation) {
    let order = entries.map(\.index)
    columns.reorder(order)
    evaluation.reorder(order)
    for place in entries.indices { entries[place].index = UInt32(place) }
  }

  /// Appends one office's entries.
  private mutating func rank(
    _ records: ArraySlice<SortRecord>, _ order: SortKeys, _ columns: ApplicantColumns,
    _ seed: String?
  ) {
    var start = records.startIndex
    while start < records.endIndex {
      let key = records[start].key
      var end = start + 1
      while end < records.endIndex, records[end].key == key { end += 1 }
      guard KeyPacking.isEligible(key) else {
        entries += records[start...].map { Entry(index: $0.index, placement: .unranked) }
        return
      }
      let rank = start - records.startIndex + 1
      var decider = Decider.nothing
      if start > records.startIndex {
        decider = order.packing.difference(records[start - 1].key, key)
      }
      if end < records.endIndex, KeyPacking.isEligible(records[end].key) {
        decider = order.packing.later(decider, order.packing.difference(key, records[end].key))
      }
      let group = records[start..<end]
      if group.count > 1, let seed {
        for (offset, index) in Self.drawn(group, columns, seed).enumerated() {
          let placement = RankPlacement(rank: rank + offset, isTied: false, decider: .lot)
          entries.append(Entry(index: index, placement: placement))
        }
      } else {
        let placement = RankPlacement(rank: rank, isTied: group.count > 1, decider: decider)
        entries += group.map { Entry(index: $0.index, placement: placement) }
      }
      start = end
    }
  }

  /// The members of a tie in the order of the lot.
  private static func drawn(
    _ group: ArraySlice<SortRecord>, _ columns: ApplicantColumns, _ seed: String
  ) -> [UInt32] {
    group.map { record in
      let number = columns.applicationNumbers.text(at: Int(record.index))
      return (digest: Lot.digest(seed: seed, applicationNumber: number), index: record.index)
    }
    .sorted { $0.digest.lexicographicallyPrecedes($1.digest) }
    .map(\.index)
  }
}

/// The lot that settles ties, so defined that anyone can recompute it.
public enum Lot {
  /// SHA-256 of the seed, one line feed and the application number, all in UTF-8.
  public static func digest(seed: String, applicationNumber: String) -> [UInt8] {
    SHA256.hash("\(seed)\n\(applicationNumber)".utf8)
  }
}
