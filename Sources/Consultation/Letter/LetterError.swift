public import Model

/// Why a letter cannot be written.
public enum LetterError: ExplainedError, Hashable {
  /// The template has no title or no text.
  case empty
  /// The template has a place that nothing fills.
  case placeUnknown(String, known: [String])
  /// The template cannot be read.
  case templateAbsent(path: String)

  /// What the error says.
  public var explanation: ErrorExplanation {
    let noGaps = Guidance(
      "正式函件不能留下空白或占位符号。", "An official letter must not go out with gaps in it.")
    return switch self {
    case .empty:
      ErrorExplanation(
        "letter_empty", .badPolicy, "函的模板没有标题或没有正文",
        "The letter's template has no title or no text",
        why: noGaps,
        toDo: "第一行写标题，其余每行一段。", "Write the title in the first line, then a paragraph a line.")
    case .placeUnknown(let name, let known):
      ErrorExplanation(
        "letter_place_unknown", .badPolicy, "函的模板里有认不出的位置 {{\(name)}}",
        "The letter's template has an unknown place {{\(name)}}", why: noGaps,
        toDo: "可用的有：\(known.joined(separator: "、"))", "Known are: \(known.joined(separator: ", "))")
    case .templateAbsent(let path):
      ErrorExplanation(
        "letter_template_absent", .noInput, "找不到函的模板：\(path)", "There is no template at \(path)",
        why: noGaps,
        toDo: "请核对 \(.letterTemplate) 的路径。", "Check the path of \(.letterTemplate).")
    }
  }
}
