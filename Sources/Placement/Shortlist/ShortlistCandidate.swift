public import Model

/// A person whom an office may invite (面试入围人选).
public struct ShortlistCandidate: Hashable, Sendable {
  /// The application number.
  public let number: String
  /// What keeps the person in the pool, or out of it.
  public let state: State
  /// The tier; for somebody pending, that after all that is open has been verified.
  public let tier: Int
  /// The run's rank within the office, equals sharing it; for somebody pending likewise.
  public let rank: Int
  /// What came of each part of the examination so far.
  public let results: [MarkPart: PartResult]

  /// What a person is to the pool.
  public enum State: Hashable, Sendable {
    /// Eligible (符合条件).
    case eligible
    /// Something is still to be verified (待核实).
    case pending
    /// The gate is not met (不符合条件).
    case ineligible
    /// The person gave up (放弃).
    case withdrawn
    /// The review of papers failed (资格复审不合格).
    case reviewFailed
  }

  /// Describes a person to the list.
  public init(
    number: String, state: State = .eligible, tier: Int = 1, rank: Int,
    results: [MarkPart: PartResult] = [:]
  ) {
    self.number = number
    self.state = state
    self.tier = tier
    self.rank = rank
    self.results = results
  }
}

/// Why somebody of an office is in no list (未入围原因).
public enum ShortlistExclusion: Hashable, Sendable {
  /// Not in the pool.
  case state(ShortlistCandidate.State)
  /// The written mark is below its line.
  case belowMinimum(mark: Mark, minimum: Mark)
  /// There is no valid written mark, and the list needs one.
  case noMark(PartResult?)

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .state(.eligible): Bilingual(zh: "符合条件", en: "eligible")
    case .state(.pending): Bilingual(zh: "待核实", en: "something is still to be verified")
    case .state(.ineligible): Bilingual(zh: "不符合条件", en: "the gate is not met")
    case .state(.withdrawn): Bilingual(zh: "放弃", en: "gave up")
    case .state(.reviewFailed): Bilingual(zh: "资格复审不合格", en: "the review of papers failed")
    case .belowMinimum(let mark, let minimum):
      Bilingual(
        zh: "笔试未过线：\(mark) < \(minimum)", en: "written mark below its line: \(mark) < \(minimum)")
    case .noMark(.absent): Bilingual(zh: "笔试缺考", en: "absent from the written examination")
    case .noMark(.misconduct): Bilingual(zh: "笔试违纪", en: "written examination broken off")
    case .noMark: Bilingual(zh: "待定：没有笔试成绩", en: "pending: no written mark")
    }
  }

  /// Whether what it rests on may still change.
  var isOpen: Bool {
    switch self {
    case .state(.pending), .noMark(nil), .noMark(.exempt): true
    default: false
    }
  }
}
