/// What became of a row that was read.
///
/// Every row is accounted for: read = accepted + rejected + duplicate, where all other rows count as
/// duplicates.
public enum RowOutcome: UInt8, Sendable, CaseIterable {
  /// Taken.
  case accepted
  /// Breaks at least one rule.
  case rejected
  /// Shares its application number or its person with another row; a person decides.
  case held
  /// Equals a row of an earlier batch in every fact and changes nothing.
  case unchanged
  /// Was held, and a person kept another row instead.
  case setAside
  /// Gives an accepted person of an earlier batch other facts, which do not count until a person says
  /// so.
  case changed
  /// Was accepted, and a later row of the same person counts instead.
  case replaced
  /// Its content was erased by a rule of keeping.
  case erased

  /// The name in tables.
  public var id: String {
    switch self {
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .held: "held"
    case .unchanged: "unchanged"
    case .setAside: "set_aside"
    case .changed: "changed"
    case .replaced: "replaced"
    case .erased: "erased"
    }
  }

  /// The name for people.
  public var name: Bilingual {
    switch self {
    case .accepted: Bilingual(zh: "已接收", en: "accepted")
    case .rejected: Bilingual(zh: "已退回", en: "rejected")
    case .held: Bilingual(zh: "暂缓", en: "held")
    case .unchanged: Bilingual(zh: "未变", en: "unchanged")
    case .setAside: Bilingual(zh: "未保留", en: "set aside")
    case .changed: Bilingual(zh: "有改动待确认", en: "changed, to be confirmed")
    case .replaced: Bilingual(zh: "已被更正", en: "replaced")
    case .erased: Bilingual(zh: "已删除", en: "erased")
    }
  }
}

/// How the rows of a file add up.
public struct Reconciliation: Sendable, Hashable {
  /// Rows that were read.
  public var read = 0
  /// Rows that were taken.
  public var accepted = 0
  /// Rows that were rejected.
  public var rejected = 0
  /// Rows that are held, unchanged, changed, replaced or set aside.
  public var duplicate = 0
  /// Filled rows beside those: titles, headers, totals, worksheets that were not read.
  public var leftOut: [LeftOutRows] = []

  /// Starts at zero.
  public init() {}

  /// All filled rows of the visible worksheets.
  public var filledRows: Int { leftOut.reduce(read) { $0 + $1.rows } }

  /// Whether every row is accounted for.
  public var addsUp: Bool { read == accepted + rejected + duplicate }

  /// Adds another file's rows.
  public static func += (sum: inout Reconciliation, other: Reconciliation) {
    sum.read += other.read
    sum.accepted += other.accepted
    sum.rejected += other.rejected
    sum.duplicate += other.duplicate
    for part in other.leftOut {
      let same = sum.leftOut.firstIndex {
        ($0.worksheet, $0.reason) == (part.worksheet, part.reason)
      }
      guard let same else {
        sum.leftOut.append(part)
        continue
      }
      sum.leftOut[same].rows += part.rows
    }
  }
}
