public import Model

/// Why a policy cannot be used.
public enum PolicyError: Error, Hashable, Sendable {
  /// Neither a built-in policy nor a file has the name.
  case notFound(String, builtIn: [String])
  /// The file cannot be read as text.
  case unreadable(String)
  /// The file is not YAML.
  case notYAML(file: String, line: Int, column: Int, problem: String)
  /// A key that nothing has here, and the nearest that exists.
  case unknownKey(SourcePlace, key: String, nearest: String?)
  /// A key that must stand here.
  case missingKey(SourcePlace, key: String)
  /// A value of another kind than its key needs.
  case wrongValue(SourcePlace, key: String, found: String, expected: Bilingual)
  /// A condition that does not parse or does not fit the facts.
  case badExpression(SourcePlace, ExpressionError)
  /// A name that nothing declares, and the nearest that exists.
  case unknownReference(SourcePlace, name: String, nearest: String?)
  /// Two items that claim the same name, or the same days of one name.
  case conflict(id: String, SourcePlace, SourcePlace)
  /// An overlay that would weaken what the Opinion says.
  case weakensClause(String, base: SourcePlace, overlay: SourcePlace)
  /// An addition of an overlay that does not say that it is local.
  case notLocal(SourcePlace)
  /// A file that calls itself what a policy it does not replace is called.
  case nameTaken(String, file: String)
  /// Policies that extend one another in a circle.
  case circularExtension([String])
  /// No rule is in force on the day.
  ///
  /// `before` is what was in force then, of which only the name and the days are known.
  case noRuleInForce(
    policy: String, date: CivilDate, from: CivilDate, until: CivilDate?, before: RepealedPolicy?)
}
