public import Model

/// What `policy check` found about one property of the rules on one day.
public struct CheckResult: Sendable, Hashable {
  /// What is asked of the rules.
  public enum Property: String, Sendable, CaseIterable {
    /// Every day of the policy has exactly one value of everything that rules need.
    case completeDays = "complete_days"
    /// Every condition has a value, whatever the facts: no error in evaluation.
    case alwaysAValue = "always_a_value"
    /// An item can be met, and where it refuses, can be failed.
    case reachable
    /// No two items come out alike for everybody, which would count one thing twice.
    case distinct
    /// More of a favourable fact never lowers verdict or rank.
    case monotone
    /// Somebody of a tier that a clause gives can be eligible, whichever code puts them there.
    case tiersOpen = "tiers_open"
    /// No local rule favours those who lack what a clause favours.
    case clausesNotCountered = "clauses_not_countered"
    /// No number of points outweighs a tier.
    case tiersDominate = "tiers_dominate"
    /// No sum leaves the range of its type.
    case noOverflow = "no_overflow"
    /// Every clause that is cited exists, and what carries it exists.
    case clausesExist = "clauses_exist"
    /// The settings of a method of headcount give a number.
    case headcountComputes = "headcount_computes"
  }

  /// How sure the finding is.
  public enum Finding: Sendable, Hashable {
    /// True of every case of a space, whose cases stand for all that differ to the rules.
    case provedByExhaustion(Space)
    /// True because the largest or smallest possible value is still within bounds.
    case provedByBounds(limit: Int)
    /// True because a case of each kind asked for was found.
    case provedByExample
    /// True because a policy in which it were not would not have loaded.
    case provedByConstruction
    /// A local setting decides it otherwise, which the Opinion leaves open.
    case setLocally
    /// False, and here is a case.
    case refuted(Counterexample)
    /// Not refuted by a seeded search: the cases are too many, or cannot be told apart.
    case notRefuted(Space, seed: UInt64)

    /// Whether a counterexample was found.
    public var isRefuted: Bool { if case .refuted = self { true } else { false } }
  }

  /// The cases that were tried: every combination of values of some facts, or a sample of them.
  public struct Space: Sendable, Hashable {
    /// A fact, and how many values stand for all that the rules can tell apart.
    public struct Fact: Sendable, Hashable {
      /// The name.
      public let name: String
      /// How many values were tried.
      public let values: Int
    }

    /// How many cases.
    public let cases: Int
    /// The facts, in the pack's order.
    public let facts: [Fact]
  }

  /// What was asked.
  public let property: Property
  /// The id of the item, the name of the fact, or the pack's id.
  public let subject: String
  /// The days for which the same items are in force.
  public let period: Span
  /// The day for which the conditions were evaluated: the period's first.
  public var day: CivilDate { period.from }
  /// What was found.
  public let finding: Finding

  /// What was found about one property of some item on some days.
  public init(_ property: Property, of subject: String, on period: Span, _ finding: Finding) {
    (self.property, self.subject, self.period, self.finding) = (property, subject, period, finding)
  }
}

/// A case in which a property does not hold.
public struct Counterexample: Sendable, Hashable {
  /// A fact and its value.
  public struct Fact: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The value.
    public let value: Value
  }

  /// The facts that matter, by name.
  public let facts: [Fact]
  /// The fact that was made more favourable, with its new value, where that is the question.
  public let changed: Fact?
  /// What the rules make of the facts, as far as these decide it.
  public let before: Assessment?
  /// What they make of them after the change.
  public let after: Assessment?
  /// What is wrong with the case.
  public let explanation: Bilingual

  /// A case with what is wrong with it.
  public init(
    _ zh: String, _ en: String, facts: [Fact] = [], changed: Fact? = nil,
    before: Assessment? = nil, after: Assessment? = nil
  ) {
    explanation = Bilingual(zh: zh, en: en)
    self.facts = facts
    self.changed = changed
    self.before = before
    self.after = after
  }
}
