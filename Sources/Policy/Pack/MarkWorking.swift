public import Model

/// How one applicant's combined mark came about (综合成绩的计算).
public struct MarkWorking: Sendable, Hashable {
  /// A part with its weight.
  public struct Part: Sendable, Hashable {
    /// The fact.
    public let fact: String
    /// Its name for people.
    public let title: Bilingual
    /// Its weight, in percent.
    public let percent: Int
    /// The mark in hundredths; nil where there is none that counts.
    public let hundredths: Int?
    /// Why there is none, where that is known.
    public let state: MarkState?

    /// The mark as it is shown.
    fileprivate var shown: Bilingual {
      if let state { return state.wording }
      let number = hundredths.map { MarkWorking.decimal($0, 2) }
      return Bilingual(zh: number ?? "未填", en: number ?? "blank")
    }
  }

  /// The parts, in the policy's order.
  public let parts: [Part]
  /// Points that the ranking adds to the mark; 0 where it adds none.
  public let points: Int

  /// Works a mark out again.
  /// - Parameters:
  ///   - points: the applicant's, which count where the ranking orders by mark and points together.
  ///   - hundredths: a fact's mark, or a `MarkState`; nil where it is not known.
  public init?(_ rules: RuleSet, points: Int, _ hundredths: (String) -> Int?) {
    guard let mark = rules.mark else { return nil }
    parts = mark.parts.map { part in
      let number = hundredths(part.fact)
      let state = number.flatMap { MarkState(rawValue: Int64($0)) }
      return Part(
        fact: part.fact,
        title: rules.facts.first { $0.name == part.fact }?.title
          ?? Bilingual(zh: part.fact, en: part.fact),
        percent: part.percent, hundredths: state == nil ? number : nil, state: state)
    }
    self.points = rules.ranking.order.contains(.total) ? points : 0
  }

  /// The exact mark in ten thousandths; nil while a part is not known.
  public var exact: Int? {
    let known = parts.compactMap { part in part.hundredths.map { $0 * part.percent } }
    return known.count == parts.count ? known.reduce(0, +) : nil
  }

  /// The mark in hundredths, half up; nil while a part is not known.
  public var hundredths: Int? { exact.map { ($0 + 50) / 100 } }

  /// What the ranking orders by, in hundredths: the mark with the points that it adds.
  public var total: Int? { hundredths.map { $0 + points * 100 } }

  /// The parts for programs, such as `written_score 80.00*60%; interview_score *40%`.
  public var written: String {
    parts.map { part in
      let value = part.hundredths.map { Self.decimal($0, 2) } ?? part.state?.id ?? ""
      return "\(part.fact) \(value)*\(part.percent)%"
    }
    .joined(separator: "; ")
  }

  /// The total for programs; empty while a part is not known.
  public var writtenTotal: String { total.map { Self.decimal($0, 2) } ?? "" }

  /// The arithmetic for people, with the exact sum and its rounding, or what is missing.
  public var wording: Bilingual {
    func sum(_ language: Language) -> String {
      parts.map { "\($0.title[language]) \($0.shown[language]) × \($0.percent)%" }
        .joined(separator: " + ")
    }
    guard let exact, let hundredths else {
      return Bilingual(
        zh: "\(sum(.zh))：缺有效成绩，不能排名",
        en: "\(sum(.en)): a mark that counts is missing, so there is no rank")
    }
    let (before, after) = (Self.decimal(exact, 4), Self.decimal(hundredths, 2))
    let isRounded = exact % 100 != 0
    var (zh, en) = ("\(sum(.zh)) = \(before)", "\(sum(.en)) = \(before)")
    if isRounded {
      zh += "，四舍五入 \(after)"
      en += ", half up \(after)"
    }
    if points > 0 {
      zh += "；加 \(points) 分 = \(writtenTotal)"
      en += "; plus \(points) points = \(writtenTotal)"
    }
    return Bilingual(zh: zh, en: en)
  }

  fileprivate static func decimal(_ number: Int, _ places: Int) -> String {
    let scale = places == 2 ? 100 : 10_000
    return "\(number / scale).\(String(number % scale + scale).dropFirst())"
  }
}
