public import Model

extension ExpressionError: ExplainedError {
  /// What the error says, with line and column; the excerpt is apart.
  public var explanation: ErrorExplanation {
    switch fault {
    case .strangeCharacter(let text):
      explained(
        "strange_character", "不认识的字符“\(text)”", "strange character “\(text)”",
        toDo: Guidance.operators[text])
    case .unterminatedString:
      explained("unterminated_string", "字符串没有结束", "the string does not end")
    case .badEscape(let text): explained("bad_escape", "转义“\(text)”无效", "bad escape “\(text)”")
    case .integerTooLarge(let text):
      explained("integer_too_large", "整数 \(text) 超出 64 位", "the integer \(text) exceeds 64 bits")
    case .unexpected(""): explained("unexpected", "表达式没有写完", "the expression is not finished")
    case .unexpected(let text):
      explained(
        "unexpected", "此处不应是“\(text)”", "unexpected “\(text)”",
        toDo: text == "=" ? Guidance.operators[text] : nil)
    case .reservedWord(let word):
      explained("reserved_word", "“\(word)”是保留字", "“\(word)” is a reserved word")
    case .outsideSubset(let feature):
      explained(
        "outside_subset", "不支持\(feature.wording.zh)", "\(feature.wording.en) are not supported",
        why: .init(
          "条件使用 CEL 的一个子集：真假、整数、字符串、列表与 null，以及 size、startsWith、endsWith、contains。",
          "Conditions are written in a subset of CEL: bool, int, string, list and null, with size, startsWith, endsWith and contains."
        ))
    case .tooDeep(let limit):
      explained("too_deep", "嵌套超过 \(limit) 层", "nested deeper than \(limit)")
    case .unknownName(let name, let nearest):
      explained(
        "unknown_name", "没有名为“\(name)”的事项", "no fact is called “\(name)”", toDo: .meant(nearest))
    case .unknownCode(let text, let fact, let nearest):
      explained(
        "unknown_code", "“\(fact)”没有“\(text)”这个值", "“\(fact)” is never “\(text)”",
        toDo: .meant(nearest))
    case .unknownFunction(let name, let nearest):
      explained(
        "unknown_function", "没有函数“\(name)”", "there is no function “\(name)”", toDo: .meant(nearest)
      )
    case .wrongTypes(let operation, let found):
      explained(
        "wrong_types", "“\(operation)”不能用于 \(found.joined(separator: "、"))",
        "“\(operation)” does not take \(found.joined(separator: " and "))")
    case .wrongResult(let expected, let found):
      explained(
        "wrong_result", "这里需要 \(expected)，得到的是 \(found)", "\(expected) is needed here, not \(found)"
      )
    }
  }

  private func explained(
    _ code: String, _ zh: String, _ en: String, why reason: Guidance = .none, toDo: Guidance? = nil
  ) -> ErrorExplanation {
    ErrorExplanation(
      "expression_" + code, .badPolicy, "第 \(line) 行第 \(column) 个字符：\(zh)。",
      "line \(line), character \(column): \(en).", why: reason, toDo: toDo ?? .mendIt)
  }
}

extension Guidance {
  static let mendIt = Guidance("请改正后再试。", "Mend it and try again.")

  /// What operators of other languages are here.
  fileprivate static let operators = [
    "=": Guidance("相等写作 ==。", "Equality is written ==."),
    "&": Guidance("“并且”写作 &&。", "“And” is written &&."),
    "|": Guidance("“或者”写作 ||。", "“Or” is written ||."),
  ]
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
