public import Model

/// The proposed headcount of one office (配备测算), with its arithmetic.
public struct Headcount: Hashable, Sendable {
  /// One line of the arithmetic.
  public struct Step: Hashable, Sendable {
    /// The step in words and numbers.
    public let text: Bilingual
    /// What it rests on, where it rests on more than the lines before.
    public let citation: Citation?

    /// Describes a step.
    public init(_ text: Bilingual, citation: Citation? = nil) {
      self.text = text
      self.citation = citation
    }
  }

  /// State staff for community correction (专门国家工作人员), where known.
  public let officers: Int?
  /// Subjects (社区矫正对象), where known.
  public let subjects: Int?
  /// Assistants in post, where known.
  public let inPost: Int?
  /// The need before rounding, in hundredths of a person; nothing where it cannot be computed.
  public let requiredHundredths: Int?
  /// The proposed assistants; nothing where they cannot be computed.
  public let proposed: Int?
  /// How many officers are missing; never made up for with assistants.
  public let officerShortfall: Int?
  /// The arithmetic.
  public let working: [Step]
  /// What a reader must know besides the numbers.
  public let remarks: [Bilingual]
  /// Why nothing can be computed.
  public let obstacle: Bilingual?

  /// Describes an office's headcount.
  public init(
    officers: Int?, subjects: Int?, inPost: Int?, requiredHundredths: Int?, proposed: Int?,
    officerShortfall: Int?, working: [Step], remarks: [Bilingual] = [],
    obstacle: Bilingual? = nil
  ) {
    self.officers = officers
    self.subjects = subjects
    self.inPost = inPost
    self.requiredHundredths = requiredHundredths
    self.proposed = proposed
    self.officerShortfall = officerShortfall
    self.working = working
    self.remarks = remarks
    self.obstacle = obstacle
  }

  /// Proposed assistants less those in post.
  public var difference: Int? {
    guard let proposed, let inPost else { return nil }
    return proposed - inPost
  }
}
