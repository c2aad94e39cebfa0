import Model
import Testing

@testable import Policy

@Suite("Any expression")
struct ExpressionPropertyTests {
  private enum Result: Equatable {
    case value(Value)
    case failure(EvaluationError)
  }

  /// Works out a flat chain of integers by the rules of arithmetic alone, in 128 bits.
  private func chain(_ first: Int64, _ rest: [(sign: String, number: Int64)]) -> Result {
    var terms: [(sign: String, product: [(sign: String, number: Int64)])] = [("+", [("*", first)])]
    for part in rest {
      if part.sign == "+" || part.sign == "-" {
        terms.append((part.sign, [("*", part.number)]))
      } else {
        terms[terms.count - 1].product.append(part)
      }
    }
    let range = Int128(Int64.min)...Int128(Int64.max)
    var sum: Int128 = 0
    for term in terms {
      var product: Int128 = 1
      for factor in term.product {
        let number = Int128(factor.number)
        switch factor.sign {
        case "*": product *= number
        case "/":
          if number == 0 { return .failure(.divideByZero) }
          product /= number
        default:
          if number == 0 { return .failure(.modulusByZero) }
          product %= number
        }
        guard range.contains(product) else { return .failure(.overflow) }
      }
      sum = term.sign == "+" ? sum + product : sum - product
      guard range.contains(sum) else { return .failure(.overflow) }
    }
    return .value(.int(Int64(sum)))
  }

  @Test("of integers comes to what arithmetic says", arguments: [1, 2, 3] as [UInt64])
  func arithmetic(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let numbers: [Int64] = [0, 1, 2, 3, 7, 10, 1 << 31, 1 << 32, .max, .max - 1]
    for _ in 0..<500 {
      let first = numbers.randomElement(using: &random) ?? 0
      let rest = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (
          sign: ["+", "-", "*", "/", "%"].randomElement(using: &random) ?? "+",
          number: numbers.randomElement(using: &random) ?? 0
        )
      }
      let source = ([String(first)] + rest.map { "\($0.sign) \($0.number)" }).joined(separator: " ")
      // A chain evaluates both operands first, so of several errors the leftmost is reported.
      let expected = chain(first, rest)
      let expression = try Expression(parsing: source)
      do throws(EvaluationError) {
        let value = try expression.value { _ in nil }
        #expect(expected == .value(value), "seed \(seed): \(source)")
      } catch {
        #expect(expected == .failure(error), "seed \(seed): \(source)")
      }
    }
  }

  @Test(
    "of random words is taken or refused, and never ends the program",
    arguments: [4, 5] as [UInt64])
  func fuzz(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = [
      "a", "true", "null", "1", "0x1", "'x'", "\"", "'''", "r'\\'", "\\", "(", ")", "[", "]", "{",
      "?", ":", "!", "-", "+", "*", "/", "%", "==", "<=", "&&", "||", "in", ".", ",", "size", "\n",
      "//", "日", "\u{301}", "\0", "9223372036854775808", ".size(", "1.0", "while",
    ]
    let values: [Value] = [
      .unknown, .null, .int(.min), .string("日"), .list([.int(1)]), .bool(true),
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...12, using: &random)
      let source = (0..<count).compactMap { _ in words.randomElement(using: &random) }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      do throws(ExpressionError) {
        let expression = try Expression(parsing: source)
        for value in values { _ = try? expression.value { $0 == "a" ? value : nil } }
      } catch {
        let isInside = 0...source.utf8.count ~= error.range.lowerBound
        #expect(isInside && error.range.upperBound <= source.utf8.count, "seed \(seed): \(source)")
        #expect(error.excerpt.hasSuffix("^"), "seed \(seed): \(source)")
      }
    }
  }
}
