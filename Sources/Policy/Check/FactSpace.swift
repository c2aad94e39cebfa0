import Model

/// For every fact, values that stand for all that the rules can tell apart.
///
/// Where a condition only compares a fact with constants, the constants and their neighbours stand
/// for every value, and trying them all is a proof. Where it does anything else with a fact, the
/// values are a sample and the fact is listed as `sampled`.
struct FactSpace {
  private(set) var values: [String: [Value]] = [:]
  private(set) var sampled: Set<String> = []
  private let derived: [String: DerivedFact]
  private let factNames: [String]

  init(_ rules: RuleSet) {
    derived = Dictionary(rules.derivedFacts.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    factNames = rules.facts.map(\.name)
    var uses = FactUses()
    for criterion in rules.criteria { uses.add(criterion.condition.node) }
    for fact in rules.derivedFacts {
      switch fact.definition {
      case .expression(let expression): uses.add(expression.node)
      case .prefix(let name, let codes, _): codes.forEach { uses.addPrefix($0, of: name) }
      }
    }
    for fact in rules.facts {
      let least: Int64 = rules.markFacts.contains(fact.name) ? MarkState.absent.rawValue : 0
      values[fact.name] = Self.values(of: fact, rules.tables, uses, from: least)
      if uses.entangled.contains(fact.name) { sampled.insert(fact.name) }
    }
    for fact in rules.derivedFacts where uses.entangled.contains(fact.name) {
      for name in sources(of: [fact.name]) { sampled.insert(name) }
    }
  }

  /// The facts behind some names, derived ones followed to their sources, in the pack's order.
  func sources(of names: [String]) -> [String] {
    var found: Set<String> = []
    var open = names
    while let name = open.popLast() {
      if let fact = derived[name] { open += fact.identifiers } else { found.insert(name) }
    }
    return factNames.filter(found.contains)
  }

  /// How many combinations the values of some facts have; `nil` past `limit`.
  func cases(_ facts: [String], limit: Int) -> Int? {
    var product = 1
    for fact in facts {
      product *= values[fact]?.count ?? 1
      if product > limit { return nil }
    }
    return product
  }

  private static func values(
    of fact: FactDeclaration, _ tables: [String: CodeTable], _ uses: FactUses, from least: Int64
  ) -> [Value] {
    var values: [Value]
    switch fact.type {
    case .bool: values = [.bool(false), .bool(true)]
    case .int, .hundredths:
      let limits = uses.numbers[fact.name] ?? []
      // No sheet holds a number outside its column's range, so no case may rest on one.
      let range = least...(ApplicantField(id: fact.name)?.largestNumber ?? .max)
      let numbers = Set(limits.flatMap { [$0 &- 1, $0, $0 &+ 1] }.filter(range.contains) + [0])
      values = numbers.sorted().map(Value.int)
    case .date:
      let limits = uses.numbers[fact.name] ?? []
      let days = Set(limits.flatMap(days(around:)) + [19_900_101])
      values = days.sorted().map(Value.int)
    case .string:
      let codes = fact.table.flatMap { tables[$0] }?.entries.map(\.code)
      if let codes {
        values = codes.filter { !fact.unknownValues.contains($0) }.map(Value.string)
      } else {
        let texts = (uses.texts[fact.name] ?? []).flatMap { [$0, $0 + "…"] } + ["…"]
        values = Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
          .map(Value.string)
      }
    }
    switch fact.blank {
    case .unknown: values.append(.unknown)
    case .null: values.append(.null)
    default: if !fact.unknownValues.isEmpty { values.append(.unknown) }
    }
    return values
  }

  /// The last day before a number `yyyymmdd`, the day itself where it exists, and the next.
  private static func days(around number: Int64) -> [Int64] {
    var days: [Int64] = []
    for direction in [-1, 0, 1] as [Int64] {
      var candidate = number + direction
      for _ in 0..<10_000 {
        if let day = Int(exactly: candidate).flatMap({ CivilDate(number: $0) }) {
          days.append(Int64(day.number))
          break
        }
        guard direction != 0 else { break }
        candidate += direction
      }
    }
    return days
  }
}

/// What conditions do with facts.
struct FactUses {
  var numbers: [String: Set<Int64>] = [:]
  var texts: [String: Set<String>] = [:]
  /// Facts with which conditions do more than compare them with constants.
  var entangled: Set<String> = []

  mutating func addPrefix(_ code: String, of name: String) {
    texts[name, default: []].insert(code)
  }

  mutating func add(_ node: ExpressionNode) {
    switch node.kind {
    case .literal, .identifier: return
    case .all, .any, .not, .conditional: return node.children.forEach { add($0) }
    case .binary(let operation, let first, let second) where operation.isComparison:
      if compare(first, second) || compare(second, first) { return }
    case .call("startsWith", _, let operands):
      if case .identifier(let name) = operands[0].kind,
        case .literal(.string(let text)) = operands[1].kind
      {
        return addPrefix(text, of: name)
      }
    default: break
    }
    entangled.formUnion(node.identifiers)
    addConstants(of: node)
  }

  /// Notes a fact that is compared with a constant; false where it is something else.
  private mutating func compare(_ fact: ExpressionNode, _ constant: ExpressionNode) -> Bool {
    guard case .identifier(let name) = fact.kind, case .literal(let value) = constant.kind else {
      return false
    }
    add(value, to: [name])
    return true
  }

  private mutating func add(_ value: Value, to names: [String]) {
    switch value {
    case .int(let number): for name in names { numbers[name, default: []].insert(number) }
    case .string(let text): for name in names { texts[name, default: []].insert(text) }
    case .list(let values): for value in values { add(value, to: names) }
    case .null, .bool, .unknown: break
    }
  }

  /// Gives the facts of an entangled part its constants as a sample.
  private mutating func addConstants(of node: ExpressionNode) {
    var open = [node]
    while let next = open.popLast() {
      if case .literal(let value) = next.kind { add(value, to: node.identifiers) }
      open += next.children
    }
  }
}

extension ExpressionNode.Operator {
  /// Whether the result tells how values compare, and nothing else of them.
  var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained: true
    case .add, .subtract, .multiply, .divide, .remainder: false
    }
  }
}
