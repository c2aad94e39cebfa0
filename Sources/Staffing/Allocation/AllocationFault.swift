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
}

extension AllocationFault: Fault {
  var code: String {
    switch self {
    case .noUnits: "no_units"
    case .negativeTotal: "negative_total"
    case .duplicateName: "duplicate_name"
    case .negativeWeight: "negative_weight"
    case .weightsTooLarge: "weights_too_large"
    case .limitsContradict: "limits_contradict"
    case .totalTooSmall: "total_too_small"
    case .totalTooLarge: "total_too_large"
    case .noWeight: "no_weight"
    }
  }

  var parts: FaultParts {
    switch self {
    case .noUnits:
      FaultParts(
        happened: Bilingual(zh: "没有可分配的单位。", en: "There are no units to share among."),
        reason: Bilingual(zh: "至少要有一个单位。", en: "At least one is needed."),
        remedy: Bilingual(zh: "请检查名称和权重表。", en: "Check the sheet of names and weights."))
    case .negativeTotal(let total):
      FaultParts(
        happened: Bilingual(zh: "名额总数为 \(total)。", en: "The total is \(total)."),
        reason: Bilingual(zh: "名额不能为负。", en: "Places cannot be below 0."),
        remedy: Bilingual(zh: "请写不小于 0 的整数。", en: "Write a whole number from 0."))
    case .duplicateName(let name):
      FaultParts(
        happened: Bilingual(zh: "“\(name)”出现两次。", en: "“\(name)” stands twice."),
        reason: Bilingual(zh: "无法区分同名单位。", en: "Units of one name cannot be told apart."),
        remedy: Bilingual(zh: "请用代码或加区名。", en: "Use codes, or add the district's name."))
    case .negativeWeight(let name, let weight):
      FaultParts(
        happened: Bilingual(zh: "“\(name)”的权重为 \(weight)。", en: "“\(name)” weighs \(weight)."),
        reason: Bilingual(zh: "权重是不小于 0 的整数。", en: "Weights are whole numbers from 0."),
        remedy: Bilingual(zh: "请改正权重。", en: "Mend the weight."))
    case .weightsTooLarge:
      FaultParts(
        happened: Bilingual(zh: "权重合计过大。", en: "The weights sum to too much."),
        reason: Bilingual(zh: "合计须小于 2⁶³，才能精确计算。", en: "Exact sums stay below 2⁶³."),
        remedy: Bilingual(zh: "请用较大的计量单位。", en: "Use a larger unit of measure."))
    case .limitsContradict(let name, let minimum, let maximum):
      FaultParts(
        happened: Bilingual(
          zh: "“\(name)”最少 \(minimum)、最多 \(maximum)。",
          en: "“\(name)” has minimum \(minimum) and maximum \(maximum)."),
        reason: Bilingual(
          zh: "最少数（含在岗人数）不得为负，也不得大于最多数。",
          en: "A minimum, those in post included, is from 0 and not above the maximum."),
        remedy: Bilingual(zh: "请改正其一。", en: "Mend one of them."))
    case .totalTooSmall(let total, let needed, let everyUnitOne):
      FaultParts(
        happened: Bilingual(
          zh: "名额 \(total) 个，至少需要 \(needed) 个，差 \(needed - total) 个。",
          en: "There are \(total) places; \(needed) are needed, \(needed - total) more."),
        reason: everyUnitOne
          ? Bilingual(
            zh: "这种方法给每个有权重的单位至少一个名额。",
            en: "This method gives every unit with a weight at least one place.")
          : Bilingual(zh: "各单位最少数之和超过总数。", en: "The minimums sum to more than the total."),
        remedy: Bilingual(
          zh: "请增加名额、降低最少数，或改用其他方法。",
          en: "Raise the total, lower the minimums, or use another method."))
    case .totalTooLarge(let total, let capacity):
      FaultParts(
        happened: Bilingual(
          zh: "名额 \(total) 个，最多只能容纳 \(capacity) 个，多 \(total - capacity) 个。",
          en: "There are \(total) places and room for \(capacity), \(total - capacity) too many."),
        reason: Bilingual(
          zh: "各单位最多数之和小于总数；权重为 0 的单位只得最少数。",
          en: "The maximums sum to less; units of weight 0 take their minimum only."),
        remedy: Bilingual(zh: "请减少名额或提高最多数。", en: "Lower the total or raise the maximums."))
    case .noWeight(let places):
      FaultParts(
        happened: Bilingual(
          zh: "还有 \(places) 个名额，但所有权重为 0。",
          en: "\(places) places are left, but every weight is 0."),
        reason: Bilingual(zh: "没有权重就无法按比例分配。", en: "Without weights there is no proportion."),
        remedy: Bilingual(zh: "请填写权重。", en: "Fill in the weights."))
    }
  }
}
