import Model

extension ChangeFault {
  var explanation: ErrorExplanation {
    switch self {
    case .malformed(let text):
      .init(
        "change_malformed", .usage, "假设“\(text)”读不懂。", "The assumption “\(text)” cannot be read.",
        why: "应写成“指标=数字”。", "It has the form figure=number.",
        toDo: "例如：\(.set("officers=3"))", "For example: \(.set("officers=3"))")
    case .figureNotWhole(let name, let text):
      .init(
        "figure_not_whole", .usage, "\(name) 不能设为“\(text)”。", "\(name) cannot be “\(text)”.",
        why: "人数和件数是不小于 0 的整数。", "Counts are whole numbers from 0.",
        toDo: "请写整数，或写 unknown 表示未知。", "Write a whole number, or unknown.")
    case .officeUnknown(let code):
      .init(
        "office_unknown", .usage, "没有街道 \(code) 的工作量数据。", "Office \(code) has no caseload.",
        why: "无法改变不存在的数据。", "What is not there cannot be changed.",
        toDo: "请核对九位街道代码。", "Check the nine-digit office code.")
    case .classesIncomplete:
      .init(
        "classes_incomplete", .usage, "只设了部分管理类别。", "Only some classes are set.",
        why: "其余类别未知，无法得出合计。", "The others are unknown, so there is no sum.",
        toDo: "请把 subjects_strict、subjects_general、subjects_lenient 都写上。",
        "Set subjects_strict, subjects_general and subjects_lenient.")
    case .classesDisagree(let sum, let subjects):
      .init(
        "classes_disagree", .usage, "各类别合计 \(sum)，subjects 为 \(subjects)。",
        "The classes sum to \(sum), subjects is \(subjects).",
        why: "两者须相等。", "The two must be equal.",
        toDo: "请改正其一，或不设 subjects。", "Mend one of them, or leave subjects out.")
    }
  }
}
