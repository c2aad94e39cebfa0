import Model

/// How evenly subjects fall on assistants, before and after a plan (负担均衡).
public struct LoadComparison: Hashable, Sendable {
  /// One line an office, in the order of the plan; offices with a figure missing are left out.
  public let offices: [OfficeLoad]
  /// Codes of the offices left out because a figure is unknown.
  public let leftOut: [String]

  /// What one office's assistants carry.
  public struct OfficeLoad: Hashable, Sendable {
    /// The office's nine-digit code.
    public let officeCode: String
    /// Subjects.
    public let subjects: Int
    /// Assistants in post.
    public let inPost: Int
    /// Assistants proposed.
    public let proposed: Int

    /// The load now.
    public var before: Load { Load(subjects: subjects, assistants: inPost) }
    /// The load under the plan.
    public var after: Load { Load(subjects: subjects, assistants: proposed) }
  }

  /// Compares the loads of a plan.
  public init(_ plan: StaffingPlan) {
    var (loads, left): ([OfficeLoad], [String]) = ([], [])
    for office in plan.offices {
      guard let subjects = office.subjects, let inPost = office.inPost,
        let proposed = office.proposed
      else {
        left.append(office.officeCode)
        continue
      }
      loads.append(
        OfficeLoad(
          officeCode: office.officeCode, subjects: subjects, inPost: inPost, proposed: proposed))
    }
    offices = loads
    leftOut = left
  }

  /// The spread of the loads now.
  public var spreadBefore: Spread? { Spread(offices.map { ($0.officeCode, $0.before) }) }
  /// The spread of the loads under the plan.
  public var spreadAfter: Spread? { Spread(offices.map { ($0.officeCode, $0.after) }) }

  /// The move of one assistant in post that would even the loads out most.
  public var bestMove: AssistantMove? {
    AssistantMove(offices.map { ($0.officeCode, $0.before) })
  }
  /// The move of one assistant that would even the plan out most.
  public var bestMoveAfter: AssistantMove? {
    AssistantMove(offices.map { ($0.officeCode, $0.after) })
  }
}
