public import Model
public import Policy
public import Scoring
public import Staffing
import Tabular

/// A run as its page and its workbooks show it: what the rules made of everybody, and the headcount.
public struct RunReport: Sendable {
  /// Up to how many applicants every office gets a workbook; beyond it nobody opens them all, and one
  /// office's can still be asked for.
  static let workbookLimit = 20_000

  /// The run's id.
  public let id: String
  /// The applicants with everything that the rules made of them.
  public let scored: ScoredApplicants
  /// Who could still change sides of the line; empty where no office has one.
  public let margins: [OfficeMargin]
  /// The proposed headcount; `nil` where no caseload is known.
  public let plan: StaffingPlan?
  /// Whether a named person has confirmed it.
  public let confirmation: ConfirmationState
  private let wording: ReasonWording
  private let objections: [String: [Objection]]

  /// Looks at a run.
  /// - Parameters:
  ///   - objections: those that count, by application number.
  ///   - confirmation: whether a named person has confirmed it.
  /// - Throws: `EvaluationError`, `ScoringError`.
  public init(
    id: String, _ scored: ScoredApplicants, plan: StaffingPlan?,
    objections: [String: [Objection]] = [:], confirmation: ConfirmationState = .none
  ) throws {
    self.id = id
    self.scored = scored
    self.plan = plan
    self.objections = objections
    self.confirmation = confirmation
    margins = try scored.margins()
    wording = try ReasonWording(Scorer(scored.rules))
  }

  /// Whether every office gets a workbook.
  public var hasWorkbooks: Bool { scored.list.entries.count <= Self.workbookLimit }

  /// The name of an office's workbook, without its folder.
  public func workbookName(_ office: Office) -> String {
    FileName.safe("\(office.code)-\(office.name)", ending: ".xlsx")
  }

  /// The parameters on which the headcount rests.
  public var parameters: [Parameter] {
    (plan?.norm.method.policyParameters ?? []).compactMap { scored.rules.parameters[$0] }
  }

  /// The rows of some entries of the list.
  func rows(of entries: some Sequence<RankedList.Entry>) -> [UInt32] {
    entries.map { scored.columns.ids[Int($0.index)] }
  }

  /// The rules that decided, each with every basis that it has.
  var rules: [RuleLine] {
    let rules = scored.rules
    let criteria = rules.requirements + rules.tiers + rules.preferences
    let lines = criteria.map { item in
      let effect =
        switch item.role {
        case .requirement: Bilingual(zh: "必备条件", en: "required")
        case .tier(let number): Bilingual(zh: "第 \(number) 顺位", en: "tier \(number)")
        case .preference: Bilingual(zh: "\(item.points) 分", en: "\(item.points) point(s)")
        }
      let reasons = rules.localSettings.filter { $0.touches.contains(item.id) }.map(\.reason)
      return RuleLine(
        title: item.title, effect: effect, bases: [item.basis] + reasons.map(Basis.local),
        note: item.note)
    }
    return lines + parameters.map(RuleLine.init)
  }

  /// A line of the list in words.
  /// - Parameter sources: where the rows came from.
  func applicant(
    _ entry: RankedList.Entry, _ sources: [UInt32: RowSource]
  ) -> RankedApplicant {
    let index = Int(entry.index)
    let (outcomes, columns) = (scored.evaluation[index].outcomes, scored.columns)
    return RankedApplicant(
      applicationNo: columns.applicationNumbers.text(at: index),
      name: columns.names.text(at: index),
      office: scored.offices.offices[Int(columns.offices[index])].name,
      assessment: scored.evaluation[index].assessment, placement: entry.placement,
      reasons: wording.titles(outcomes), working: wording.sentence(outcomes),
      mark: scored.mark(at: index),
      objections: objections[columns.applicationNumbers.text(at: index)] ?? [],
      obstacles: wording.obstacles(outcomes),
      source: sources[columns.ids[index]])
  }
}
