/// Where an applicant stands in an office's list (名次), and what decided that.
///
/// There may be millions, so it is packed into one number, as runs store it too: from the lowest bit
/// three for the decider, one for a tie, the others for the rank. No other place knows that.
public struct RankPlacement: Sendable, Hashable {
  /// The placement of those who are not eligible.
  public static let unranked = RankPlacement(packed: 0)

  /// The number, as runs are stored.
  public let packed: UInt32

  /// Unpacks a stored number.
  public init(packed: UInt32) {
    self.packed = packed
  }

  /// Places an applicant.
  /// - Parameter rank: from 1.
  public init(rank: Int, isTied: Bool, decider: Decider) {
    packed = UInt32(rank) << 4 | (isTied ? 8 : 0) | UInt32(decider.rawValue)
  }

  /// The rank within the office, from 1; `nil` for those who are not eligible.
  public var rank: Int? { packed < 16 ? nil : Int(packed >> 4) }
  /// Whether everything declared leaves the applicant equal to another one.
  public var isTied: Bool { packed & 8 != 0 }
  /// What ordered the applicant.
  public var decider: Decider { Decider(rawValue: UInt8(packed & 7)) ?? .nothing }
}
