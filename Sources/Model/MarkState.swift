/// Why a part of the examination has no mark that counts (无有效成绩).
///
/// Facts hold it in place of the mark in hundredths, as a negative number that no sheet can hold, so
/// that whoever reads the mark meets it.
public enum MarkState: Int64, Sendable, CaseIterable {
  /// The person did not come (缺考).
  case absent = -1
  /// The mark was taken away (违纪).
  case disqualified = -2
  /// The person need not sit it (免考); a person decides what counts instead.
  case exempt = -3
  /// The sheet of marks and the applicant's own sheet say different things (不一致).
  case differing = -4

  /// What a status of the marks sheet means; nil where the mark counts.
  public init?(status: String) {
    switch status {
    case "缺考": self = .absent
    case "违纪": self = .disqualified
    case "免考": self = .exempt
    default: return nil
    }
  }

  /// Whether it may yet turn out well.
  public var isOpen: Bool { self == .exempt || self == .differing }

  /// The name in results.
  public var id: String {
    switch self {
    case .absent: "absent"
    case .disqualified: "disqualified"
    case .exempt: "exempt"
    case .differing: "differing"
    }
  }

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .absent: Bilingual(zh: "缺考", en: "absent")
    case .disqualified: Bilingual(zh: "违纪", en: "disqualified")
    case .exempt: Bilingual(zh: "免考", en: "exempt")
    case .differing: Bilingual(zh: "两处成绩不一致", en: "two sheets differ")
    }
  }
}
