public import Model

/// What each method proposes for one office, side by side (三种方法对照).
public struct MethodComparison: Hashable, Sendable {
  /// The methods that could be used, each with its plan of the office.
  public let plans: [Entry]

  /// One method's plan of the office.
  public struct Entry: Hashable, Sendable {
    /// The method.
    public let method: StaffingMethod
    /// What it proposes, with its working.
    public let plan: OfficePlan
  }

  /// Plans an office by several methods.
  public init(of caseload: Caseload, by norms: [StaffingNorm]) {
    plans = norms.map { Entry(method: $0.method, plan: $0.plan(for: caseload)) }
  }

  /// Why the methods disagree by more than one person; nil where they do not.
  ///
  /// They differ in how many subjects one assistant is taken to serve, and that is what is told.
  public var disagreement: Bilingual? {
    let computed = plans.filter { $0.plan.proposed != nil }
    let heads = computed.compactMap(\.plan.proposed)
    guard let least = heads.min(), let most = heads.max(), most - least > 1 else { return nil }
    func list(_ language: Language, _ value: (Entry) -> String?) -> String {
      computed.compactMap { entry in value(entry).map { "\(entry.method.title[language]) \($0)" } }
        .joined(separator: language == .zh ? "、" : ", ")
    }
    func served(_ entry: Entry) -> String? {
      guard let subjects = entry.plan.subjects, let required = entry.plan.required,
        required > .zero
      else { return nil }
      return (try? Rational(subjects) / required)?.decimal(places: 2)
    }
    return Bilingual(
      zh: "各方法相差 \(most - least) 人（\(list(.zh) { $0.plan.proposed.map(String.init) })）："
        + "折合每名协管员对应的对象数不同（\(list(.zh, served))），都由本地设定而来；请先确认示例值，再选用一种。",
      en:
        "The methods differ by \(most - least) people (\(list(.en) { $0.plan.proposed.map(String.init) })), "
        + "because they take one assistant to serve different numbers of subjects "
        + "(\(list(.en, served))), all from local settings; confirm the example values before choosing "
        + "one.")
  }
}
