import Model
import Policy

/// One applicant while an office's list is sorted.
struct SortRecord {
  /// Verdict and declared keys, lowest first.
  var key: UInt64
  /// The application number's first eight bytes after what all numbers share.
  var prefix: UInt64
  /// The applicant's index in the columns.
  var index: UInt32
}

/// Packs what a policy orders by into one number, the first key in the highest bits.
///
/// Lower comes first; the verdict stands above all keys.
struct KeyPacking {
  /// One key's place in the packed number.
  private struct Field {
    let key: Policy.Ranking.Key
    let shift: UInt64
  }

  private static let verdictShift = UInt64(Policy.Ranking.largestWidth)

  private let fields: [Field]

  init(_ ranking: Policy.Ranking) {
    var shift = Self.verdictShift
    fields = ranking.order.map { key in
      shift -= UInt64(key.width)
      return Field(key: key, shift: shift)
    }
  }

  /// Packs what an applicant is ordered by.
  func packed(_ assessment: Assessment, _ marks: OrderedMarks) -> UInt64 {
    var packed = UInt64(assessment.verdict.rawValue) << Self.verdictShift
    guard let tier = assessment.tier else { return packed }
    for field in fields {
      packed |=
        Self.value(field.key, tier: tier, points: assessment.points, marks) << field.shift
    }
    return packed
  }

  /// A key's value turned so that lower comes first; a mark that is not known comes last.
  ///
  /// Points lie within ±60,000, marks within 0–10,000 hundredths; a total adds whole points to it.
  private static func value(
    _ key: Policy.Ranking.Key, tier: Int, points: Int, _ marks: OrderedMarks
  ) -> UInt64 {
    func turned(_ mark: Int32) -> UInt64 { mark < 0 ? (1 << 14) - 1 : UInt64(10_000 - mark) }
    return switch key {
    case .tier: UInt64(tier)
    case .points: UInt64(60_000 - points)
    case .mark: turned(marks.combined)
    case .written: turned(marks.written)
    case .interview: turned(marks.interview)
    case .total:
      marks.combined < 0
        ? (1 << 24) - 1 : UInt64(6_010_000 - Int(marks.combined) - points * 100)
    }
  }

  /// Whether a packed number belongs to an eligible applicant.
  static func isEligible(_ key: UInt64) -> Bool { key >> verdictShift == 0 }

  /// The first declared key in which two packed numbers differ.
  func difference(_ first: UInt64, _ second: UInt64) -> Decider {
    let field = fields.first { first >> $0.shift != second >> $0.shift }
    return field.map { Decider($0.key) } ?? .nothing
  }

  /// Of two keys, the one that is declared later and so was needed to tell neighbours apart.
  func later(_ first: Decider, _ second: Decider) -> Decider {
    func position(_ key: Decider) -> Int {
      fields.firstIndex { Decider($0.key) == key } ?? -1
    }
    return position(first) >= position(second) ? first : second
  }
}

/// Makes the sort records of applicants and compares them.
struct SortKeys {
  let packing: KeyPacking
  private let evaluation: Evaluation
  private let columns: ApplicantColumns
  private let sharedPrefix: Int
  /// The packed keys of each pattern, where there are no marks.
  private let keys: [UInt64]

  /// Checks that all values fit.
  init(_ evaluation: Evaluation, _ columns: ApplicantColumns, _ rules: RuleSet) throws {
    self.evaluation = evaluation
    self.columns = columns
    let packing = KeyPacking(rules.ranking)
    self.packing = packing
    sharedPrefix = Self.sharedPrefix(columns.applicationNumbers)
    let fits = evaluation.patterns.allSatisfy { (-60_000...60_000).contains($0.assessment.points) }
    guard fits else { throw ScoringError.outOfRange(criterion: "points") }
    keys = evaluation.patterns.map { packing.packed($0.assessment, OrderedMarks()) }
  }

  /// The sort record of an applicant.
  func record(_ index: Int) -> SortRecord {
    SortRecord(key: key(index), prefix: prefix(index), index: UInt32(index))
  }

  /// What an applicant is ordered by.
  func key(_ index: Int) -> UInt64 {
    evaluation.marks.isEmpty
      ? keys[Int(evaluation.places[index])]
      : packing.packed(evaluation[index].assessment, evaluation.marks[index])
  }

  /// Sorts applicants by the declared keys, then by the bytes of the application number.
  /// - Complexity: O(records), but for those whose numbers agree in what `prefix` holds.
  func sort(_ records: inout [SortRecord], _ spare: inout [SortRecord]) {
    RadixSort.sort(&records, &spare)
    var start = 0
    while start < records.count {
      var end = start + 1
      while end < records.count, records[end].key == records[start].key,
        records[end].prefix == records[start].prefix
      {
        end += 1
      }
      if end - start > 1 { records[start..<end].sort { number($0.index, precedes: $1.index) } }
      start = end
    }
  }

  private func number(_ first: UInt32, precedes second: UInt32) -> Bool {
    columns.applicationNumbers.withBytes(at: Int(first)) { one in
      columns.applicationNumbers.withBytes(at: Int(second)) { other in
        one.lexicographicallyPrecedes(other)
      }
    }
  }

  private func prefix(_ index: Int) -> UInt64 {
    columns.applicationNumbers.withBytes(at: index) { bytes in
      var prefix: UInt64 = 0
      for offset in 0..<8 {
        let position = sharedPrefix + offset
        prefix = prefix << 8 | (position < bytes.count ? UInt64(bytes[position]) : 0)
      }
      return prefix
    }
  }

  /// How many bytes all application numbers have in common at their start.
  private static func sharedPrefix(_ numbers: TextColumn) -> Int {
    guard numbers.count > 1 else { return 0 }
    let first = numbers.withBytes(at: 0) { Array($0) }
    var shared = first.count
    for index in 1..<numbers.count where shared > 0 {
      shared = numbers.withBytes(at: index) { bytes in
        var length = 0
        while length < shared, length < bytes.count, bytes[length] == first[length] { length += 1 }
        return length
      }
    }
    return shared
  }
}

/// Sorts records by key and prefix, byte by byte from the lowest.
private enum RadixSort {
  private static let digits = 16
  /// Fewer records are compared: it takes less time than to count their bytes.
  private static let fewest = 256

  /// Sorts; bytes in which all records agree cost nothing.
  /// - Parameter spare: as many records as there are, whatever they hold.
  static func sort(_ records: inout [SortRecord], _ spare: inout [SortRecord]) {
    guard records.count >= fewest else {
      return records.sort { ($0.key, $0.prefix) < ($1.key, $1.prefix) }
    }
    var counts = [Int](repeating: 0, count: digits * 256)
    for record in records {
      for digit in 0..<digits { counts[digit << 8 | Self.digit(digit, of: record)] += 1 }
    }
    for digit in 0..<digits {
      let own = digit << 8
      if counts[own | Self.digit(digit, of: records[0])] == records.count { continue }
      var next = 0
      for value in own..<(own + 256) { (counts[value], next) = (next, next + counts[value]) }
      for record in records {
        let place = own | Self.digit(digit, of: record)
        spare[counts[place]] = record
        counts[place] += 1
      }
      swap(&records, &spare)
    }
  }

  @inline(__always)
  private static func digit(_ digit: Int, of record: SortRecord) -> Int {
    let word = digit < 8 ? record.prefix : record.key
    return Int(word &>> UInt64((digit & 7) << 3) & 0xFF)
  }
}
