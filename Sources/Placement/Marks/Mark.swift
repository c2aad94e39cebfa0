public import Model

/// A mark from 0 to 100 with two decimals (成绩), kept as hundredths.
public struct Mark: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The mark times 100, 0–10,000.
  public let hundredths: Int

  /// Makes a mark; nil outside 0–10,000.
  public init?(hundredths: Int) {
    guard (0...10_000).contains(hundredths) else { return nil }
    self.hundredths = hundredths
  }

  /// Reads decimal text such as `70.01`; nil outside 0–100 or with more than two decimals.
  public init?(_ text: some StringProtocol) {
    guard let number = Rational(decimal: text), let scaled = try? number * Rational(100),
      let hundredths = scaled.whole
    else { return nil }
    self.init(hundredths: hundredths)
  }

  /// A figure that has been computed from marks and so lies between them.
  init(computed hundredths: Int) {
    precondition((0...10_000).contains(hundredths))
    self.hundredths = hundredths
  }

  /// The mark with two decimals.
  public var description: String {
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// Orders by size.
  public static func < (first: Mark, second: Mark) -> Bool { first.hundredths < second.hundredths }
}

/// A part of the examination (考试科目).
public enum MarkPart: String, Hashable, Sendable, CaseIterable {
  /// The written examination (笔试).
  case written
  /// The interview (面试).
  case interview
  /// A further examination that tells equals apart (加试).
  case extra

  /// The name for people.
  public var wording: Bilingual {
    switch self {
    case .written: Bilingual(zh: "笔试", en: "written mark")
    case .interview: Bilingual(zh: "面试", en: "interview mark")
    case .extra: Bilingual(zh: "加试", en: "further mark")
    }
  }
}

/// What came of a part for one person; a part without any is not known yet (待定).
public enum PartResult: Hashable, Sendable {
  /// A valid mark (有效).
  case scored(Mark)
  /// The person did not come (缺考).
  case absent
  /// The examination was broken off for a breach of its rules (违纪).
  case misconduct
  /// The person need not take the part (免考).
  case exempt

  /// The mark, where there is one.
  public var mark: Mark? {
    if case .scored(let mark) = self { mark } else { nil }
  }
}
