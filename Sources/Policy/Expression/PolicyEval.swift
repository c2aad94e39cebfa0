public import Model

/// Evaluates one condition that stands alone, as `policy eval` does.
public enum PolicyEval {
  /// Evaluates an expression over settings, without checking types first.
  ///
  /// - Parameter settings: `name=LITERAL` each, the literal in CEL or a day as `yyyy-mm-dd`;
  ///   `name=unknown` declares a fact without a value. A later setting replaces an earlier one of
  ///   the same name.
  /// - Returns: The value as JSON.
  /// - Throws: `PolicyEvalError`.
  public static func evaluate(
    expression: String, settings: [String]
  ) throws(PolicyEvalError) -> String {
    var facts: [String: Value] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { throw .notASetting(setting) }
      facts[String(parts[0])] = try value(of: String(parts[1]), in: setting)
    }
    return try value(of: expression, facts: facts).json
  }

  /// What a setting puts a fact to; a day is the number that rules see, `yyyymmdd`.
  private static func value(of text: String, in setting: String) throws(PolicyEvalError) -> Value {
    if text == "unknown" { return .unknown }
    if let day = CivilDate(iso: text) { return .int(Int64(day.number)) }
    let expression: Expression
    do throws(ExpressionError) {
      expression = try Expression(parsing: text)
    } catch {
      throw .notAnExpression(error)
    }
    guard expression.node.isLiteral else { throw .notALiteral(setting) }
    return try value(of: text, facts: [:])
  }

  private static func value(
    of source: String, facts: [String: Value]
  ) throws(PolicyEvalError) -> Value {
    let expression: Expression
    do throws(ExpressionError) {
      expression = try Expression(parsing: source)
    } catch {
      throw .notAnExpression(error)
    }
    do throws(EvaluationError) {
      return try expression.value { facts[$0] }
    } catch {
      throw .noValue(error)
    }
  }
}

/// Why an expression that stands alone has no value.
public enum PolicyEvalError: Error, Hashable, Sendable {
  /// A setting that is not `name=LITERAL`.
  case notASetting(String)
  /// A setting whose value is to be worked out, as that of `x=1-2`, or a day that does not exist.
  case notALiteral(String)
  /// A text that does not parse.
  case notAnExpression(ExpressionError)
  /// An expression that ends in an error.
  case noValue(EvaluationError)
}

extension PolicyEvalError: ExplainedError {
  /// What the error says; an error of evaluation in the conformance suite's words, in both languages.
  public var explanation: ErrorExplanation {
    switch self {
    case .notASetting(let text):
      .init(
        "not_a_setting", .usage, "“\(text)”不是 名称=值。", "“\(text)” is not name=LITERAL.",
        toDo: "例如 \(.set("age=30"))，\(.set("name='\"张\"'"))，\(.set("x=unknown"))。",
        "Such as \(.set("age=30")), \(.set("name='\"Zhang\"'")), \(.set("x=unknown")).")
    case .notALiteral(let text):
      .init(
        "not_a_literal", .usage, "“\(text)”的值不是一个数、文本、日期或列表。",
        "The value in “\(text)” is no number, text, day or list.",
        why: "算式不是事实；写错的日期会被当成减法。",
        "A calculation is no fact; a mistyped day would be read as subtraction.",
        toDo: "日期写成 2024-06-01，文本加引号。", "Write a day as 2024-06-01, and a text in quotes.")
    case .notAnExpression(let error):
      .init(
        error.code, .badData, "\(error.happened.zh)\n\(error.excerpt)",
        "\(error.happened.en)\n\(error.excerpt)", why: error.reason, toDo: error.remedy)
    case .noValue(let error):
      .init("no_value", .badData, "\(error.message)", "\(error.message)")
    }
  }
}

extension ExpressionNode {
  /// Whether the node stands for itself: a constant, a negative one, or a list of these.
  fileprivate var isLiteral: Bool {
    switch kind {
    case .literal: true
    case .negate(let node): node.isLiteral
    case .list(let nodes): nodes.allSatisfy(\.isLiteral)
    default: false
    }
  }
}
