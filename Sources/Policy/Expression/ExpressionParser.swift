/// Reads CEL's grammar by recursive descent, one method to a rule.
struct ExpressionParser {
  /// How deep an expression may nest; CEL asks for at least 32.
  static let depthLimit = 200

  let source: String
  private var tokens: [Token]
  private var next = 0
  private var depth = 0

  init(_ source: String) throws(ExpressionError) {
    self.source = source
    tokens = try Lexer.tokens(of: source)
  }

  static func parse(_ source: String) throws(ExpressionError) -> ExpressionNode {
    var parser = try ExpressionParser(source)
    let node = try parser.expression()
    guard parser.token.kind == .end else { throw parser.unexpected() }
    return node
  }

  /// Reads `Expr = ConditionalOr ["?" ConditionalOr ":" Expr]`.
  private mutating func expression() throws(ExpressionError) -> ExpressionNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw tooDeep(token.range) }
    let condition = try conditionalOr()
    guard accept("?") else { return condition }
    let yes = try conditionalOr()
    try expect(":")
    let no = try expression()
    return try node(
      .conditional(condition, then: yes, else: no), condition.range.lowerBound..<no.range.upperBound
    )
  }

  private mutating func conditionalOr() throws(ExpressionError) -> ExpressionNode {
    var operands = [try conditionalAnd()]
    while accept("||") { operands.append(try conditionalAnd()) }
    return try joined(operands) { .any($0) }
  }

  private mutating func conditionalAnd() throws(ExpressionError) -> ExpressionNode {
    var operands = [try relation()]
    while accept("&&") { operands.append(try relation()) }
    return try joined(operands) { .all($0) }
  }

  private func joined(
    _ operands: [ExpressionNode], _ kind: ([ExpressionNode]) -> ExpressionNode.Kind
  ) throws(ExpressionError) -> ExpressionNode {
    guard let first = operands.first, let last = operands.last, operands.count > 1 else {
      return operands[0]
    }
    return try node(kind(operands), first.range.lowerBound..<last.range.upperBound)
  }

  private mutating func relation() throws(ExpressionError) -> ExpressionNode {
    var left = try addition()
    while let found = relationOperator() {
      next += 1
      left = try binary(found, left, try addition())
    }
    return left
  }

  private func relationOperator() -> ExpressionNode.Operator? {
    switch token.kind {
    case .identifier("in"): .contained
    case .symbol(let text) where ["==", "!=", "<", "<=", ">", ">="].contains(text):
      ExpressionNode.Operator(rawValue: text)
    default: nil
    }
  }

  private mutating func addition() throws(ExpressionError) -> ExpressionNode {
    var left = try multiplication()
    while let found = symbol(among: ["+", "-"]) {
      left = try binary(found, left, try multiplication())
    }
    return left
  }

  private mutating func multiplication() throws(ExpressionError) -> ExpressionNode {
    var left = try unary()
    while let found = symbol(among: ["*", "/", "%"]) {
      left = try binary(found, left, try unary())
    }
    return left
  }

  /// `Unary = Member | "!" {"!"} Member | "-" {"-"} Member`; a minus just before an integer is
  /// part of it, so that the least integer can be written.
  private mutating func unary() throws(ExpressionError) -> ExpressionNode {
    let sign = token.kind == .symbol("!") ? "!" : "-"
    var starts: [Int] = []
    while token.kind == .symbol(sign) {
      starts.append(token.range.lowerBound)
      next += 1
    }
    var operand: ExpressionNode
    if sign == "-", let start = starts.last, case .integer(let magnitude) = token.kind {
      let value = Int64(truncatingIfNeeded: 0 &- magnitude)
      operand = try node(.literal(.int(value)), start..<token.range.upperBound)
      next += 1
      operand = try members(of: operand)
      starts.removeLast()
    } else {
      operand = try member()
    }
    for start in starts.reversed() {
      let range = start..<operand.range.upperBound
      operand = try node(sign == "!" ? .not(operand) : .negate(operand), range)
    }
    return operand
  }

  private mutating func member() throws(ExpressionError) -> ExpressionNode {
    try members(of: try primary())
  }

  /// What may follow a primary: selections, calls and indexes.
  private mutating func members(
    of primary: ExpressionNode
  ) throws(ExpressionError) -> ExpressionNode {
    var receiver = primary
    while true {
      if accept("[") {
        let index = try expression()
        let end = try expect("]")
        receiver = try node(.index(receiver, index), receiver.range.lowerBound..<end)
      } else if accept(".") {
        let nameToken = token
        // Reserved words other than the language's own may name methods.
        guard case .identifier(let name) = nameToken.kind, !Self.keywords.contains(name) else {
          throw unexpected()
        }
        next += 1
        guard accept("(") else { throw error(.outsideSubset(.fieldSelection), nameToken.range) }
        let (arguments, end) = try arguments(of: name, at: nameToken.range)
        receiver = try node(
          .call(name, isMethod: true, [receiver] + arguments), receiver.range.lowerBound..<end)
      } else if token.kind == .symbol("{"), case .identifier = receiver.kind {
        throw error(.outsideSubset(.message), token.range)
      } else {
        return receiver
      }
    }
  }

  private mutating func primary() throws(ExpressionError) -> ExpressionNode {
    let first = token
    switch first.kind {
    case .integer(let magnitude):
      guard let value = Int64(exactly: magnitude) else {
        throw error(.integerTooLarge(String(magnitude)), first.range)
      }
      next += 1
      return try node(.literal(.int(value)), first.range)
    case .string(let text):
      next += 1
      return try node(.literal(.string(text)), first.range)
    case .identifier, .symbol("."):
      return try name()
    case .symbol("("):
      next += 1
      let inner = try expression()
      let end = try expect(")")
      return try node(inner.kind, first.range.lowerBound..<end)
    case .symbol("["):
      next += 1
      let (elements, end) = try list(until: "]", allowsTrailingComma: true)
      return try node(.list(elements), first.range.lowerBound..<end)
    case .symbol("{"):
      throw error(.outsideSubset(.map), first.range)
    default:
      throw unexpected()
    }
  }

  /// `["."] IDENT ["(" [ExprList] ")"]`; the leading dot means the root scope, the only one here.
  private mutating func name() throws(ExpressionError) -> ExpressionNode {
    let start = token.range.lowerBound
    let isRooted = accept(".")
    let nameToken = token
    guard case .identifier(let name) = nameToken.kind else { throw unexpected() }
    let range = start..<nameToken.range.upperBound
    if !isRooted, let literal = Self.literals[name] {
      next += 1
      return try node(.literal(literal), range)
    }
    guard !Self.keywords.contains(name) else { throw unexpected() }
    guard !Self.reserved.contains(name) else { throw error(.reservedWord(name), range) }
    next += 1
    guard accept("(") else { return try node(.identifier(name), range) }
    let (arguments, end) = try arguments(of: name, at: nameToken.range)
    return try node(.call(name, isMethod: false, arguments), start..<end)
  }

  /// The arguments of a call, after its opening bracket; names CEL functions outside the subset.
  private mutating func arguments(
    of name: String, at range: Range<Int>
  ) throws(ExpressionError) -> ([ExpressionNode], Int) {
    if Self.macros.contains(name) { throw error(.outsideSubset(.macro), range) }
    if Self.otherFunctions.contains(name) { throw error(.outsideSubset(.function), range) }
    return try list(until: ")", allowsTrailingComma: false)
  }

  private mutating func list(
    until closing: String, allowsTrailingComma: Bool
  ) throws(ExpressionError) -> ([ExpressionNode], Int) {
    var elements: [ExpressionNode] = []
    while token.kind != .symbol(closing) {
      elements.append(try expression())
      guard accept(",") else { break }
      if token.kind == .symbol(closing), !allowsTrailingComma { throw unexpected() }
    }
    return (elements, try expect(closing))
  }

  private static let literals: [String: Value] = [
    "true": .bool(true), "false": .bool(false), "null": .null,
  ]
  private static let keywords: Set = ["true", "false", "null", "in"]
  private static let reserved: Set = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]
  private static let macros: Set = ["has", "all", "exists", "exists_one", "map", "filter"]
  private static let otherFunctions: Set = [
    "int", "uint", "double", "bool", "string", "bytes", "type", "dyn", "duration", "timestamp",
    "matches", "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek",
    "getDayOfYear", "getHours", "getMinutes", "getSeconds", "getMilliseconds",
  ]

  private var token: Token { tokens[next] }

  private mutating func accept(_ symbol: String) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    next += 1
    return true
  }

  /// Takes a symbol and returns where it ends.
  @discardableResult
  private mutating func expect(_ symbol: String) throws(ExpressionError) -> Int {
    let end = token.range.upperBound
    guard accept(symbol) else { throw unexpected() }
    return end
  }

  private mutating func symbol(among symbols: Set<String>) -> ExpressionNode.Operator? {
    guard case .symbol(let text) = token.kind, symbols.contains(text) else { return nil }
    next += 1
    return ExpressionNode.Operator(rawValue: text)
  }

  private func binary(
    _ operation: ExpressionNode.Operator, _ left: ExpressionNode, _ right: ExpressionNode
  ) throws(ExpressionError) -> ExpressionNode {
    try node(
      .binary(operation, left, right), left.range.lowerBound..<right.range.upperBound)
  }

  private func node(
    _ kind: ExpressionNode.Kind, _ range: Range<Int>
  ) throws(ExpressionError) -> ExpressionNode {
    let node = ExpressionNode(kind, range)
    guard node.depth <= Self.depthLimit else { throw tooDeep(range) }
    return node
  }

  private func unexpected() -> ExpressionError {
    let found = Array(source.utf8)[token.range]
    return error(.unexpected(String(decoding: found, as: UTF8.self)), token.range)
  }

  private func tooDeep(_ range: Range<Int>) -> ExpressionError {
    error(.tooDeep(limit: Self.depthLimit), range)
  }

  private func error(
    _ fault: ExpressionError.Fault, _ range: Range<Int>
  ) -> ExpressionError {
    ExpressionError(fault, in: source, at: range)
  }
}
