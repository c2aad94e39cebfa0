public import Model

/// A total made of weighted marks (综合成绩), with its working; no step uses floating point.
public struct CombinedMark: Hashable, Sendable {
  /// A weighted mark.
  public struct Term: Hashable, Sendable {
    /// The part.
    public let part: MarkPart
    /// Its mark.
    public let mark: Mark
    /// Its share, in percent.
    public let percent: Int

    /// Weighs a mark.
    public init(_ part: MarkPart, _ mark: Mark, percent: Int) {
      self.part = part
      self.mark = mark
      self.percent = percent
    }

    /// Ten-thousandths of a mark.
    var weighted: Int { percent * mark.hundredths }
  }

  /// The marks that count.
  public let terms: [Term]
  /// Where the total is rounded.
  public let rounding: MarkRounding
  /// The total with two decimals: what people are told and what lines are compared with.
  public let published: Mark

  /// Adds marks up.
  ///
  /// Where an exempt part is missing, the shares of the others are scaled up to 100.
  ///
  /// - Parameter terms: at least one.
  public init(_ terms: [Term], rounding: MarkRounding) {
    self.terms = terms
    self.rounding = rounding
    let weight = terms.reduce(0) { $0 + $1.percent }
    published = Mark(
      computed: rounding == .parts
        ? terms.reduce(0) { $0 + Self.halfUp($1.weighted, over: weight) }
        : Self.halfUp(terms.reduce(0) { $0 + $1.weighted }, over: weight))
  }

  /// The total before rounding.
  public var exact: Rational { fraction(terms.reduce(0) { $0 + $1.weighted }) }

  /// What the order follows.
  var order: Rational { rounding == .exact ? exact : Rational(published.hundredths) }

  /// The arithmetic: `0.4×70.01 + 0.6×80.04 = 76.028 → 76.03`.
  public var working: String {
    let products = terms.map { term in
      "\(fraction(term.percent * 100, over: 10_000))×\(term.mark)"
    }
    if rounding == .parts {
      let rounded = zip(products, terms).map { product, term in
        "\(product)→\(Mark(computed: Self.halfUp(term.weighted, over: weight)))"
      }
      return "\(rounded.joined(separator: " + ")) = \(published)"
    }
    let sum = products.joined(separator: " + ")
    let whole = weight == 100 ? sum : "(\(sum)) ÷ \(fraction(weight * 100, over: 10_000))"
    return "\(whole) = \(exact) → \(published)"
  }

  private var weight: Int { terms.reduce(0) { $0 + $1.percent } }

  /// A quotient of whole numbers from 0, a half going up.
  private static func halfUp(_ number: Int, over divisor: Int) -> Int {
    (2 * number + divisor) / (2 * divisor)
  }

  /// Ten-thousandths of a mark as marks; shares that do not sum to 100 are scaled.
  private func fraction(_ number: Int, over divisor: Int? = nil) -> Rational {
    (try? Rational(Int128(number), over: Int128(divisor ?? weight * 100))) ?? .zero
  }
}
