/// Lets `policy eval` take an expression that begins with a minus, such as `-42 % 5`, which would
/// otherwise be read as an option.
enum ExpressionArgument {
  private static let flags: Set = ["--json", "--quiet", "-h", "--help", "--version"]
  private static let options: Set = ["--set", "--policy", "--lang", "--as-of"]

  /// The arguments with such an expression moved to their end, after `--`.
  static func separated(in arguments: [String]) -> [String] {
    guard arguments.starts(with: ["policy", "eval"]), !arguments.contains("--") else {
      return arguments
    }
    var kept: [String] = []
    var expressions: [String] = []
    var isValue = false
    for argument in arguments {
      let name = String(argument.prefix { $0 != "=" })
      if isValue || !argument.hasPrefix("-") || flags.contains(argument) || options.contains(name) {
        kept.append(argument)
        isValue = !isValue && options.contains(argument)
      } else {
        expressions.append(argument)
      }
    }
    return expressions.isEmpty ? arguments : kept + ["--"] + expressions
  }
}
