public import Model

/// Subjects against assistants (人均负担).
public struct Load: Hashable, Sendable {
  /// Subjects.
  public let subjects: Int
  /// Assistants.
  public let assistants: Int

  /// Sets both counts.
  public init(subjects: Int, assistants: Int) {
    self.subjects = subjects
    self.assistants = assistants
  }

  /// Subjects per assistant; nothing without assistants, which is neither 0 nor infinity.
  public var perAssistant: Rational? {
    try? Rational(Int128(subjects), over: Int128(assistants))
  }

  /// Whether subjects have nobody to serve them.
  public var isUnserved: Bool { subjects > 0 && assistants == 0 }
}

/// The least and the greatest load, and the offices that nobody serves (负担差距).
public struct Spread: Hashable, Sendable {
  /// Codes of the offices with the least load.
  public let lightest: [String]
  /// The least load, in subjects per assistant.
  public let least: Rational
  /// Codes of the offices with the greatest load.
  public let heaviest: [String]
  /// The greatest load, in subjects per assistant.
  public let greatest: Rational
  /// Codes of the offices with subjects and no assistant; their load has no number.
  public let unserved: [String]

  /// The greatest load less the least.
  public var gap: Rational? { try? greatest - least }

  init?(_ loads: [(code: String, load: Load)]) {
    let known = loads.compactMap { entry in entry.load.perAssistant.map { (entry.code, $0) } }
    guard let least = known.map(\.1).min(), let greatest = known.map(\.1).max() else { return nil }
    self.least = least
    self.greatest = greatest
    lightest = known.filter { $0.1 == least }.map(\.0).sorted()
    heaviest = known.filter { $0.1 == greatest }.map(\.0).sorted()
    unserved = loads.filter(\.load.isUnserved).map(\.code).sorted()
  }
}

/// How evenly subjects fall on assistants, before and after a plan (负担均衡).
public struct LoadComparison: Hashable, Sendable {
  /// One line an office, in the order of the plan; offices with a figure missing are left out.
  public let offices: [OfficeLoad]

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
    offices = plan.offices.compactMap { office in
      guard let subjects = office.subjects, let inPost = office.inPost,
        let proposed = office.proposed
      else { return nil }
      return OfficeLoad(
        officeCode: office.officeCode, subjects: subjects, inPost: inPost, proposed: proposed)
    }
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
