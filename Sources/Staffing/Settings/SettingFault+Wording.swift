import Model

extension SettingFault: Fault {
  var code: String {
    switch self {
    case .missing: "setting_missing"
    case .unknown: "setting_unknown"
    case .notDecimal: "setting_not_decimal"
    case .notWhole: "setting_not_whole"
    case .notOneOf: "setting_not_one_of"
    case .notDate: "setting_not_date"
    case .outside: "setting_outside"
    case .twice: "setting_twice"
    case .officersOnly: "officers_only"
    }
  }

  var parts: FaultParts {
    switch self {
    case .missing(let name):
      FaultParts(
        happened: Bilingual(zh: "缺少设定 \(name)。", en: "The setting \(name) is missing."),
        reason: Bilingual(
          zh: "意见没有规定这个数值，须由本地设定。",
          en: "The Opinion gives no such value; it is a local setting."),
        remedy: Bilingual(zh: "请在设定中写明 \(name)。", en: "State \(name) in the settings."))
    case .unknown(let name, let known):
      FaultParts(
        happened: Bilingual(zh: "没有名为 \(name) 的设定。", en: "There is no setting \(name)."),
        reason: Bilingual(zh: "写错的名称会使设定不起作用。", en: "A misspelt setting would silently not act."),
        remedy: Self.choice(of: known))
    case .notDecimal(let name, let text):
      FaultParts(
        happened: Bilingual(zh: "\(name) 为“\(text)”。", en: "\(name) is “\(text)”."),
        reason: Bilingual(zh: "应为不小于 0 的数。", en: "It must be a number from 0."),
        remedy: Bilingual(zh: "请写数字，例如 12 或 0.5。", en: "Write a number such as 12 or 0.5."))
    case .notWhole(let name, let text):
      FaultParts(
        happened: Bilingual(zh: "\(name) 为“\(text)”。", en: "\(name) is “\(text)”."),
        reason: Bilingual(zh: "人数须为整数。", en: "People are counted in whole numbers."),
        remedy: Bilingual(zh: "请写整数。", en: "Write a whole number."))
    case .notOneOf(let name, let text, let known):
      FaultParts(
        happened: Bilingual(zh: "\(name) 为“\(text)”。", en: "\(name) is “\(text)”."),
        reason: Bilingual(zh: "没有这种写法。", en: "There is no such word here."),
        remedy: Self.choice(of: known))
    case .notDate(let name, let text):
      FaultParts(
        happened: Bilingual(zh: "\(name) 为“\(text)”。", en: "\(name) is “\(text)”."),
        reason: Bilingual(zh: "应为存在的日期。", en: "It must be a day that exists."),
        remedy: Bilingual(zh: "请写成 2024-06-01 的形式。", en: "Write it like 2024-06-01."))
    case .outside(let name, let value, let from, let to):
      FaultParts(
        happened: Bilingual(zh: "\(name) 为 \(value)。", en: "\(name) is \(value)."),
        reason: Bilingual(
          zh: "应在 \(from) 至 \(to) 之间。", en: "It must be from \(from) to \(to)."),
        remedy: Bilingual(zh: "请改为范围内的数。", en: "Write a number in that range."))
    case .twice(let name):
      FaultParts(
        happened: Bilingual(zh: "“\(name)”出现两次。", en: "“\(name)” stands twice."),
        reason: Bilingual(zh: "同一项会被重复计算。", en: "It would be counted twice."),
        remedy: Bilingual(zh: "请删去一行，或改用其他名称。", en: "Take one out, or name it otherwise."))
    case .officersOnly(let activity):
      FaultParts(
        happened: Bilingual(
          zh: "“\(activity)”属于意见一（二）8，却允许协管员承担。",
          en: "“\(activity)” falls under 一（二）8, and assistants are let do it."),
        reason: Bilingual(
          zh: "执法工作只能由专门国家工作人员承担。", en: "Enforcement work belongs to officers alone."),
        remedy: Bilingual(
          zh: "请把承担者设为 officer，或改正条款号。", en: "Set done_by to officer, or mend the item."))
    }
  }
}
