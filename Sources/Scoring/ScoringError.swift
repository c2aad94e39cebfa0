public import Model

/// Why applicants cannot be scored.
public enum ScoringError: ExplainedError, Hashable {
  /// A condition has no value for an applicant.
  case conditionFailed(criterion: String, applicant: String, problem: String)
  /// The policy has more criteria than a result can hold.
  case tooManyCriteria(count: Int, limit: Int)
  /// Points, marks or tiers do not fit the bits that ranking has for them.
  case outOfRange(criterion: String)

  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .conditionFailed: "condition_failed"
    case .tooManyCriteria: "too_many_criteria"
    case .outOfRange: "points_out_of_range"
    }
  }

  /// How the command ends.
  public var status: ExitStatus { .badPolicy }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .conditionFailed(let criterion, let applicant, let problem):
      Bilingual(
        zh: "规则 \(criterion) 对报名序号 \(applicant) 算不出结果（\(problem)）",
        en: "Rule \(criterion) has no value for applicant \(applicant) (\(problem))")
    case .tooManyCriteria(let count, let limit):
      Bilingual(
        zh: "政策有 \(count) 条规则，最多 \(limit) 条", en: "The policy has \(count) criteria; \(limit) fit")
    case .outOfRange(let criterion):
      Bilingual(zh: "\(criterion) 的数值超出范围", en: "The values of \(criterion) are out of range")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    Bilingual(
      zh: "规则必须对每个人都有确定的结果，否则名次没有依据。",
      en: "A rule must come to a result for everybody, or the ranks rest on nothing.")
  }

  /// What to do now.
  public var remedy: Bilingual {
    Bilingual(
      zh: "请修改政策文件，并用 xieguan policy check 检查。",
      en: "Change the policy file and try it with `xieguan policy check`.")
  }
}
