import Model

extension SettingFault {
  var explanation: ErrorExplanation {
    switch self {
    case .missing(let name):
      .init(
        "setting_missing", .badPolicy, "缺少设定 \(name)。", "The setting \(name) is missing.",
        why: "意见没有规定这个数值，须由本地设定。", "The Opinion gives no such value; it is a local setting.",
        toDo: "请在设定中写明 \(name)。", "State \(name) in the settings.")
    case .unknown(let name, let known):
      .init(
        "setting_unknown", .badPolicy, "没有名为 \(name) 的设定。", "There is no setting \(name).",
        why: "写错的名称会使设定不起作用。", "A misspelt setting would silently not act.",
        toDo: .choice(of: known))
    case .notDecimal(let name, let text):
      wrong(
        name, text, "not_decimal", why: .init("应为不小于 0 的数。", "It must be a number from 0."),
        toDo: .init("请写数字，例如 12 或 0.5。", "Write a number such as 12 or 0.5."))
    case .notWhole(let name, let text):
      wrong(
        name, text, "not_whole", why: .init("人数须为整数。", "People are counted in whole numbers."),
        toDo: .init("请写整数。", "Write a whole number."))
    case .notOneOf(let name, let text, let known):
      wrong(
        name, text, "not_one_of", why: .init("没有这种写法。", "There is no such word here."),
        toDo: .choice(of: known))
    case .notDate(let name, let text):
      wrong(
        name, text, "not_date", why: .init("应为存在的日期。", "It must be a day that exists."),
        toDo: .init("请写成 2024-06-01 的形式。", "Write it like 2024-06-01."))
    case .outside(let name, let value, let from, let to):
      .init(
        "setting_outside", .badPolicy, "\(name) 为 \(value)。", "\(name) is \(value).",
        why: "应在 \(from) 至 \(to) 之间。", "It must be from \(from) to \(to).",
        toDo: "请改为范围内的数。", "Write a number in that range.")
    case .twice(let name):
      .init(
        "setting_twice", .badPolicy, "“\(name)”出现两次。", "“\(name)” stands twice.",
        why: "同一项会被重复计算。", "It would be counted twice.",
        toDo: "请删去一行，或改用其他名称。", "Take one out, or name it otherwise.")
    case .officersOnly(let activity):
      .init(
        "officers_only", .badPolicy, "“\(activity)”属于意见一（二）8，却允许协管员承担。",
        "“\(activity)” falls under 一（二）8, and assistants are let do it.",
        why: "执法工作只能由专门国家工作人员承担。", "Enforcement work belongs to officers alone.",
        toDo: "请把 assistant_minutes 设为 0，或改正 duty。",
        "Set assistant_minutes to 0, or mend the duty.")
    case .officersToo(let activity):
      .init(
        "officers_too", .badPolicy, "“\(activity)”只用协管员的时间，意见只让协管员协助或参与。",
        "“\(activity)” takes assistants' time alone, and the Opinion only lets them help.",
        why: "协助、参与的工作由专门国家工作人员办理，也要用他们的时间。",
        "What assistants help with is done by officers and takes their time as well.",
        toDo: "请写明 officer_minutes（大于 0），或改正 duty。",
        "State officer_minutes above 0, or mend the duty.")
    }
  }

  private func wrong(
    _ name: String, _ text: String, _ code: String, why reason: Guidance, toDo remedy: Guidance
  ) -> ErrorExplanation {
    ErrorExplanation(
      "setting_" + code, .badPolicy, "\(name) 为“\(text)”。", "\(name) is “\(text)”.", why: reason,
      toDo: remedy)
  }
}
