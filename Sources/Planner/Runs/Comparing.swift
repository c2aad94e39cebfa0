import Model
public import Policy
public import Register
public import Scoring

/// Two runs, or one run under two policies, and who moved between them.
public struct Comparing: Sendable {
  /// One of the two.
  public struct Side: Sendable {
    /// The stored run's id; nothing where the list was made for the comparison only.
    public let run: String?
    /// The rules.
    public let rules: RuleSet
    /// The seed of the lot, if one was drawn.
    public let seed: String?
  }

  /// The first.
  public let before: Side
  /// The second.
  public let after: Side
  /// The comparison.
  public let comparison: RunComparison
  /// The names of the offices that occur, by code.
  public let officeNames: [String: String]

  /// Compares two stored runs.
  ///
  /// The line is drawn by the places that the register knows now.
  /// - Throws: `StoredRunError.differs` where a run cannot be made again as it was stored.
  public init(_ first: String, _ second: String, of register: Register) throws {
    let runs = try [register.run(first), register.run(second)]
    let fields = try runs.flatMap { run in
      try Scorer(PolicyPack(canonicalBytes: run.policySource).rules(on: run.asOf)).fields
    }
    let made = try runs.map { try ScoringRun(stored: $0, of: register, gathering: fields) }
    try self.init(made[0], made[1], runs.map(\.id), register)
  }

  /// Compares what two policies make of a stored run's applicants on its day.
  public init(_ first: PolicyPack, _ second: PolicyPack, on run: String, of register: Register)
    throws
  {
    let run = try register.run(run)
    let fields = try [first, second].flatMap { try Scorer($0.rules(on: run.asOf)).fields }
    let made = try [first, second].map {
      try ScoringRun(replaying: run, of: register, under: $0, gathering: fields)
    }
    try self.init(made[0], made[1], [nil, nil], register)
  }

  private init(
    _ first: ScoringRun, _ second: ScoringRun, _ ids: [String?], _ register: Register
  ) throws {
    let places = try register.places()
    comparison = try RunComparison(
      from: first.scored(places: places), to: second.scored(places: places))
    before = Side(run: ids[0], rules: first.rules, seed: first.seed)
    after = Side(run: ids[1], rules: second.rules, seed: second.seed)
    officeNames = Dictionary(
      second.offices.offices.map { ($0.code, $0.districtName + $0.name) },
      uniquingKeysWith: { $1 })
  }
}
