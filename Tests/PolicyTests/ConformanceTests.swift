import Model
import Testing

@testable import Policy

/// Expressions and the JSON of their values, after CEL's conformance suite.
///
/// Source: google/cel-spec, `tests/simple/testdata`: basic, comparisons, integer_math, lists,
/// logic, parse, string.
private let values: [(String, String)] = [
  // basic
  ("0", "0"), ("42", "42"), ("-9223372036854775808", "-9223372036854775808"), ("''", "\"\""),
  ("r\"\"", "\"\""), ("r''''''", "\"\""), ("r\"\"\"\"\"\"", "\"\""), ("false", "false"),
  ("null", "null"), ("[]", "[]"), ("[-1]", "[-1]"), ("\"!\"", "\"!\""), ("'\\''", "\"'\""),
  ("0x55555555", "1431655765"), ("-0x55555555", "-1431655765"), ("\"\\u270c\"", "\"✌\""),
  ("\"\\U0001f431\"", "\"🐱\""),
  (
    #""\a\b\f\n\r\t\v\"\'\\""#,
    #""\u0007\u0008\u000c\n\r\t\u000b\"'\\""#
  ),
  ("x || true", "true"), ("f_unknown(17) || true", "true"), ("a.while() || true", "true"),
  // comparisons
  ("-1 == 1", "false"), ("'a' == 'à'", "false"), (#"'Am\u00E9lie' == 'Ame\u0301lie'"#, "false"),
  ("null == null", "true"), ("[null] == [null]", "true"),
  ("['1', '2', null] == ['1', '2', '3']", "false"), ("['one'] == [2, 3]", "false"),
  ("[1, 'dos', 3] == [1, 2, 4]", "false"), ("[1, 2, null] == [1, null, 3]", "false"),
  ("'a' == 1", "false"), ("null != 0", "true"), ("[[]] != [[]]", "false"), ("-1 < 0", "true"),
  ("'Abc' < 'aBC'", "true"), ("'abc' < 'abcd'", "true"), ("'a' < '\\u00E0'", "true"),
  ("'a' < 'AB'", "false"), ("false < true", "true"), ("true < true", "false"),
  ("42 > -42", "true"), ("'abc' > 'aBc'", "true"), ("0 <= -1", "false"), ("'' <= 'a'", "true"),
  ("true >= false", "true"), ("'empty' in []", "false"), ("'elem' in [1, 'elem', 2]", "true"),
  ("'elem' in [1, 'str', 2]", "false"), ("'not' in ['elem1', 'elem2']", "false"),
  // integer_math
  ("42 + (-7)", "35"), ("-42 - (-12)", "-30"), ("-30 * (-2)", "60"), ("-80 / (-2)", "40"),
  ("47 % 5", "2"), ("43 % (-5)", "3"), ("-42 % (-5)", "-2"), ("-3 % 5", "-3"), ("-7 / 2", "-3"),
  ("-(-42)", "42"), ("5 * (15 + 25)  == 5 * 15 + 5 * 25", "true"), (" 29 + 0", "29"),
  // lists
  ("[0, 1, 2] + [3, 4, 5] == [0, 1, 2, 3, 4, 5]", "true"), ("[2] + [2]", "[2,2]"),
  ("[] + [3, 4]", "[3,4]"), ("[7, 8, 9][0]", "7"), ("[0, 1, 1, 2, 3, 5, 8, 13][4]", "3"),
  ("3 in [5, 4, 3, 2, 1]", "true"), ("size([1, 2, 3])", "3"), ("[1, 2].size()", "2"),
  // logic
  ("true ? 1 : 2", "1"), ("true ? 'cows' : 17", "\"cows\""), ("false && 32", "false"),
  ("'horses' && false", "false"), ("(2 / 0 > 3 ? false : true) && false", "false"),
  ("false && (2 / 0 > 3 ? false : true)", "false"), ("'horses' || true", "true"),
  ("(2 / 0 > 3 ? false : true) || true", "true"), ("!false", "true"),
  // string
  ("size('ÿ')", "1"), ("size('πέντε')", "5"), ("size('e\\u0301')", "2"),
  ("size('👨‍👩‍👧')", "5"), ("'foobar'.startsWith('foo')", "true"),
  ("''.startsWith('foo')", "false"), ("''.startsWith('')", "true"),
  ("'завтра'.startsWith('за')", "true"), ("'forté'.endsWith('té')", "true"),
  ("'e\\u0301'.startsWith('e')", "true"), ("'foobar'.endsWith('')", "true"),
  ("'hello'.contains('')", "true"), ("'abababc'.contains('ababc')", "true"),
  ("'Straße'.contains('aß')", "true"), ("'hello'.contains('ol')", "false"),
  ("'¢' + 'ÿ' + 'Ȁ'", "\"¢ÿȀ\""),
  // parse
  (String(repeating: "(", count: 32) + "7" + String(repeating: ")", count: 32), "7"),
  (String(repeating: "!", count: 32) + "true", "true"),
  (String(repeating: "-", count: 32) + "19", "19"),
  ("size([[[[[[[[[[[[0]]]]]]]]]]]])", "1"), ("[[['foo']]][0][0][0]", "\"foo\""),
  ("false || " + String(repeating: "false || ", count: 30) + "true", "true"),
  ("3" + String(repeating: " - 3 + 3", count: 12), "3"),
  (String(repeating: "true ? true : ", count: 24) + "false", "true"),
  ("''' ? \" ' ` '''", "\" ? \\\" ' ` \""), ("''' \r\n '''", "\" \\r\\n \""),
  (#"' \000 \012 \177 \x7F \X4d \u01aB \U000001aB '"#, "\" \\u0000 \\n \u{7F} \u{7F} M ƫ ƫ \""),
  (#"R" \\ \? \' \` \a \000 \x00 \u0000 ""#, ##"" \\\\ \\? \\' \\` \\a \\000 \\x00 \\u0000 ""##),
  (#"'\uD83D\uDE00'"#, "\"😀\""), ("'''x''x'''", "\"x''x\""), (#""\?\`""#, "\"?`\""),
  // the rest of the grammar
  ("1 + 2 * 3 - 4 / 2", "5"), ("1 < 2 == true", "true"), ("true || false && false", "true"),
  ("!true || true", "true"), ("-2 - -3", "1"), ("false ? 1 : false ? 2 : 3", "3"),
  ("1 // one\n + 1", "2"), ("[1, 2,]", "[1,2]"), (".x == 1 || true", "true"),
  ("'日' < '月'", "true"), ("'\u{FFFD}' < '\u{10000}'", "true"), ("2 - 1-1", "0"),
]

/// Expressions and the errors they end in.
private let errors: [(String, String)] = [
  ("x", "undeclared reference to 'x' (in container '')"), ("f_unknown(17)", "unbound function"),
  ("9223372036854775807 + 1", "return error for overflow"),
  ("-9223372036854775808 - 1", "return error for overflow"),
  ("1 - (-9223372036854775807)", "return error for overflow"),
  ("-(-9223372036854775808)", "return error for overflow"),
  ("--9223372036854775808", "return error for overflow"),
  ("(-9223372036854775808) * -1", "return error for overflow"),
  ("(-9223372036854775808)/-1", "return error for overflow"),
  ("5000000000 * 5000000000", "return error for overflow"), ("34 % 0", "modulus by zero"),
  ("15 / 0", "divide by zero"), ("2 / 0 > 4 ? 'baz' : 'quux'", "divide by zero"),
  ("-false", "no such overload"), ("!0", "no matching overload"),
  ("'cows' ? false : 17", "no matching overload"), ("true && 'x'", "no matching overload"),
  ("'less filling' || 'tastes great'", "no matching overload"),
  ("null < null", "no such overload"), ("[0] < [1]", "no such overload"),
  ("'foo' >= 1", "no such overload"), ("1 + 'a'", "no such overload"),
  ("true + true", "no such overload"), ("[1] - [1]", "no such overload"),
  ("1 in 1", "no such overload"), ("size(1)", "no such overload"),
  ("'a'.startsWith(1)", "no such overload"), ("'a'.startsWith()", "no such overload"),
  ("startsWith('a', 'a')", "unbound function"), ("[1, 2, 3][3]", "invalid_argument"),
  ("[1, 2, 3][-1]", "invalid_argument"), ("[1, 2, 3]['']", "invalid_argument"),
  ("1[0]", "no such overload"), ("true && 1 / 0 != 0", "no matching overload: divide by zero"),
  ("(1 / 0 != 0 || false) && true", "no matching overload: divide by zero"),
]

@Suite("An expression that stands alone")
struct ConformanceTests {
  @Test("has the value that CEL gives it", arguments: values)
  func value(expression: String, expected: String) throws {
    #expect(try PolicyEval.evaluate(expression: expression, settings: []) == expected)
  }

  @Test("ends in the error that CEL gives it", arguments: errors)
  func error(expression: String, expected: String) {
    let error = #expect(throws: PolicyEvalError.self) {
      try PolicyEval.evaluate(expression: expression, settings: [])
    }
    #expect(error?.happened.en == expected)
    #expect(error?.status.rawValue == 65)
  }

  @Test(
    "reads its settings as literals",
    arguments: [
      (["x=123"], "x", "123"), (["x=1", "x=2"], "x", "2"), (["false=true"], "false", "false"),
      (["a=[0]"], "a[a[a[a[a[a[a[a[a[a[a[a[0]]]]]]]]]]]]", "0"), (["x=unknown"], "x", "null"),
      (["x=\"a=b\""], "x", "\"a=b\""), (["x=-5"], "x + 1", "-4"), (["x=null"], "x == null", "true"),
      (["x=unknown"], "x && false", "false"), (["x=unknown"], "x || true", "true"),
      (["x=unknown"], "x + 1 > 2 ? 1 : 2", "null"), (["x=unknown"], "x == null", "null"),
    ])
  func settings(settings: [String], expression: String, expected: String) throws {
    #expect(try PolicyEval.evaluate(expression: expression, settings: settings) == expected)
  }

  @Test("refuses a setting without a name or a value", arguments: ["x", "=1", ""])
  func badSetting(setting: String) {
    #expect(throws: PolicyEvalError.notASetting(setting)) {
      try PolicyEval.evaluate(expression: "1", settings: [setting])
    }
  }
}
