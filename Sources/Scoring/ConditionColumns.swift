import Model
import Policy

/// Evaluates conditions over columns of facts.
///
/// The logic of a condition (`&&`, `||`, `!`) runs over whole columns in three values. Each part
/// below it is evaluated by the condition language itself, once for every combination of values
/// that occurs, so that bulk and single evaluation cannot differ.
struct ConditionColumns {
  /// What a part comes to for one applicant; the raw values of `Outcome`, and a failure.
  private typealias Cell = UInt8
  private static let failed: Cell = 3

  let facts: FactValues
  let columns: ApplicantColumns

  /// The outcome of a condition for every applicant, as `Outcome.rawValue`.
  /// - Throws: `ScoringError.conditionFailed` with the first applicant for whom it has no value.
  /// - Complexity: O(applicants) for each part, plus one evaluation a combination of values.
  func outcomes(of condition: Expression, id: String) throws -> [UInt8] {
    let cells = try evaluate(condition)
    if let index = cells.firstIndex(of: Self.failed) {
      throw ScoringError.conditionFailed(
        criterion: id, applicant: columns.applicationNumbers.text(at: index),
        problem: problem(condition, at: index))
    }
    return cells
  }

  private func evaluate(_ condition: Expression) throws -> [Cell] {
    switch condition.shape {
    case .all(let parts): try combine(parts, Self.conjunction)
    case .any(let parts): try combine(parts, Self.disjunction)
    case .not(let part): try evaluate(part).map { Self.negation[Int($0)] }
    case .leaf: evaluateLeaf(condition)
    }
  }

  private func combine(_ parts: [Expression], _ table: [Cell]) throws -> [Cell] {
    var result = try evaluate(parts[0])
    for part in parts.dropFirst() {
      let next = try evaluate(part)
      table.withUnsafeBufferPointer { table in
        for index in result.indices {
          result[index] = table[Int(result[index]) << 2 | Int(next[index])]
        }
      }
    }
    return result
  }

  // Rows and columns: not met, met, unknown, failed. What decides comes first, then the unknown,
  // then a failure, as the condition language has it.
  private static let conjunction: [Cell] = [0, 0, 0, 0, 0, 1, 2, 3, 0, 2, 2, 2, 0, 3, 2, 3]
  private static let disjunction: [Cell] = [0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 2, 2, 3, 1, 2, 3]
  private static let negation: [Cell] = [1, 0, 2, 3]

  /// A part without logic of its own: one table look-up an applicant where it reads one fact.
  private func evaluateLeaf(_ leaf: Expression) -> [Cell] {
    let fields = facts.baseFields(of: leaf.identifiers)
    let used = fields.map { columns.place(of: $0) }
    let values = zip(fields, used).map { field, place in
      columns.columns[place].values.map { facts.value($0, of: field) }
    }
    func cell(_ codes: [Int]) -> Cell {
      let lookUp = facts.lookUp { field in
        fields.firstIndex(of: field).map { values[$0][codes[$0]] } ?? .unknown
      }
      switch try? leaf.value(lookUp) {
      case .bool(let holds): return holds ? 1 : 0
      case .unknown: return 2
      default: return Self.failed
      }
    }
    let combinations = values.reduce(1) { count, values in
      count > Self.tableLimit ? count : count * values.count
    }
    return combinations > Self.tableLimit
      ? lookUpByCodes(used, cell) : lookUpByNumber(used, values.map(\.count), combinations, cell)
  }

  /// The largest table that holds a cell for every combination of values.
  private static let tableLimit = 1 << 20

  /// Numbers the combinations of values; each that occurs is evaluated once.
  private func lookUpByNumber(
    _ used: [Int], _ sizes: [Int], _ combinations: Int, _ cell: ([Int]) -> Cell
  ) -> [Cell] {
    let missing = Cell.max
    var table = [Cell](repeating: missing, count: combinations)
    var numbers = [UInt32](repeating: 0, count: columns.count)
    columns.withCodes { codes in
      for (column, size) in zip(used, sizes) {
        for index in numbers.indices {
          numbers[index] =
            numbers[index] &* UInt32(size) &+ UInt32(codes.code(column, at: index))
        }
      }
    }
    return numbers.enumerated().map { index, number in
      let number = Int(number)
      if table[number] == missing { table[number] = cell(used.map { columns.code($0, at: index) }) }
      return table[number]
    }
  }

  /// The same where there are too many combinations to number.
  private func lookUpByCodes(_ used: [Int], _ cell: ([Int]) -> Cell) -> [Cell] {
    var known: [[Int]: Cell] = [:]
    return (0..<columns.count).map { index in
      let codes = used.map { columns.code($0, at: index) }
      if let cell = known[codes] { return cell }
      let result = cell(codes)
      known[codes] = result
      return result
    }
  }

  private func problem(_ condition: Expression, at index: Int) -> String {
    let lookUp = facts.lookUp { field in
      facts.value(columns.value(columns.place(of: field), at: index), of: field)
    }
    do throws(EvaluationError) {
      _ = try condition.value(lookUp)
      return "not a truth value"
    } catch {
      return error.message
    }
  }
}
