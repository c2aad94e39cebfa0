public import Model

/// Something that must be passed before an offer (体检考察环节), in order.
public enum Check: Int, Hashable, Sendable, CaseIterable {
  /// The review of papers (资格复审).
  case review
  /// The medical examination (体检).
  case medical
  /// The medical examination asked for again (复检), which stands.
  case medicalAgain
  /// The vetting of conduct (考察).
  case vetting

  /// The name for people.
  public var wording: Bilingual {
    switch self {
    case .review: Bilingual(zh: "资格复审", en: "review of papers")
    case .medical: Bilingual(zh: "体检", en: "medical examination")
    case .medicalAgain: Bilingual(zh: "复检", en: "second medical examination")
    case .vetting: Bilingual(zh: "考察", en: "vetting")
    }
  }

  /// What a place is lost by where the check is failed.
  var loss: PlaceLoss {
    switch self {
    case .review: .review
    case .medical, .medicalAgain: .medical
    case .vetting: .vetting
    }
  }
}

/// What a check came to; never a diagnosis or a fact behind it.
public enum CheckOutcome: Hashable, Sendable, CaseIterable {
  /// Passed (合格).
  case passed
  /// Failed (不合格).
  case failed
  /// Put off; the place is kept (暂缓).
  case deferred
  /// The person gave up (放弃).
  case withdrew
  /// The person did not come (未参加), which counts as giving up.
  case missed

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .passed: Bilingual(zh: "合格", en: "passed")
    case .failed: Bilingual(zh: "不合格", en: "failed")
    case .deferred: Bilingual(zh: "暂缓", en: "put off")
    case .withdrew: Bilingual(zh: "放弃", en: "gave up")
    case .missed: Bilingual(zh: "未参加", en: "did not come")
    }
  }
}

/// The outcome of one check of one person, for which somebody answers by name.
public struct CheckRecord: Hashable, Sendable {
  /// The application number.
  public let number: String
  /// The check.
  public let check: Check
  /// What it came to.
  public let outcome: CheckOutcome
  /// The day.
  public let day: CivilDate
  /// Who decided it.
  public let decidedBy: String
  /// The announced clause by number, which a failed vetting needs.
  public let clause: String?

  /// Takes an outcome down.
  ///
  /// - Throws: `PlacementError.outcomeUnsigned` or `.clauseMissing`.
  public init(
    number: String, check: Check, outcome: CheckOutcome, day: CivilDate, decidedBy: String,
    clause: String? = nil
  ) throws(PlacementError) {
    guard decidedBy.contains(where: { !$0.isWhitespace }) else {
      throw .outcomeUnsigned(number: number, check: check)
    }
    if check == .vetting, outcome == .failed, clause?.isEmpty ?? true {
      throw .clauseMissing(number: number)
    }
    self.number = number
    self.check = check
    self.outcome = outcome
    self.day = day
    self.decidedBy = decidedBy
    self.clause = clause
  }
}
