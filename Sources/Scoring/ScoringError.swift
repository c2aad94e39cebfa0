public import Model

/// Why applicants cannot be scored.
public enum ScoringError: ExplainedError, Hashable {
  /// A condition has no value for an applicant.
  case conditionFailed(criterion: String, applicant: String, problem: String)
  /// The policy has more criteria than a result can hold.
  case tooManyCriteria(count: Int, limit: Int)
  /// Points, marks or tiers do not fit the bits that ranking has for them.
  case outOfRange(criterion: String)

  /// What the error says; the policy is at fault.
  public var explanation: ErrorExplanation {
    switch self {
    case .conditionFailed(let criterion, let applicant, let problem):
      explained(
        "condition_failed", "规则 \(criterion) 对报名序号 \(applicant) 算不出结果（\(problem)）",
        "Rule \(criterion) has no value for applicant \(applicant) (\(problem))")
    case .tooManyCriteria(let count, let limit):
      explained(
        "too_many_criteria", "政策有 \(count) 条规则，最多 \(limit) 条",
        "The policy has \(count) criteria; \(limit) fit")
    case .outOfRange(let criterion):
      explained(
        "points_out_of_range", "\(criterion) 的数值超出范围", "The values of \(criterion) are out of range"
      )
    }
  }

  private func explained(_ code: String, _ zh: Phrase, _ en: Phrase) -> ErrorExplanation {
    ErrorExplanation(
      code, .badPolicy, zh, en,
      why: "规则必须对每个人都有确定的结果，否则名次没有依据。",
      "A rule must come to a result for everybody, or the ranks rest on nothing.",
      toDo: "请修改政策文件，并用 \(.checkPolicy) 检查。",
      "Change the policy file and try it with \(.checkPolicy)."
    )
  }
}
