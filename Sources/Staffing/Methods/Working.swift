import Model

/// A method's calculation carried out at one office (测算过程): exact numbers, and lines to read.
///
/// Every quantity is worked out once, when it is first asked for.
struct Working {
  private let norm: StaffingNorm
  private let caseload: Caseload?
  private var row: (any SettingRow)?
  private(set) var values: [Quantity: Rational] = [:]
  private(set) var lines: [Bilingual] = []

  init(_ norm: StaffingNorm, at caseload: Caseload? = nil) {
    self.norm = norm
    self.caseload = caseload
  }

  // MARK: - Numbers

  /// What a quantity comes to.
  ///
  /// - Throws: the named reason why it cannot be computed.
  mutating func value(of quantity: Quantity) throws(PlanObstacle) -> Rational {
    if let known = values[quantity] { return known }
    var value = Rational.zero
    if case .away(let role) = quantity {
      for reduction in caseload.map({ norm.settings.reductions(of: role, at: $0) }) ?? [] {
        value = try Self.exactly(value, reduction.share, +)
      }
    } else if let definition = norm.calculation.definitions[quantity] {
      value = try self.value(of: definition)
    }
    try check(value, of: quantity)
    values[quantity] = value
    return value
  }

  /// Refuses numbers that no plan can rest on.
  private mutating func check(_ value: Rational, of quantity: Quantity) throws(PlanObstacle) {
    switch quantity {
    case .availableHours(let role):
      guard value > .zero, try self.value(of: .daysAtWork(role)) > .zero else {
        throw .noAvailableTime
      }
    case .capacity(let role) where value <= .zero:
      let (support, hours) = (
        try self.value(of: .supportHours(role)), try self.value(of: .availableHours(role))
      )
      throw .allowancesTakeAllTime(share: try Self.exactly(support, hours, /))
    default: break
    }
  }

  mutating func value(of expression: Expression) throws(PlanObstacle) -> Rational {
    switch expression {
    case .number(let number): return number
    case .figure(let figure):
      guard let value = caseload.flatMap(figure.value) else { throw .missing([figure]) }
      return Rational(value)
    case .setting(let parameter):
      return norm.settings.numbers[parameter] ?? .zero
    case .quantity(let quantity): return try value(of: quantity)
    case .column(let column):
      return try column.expression.map { part throws(PlanObstacle) in try value(of: part) }
        ?? row?.number(column) ?? .zero
    case .sum(let terms):
      var sum = Rational.zero
      for term in terms { sum = try Self.exactly(sum, try value(of: term), +) }
      return sum
    case .difference(let terms):
      var rest = try value(of: terms[0])
      for term in terms.dropFirst() { rest = try Self.exactly(rest, try value(of: term), -) }
      return rest
    case .product(let factors):
      var product = Rational.one
      for factor in factors.reversed() where product != .zero {
        product = try Self.exactly(product, try value(of: factor), *)
      }
      return product
    case .quotient(let above, let below):
      return try Self.exactly(try value(of: above), try value(of: below), /)
    case .notBelowZero(let part): return max(.zero, try value(of: part))
    case .least(let one, let other): return min(try value(of: one), try value(of: other))
    case .roundedUp(let part):
      guard let whole = try value(of: part).ceiling else { throw .outOfRange }
      return Rational(whole)
    case .people(let need): return Rational(try proposal(for: try value(of: need)).proposed)
    case .byClass(let classes, let pooled):
      return try value(of: caseload?.classes == nil ? pooled : classes)
    case .withoutClass(let own, let classes):
      if isStated(own) { return try value(of: own) }
      let values = try classes.map { part throws(PlanObstacle) in try value(of: part) }
      guard Set(values).count == 1 else { throw .classesUnknown }
      return values[0]
    case .choice(let column, let parts):
      return try parts[row?.word(column) ?? ""].map { part throws(PlanObstacle) in
        try value(of: part)
      } ?? .zero
    case .total(let words, let part):
      var sum = Rational.zero
      for row in norm.settings.rows(of: words.keys.first?.table)
      where words.allSatisfy({ row.word($0) == $1 }) {
        sum = try Self.exactly(sum, try value(of: part, in: row), +)
      }
      return sum
    case .row(let table, let index, let part):
      return try value(of: part, in: norm.settings.rows(of: table)[index])
    }
  }

  private mutating func value(
    of expression: Expression, in row: any SettingRow
  ) throws(PlanObstacle) -> Rational {
    self.row = row
    defer { self.row = nil }
    return try value(of: expression)
  }

  /// Whether a setting that may be left out is there.
  private func isStated(_ expression: Expression) -> Bool {
    switch expression {
    case .setting(let parameter): norm.settings.numbers[parameter] != nil
    case .column(let column): row?.number(column) != nil
    default: true
    }
  }

  /// Runs exact arithmetic, naming a result that does not fit.
  private static func exactly(
    _ first: Rational, _ second: Rational,
    _ operation: (Rational, Rational) throws(RationalError) -> Rational
  ) throws(PlanObstacle) -> Rational {
    do { return try operation(first, second) } catch { throw .outOfRange }
  }

  // MARK: - Whole people

  /// The whole people for a need, before and after the limits.
  private func proposal(for need: Rational) throws(PlanObstacle) -> (people: Int, proposed: Int) {
    let (rounding, numbers) = (norm.settings.rounding, norm.settings.numbers)
    let (minimum, maximum) = (numbers[.minimum]?.whole ?? 0, numbers[.maximum]?.whole)
    if let maximum, maximum < minimum {
      throw .minimumAboveMaximum(minimum: minimum, maximum: maximum)
    }
    guard let people = rounding.people(need) else {
      throw rounding == .none ? .notRounded : .outOfRange
    }
    return (people, max(minimum, min(maximum ?? people, people)))
  }

  /// Proposes whole people, and tells how the limits acted.
  mutating func propose() throws(PlanObstacle) -> PlanRemark? {
    let need = try value(of: .required)
    let (people, proposed) = try proposal(for: need)
    values[.proposed] = Rational(proposed)
    let rounding = norm.settings.rounding.wording
    add(
      zh: "取整：\(need.decimal(places: 2)) → \(people)（\(rounding.zh)）",
      en: "Whole people: \(need.decimal(places: 2)) → \(people) (\(rounding.en))", .localSetting)
    guard proposed != people else { return nil }
    guard proposed > people else {
      add(zh: "不超过最多人数：\(proposed)", en: "Not above the maximum: \(proposed)", .localSetting)
      return .cutToMaximum
    }
    add(zh: "不少于最少人数：\(proposed)", en: "Not below the minimum: \(proposed)", .localSetting)
    return .raisedToMinimum
  }

  // MARK: - Lines

  /// Tells the need step by step.
  mutating func tell() throws(PlanObstacle) {
    for line in norm.calculation.lines {
      switch line {
      case .sentence(let zh, let en, let basis):
        add(zh: try written(zh, .zh), en: try written(en, .en), basis)
      case .away(let role):
        _ = try value(of: .away(role))
        for reduction in caseload.map({ norm.settings.reductions(of: role, at: $0) }) ?? [] {
          let (share, period) = (
            reduction.share, "\(reduction.from.iso) – \(reduction.until.iso)"
          )
          add(
            zh: "\(role.wording.zh)暂离 \(share)：\(reduction.reason)，\(period)",
            en: "\(role == .officer ? "Officers" : "Assistants") away \(share): "
              + "\(reduction.reason), \(period)", .localSetting)
        }
      }
    }
  }

  /// Tells the difference from those in post.
  mutating func tellDifference() {
    guard let text = try? written("\(working: .difference)", .zh) else { return }
    add(zh: "增减：\(text)", en: "Difference: \(text)", .clause("四（一）"))
  }

  private mutating func add(zh: String, en: String, _ basis: Basis) {
    lines.append(Bilingual(zh: zh, en: en, basis: basis))
  }

  private mutating func written(
    _ sentence: Sentence, _ language: Language
  ) throws(PlanObstacle) -> String {
    var text = ""
    for part in sentence.parts {
      switch part {
      case .text(let words): text += words
      case .expression(let expression): text += try written(expression)
      case .working(let quantity):
        let definition = norm.calculation.definitions[quantity] ?? .quantity(quantity)
        guard case .roundedUp(let part) = definition else {
          text += "\(try written(definition)) = \(try written(.quantity(quantity)))"
          continue
        }
        let (exact, whole) = (try value(of: part).decimal(places: 2), try value(of: quantity))
        text += "\(try written(part)) = \(exact)"
          + (language == .zh ? "，向上取整为 \(whole)" : ", rounded up to \(whole)")
      }
    }
    return text
  }

  /// An expression in the office's numbers, as a person would key it in.
  private mutating func written(_ expression: Expression) throws(PlanObstacle) -> String {
    switch expression {
    case .sum(let terms):
      var texts: [String] = []
      for term in terms {
        if case .quantity(.setApart) = term, try value(of: term) == .zero { continue }
        texts.append(try written(term))
      }
      return texts.joined(separator: " + ")
    case .difference(let terms): return try joined(terms, " − ", above: 0)
    case .product(let factors): return try joined(factors, " × ", above: 0)
    case .quotient(let above, let below):
      return try joined([above], "", above: 0) + " ÷ " + joined([below], "", above: 1)
    case .byClass(let classes, let pooled):
      return try written(caseload?.classes == nil ? pooled : classes)
    case .notBelowZero(let part), .people(let part): return try written(part)
    case .row(let table, let index, let part):
      row = norm.settings.rows(of: table)[index]
      defer { row = nil }
      return try written(part)
    case .quantity(let quantity):
      let value = try value(of: quantity)
      return quantity.places.map { value.decimal(places: $0) } ?? value.description
    default: return try value(of: expression).description
    }
  }

  /// Parts with a sign between them, in brackets where they hang together no closer than `rank`.
  private mutating func joined(
    _ parts: [Expression], _ sign: String, above rank: Int
  ) throws(PlanObstacle) -> String {
    var texts: [String] = []
    for part in parts {
      let text = try written(part)
      texts.append(part.rank <= rank ? "(\(text))" : text)
    }
    return texts.joined(separator: sign)
  }
}
