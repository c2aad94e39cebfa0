import Model

/// Why places cannot be shared.
public enum AllocationFault: Hashable, Sendable {
  /// There is nobody to share among.
  case noUnits
  /// The total is below 0.
  case negativeTotal(Int)
  /// A name stands twice.
  case duplicateName(String)
  /// A weight is below 0.
  case negativeWeight(name: String, weight: Int)
  /// The weights sum to more than 63 bits.
  case weightsTooLarge
  /// A minimum is below 0 or above its maximum.
  case limitsContradict(name: String, minimum: Int, maximum: Int)
  /// The total does not reach the minimums, or one place for every unit.
  case totalTooSmall(total: Int, needed: Int, everyUnitOne: Bool)
  /// The maximums do not hold the total.
  case totalTooLarge(total: Int, capacity: Int)
  /// Places are left and every weight is 0.
  case noWeight(places: Int)
  /// Nobody is to get fewer than are in post, and how many these are is not known.
  case inPostUnknown(names: [String])
}

extension AllocationFault {
  var explanation: ErrorExplanation {
    switch self {
    case .noUnits:
      .init(
        "no_units", .badData, "没有可分配的单位。", "There are no units to share among.",
        why: "至少要有一个单位。", "At least one is needed.",
        toDo: "请检查名称和权重表。", "Check the sheet of names and weights.")
    case .negativeTotal(let total):
      .init(
        "negative_total", .badData, "名额总数为 \(total)。", "The total is \(total).",
        why: "名额不能为负。", "Places cannot be below 0.",
        toDo: "请写不小于 0 的整数。", "Write a whole number from 0.")
    case .duplicateName(let name):
      .init(
        "duplicate_name", .badData, "“\(name)”出现两次。", "“\(name)” stands twice.",
        why: "无法区分同名单位。", "Units of one name cannot be told apart.",
        toDo: "请用代码或加区名。", "Use codes, or add the district's name.")
    case .negativeWeight(let name, let weight):
      .init(
        "negative_weight", .badData, "“\(name)”的权重为 \(weight)。", "“\(name)” weighs \(weight).",
        why: "权重是不小于 0 的整数。", "Weights are whole numbers from 0.",
        toDo: "请改正权重。", "Mend the weight.")
    case .weightsTooLarge:
      .init(
        "weights_too_large", .badData, "权重合计过大。", "The weights sum to too much.",
        why: "合计须小于 2⁶³，才能精确计算。", "Exact sums stay below 2⁶³.",
        toDo: "请用较大的计量单位。", "Use a larger unit of measure.")
    case .limitsContradict(let name, let minimum, let maximum):
      .init(
        "limits_contradict", .badData, "“\(name)”最少 \(minimum)、最多 \(maximum)。",
        "“\(name)” has minimum \(minimum) and maximum \(maximum).",
        why: "最少数（含在岗人数）不得为负，也不得大于最多数。",
        "A minimum, those in post included, is from 0 and not above the maximum.",
        toDo: "请改正其一。", "Mend one of them.")
    case .totalTooSmall(let total, let needed, let everyUnitOne):
      .init(
        "total_too_small", .badData,
        "名额 \(total) 个，至少需要 \(needed) 个，差 \(needed - total) 个。",
        "There are \(total) places; \(needed) are needed, \(needed - total) more.",
        why: everyUnitOne
          ? .init(
            "这种方法给每个有权重的单位至少一个名额。", "This method gives every unit with a weight at least one place."
          )
          : .init("各单位最少数之和超过总数。", "The minimums sum to more than the total."),
        toDo: "请增加名额、降低最少数，或改用其他方法。", "Raise the total, lower the minimums, or use another method.")
    case .totalTooLarge(let total, let capacity):
      .init(
        "total_too_large", .badData,
        "名额 \(total) 个，最多只能容纳 \(capacity) 个，多 \(total - capacity) 个。",
        "There are \(total) places and room for \(capacity), \(total - capacity) too many.",
        why: "各单位最多数之和小于总数；权重为 0 的单位只得最少数。",
        "The maximums sum to less; units of weight 0 take their minimum only.",
        toDo: "请减少名额或提高最多数。", "Lower the total or raise the maximums.")
    case .inPostUnknown(let names):
      .init(
        "in_post_unknown", .badData, "不知道在岗人数：\(names.joined(separator: "、"))。",
        "Who is in post is not known of \(names.joined(separator: ", ")).",
        why: "要求不少于在岗人数，而空白表示未知，不当作 0。",
        "No unit is to get fewer than it has in post, and a blank is unknown, not 0.",
        toDo: "请填写在岗人数，或不作此要求。", "Fill in who is in post, or do not ask for it.")
    case .noWeight(let places):
      .init(
        "no_weight", .badData, "还有 \(places) 个名额，但所有权重为 0。",
        "\(places) places are left, but every weight is 0.",
        why: "没有权重就无法按比例分配。", "Without weights there is no proportion.",
        toDo: "请填写权重。", "Fill in the weights.")
    }
  }
}
