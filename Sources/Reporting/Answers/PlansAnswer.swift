public import Model
public import Policy
public import Staffing

/// The headcount plans that are kept.
public struct PlansAnswer: Answer {
  /// One of them.
  public struct Plan: Encodable, Sendable {
    let plan: String
    let digest: String
    let method: String
    let policy: String
    let asOf: String
    let madeAt: String
    let offices: Int
    let proposed: Int

    /// - Parameters:
    ///   - policy: the policy's id.
    ///   - madeAt: the moment in ISO 8601.
    ///   - proposed: the assistants proposed by office; nil where they could not be computed.
    public init(
      id: String, digest: String, method: String, policy: String, asOf: CivilDate, madeAt: String,
      proposed: [Int?]
    ) {
      (plan, self.digest, self.method, self.policy) = (id, digest, method, policy)
      (self.asOf, self.madeAt) = (asOf.iso, madeAt)
      offices = proposed.count
      self.proposed = proposed.compactMap(\.self).reduce(0, +)
    }
  }

  let plans: [Plan]

  /// Lists plans in the order in which they were made.
  public init(_ plans: [Plan]) { self.plans = plans }

  /// A line a plan.
  public func lines(_ say: Wording) -> [String] {
    if plans.isEmpty {
      let plan = say.step(.makePlan)
      return [say("还没有方案；\(plan) 会做一个。", "No plan yet; \(plan) makes one.")]
    }
    return plans.map { plan in
      "\(plan.plan)  \(plan.asOf)  \(plan.method)  \(plan.policy)"
        + say(
          "：\(plan.offices) 个街道，拟配 \(plan.proposed)",
          ": \(plan.offices) offices, proposed \(plan.proposed)")
    }
  }
}

/// A kept plan, made again.
public struct PlanReplayAnswer: Answer {
  let plan: String
  let digest: String
  let replayed: String
  let same: Bool
  let officesThatDiffer: [String]

  /// - Parameters:
  ///   - digest: the digest that is kept.
  ///   - replayed: the digest that comes of it now.
  ///   - officesThatDiffer: codes of the offices whose results are not the same.
  public init(plan: String, digest: String, replayed: String, officesThatDiffer: [String]) {
    (self.plan, self.digest, self.replayed) = (plan, digest, replayed)
    same = digest == replayed
    self.officesThatDiffer = officesThatDiffer
  }

  /// A replay that differs is bad data.
  public var status: ExitStatus { same ? .done : .badData }

  /// Whether the digest is the same, and where it differs.
  public func lines(_ say: Wording) -> [String] {
    if same { return [say("方案 \(plan)：重算结果一致", "plan \(plan): the same digest")] }
    let codes = officesThatDiffer.joined(separator: say("、", ", "))
    return [
      say(
        "方案 \(plan)：重算结果不同（\(replayed)）；结果不同的街道：\(codes.isEmpty ? "无，数字或政策被改过" : codes)",
        "plan \(plan): the digest differs (\(replayed)); offices that differ: "
          + (codes.isEmpty ? "none, figures or policy were changed" : codes))
    ]
  }
}

/// Two kept plans side by side: which offices differ, and whether figures or settings did it
/// (方案对比).
public struct PlanComparisonAnswer: Answer {
  /// One office in both plans.
  public struct Office: Encodable, Sendable {
    let officeCode: String
    let before: Int?
    let after: Int?
    /// What the new figures alone change, under the first plan's settings.
    let byFigures: Int?
    /// What the new method and settings change, on the new figures.
    let bySettings: Int?
    /// The figures that differ, before and after.
    let figures: [String: [Int?]]
    private let name: String
    private let changes: [(figure: Figure, before: Int?, after: Int?)]

    enum CodingKeys: CodingKey {
      case officeCode, before, after, byFigures, bySettings, figures
    }

    /// - Parameters:
    ///   - before: assistants proposed first; nil where they could not be computed or the office was
    ///     not planned.
    ///   - between: assistants proposed from the new figures under the first plan's settings.
    ///   - changes: the figures that differ.
    public init(
      officeCode: String, name: String, before: Int?, between: Int?, after: Int?,
      changes: [(figure: Figure, before: Int?, after: Int?)]
    ) {
      func difference(_ one: Int?, _ other: Int?) -> Int? {
        if let one, let other { other - one } else { nil }
      }
      (self.officeCode, self.name) = (officeCode, name)
      (self.before, self.after, self.changes) = (before, after, changes)
      byFigures = difference(before, between)
      bySettings = difference(between, after)
      figures = Dictionary(changes.map { ($0.figure.rawValue, [$0.before, $0.after]) }) { $1 }
    }

    fileprivate func line(_ say: Wording) -> String {
      func text(_ number: Int?) -> String { number.map(String.init) ?? "—" }
      let (figures, settings) = (byFigures?.signed ?? "—", bySettings?.signed ?? "—")
      let moved = changes.map { "\(say($0.figure.wording)) \(text($0.before)) → \(text($0.after))" }
      return "\(officeCode) \(name)"
        + say(
          "：拟配 \(text(before)) → \(text(after))（因数字 \(figures)，因方法和设定 \(settings)）",
          ": proposed \(text(before)) → \(text(after)) (by figures \(figures), by method and "
            + "settings \(settings))")
        + (moved.isEmpty ? "" : say("；", "; ") + moved.joined(separator: say("，", ", ")))
    }
  }

  struct Setting: Encodable {
    let name: String
    let before: String?
    let after: String?
  }

  let before: String
  let after: String
  let offices: [Office]
  let settings: [Setting]
  private let methods: (before: String, after: String)

  enum CodingKeys: CodingKey {
    case before, after, offices, settings
  }

  /// - Parameters:
  ///   - before: the id of the first plan, and its method.
  ///   - after: the id of the second plan, and its method.
  ///   - offices: the offices whose proposal or figures differ, by code.
  ///   - settings: the parameters of the methods that differ.
  public init(
    before: (id: String, method: String), after: (id: String, method: String), offices: [Office],
    settings: [RuleChange]
  ) {
    (self.before, self.after) = (before.id, after.id)
    methods = (before.method, after.method)
    self.offices = offices
    self.settings = settings.map { Setting(name: $0.id, before: $0.before, after: $0.after) }
  }

  /// The settings, the method, then each office that differs.
  public func lines(_ say: Wording) -> [String] {
    var lines = settings.map { setting in
      say("设定 \(setting.name)：", "setting \(setting.name): ")
        + "\(setting.before ?? "—") → \(setting.after ?? "—")"
    }
    if methods.before != methods.after {
      lines.append(say("方法：", "method: ") + "\(methods.before) → \(methods.after)")
    }
    lines += offices.map { $0.line(say) }
    return lines.isEmpty ? [say("两个方案相同。", "The plans are the same.")] : lines
  }
}
