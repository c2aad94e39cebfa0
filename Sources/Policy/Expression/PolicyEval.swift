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
  /// A stable name in `snake_case`, for programs.
  public var code: String {
    switch self {
    case .notASetting: "not_a_setting"
    case .notAnExpression(let error): error.code
    case .noValue: "no_value"
    }
  }

  /// What happened; an error of evaluation in the conformance suite's words, in both languages.
  public var happened: Bilingual {
    switch self {
    case .notASetting(let text):
      Bilingual(zh: "“\(text)”不是 名称=值。", en: "“\(text)” is not name=LITERAL.")
    case .notAnExpression(let error):
      Bilingual(
        zh: "\(error.happened.zh)\n\(error.excerpt)", en: "\(error.happened.en)\n\(error.excerpt)")
    case .noValue(let error): Bilingual(zh: error.message, en: error.message)
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    if case .notAnExpression(let error) = self { error.reason } else { Bilingual(zh: "", en: "") }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .notASetting:
      Bilingual(
        zh: "例如 --set age=30，--set name='\"张\"'，--set x=unknown。",
        en: "Such as --set age=30, --set name='\"Zhang\"', --set x=unknown.")
    case .notAnExpression(let error): error.remedy
    case .noValue: Bilingual(zh: "", en: "")
    }
  }

  /// How the command that met it ends.
  public var status: ExitStatus {
    if case .notASetting = self { .usage } else { .badData }
  }
}
