public import Model

/// How fractions of a person become whole people (取整规则): a local setting.
public enum Rounding: String, Sendable, CaseIterable {
  /// Always to the next whole person.
  case up
  /// To the nearest, a half going up.
  case halfUp = "half-up"
  /// WHO's table: small totals may carry a tenth more work a person before one more is due.
  case wisn
  /// Fractions are kept: only an exact whole number is proposed.
  case none

  /// The whole people for a need of at least 0; nothing where fractions are kept or it is too large.
  ///
  /// Source: WHO, Workload Indicators of Staffing Need, user's manual (2010): up to 5 people, 1.1
  /// times as much work as they have time for still needs no further person; from 6 on, half up;
  /// any need above 0 is at least 1.
  public func people(_ required: Rational) -> Int? {
    switch self {
    case .up: return required.ceiling
    case .halfUp: return required.halfUp
    case .none: return required.whole
    case .wisn:
      guard let floor = required.floor, floor < 6 else { return required.halfUp }
      guard floor > 0 else { return required > .zero ? 1 : 0 }
      let isBearable =
        (try? required * Rational(10)).map { $0 <= Rational(11 * floor) } ?? false
      return isBearable ? floor : floor + 1
    }
  }

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .up: Bilingual(zh: "向上取整", en: "rounded up")
    case .halfUp: Bilingual(zh: "四舍五入", en: "rounded half up")
    case .wisn: Bilingual(zh: "按世界卫生组织 WISN 规则取整", en: "rounded by WHO's WISN table")
    case .none: Bilingual(zh: "不取整", en: "not rounded")
    }
  }
}
