public import Model
public import Policy
public import Register
public import Staffing

/// Two stored plans side by side: which offices differ, and whether figures or settings did it
/// (方案对比).
public struct PlanComparison: Sendable {
  /// The first plan.
  public let before: PlanEntry
  /// The second plan.
  public let after: PlanEntry
  /// The offices whose proposal or figures differ, by code.
  public let offices: [Office]
  /// The parameters of the methods that differ.
  public let settings: [RuleChange]
  /// The names of the offices by code.
  public let names: [String: String]

  /// One office in both plans.
  public struct Office: Sendable, Hashable {
    /// The office's nine-digit code.
    public let officeCode: String
    /// Assistants proposed first; nothing where they could not be computed or it was not planned.
    public let before: Int?
    /// Assistants proposed then.
    public let after: Int?
    /// What the new figures alone change, under the first plan's settings.
    public let byFigures: Int?
    /// What the new method and settings change, on the new figures.
    public let bySettings: Int?
    /// The figures that differ.
    public let figures: [Change]
  }

  /// A figure that differs.
  public struct Change: Sendable, Hashable {
    /// The figure.
    public let figure: Figure
    /// What it was; unknown where nil.
    public let before: Int?
    /// What it is; unknown where nil.
    public let after: Int?
  }

  /// Compares two stored plans.
  ///
  /// - Throws: `PolicyError`, `StaffingError`, `RegisterError`.
  public init(_ before: PlanEntry, _ after: PlanEntry, in register: Register) throws {
    self.before = before
    self.after = after
    let (first, second) = (
      try PlanRecord(replaying: before, of: register),
      try PlanRecord(replaying: after, of: register)
    )
    let method = first.headcounts.method
    let old = Dictionary(before.offices.map { ($0.caseload.officeCode, $0) }) { $1 }
    let new = Dictionary(after.offices.map { ($0.caseload.officeCode, $0) }) { $1 }
    let codes = Set(old.keys).union(new.keys)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    offices = codes.compactMap { code in
      let (was, now) = (old[code], new[code])
      let between = now.flatMap { method.plan(for: $0.caseload).proposed }
      let figures = Figure.allCases.map { figure in
        Change(
          figure: figure, before: was.flatMap { figure.value(in: $0.caseload) },
          after: now.flatMap { figure.value(in: $0.caseload) })
      }.filter { $0.before != $0.after }
      guard was?.proposed != now?.proposed || !figures.isEmpty else { return nil }
      return Office(
        officeCode: code, before: was?.proposed, after: now?.proposed,
        byFigures: Self.difference(was?.proposed, between),
        bySettings: Self.difference(between, now?.proposed), figures: figures)
    }
    let names = Set((first.headcounts.parameters + second.headcounts.parameters).map(\.name))
    settings = try first.policy.rules(on: before.asOf)
      .changes(to: second.policy.rules(on: after.asOf))
      .filter { $0.kind == .parameter && names.contains($0.id) }
    self.names = Dictionary(codes.map { ($0, second.headcounts.name(of: $0)) }) { $1 }
  }

  private static func difference(_ before: Int?, _ after: Int?) -> Int? {
    guard let before, let after else { return nil }
    return after - before
  }

  /// The comparison as lines for people.
  public var lines: [Bilingual] {
    var lines = settings.map { change in
      let (was, now) = (change.before ?? "—", change.after ?? "—")
      return Bilingual(
        zh: "设定 \(change.id)：\(was) → \(now)", en: "setting \(change.id): \(was) → \(now)")
    }
    if before.method != after.method {
      lines.append(
        Bilingual(
          zh: "方法：\(before.method) → \(after.method)",
          en: "method: \(before.method) → \(after.method)"))
    }
    func written(_ number: Int?) -> String { number.map(String.init) ?? "—" }
    func signed(_ number: Int?) -> String { number.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? "—" }
    for office in offices {
      let name = "\(office.officeCode) \(names[office.officeCode] ?? "")"
      let figures = office.figures
      let (zh, en) = (
        figures.map { "\($0.figure.wording.zh) \(written($0.before)) → \(written($0.after))" },
        figures.map { "\($0.figure.wording.en) \(written($0.before)) → \(written($0.after))" }
      )
      lines.append(
        Bilingual(
          zh: "\(name)：拟配 \(written(office.before)) → \(written(office.after))"
            + "（因数字 \(signed(office.byFigures))，因方法和设定 \(signed(office.bySettings))）"
            + (zh.isEmpty ? "" : "；" + zh.joined(separator: "，")),
          en: "\(name): proposed \(written(office.before)) → \(written(office.after)) "
            + "(by figures \(signed(office.byFigures)), by method and settings "
            + "\(signed(office.bySettings)))"
            + (en.isEmpty ? "" : "; " + en.joined(separator: ", "))))
    }
    if lines.isEmpty {
      lines.append(Bilingual(zh: "两个方案相同。", en: "The plans are the same."))
    }
    return lines
  }
}
