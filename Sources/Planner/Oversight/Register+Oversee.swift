public import Model
import Oversight
public import Policy
public import Register
public import Reporting

extension Register {
  /// Training in a calendar year (三).
  /// - Parameter year: the year of the day where none is given.
  /// - Throws: `OversightError.noSheet`, `RegisterError`, `PolicyError`.
  public func overseeTraining(
    year: Int? = nil, policy: PolicyPack, asOf: CivilDate
  ) throws -> OversightReport {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    try require([.assistants], or: [.training, .trainingSessions])
    return OversightReport(
      TrainingYear(
        year ?? asOf.year, of: try facts.training(), roster: facts.roster, asOf: asOf,
        settings: facts.settings), offices: facts.offices, settings: facts.settings)
  }

  /// Who does what, by the verbs of the Opinion (一（二）).
  /// - Throws: `OversightError.noSheet`, `RegisterError`, `PolicyError`.
  public func overseeDuties(policy: PolicyPack, asOf: CivilDate) throws -> OversightReport {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    try require([.duties])
    return OversightReport(
      DutyReview(try facts.duties(), roster: facts.roster, asOf: asOf), offices: facts.offices)
  }

  /// Cases handled in spite of a relation (二（二）).
  /// - Throws: `OversightError.noSheet`, `RegisterError`, `PolicyError`.
  public func overseeRecusal(policy: PolicyPack, asOf: CivilDate) throws -> OversightReport {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    try require([.caseAssignments])
    return OversightReport(
      RecusalReview(try facts.assignments(), try facts.declarations(), asOf: asOf),
      offices: facts.offices)
  }

  /// What it would come to if an assistant helped with a case from a day on.
  /// - Throws: `RegisterError`, `PolicyError`.
  public func tryAssignment(
    of assistant: String, to caseNo: String, policy: PolicyPack, asOf: CivilDate
  ) throws -> RecusalTrialAnswer {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    return RecusalTrialAnswer(
      RecusalReview.trial(
        assistant: assistant, caseNo: caseNo, try facts.declarations(), asOf: asOf),
      isOnDuty: facts.roster.office(of: assistant, on: asOf) != nil)
  }

  /// Findings on discipline, and who has not signed its rules (二（一）).
  /// - Throws: `OversightError.noSheet`, `RegisterError`, `PolicyError`, `WorkingCalendarError`.
  public func overseeDiscipline(policy: PolicyPack, asOf: CivilDate) throws -> OversightReport {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    try require([.assistants])
    return OversightReport(
      DisciplineReview(
        try facts.cases(), try facts.acknowledgements(), roster: facts.roster, asOf: asOf),
      asOf: asOf, offices: facts.offices)
  }

  /// How far each finding has come (四（三）).
  /// - Throws: `OversightError.noSheet`, `RegisterError`, `PolicyError`, `WorkingCalendarError`.
  public func overseeSupervision(policy: PolicyPack, asOf: CivilDate) throws -> OversightReport {
    let facts = try OversightFacts(self, policy: policy, asOf: asOf)
    try require([.findings])
    return OversightReport(
      supervision: try facts.cases(), asOf: asOf, offices: facts.offices, settings: facts.settings)
  }

  private func require(_ kinds: [SheetKind], or others: [SheetKind] = []) throws {
    func has(_ kind: SheetKind) throws -> Bool { try !rows(of: kind.description).isEmpty }
    if let missing = try kinds.first(where: { try !has($0) }) {
      throw OversightError.noSheet(missing)
    }
    if let first = others.first, try !others.contains(where: has) {
      throw OversightError.noSheet(first)
    }
  }
}

extension OversightReport {
  /// Writes everything into a folder, which is made where there is none.
  /// - Returns: the files' paths.
  /// - Throws: `TabularError`.
  public func write(to folder: String, language: Language) throws -> [String] {
    try OutputFolder.make(folder)
    return try writeFiles(in: folder, language: language)
  }
}

/// Why oversight has nothing to tell.
public enum OversightError: Error, Hashable, Sendable {
  /// The register holds no sheet of a kind that is needed.
  case noSheet(SheetKind)
  /// Nobody has the number.
  case unknownAssistant(String)
  /// No finding has the number.
  case unknownFinding(String)
  /// The finding is another bureau's, or of discipline.
  case notUnderClause(String)
  /// A replacement is advised before the street was told.
  case proposalBeforeFeedback(String)
  /// A policy's setting is no value of its kind.
  case badSetting(String, value: String)
}

extension OversightError: ExplainedError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .noSheet(let kind):
      .init(
        "sheet_missing", .badData, "登记库里没有\(kind.title.zh)。",
        "The register holds no sheet of \(kind.title.en).",
        why: "没有表就没有事实可查，不能当作没有问题。",
        "Without it there is nothing to look at, which is not “nothing amiss”.",
        toDo: "请先导入：\(.importSheet(kind: kind.rawValue))。",
        "Take it in first: \(.importSheet(kind: kind.rawValue)).")
    case .unknownAssistant(let number):
      .init(
        "assistant_unknown", .badData, "名册里没有工号 \(number)。", "Nobody has the number \(number).",
        why: "依据表只能按名册里的人来出。", "Evidence is drawn up for people of the list.",
        toDo: "请核对工号，或先导入协管员名册。", "Check the number, or take in the list of assistants.")
    case .unknownFinding(let number):
      .init(
        "finding_unknown", .badData, "监督记录里没有编号 \(number)。", "No finding has the number \(number).",
        why: "函件只能写已经登记的问题。", "A letter is about a finding that is in the register.",
        toDo: "请用 \(.oversee("supervision")) 查编号。", "Look it up: \(.oversee("supervision")).")
    case .notUnderClause(let number):
      .init(
        "finding_not_under_clause", .badData, "编号 \(number) 不属于四（三）。",
        "The finding \(number) is not under 四（三）.",
        why: "四（三）只讲区司法局督导发现的履职问题；违纪、回避和其他单位发现的另有办法。",
        "四（三） speaks of what the district bureau finds in the work; all else goes other ways.",
        toDo: "请核对发现单位和问题类别。", "Check who found it and of what kind it is.")
    case .badSetting(let name, let value):
      .init(
        "oversight_setting_wrong", .badPolicy, "政策里的 \(name) 不能是“\(value)”。",
        "The policy's \(name) cannot be “\(value)”.",
        why: "天数、次数是整数；training_counts 是岗前、岗中、综合、交流中的几个。",
        "Days and times are whole numbers; training_counts lists 岗前, 岗中, 综合, 交流.",
        toDo: "请改政策文件里的这一项。", "Correct it in the policy's file.")
    case .proposalBeforeFeedback(let number):
      .init(
        "proposal_before_feedback", .notPermitted, "编号 \(number) 还没有向街道反馈，不能先建议调换。",
        "The street has not been told of \(number); a replacement cannot be advised first.",
        why: "四（三）先反馈，再对不宜继续的提出调换建议。", "四（三） tells the street first.",
        toDo: "请先发反馈意见函，并在督导后续处理表登记反馈。", "Send the feedback and enter it in follow_up.")
    }
  }
}
