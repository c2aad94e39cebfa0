public import Model

/// Why rules cannot be told to a database.
public enum PolicySQLError: Error, Hashable, Sendable {
  /// A condition does something that engines do differently, or not at all.
  case notPortable(item: String, what: Construct, excerpt: String)
  /// A condition can end in an error, of which SQL knows nothing.
  case mayFail(item: String)
  /// The points or weights leave the range in which engines agree.
  case tooLarge(item: String)

  /// What is not portable.
  public enum Construct: String, Sendable, CaseIterable {
    /// `+ - * / %` on facts
    case arithmetic
    /// `<` and the like on texts or truth values
    case order
    /// Functions on texts or lists
    case function
    /// A text with a quote or a backslash in it
    case quotes
    /// A number beyond 32 bits
    case number
    /// Lists of anything but constants, and indexes
    case list
    /// Comparing facts that may be absent with each other
    case absent
  }
}

extension PolicySQLError: ExplainedError {
  /// A stable name in `snake_case`, for programs.
  public var code: String {
    switch self {
    case .notPortable: "sql_not_portable"
    case .mayFail: "sql_may_fail"
    case .tooLarge: "sql_too_large"
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .notPortable(let item, let what, let excerpt):
      Bilingual(
        zh: "“\(item)”不能写成通用 SQL：\(what.wording.zh)。\n\(excerpt)",
        en: "“\(item)” cannot be said in portable SQL: \(what.wording.en).\n\(excerpt)")
    case .mayFail(let item):
      Bilingual(
        zh: "“\(item)”在某些情形下没有值，不能写成 SQL。",
        en: "“\(item)” has no value in some cases and cannot be said in SQL.")
    case .tooLarge(let item):
      Bilingual(zh: "“\(item)”的数值过大。", en: "The numbers of “\(item)” are too large.")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    Bilingual(
      zh: "各数据库对它的结果不一致；宁可不写，也不近似。",
      en: "Engines differ about it, and what differs is refused, never approximated.")
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .notPortable(_, .function, _):
      Bilingual(zh: "改用前缀代码表（derived 的 prefix）。", en: "Use a prefix table (prefix, under derived).")
    case .mayFail:
      Bilingual(zh: "用 policy check 找出该情形。", en: "Find the case with policy check.")
    default: Bilingual(zh: "请改写条件。", en: "Write the condition in another way.")
    }
  }

  /// The policy is at fault.
  public var status: ExitStatus { .badPolicy }
}

extension PolicySQLError.Construct {
  fileprivate var wording: Bilingual {
    switch self {
    case .arithmetic: Bilingual(zh: "对事项做算术", en: "arithmetic on facts")
    case .order: Bilingual(zh: "文本或是否的大小比较", en: "order of texts or truth values")
    case .function: Bilingual(zh: "函数", en: "functions")
    case .quotes: Bilingual(zh: "文本中有引号或反斜线", en: "a quote or a backslash in a text")
    case .number: Bilingual(zh: "超出 32 位的整数", en: "a number beyond 32 bits")
    case .list: Bilingual(zh: "非常量的列表或下标", en: "lists of anything but constants, or indexes")
    case .absent: Bilingual(zh: "可能空缺的事项相互比较", en: "comparing facts that may be absent")
    }
  }
}
