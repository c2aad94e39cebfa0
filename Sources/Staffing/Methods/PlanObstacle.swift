public import Model

/// Why a number of staff cannot be computed: an outcome with a name, never a quiet 0.
public enum PlanObstacle: Error, Hashable, Sendable {
  /// Figures that the method needs are unknown.
  case missing([Figure])
  /// A figure is below zero.
  case negative(Figure)
  /// The classes do not sum to the subjects.
  case classesDisagree(sum: Int, subjects: Int)
  /// The office does not tell classes apart, and no value is set for subjects without a class.
  case classesUnknown
  /// A setting that divides is zero or below.
  case notPositive(StaffingParameter)
  /// The least number of assistants is above the greatest.
  case minimumAboveMaximum(minimum: Int, maximum: Int)
  /// Holidays, leave and training leave no time to work.
  case noAvailableTime
  /// Category allowances take all of the available time.
  case allowancesTakeAllTime(share: Rational)
  /// Fractions are kept, so no whole number of people is proposed.
  case notRounded
  /// A number is too large to be exact.
  case outOfRange

  /// A stable name for programs.
  public var code: String { said.code }
  /// The wording for people.
  public var wording: Bilingual { Bilingual(zh: said.zh, en: said.en) }

  private var said: (code: String, zh: String, en: String) {
    let (zh, en) = ("无法计算：", "Cannot be computed: ")
    return switch self {
    case .missing(let figures):
      (
        "missing_figure",
        "\(zh)缺少\(figures.map(\.wording.zh).joined(separator: "、"))。请补填；空白表示未知，不当作 0。",
        "\(en)\(figures.map(\.wording.en).joined(separator: ", ")) missing. "
          + "Fill it in; a blank is unknown, not 0."
      )
    case .negative(let figure):
      ("negative_figure", "\(zh)\(figure.wording.zh)为负数。", "\(en)\(figure.wording.en) below 0.")
    case .classesDisagree(let sum, let subjects):
      (
        "classes_disagree", "\(zh)各管理类别合计 \(sum)，与对象数 \(subjects) 不符。",
        "\(en)the classes sum to \(sum), but there are \(subjects) subjects."
      )
    case .classesUnknown:
      (
        "classes_unknown", "\(zh)未分管理类别，而各类别取值不同，也未设定“未分类”取值（本地设定）。",
        "\(en)the classes are not reported, their values differ, and no value is set for subjects "
          + "without a class (local setting)."
      )
    case .notPositive(let parameter):
      (
        "setting_not_positive", "\(zh)“\(parameter.wording.zh)”须大于 0（本地设定）。",
        "\(en)\(parameter.wording.en) must be above 0 (local setting)."
      )
    case .minimumAboveMaximum(let minimum, let maximum):
      (
        "minimum_above_maximum", "\(zh)最少人数 \(minimum) 大于最多人数 \(maximum)（本地设定）。",
        "\(en)the minimum \(minimum) is above the maximum \(maximum) (local setting)."
      )
    case .noAvailableTime:
      (
        "no_available_time", "\(zh)扣除节假日、休假和培训后没有可用工作时间（本地设定）。",
        "\(en)holidays, leave and training leave no working time (local setting)."
      )
    case .allowancesTakeAllTime(let share):
      (
        "allowances_take_all_time",
        "\(zh)共同性工作占用可用时间的 \(share.decimal(places: 2))，须小于 1（本地设定）。",
        "\(en)category allowances take \(share.decimal(places: 2)) of the available time; it must be "
          + "below 1 (local setting)."
      )
    case .notRounded:
      (
        "not_rounded", "按设定保留小数，不给出整数人数（本地设定）。",
        "Fractions are kept, so no whole number of people is proposed (local setting)."
      )
    case .outOfRange:
      ("out_of_range", "\(zh)数字过大，无法精确表示。", "\(en)a number is too large to be exact.")
    }
  }
}
