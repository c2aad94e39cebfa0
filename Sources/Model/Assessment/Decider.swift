/// What put an applicant before or after the neighbours in a list (决定因素).
public enum Decider: UInt8, Sendable, CaseIterable {
  /// There is nobody to compare with, or nothing declared tells them apart.
  case nothing
  /// The tier.
  case tier
  /// The points.
  case points
  /// The combined mark.
  case mark
  /// The mark and the points together.
  case total
  /// The lot.
  case lot
  /// The written mark alone.
  case written
  /// The interview's mark alone.
  case interview

  /// The name in results; empty where nothing decided.
  public var id: String {
    switch self {
    case .nothing: ""
    case .tier: "tier"
    case .points: "points"
    case .mark: "mark"
    case .total: "total"
    case .lot: "lot"
    case .written: "written"
    case .interview: "interview"
    }
  }

  /// The wording for people; empty where nothing decided.
  public var wording: Bilingual {
    switch self {
    case .nothing: Bilingual(zh: "", en: "")
    case .tier: Bilingual(zh: "顺位", en: "tier")
    case .points: Bilingual(zh: "分数", en: "points")
    case .mark: Bilingual(zh: "成绩", en: "mark")
    case .total: Bilingual(zh: "成绩与分数", en: "mark and points")
    case .lot: Bilingual(zh: "抽签", en: "lot")
    case .written: Bilingual(zh: "笔试成绩", en: "written mark")
    case .interview: Bilingual(zh: "面试成绩", en: "interview mark")
    }
  }
}
