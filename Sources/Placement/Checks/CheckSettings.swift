/// How checks are held: local settings.
public struct CheckSettings: Hashable, Sendable {
  /// People called a place.
  public let ratio: CandidateRatio
  /// Days within which a second medical examination may be asked for, once; its outcome stands.
  public let recheckDays: Int

  /// Puts the settings together.
  public init(ratio: CandidateRatio = .one, recheckDays: Int = 7) {
    self.ratio = ratio
    self.recheckDays = recheckDays
  }
}
