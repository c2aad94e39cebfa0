/// The keys of the rows that came with one import, in a few sorted runs.
///
/// Each run is at least twice as long as the one after it, so that a key is moved O(log files) times
/// however many files there are.
struct KeyRuns {
  private(set) var runs: [[UInt64]] = []

  /// Adds the sorted keys of a file.
  mutating func add(_ keys: [UInt64]) {
    guard !keys.isEmpty else { return }
    var keys = keys
    while let last = runs.last, last.count < keys.count * 2 {
      runs.removeLast()
      keys = Self.merged(last, keys)
    }
    runs.append(keys)
  }

  /// Hands out all keys in ascending order and forgets them.
  mutating func takeAll() -> [UInt64] {
    var all: [UInt64] = []
    while let last = runs.popLast() { all = all.isEmpty ? last : Self.merged(last, all) }
    return all
  }

  /// Two ascending sequences as one.
  static func merged(_ first: [UInt64], _ second: some RandomAccessCollection<UInt64>) -> [UInt64] {
    var merged: [UInt64] = []
    merged.reserveCapacity(first.count + second.count)
    var place = second.startIndex
    for key in first {
      while place < second.endIndex, second[place] < key {
        merged.append(second[place])
        second.formIndex(after: &place)
      }
      merged.append(key)
    }
    merged += second[place...]
    return merged
  }

  /// The place of the first key from `start` on that is not below a bound; the number of keys where
  /// all are.
  /// - Complexity: O(log of how far it is).
  static func place(in keys: [UInt64], from start: Int, notBelow bound: UInt64) -> Int {
    var low = start
    var step = 1
    while low + step < keys.count, keys[low + step] < bound {
      low += step
      step *= 2
    }
    var high = min(low + step, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Sorts keys that came in the order of their ids: by the bits of the hash alone, eleven at a time.
  static func sort(_ keys: inout [UInt64]) {
    guard keys.count > 2048 else { return keys.sort() }
    var spare = [UInt64](repeating: 0, count: keys.count)
    for shift in [32, 43, 54] as [UInt64] {
      var places = [Int](repeating: 0, count: 2048)
      for key in keys { places[Int(key &>> shift & 2047)] &+= 1 }
      var next = 0
      for digit in places.indices { (places[digit], next) = (next, next + places[digit]) }
      for key in keys {
        let digit = Int(key &>> shift & 2047)
        spare[places[digit]] = key
        places[digit] &+= 1
      }
      swap(&keys, &spare)
    }
  }
}
