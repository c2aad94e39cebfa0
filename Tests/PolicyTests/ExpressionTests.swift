import Testing

@testable import Policy

@Suite("An expression")
struct ExpressionTests {
  /// An operand of the logic: true, false, unknown, an error.
  private static let operands = ["t", "f", "u", "1 / 0 == 0"]

  private func value(_ source: String) throws -> Value? {
    let facts: [String: Value] = ["t": .bool(true), "f": .bool(false), "u": .unknown]
    return try? Expression(parsing: source).value { facts[$0] }
  }

  @Test("takes the operands of its logic in any order, and the one that decides absorbs the rest")
  func logic() throws {
    for first in Self.operands {
      for second in Self.operands {
        for third in Self.operands {
          let all = [first, second, third]
          var conjunction: Value? = .bool(true)
          if all.contains("1 / 0 == 0") { conjunction = nil }
          if all.contains("u") { conjunction = .unknown }
          if all.contains("f") { conjunction = .bool(false) }
          #expect(try value(all.joined(separator: " && ")) == conjunction)
          #expect(try value("\(first) && (\(second) && \(third))") == conjunction)
          var disjunction: Value? = .bool(false)
          if all.contains("1 / 0 == 0") { disjunction = nil }
          if all.contains("u") { disjunction = .unknown }
          if all.contains("t") { disjunction = .bool(true) }
          #expect(try value(all.joined(separator: " || ")) == disjunction)
          #expect(try value("(\(first) || \(second)) || \(third)") == disjunction)
        }
      }
    }
  }

  @Test(
    "is unknown wherever an unknown could matter, and an error where no value could mend it",
    arguments: [
      ("u == 1", .unknown), ("!u", .unknown), ("-u", .unknown), ("u in [1]", .unknown),
      ("1 in [u]", .unknown), ("[u]", .unknown), ("[1][u]", .unknown), ("size(u)", .unknown),
      ("u ? 1 : 1", .unknown), ("t ? 1 : u", .int(1)), ("f ? u : 2", .int(2)),
      ("u == 1 / 0", nil), ("1 / 0 == u", nil), ("u.startsWith('a')", .unknown),
    ] as [(String, Value?)])
  func unknowns(source: String, expected: Value?) throws {
    #expect(try value(source) == expected)
  }

  @Test(
    "says what is wrong with it, and where",
    arguments: [
      ("1 +", .unexpected(""), 1, 4), ("a = 1", .strangeCharacter("="), 1, 3),
      ("a &b", .strangeCharacter("&"), 1, 3), ("'abc", .unterminatedString, 1, 1),
      ("'a\nb'", .unterminatedString, 1, 1), ("'\\q'", .badEscape("\\q"), 1, 2),
      ("'\\ud800'", .badEscape("\\ud800"), 1, 2), ("'\\400'", .badEscape("\\4"), 1, 2),
      ("'\\U00110000'", .badEscape("\\U00110000"), 1, 2), ("'\\x4", .badEscape("\\x4"), 1, 2),
      ("9223372036854775808", .integerTooLarge("9223372036854775808"), 1, 1),
      ("-9223372036854775809", .integerTooLarge("9223372036854775809"), 1, 2),
      ("true &&\n  户籍", .strangeCharacter("户"), 2, 3),
      ("'户' == 户", .strangeCharacter("户"), 1, 8), ("while", .reservedWord("while"), 1, 1),
      ("a.in()", .unexpected("in"), 1, 3), ("!-1", .unexpected("-"), 1, 2),
      ("-!a", .unexpected("!"), 1, 2), ("(1", .unexpected(""), 1, 3),
      ("1)", .unexpected(")"), 1, 2),
      ("", .unexpected(""), 1, 1), ("a ? b ? c : d : e", .unexpected("?"), 1, 7),
      ("f(1,)", .unexpected(")"), 1, 5), ("1.5", .outsideSubset(.double), 1, 1),
      ("1e3", .outsideSubset(.double), 1, 1), (".5", .outsideSubset(.double), 1, 1),
      ("1u", .outsideSubset(.unsigned), 1, 1), ("b'a'", .outsideSubset(.bytes), 1, 1),
      ("BR'a'", .outsideSubset(.bytes), 1, 1), ("{}", .outsideSubset(.map), 1, 1),
      ("A{}", .outsideSubset(.message), 1, 2), ("a.b", .outsideSubset(.fieldSelection), 1, 3),
      ("[1].exists(x, x == 1)", .outsideSubset(.macro), 1, 5),
      ("int('1')", .outsideSubset(.function), 1, 1),
      ("'a'.matches('a')", .outsideSubset(.function), 1, 5),
    ] as [(String, ExpressionError.Fault, Int, Int)])
  func faults(source: String, fault: ExpressionError.Fault, line: Int, column: Int) {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: source) }
    #expect(error?.fault == fault)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test("puts the caret under the fault, wide characters counted twice")
  func caret() {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: "'户籍' = 1") }
    #expect(error?.excerpt == "'户籍' = 1\n       ^")
  }

  @Test(
    "stops at a depth instead of running out of stack",
    arguments: ["(", "[", "!", "-", "a[", "t ? t : "])
  func depth(opening: String) {
    #expect(throws: ExpressionError.self) {
      try Expression(parsing: String(repeating: opening, count: 10_000))
    }
    #expect(throws: ExpressionError.self) {
      try Expression(parsing: "1" + String(repeating: "+1", count: 10_000))
    }
  }

  @Test("shows its logic part by part")
  func shape() throws {
    let expression = try Expression(parsing: "b && (c || !a) && c in [\"日\"]")
    #expect(expression.identifiers == ["a", "b", "c"])
    guard case .all(let parts) = expression.shape else {
      Issue.record("not a conjunction")
      return
    }
    #expect(parts.map(\.source) == ["b", "(c || !a)", "c in [\"日\"]"])
    guard case .any(let inner) = parts[1].shape, case .not(let operand) = inner[1].shape else {
      Issue.record("not a disjunction with a negation")
      return
    }
    #expect(operand.identifiers == ["a"])
    guard case .leaf = parts[2].shape else {
      Issue.record("not a leaf")
      return
    }
  }

  @Test("compares texts by their code points, not by how they look")
  func codePoints() {
    let composed = Value.string("\u{E9}")
    let decomposed = Value.string("e\u{301}")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }
}
