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
  /// What the error says; the policy is at fault.
  public var explanation: ErrorExplanation {
    switch self {
    case .notPortable(let item, let what, let excerpt):
      .init(
        "sql_not_portable", .badPolicy, "“\(item)”不能写成通用 SQL：\(what.wording.zh)。\n\(excerpt)",
        "“\(item)” cannot be said in portable SQL: \(what.wording.en).\n\(excerpt)",
        why: .enginesDiffer,
        toDo: what == .function
          ? .init("改用前缀代码表（derived 的 prefix）。", "Use a prefix table (prefix, under derived).")
          : .writeOtherwise)
    case .mayFail(let item):
      .init(
        "sql_may_fail", .badPolicy, "“\(item)”在某些情形下没有值，不能写成 SQL。",
        "“\(item)” has no value in some cases and cannot be said in SQL.", why: .enginesDiffer,
        toDo: "用 \(.checkPolicy) 找出该情形。", "Find the case with \(.checkPolicy).")
    case .tooLarge(let item):
      .init(
        "sql_too_large", .badPolicy, "“\(item)”的数值过大。", "The numbers of “\(item)” are too large.",
        why: .enginesDiffer, toDo: .writeOtherwise)
    }
  }
}

extension Guidance {
  fileprivate static let enginesDiffer = Guidance(
    "各数据库对它的结果不一致；宁可不写，也不近似。",
    "Engines differ about it, and what differs is refused, never approximated.")
  fileprivate static let writeOtherwise = Guidance("请改写条件。", "Write the condition in another way.")
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
