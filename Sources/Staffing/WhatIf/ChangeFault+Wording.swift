import Model

extension ChangeFault: Fault {
  var code: String {
    switch self {
    case .malformed: "change_malformed"
    case .figureUnknown: "figure_unknown"
    case .figureNotWhole: "figure_not_whole"
    case .officeUnknown: "office_unknown"
    case .classesIncomplete: "classes_incomplete"
    case .classesDisagree: "classes_disagree"
    }
  }

  var parts: FaultParts {
    switch self {
    case .malformed(let text):
      FaultParts(
        happened: Bilingual(zh: "假设“\(text)”读不懂。", en: "The assumption “\(text)” cannot be read."),
        reason: Bilingual(zh: "应写成“指标=数字”。", en: "It has the form figure=number."),
        remedy: Bilingual(zh: "例如：--set officers=3", en: "For example: --set officers=3"))
    case .figureUnknown(let name):
      FaultParts(
        happened: Bilingual(zh: "没有名为“\(name)”的指标。", en: "There is no figure “\(name)”."),
        reason: Bilingual(
          zh: "只能改变工作量表中的指标。", en: "Only figures of the caseload sheet can be changed."),
        remedy: Self.choice(of: Figure.allCases.map(\.rawValue)))
    case .figureNotWhole(let name, let text):
      FaultParts(
        happened: Bilingual(zh: "\(name) 不能设为“\(text)”。", en: "\(name) cannot be “\(text)”."),
        reason: Bilingual(zh: "人数和件数是不小于 0 的整数。", en: "Counts are whole numbers from 0."),
        remedy: Bilingual(zh: "请写整数，或写 unknown 表示未知。", en: "Write a whole number, or unknown."))
    case .officeUnknown(let code):
      FaultParts(
        happened: Bilingual(zh: "没有街道 \(code) 的工作量数据。", en: "Office \(code) has no caseload."),
        reason: Bilingual(zh: "无法改变不存在的数据。", en: "What is not there cannot be changed."),
        remedy: Bilingual(zh: "请核对九位街道代码。", en: "Check the nine-digit office code."))
    case .classesIncomplete:
      FaultParts(
        happened: Bilingual(zh: "只设了部分管理类别。", en: "Only some classes are set."),
        reason: Bilingual(zh: "其余类别未知，无法得出合计。", en: "The others are unknown, so there is no sum."),
        remedy: Bilingual(
          zh: "请把 subjects_strict、subjects_general、subjects_lenient 都写上。",
          en: "Set subjects_strict, subjects_general and subjects_lenient."))
    case .classesDisagree(let sum, let subjects):
      FaultParts(
        happened: Bilingual(
          zh: "各类别合计 \(sum)，subjects 为 \(subjects)。",
          en: "The classes sum to \(sum), subjects is \(subjects)."),
        reason: Bilingual(zh: "两者须相等。", en: "The two must be equal."),
        remedy: Bilingual(zh: "请改正其一，或不设 subjects。", en: "Mend one of them, or leave subjects out.")
      )
    }
  }
}

extension Fault {
  /// Names what may be written.
  static func choice(of names: [String]) -> Bilingual {
    let list = names.joined(separator: ", ")
    return Bilingual(zh: "可用：\(list)", en: "Use one of: \(list)")
  }
}
