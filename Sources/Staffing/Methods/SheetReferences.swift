import Model

/// Where a spreadsheet shows what expressions name, so that they become its formulas.
///
/// Spreadsheets count in binary fractions: a quotient is rounded to 8 decimals before it is rounded
/// to whole people, so that 2.4999999999 for 2.5 does no harm.
public struct SheetReferences: Sendable {
  private let norm: StaffingNorm
  /// Cells of figures.
  public var figures: [Figure: String] = [:]
  /// Cells of settings.
  public var settings: [StaffingParameter: String] = [:]
  /// Cells of quantities; one without a cell is worked out where it is needed.
  public var quantities: [Quantity: String] = [:]
  /// Columns of tables of settings: their cells in one row, or the whole of them for sums.
  public var columns: [SettingColumn: String] = [:]
  /// The cell of the rule that makes whole people.
  public var rounding = ""

  /// Knows no cell yet.
  public init(_ norm: StaffingNorm) { self.norm = norm }

  /// An expression as a formula without its `=`.
  public func formula(_ expression: Expression) -> String {
    switch expression {
    case .number(let number): return number.description
    case .figure(let figure): return figures[figure] ?? "0"
    case .setting(let parameter): return settings[parameter] ?? "0"
    case .column(let column): return columns[column] ?? "0"
    case .quantity(let quantity):
      return quantities[quantity] ?? norm.definition(of: quantity).map(formula) ?? "0"
    case .sum(let terms): return terms.map(formula).joined(separator: "+")
    case .difference(let terms):
      return formula(terms[0]) + terms.dropFirst().map { "-" + bracketed($0, to: 0) }.joined()
    case .product(let factors):
      return factors.map { bracketed($0, to: 0) }.joined(separator: "*")
    case .quotient(let above, let below):
      return "\(bracketed(above, to: 0))/\(bracketed(below, to: 1))"
    case .notBelowZero(let part): return "MAX(0,\(formula(part)))"
    case .least(let one, let other): return "MIN(\(formula(one)),\(formula(other)))"
    case .roundedUp(let part): return "ROUNDUP(ROUND(\(formula(part)),8),0)"
    case .people(let need): return people(formula(need))
    case .byClass(let classes, let pooled):
      return "IF(\(tellsClassesApart),\(formula(classes)),\(formula(pooled)))"
    case .withoutClass(let own, let classes):
      let (own, parts) = (formula(own), classes.map(formula))
      let equal = zip(parts, parts.dropFirst()).map { "\($0)=\($1)" }.joined(separator: ",")
      return "IF(COUNT(\(own))=1,\(own),IF(AND(\(equal)),\(parts[0]),\"—\"))"
    case .choice(let column, let parts):
      let words = parts.keys.sorted()
      return words.dropLast().reversed().reduce(parts[words.last ?? ""].map(formula) ?? "0") {
        "IF(\(columns[column] ?? "0")=\"\($1)\",\(parts[$1].map(formula) ?? "0"),\($0))"
      }
    case .total(let words, let part):
      let rows = words.map { "(\(columns[$0] ?? "0")=\"\($1)\")" }.sorted()
      return "SUMPRODUCT(\((rows + [bracketed(part, to: 0)]).joined(separator: "*")))"
    case .row(_, _, let part): return formula(part)
    }
  }

  /// Whether the row at hand tells its classes apart.
  public var tellsClassesApart: String {
    "COUNT(\(figures[.subjectsStrict] ?? "0"):\(figures[.subjectsLenient] ?? "0"))=3"
  }

  /// A need in whole people, within the limits.
  private func people(_ need: String) -> String {
    let (minimum, maximum) = (settings[.minimum] ?? "0", settings[.maximum] ?? "0")
    let wisn =
      "IF(\(need)>=6,ROUND(\(need),0),IF(\(need)<1,ROUNDUP(\(need),0),"
      + "IF(ROUND(\(need)*10,6)<=11*INT(\(need)),INT(\(need)),INT(\(need))+1)))"
    let people =
      "IF(\(rounding)=\"up\",ROUNDUP(\(need),0),IF(\(rounding)=\"half-up\",ROUND(\(need),0),"
      + "IF(\(rounding)=\"wisn\",\(wisn),\(need))))"
    return "MAX(\(minimum),MIN(\(people),IF(COUNT(\(maximum))=1,\(maximum),1E9)))"
  }

  private func bracketed(_ expression: Expression, to rank: Int) -> String {
    self.rank(of: expression) <= rank ? "(\(formula(expression)))" : formula(expression)
  }

  private func rank(of expression: Expression) -> Int {
    switch expression {
    case .quantity(let quantity) where quantities[quantity] == nil:
      norm.definition(of: quantity).map(rank) ?? 2
    case .byClass: 2
    case .row(_, _, let part): rank(of: part)
    default: expression.rank
    }
  }
}
