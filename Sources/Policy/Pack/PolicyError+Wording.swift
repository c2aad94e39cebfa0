public import Model

extension PolicyError: ExplainedError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .notFound(let name, let names):
      .init(
        "policy_not_found", .noInput, "找不到政策“\(name)”。", "There is no policy “\(name)”.",
        toDo: "可用：\(names.joined(separator: "、"))，或写 YAML 文件的路径。",
        "Use \(names.joined(separator: ", ")), or the path of a YAML file.")
    case .unreadable(let name):
      .init(
        "policy_unreadable", .noInput, "政策文件 \(name) 无法读取。",
        "The policy file \(name) cannot be read.", toDo: .mendIt)
    case .notYAML(let file, let line, let column, let problem):
      .init(
        "policy_not_yaml", .badPolicy, "\(file) 第 \(line) 行第 \(column) 列不是有效的 YAML：\(problem)。",
        "\(file), line \(line), column \(column), is not YAML: \(problem).", toDo: .mendIt)
    case .unknownKey(let place, let key, let nearest):
      place.explained(
        "unknown_key", "不认识的键“\(key)”。", "unknown key “\(key)”.",
        toDo: .meant(nearest) ?? .checkSpelling)
    case .missingKey(let place, let key):
      place.explained("missing_key", "缺少“\(key)”。", "“\(key)” is missing.")
    case .wrongValue(let place, let key, let found, let expected):
      place.explained(
        "wrong_value", "\(key.isEmpty ? "" : "“\(key)”的")值“\(found)”应为\(expected.zh)。",
        "the value “\(found)”\(key.isEmpty ? "" : " of “\(key)”") should be \(expected.en).")
    case .badExpression(let place, let error):
      place.explained(
        "bad_expression", "条件有误：\(error.happened.zh)\n\(error.excerpt)",
        "the condition is wrong: \(error.happened.en)\n\(error.excerpt)", why: error.reason,
        toDo: error.remedy)
    case .unknownReference(let place, let name, let nearest):
      place.explained(
        "unknown_reference", "“\(name)”没有定义。", "nothing defines “\(name)”.",
        toDo: .meant(nearest) ?? .checkSpelling)
    case .conflict(let id, let first, let second):
      .init(
        "policy_conflict", .badPolicy, "“\(id)”在同一时期有两处定义：\n\(first.quoted)\n\(second.quoted)",
        "“\(id)” is claimed twice for the same days:\n\(first.quoted)\n\(second.quoted)",
        why: "两处都有效时，结果取决于先后，无法向应聘人员说明。",
        "If both held, the result would depend on their order and could not be explained.",
        toDo: "保留一处，或用 from、until 分开时期。", "Keep one, or part their days with from and until."
      )
    case .weakensClause(let clause, let base, let overlay):
      .init(
        "policy_weakens_clause", .badPolicy,
        "\(overlay.quoted)\n会削弱《意见》\(clause)：\n\(base.quoted)",
        "\(overlay.quoted)\nwould weaken clause \(clause) of the Opinion:\n\(base.quoted)",
        why: "各区可以增加本地规则、调整本地设定，但不能改变《意见》已有的规定。",
        "A district may add local rules and change local settings, but not what the Opinion says.",
        toDo: "请删去这一项。", "Take the item out.")
    case .notLocal(let place):
      .init(
        "policy_addition_not_local", .badPolicy, "新增的规则引用了条款：\n\(place.quoted)",
        "An added rule claims to rest on a clause:\n\(place.quoted)",
        why: "《意见》的规定都在基础政策里；各区增加的只能是本地规则。",
        "What the Opinion says is in the base policy; what a district adds is local.",
        toDo: "把 clause 换成 local，并写明理由。", "Write local with the reason instead of clause.")
    case .nameTaken(let name, let file):
      .init(
        "policy_name_taken", .badPolicy, "\(file) 自称“\(name)”，这是另一个政策的名称。",
        "\(file) calls itself “\(name)”, which is the name of another policy.",
        why: "结果上写着政策的名称；同名的本地政策会让人以为用的是原来的规定。",
        "Results carry the policy's name; a local policy of the same name would pass for it.",
        toDo: "请在 policy 一行另取名称，例如本区的名称。",
        "Give it a name of its own in the line “policy”, such as the district's.")
    case .circularExtension(let files):
      .init(
        "policy_circular_extension", .badPolicy,
        "政策文件互相引用：\(files.joined(separator: " → "))。",
        "The policies extend one another: \(files.joined(separator: " → ")).", toDo: .mendIt)
    case .noRuleInForce(let policy, let date, let from, let until, let before):
      .init(
        "no_rule_in_force", .badPolicy, "\(date.iso) 没有施行中的规则（\(policy)）。",
        "No rule is in force on \(date.iso) (\(policy)).",
        why: .inForce(from, until, before: before),
        toDo: "用 \(.asOf) 指定施行期内的日期。", "Choose a day in force with \(.asOf).")
    }
  }
}

extension Guidance {
  fileprivate static let checkSpelling = Guidance("请检查拼写。", "Check the spelling.")

  /// When a policy is in force, and what was before it.
  fileprivate static func inForce(
    _ from: CivilDate, _ until: CivilDate?, before: RepealedPolicy?
  ) -> Guidance {
    let zh = before.map { "；当时的规定是\($0.number)《\($0.title.zh)》，只知名称和日期，不能据以评分。" }
    let en = before.map {
      "; what was in force then is \($0.number), “\($0.title.en)”, of which only the name and the "
        + "dates are known, and nothing can be scored by it."
    }
    return Guidance(
      "该政策自 \(from.iso) 起施行\(until.map { "，至 \($0.iso) 止" } ?? "")\(zh ?? "。")",
      "The policy is in force from \(from.iso)\(until.map { " to \($0.iso)" } ?? "")\(en ?? ".")")
  }
}

extension SourcePlace {
  /// What an error at this place says; the policy is at fault.
  fileprivate func explained(
    _ code: String, _ zh: String, _ en: String, why reason: Guidance = .none,
    toDo: Guidance = .mendIt
  ) -> ErrorExplanation {
    ErrorExplanation(
      "policy_" + code, .badPolicy, "\(file) 第 \(line) 行第 \(column) 列：\(zh)",
      "\(file), line \(line), column \(column): \(en)", why: reason, toDo: toDo)
  }

  /// The place and its text, indented, as errors show it.
  fileprivate var quoted: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(file):\(line):\n" + lines.map { "  | \($0)" }.joined(separator: "\n")
  }
}
