public import Model

extension PolicyError: ExplainedError {
  /// A stable name in `snake_case`, for programs.
  public var code: String {
    switch self {
    case .notFound: "policy_not_found"
    case .unreadable: "policy_unreadable"
    case .notYAML: "policy_not_yaml"
    case .unknownKey: "policy_unknown_key"
    case .missingKey: "policy_missing_key"
    case .wrongValue: "policy_wrong_value"
    case .badExpression: "policy_bad_expression"
    case .unknownReference: "policy_unknown_reference"
    case .conflict: "policy_conflict"
    case .weakensClause: "policy_weakens_clause"
    case .notLocal: "policy_addition_not_local"
    case .circularExtension: "policy_circular_extension"
    case .noRuleInForce: "no_rule_in_force"
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .notFound(let name, _):
      Bilingual(zh: "找不到政策“\(name)”。", en: "There is no policy “\(name)”.")
    case .unreadable(let name):
      Bilingual(zh: "政策文件 \(name) 无法读取。", en: "The policy file \(name) cannot be read.")
    case .notYAML(let file, let line, let column, let problem):
      Bilingual(
        zh: "\(file) 第 \(line) 行第 \(column) 列不是有效的 YAML：\(problem)。",
        en: "\(file), line \(line), column \(column), is not YAML: \(problem).")
    case .unknownKey(let place, let key, _):
      at(place, zh: "不认识的键“\(key)”。", en: "unknown key “\(key)”.")
    case .missingKey(let place, let key):
      at(place, zh: "缺少“\(key)”。", en: "“\(key)” is missing.")
    case .wrongValue(let place, let key, let found, let expected):
      at(
        place, zh: "\(key.isEmpty ? "" : "“\(key)”的")值“\(found)”应为\(expected.zh)。",
        en: "the value “\(found)”\(key.isEmpty ? "" : " of “\(key)”") should be \(expected.en).")
    case .badExpression(let place, let error):
      at(
        place, zh: "条件有误：\(error.happened.zh)\n\(error.excerpt)",
        en: "the condition is wrong: \(error.happened.en)\n\(error.excerpt)")
    case .unknownReference(let place, let name, _):
      at(place, zh: "“\(name)”没有定义。", en: "nothing defines “\(name)”.")
    case .conflict(let id, let first, let second):
      Bilingual(
        zh: "“\(id)”在同一时期有两处定义：\n\(first.quoted)\n\(second.quoted)",
        en: "“\(id)” is claimed twice for the same days:\n\(first.quoted)\n\(second.quoted)")
    case .weakensClause(let clause, let base, let overlay):
      Bilingual(
        zh: "\(overlay.quoted)\n会削弱《意见》\(clause)：\n\(base.quoted)",
        en: "\(overlay.quoted)\nwould weaken clause \(clause) of the Opinion:\n\(base.quoted)")
    case .notLocal(let place):
      Bilingual(
        zh: "新增的规则引用了条款：\n\(place.quoted)",
        en: "An added rule claims to rest on a clause:\n\(place.quoted)")
    case .circularExtension(let files):
      Bilingual(
        zh: "政策文件互相引用：\(files.joined(separator: " → "))。",
        en: "The policies extend one another: \(files.joined(separator: " → ")).")
    case .noRuleInForce(let policy, let date, _, _, _):
      Bilingual(
        zh: "\(date.iso) 没有施行中的规则（\(policy)）。",
        en: "No rule is in force on \(date.iso) (\(policy)).")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .noRuleInForce(_, _, let from, let until, let before):
      Bilingual(
        zh: "该政策自 \(from.iso) 起施行\(until.map { "，至 \($0.iso) 止" } ?? "")"
          + (before.map {
            "；当时的规定是\($0.number)《\($0.title.zh)》，只知名称和日期，不能据以评分。"
          } ?? "。"),
        en: "The policy is in force from \(from.iso)\(until.map { " to \($0.iso)" } ?? "")"
          + (before.map {
            "; what was in force then is \($0.number), “\($0.title.en)”, of which only the name "
              + "and the dates are known, and nothing can be scored by it."
          } ?? "."))
    case .weakensClause:
      Bilingual(
        zh: "各区可以增加本地规则、调整本地设定，但不能改变《意见》已有的规定。",
        en:
          "A district may add local rules and change local settings, but not what the Opinion says."
      )
    case .notLocal:
      Bilingual(
        zh: "《意见》的规定都在基础政策里；各区增加的只能是本地规则。",
        en: "What the Opinion says is in the base policy; what a district adds is local.")
    case .conflict:
      Bilingual(
        zh: "两处都有效时，结果取决于先后，无法向应聘人员说明。",
        en: "If both held, the result would depend on their order and could not be explained.")
    case .badExpression(_, let error): error.reason
    default: Bilingual(zh: "", en: "")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .notFound(_, let names):
      Bilingual(
        zh: "可用：\(names.joined(separator: "、"))，或写 YAML 文件的路径。",
        en: "Use \(names.joined(separator: ", ")), or the path of a YAML file.")
    case .unknownKey(_, _, let nearest), .unknownReference(_, _, let nearest):
      nearest.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(zh: "请检查拼写。", en: "Check the spelling.")
    case .conflict:
      Bilingual(
        zh: "保留一处，或用 from、until 分开时期。", en: "Keep one, or part their days with from and until.")
    case .weakensClause:
      Bilingual(zh: "请删去这一项。", en: "Take the item out.")
    case .notLocal:
      Bilingual(
        zh: "把 clause 换成 local，并写明理由。", en: "Write local with the reason instead of clause.")
    case .noRuleInForce:
      Bilingual(zh: "用 --as-of 指定施行期内的日期。", en: "Choose a day in force with --as-of.")
    case .badExpression(_, let error): error.remedy
    default: Bilingual(zh: "请改正后再试。", en: "Mend it and try again.")
    }
  }

  /// How the command that met it ends.
  public var status: ExitStatus {
    switch self {
    case .notFound, .unreadable: .noInput
    default: .badPolicy
    }
  }

  private func at(_ place: SourcePlace, zh: String, en: String) -> Bilingual {
    Bilingual(
      zh: "\(place.file) 第 \(place.line) 行第 \(place.column) 列：\(zh)",
      en: "\(place.file), line \(place.line), column \(place.column): \(en)")
  }
}

extension SourcePlace {
  /// The place and its text, indented, as errors show it.
  fileprivate var quoted: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(file):\(line):\n" + lines.map { "  | \($0)" }.joined(separator: "\n")
  }
}
