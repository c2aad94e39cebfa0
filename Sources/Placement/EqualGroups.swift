/// Members in order, equals together; each further key tells some of them apart.
struct EqualGroups<Member: Hashable> {
  private(set) var groups: [[Member]]

  /// Begins with everybody equal, in an order of their own.
  init(_ members: [Member]) { groups = members.isEmpty ? [] : [members] }

  /// Adds members who come after all others.
  mutating func append(_ members: [Member]) { groups.append(members) }

  /// Splits each group by a key, lowest first; a group in which a key is not known stays whole.
  ///
  /// - Returns: those whom the key told apart from somebody.
  @discardableResult
  mutating func refine<Key: Comparable>(_ key: (Member) -> Key?) -> [Member] {
    var told: [Member] = []
    groups = groups.flatMap { group -> [[Member]] in
      let keyed = group.compactMap { member in key(member).map { (key: $0, member: member) } }
      guard group.count > 1, keyed.count == group.count else { return [group] }
      let sorted = keyed.enumerated().sorted { first, second in
        first.element.key == second.element.key
          ? first.offset < second.offset : first.element.key < second.element.key
      }
      var split: [[Member]] = []
      var last: Key?
      for (_, element) in sorted {
        if element.key == last {
          split[split.count - 1].append(element.member)
        } else {
          split.append([element.member])
        }
        last = element.key
      }
      if split.count > 1 { told += group }
      return split
    }
    return told
  }

  /// The rank of each member, from 1; equals share it and the next rank is skipped past them.
  func ranks() -> [Member: Int] {
    var ranks: [Member: Int] = [:]
    var next = 1
    for group in groups {
      for member in group { ranks[member] = next }
      next += group.count
    }
    return ranks
  }
}

/// A key of which the highest comes first.
struct Descending<Value: Comparable>: Comparable {
  private let value: Value

  init(_ value: Value) { self.value = value }

  static func < (first: Self, second: Self) -> Bool { second.value < first.value }
}

extension String {
  /// Whether it comes first by its bytes, which is the same order everywhere.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension Array {
  /// The elements by application number.
  ///
  /// - Throws: `PlacementError.numberRepeated`.
  func sortedByNumber(_ number: (Element) -> String) throws(PlacementError) -> [Element] {
    let sorted = self.sorted { number($0).precedes(number($1)) }
    for (first, second) in zip(sorted, sorted.dropFirst()) where number(first) == number(second) {
      throw .numberRepeated(number(first))
    }
    return sorted
  }
}
