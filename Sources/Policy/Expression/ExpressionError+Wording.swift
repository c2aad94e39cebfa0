public import Model

extension ExpressionError: ExplainedError {
  /// A stable name in `snake_case`, for programs.
  public var code: String {
    switch fault {
    case .strangeCharacter: "expression_strange_character"
    case .unterminatedString: "expression_unterminated_string"
    case .badEscape: "expression_bad_escape"
    case .integerTooLarge: "expression_integer_too_large"
    case .unexpected: "expression_unexpected"
    case .reservedWord: "expression_reserved_word"
    case .outsideSubset: "expression_outside_subset"
    case .tooDeep: "expression_too_deep"
    case .unknownName: "expression_unknown_name"
    case .unknownCode: "expression_unknown_code"
    case .unknownFunction: "expression_unknown_function"
    case .wrongTypes: "expression_wrong_types"
    case .wrongResult: "expression_wrong_result"
    }
  }

  /// What happened, with line and column; the excerpt is apart.
  public var happened: Bilingual {
    let problem =
      switch fault {
      case .strangeCharacter(let text):
        Bilingual(zh: "不认识的字符“\(text)”", en: "strange character “\(text)”")
      case .unterminatedString: Bilingual(zh: "字符串没有结束", en: "the string does not end")
      case .badEscape(let text): Bilingual(zh: "转义“\(text)”无效", en: "bad escape “\(text)”")
      case .integerTooLarge(let text):
        Bilingual(zh: "整数 \(text) 超出 64 位", en: "the integer \(text) exceeds 64 bits")
      case .unexpected(""): Bilingual(zh: "表达式没有写完", en: "the expression is not finished")
      case .unexpected(let text): Bilingual(zh: "此处不应是“\(text)”", en: "unexpected “\(text)”")
      case .reservedWord(let word):
        Bilingual(zh: "“\(word)”是保留字", en: "“\(word)” is a reserved word")
      case .outsideSubset(let feature):
        Bilingual(zh: "不支持\(feature.wording.zh)", en: "\(feature.wording.en) are not supported")
      case .tooDeep(let limit):
        Bilingual(zh: "嵌套超过 \(limit) 层", en: "nested deeper than \(limit)")
      case .unknownName(let name, _):
        Bilingual(zh: "没有名为“\(name)”的事项", en: "no fact is called “\(name)”")
      case .unknownCode(let text, let fact, _):
        Bilingual(zh: "“\(fact)”没有“\(text)”这个值", en: "“\(fact)” is never “\(text)”")
      case .unknownFunction(let name, _):
        Bilingual(zh: "没有函数“\(name)”", en: "there is no function “\(name)”")
      case .wrongTypes(let operation, let found):
        Bilingual(
          zh: "“\(operation)”不能用于 \(found.joined(separator: "、"))",
          en: "“\(operation)” does not take \(found.joined(separator: " and "))")
      case .wrongResult(let expected, let found):
        Bilingual(
          zh: "这里需要 \(expected)，得到的是 \(found)", en: "\(expected) is needed here, not \(found)")
      }
    return Bilingual(
      zh: "第 \(line) 行第 \(column) 个字符：\(problem.zh)。",
      en: "line \(line), character \(column): \(problem.en).")
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch fault {
    case .outsideSubset:
      Bilingual(
        zh: "条件使用 CEL 的一个子集：真假、整数、字符串、列表与 null，"
          + "以及 size、startsWith、endsWith、contains。",
        en: "Conditions are written in a subset of CEL: bool, int, string, list and null, with "
          + "size, startsWith, endsWith and contains.")
    default: Bilingual(zh: "", en: "")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch fault {
    case .unknownName(_, let nearest?), .unknownCode(_, _, let nearest?),
      .unknownFunction(_, let nearest?):
      Bilingual(zh: "是不是“\(nearest)”？", en: "Did you mean “\(nearest)”?")
    case .strangeCharacter("="), .unexpected("="):
      Bilingual(zh: "相等写作 ==。", en: "Equality is written ==.")
    case .strangeCharacter("&"): Bilingual(zh: "“并且”写作 &&。", en: "“And” is written &&.")
    case .strangeCharacter("|"): Bilingual(zh: "“或者”写作 ||。", en: "“Or” is written ||.")
    default: Bilingual(zh: "请改正后再试。", en: "Mend it and try again.")
    }
  }

  /// A condition belongs to a policy.
  public var status: ExitStatus { .badPolicy }
}

extension ExpressionError.Feature {
  fileprivate var wording: Bilingual {
    switch self {
    case .double: Bilingual(zh: "小数（double）", en: "doubles")
    case .unsigned: Bilingual(zh: "无符号整数（uint）", en: "unsigned integers")
    case .bytes: Bilingual(zh: "字节串（bytes）", en: "bytes")
    case .map: Bilingual(zh: "映射（map）", en: "maps")
    case .message: Bilingual(zh: "消息（message）", en: "messages")
    case .fieldSelection: Bilingual(zh: "取字段（a.b）", en: "field selections")
    case .macro: Bilingual(zh: "宏（macro）", en: "macros")
    case .function: Bilingual(zh: "这个 CEL 函数", en: "other CEL functions")
    }
  }
}
