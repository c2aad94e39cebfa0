public import Model

/// Evaluates one condition that stands alone, as `policy eval` does.
public enum PolicyEval {
  /// Evaluates an expression over settings, without checking types first.
  ///
  /// - Parameter settings: `name=LITERAL` each, the literal in CEL; `name=unknown` declares a fact
  ///   without a value. A later setting replaces an earlier one of the same name.
  /// - Returns: The value as JSON.
  /// - Throws: `PolicyEvalError`.
  public static func evaluate(
    expression: String, settings: [String]
  ) throws(PolicyEvalError) -> String {
    var facts: [String: Value] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { throw .notASetting(setting) }
      facts[String(parts[0])] =
        parts[1] == "unknown" ? .unknown : try value(of: String(parts[1]), facts: [:])
    }
    return try value(of: expression, facts: facts).json
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
    case .notAnExpression(let error):
      .init(
        error.code, .badData, "\(error.happened.zh)\n\(error.excerpt)",
        "\(error.happened.en)\n\(error.excerpt)", why: error.reason, toDo: error.remedy)
    case .noValue(let error):
      .init("no_value", .badData, "\(error.message)", "\(error.message)")
    }
  }
}
