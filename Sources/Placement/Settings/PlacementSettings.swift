/// All local settings from the list to the post; the Opinion says nothing of any of them.
public struct PlacementSettings: Hashable, Sendable {
  /// Who is invited to interviews.
  public var shortlist: ShortlistSettings
  /// How marks become an order.
  public var marks: MarkSettings
  /// How checks are held.
  public var checks: CheckSettings
  /// How wishes are read.
  public var offers: OfferSettings
  /// When a lost place goes to the next in order.
  public var replacement: ReplacementSettings
  /// How long a notice hangs.
  public var notice: NoticeSettings

  /// Puts the settings together.
  public init(
    shortlist: ShortlistSettings = ShortlistSettings(), marks: MarkSettings = .standard,
    checks: CheckSettings = CheckSettings(), offers: OfferSettings = OfferSettings(),
    replacement: ReplacementSettings = ReplacementSettings(),
    notice: NoticeSettings = NoticeSettings()
  ) {
    self.shortlist = shortlist
    self.marks = marks
    self.checks = checks
    self.offers = offers
    self.replacement = replacement
    self.notice = notice
  }
}
