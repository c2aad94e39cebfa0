/// What the rules make of an applicant before others are looked at (审核结果): verdict, tier and points.
public struct Assessment: Sendable, Hashable {
  /// The gate's verdict.
  public let verdict: Verdict
  /// The tier from 1; `nil` unless eligible.
  public let tier: Int?
  /// The points, whatever the verdict.
  public let points: Int

  /// Puts together what was judged; only the eligible keep the tier.
  public init(verdict: Verdict, tier: Int?, points: Int) {
    self.verdict = verdict
    self.tier = verdict == .eligible ? tier : nil
    self.points = points
  }
}

extension Assessment {
  /// All of it in one number, as runs are stored: from the lowest bit two for the verdict, five for
  /// the tier, 0 for none, the others for the points.
  public var packed: Int64 {
    Int64(verdict.rawValue) | Int64(tier ?? 0) << 2 | Int64(points) << 7
  }

  /// Unpacks a stored number.
  public init(packed: Int64) {
    let tier = Int(packed >> 2 & 31)
    self.init(
      verdict: Verdict(rawValue: UInt8(packed & 3)) ?? .pending, tier: tier == 0 ? nil : tier,
      points: Int(packed >> 7))
  }

  /// The wording for people.
  public var wording: Bilingual {
    Bilingual(
      zh: "\(verdict.wording.zh)，\(tier.map { "第 \($0) 顺位，" } ?? "")\(points) 分",
      en: "\(verdict.wording.en), \(tier.map { "tier \($0), " } ?? "")\(points) point(s)")
  }
}
