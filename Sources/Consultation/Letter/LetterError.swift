public import Model

/// Why a letter cannot be written.
public enum LetterError: ExplainedError, Hashable {
  /// The template has no title or no text.
  case empty
  /// The template has a place that nothing fills.
  case placeUnknown(String, known: [String])
  /// The template cannot be read.
  case templateAbsent(path: String)

  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .empty: "letter_empty"
    case .placeUnknown: "letter_place_unknown"
    case .templateAbsent: "letter_template_absent"
    }
  }

  /// How the command ends.
  public var status: ExitStatus {
    if case .templateAbsent = self { .noInput } else { .badPolicy }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .empty:
      Bilingual(zh: "函的模板没有标题或没有正文", en: "The letter's template has no title or no text")
    case .placeUnknown(let name, _):
      Bilingual(
        zh: "函的模板里有认不出的位置 {{\(name)}}",
        en: "The letter's template has an unknown place {{\(name)}}")
    case .templateAbsent(let path):
      Bilingual(zh: "找不到函的模板：\(path)", en: "There is no template at \(path)")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    Bilingual(
      zh: "正式函件不能留下空白或占位符号。", en: "An official letter must not go out with gaps in it.")
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .empty:
      Bilingual(
        zh: "第一行写标题，其余每行一段。", en: "Write the title in the first line, then a paragraph a line.")
    case .placeUnknown(_, let known):
      Bilingual(
        zh: "可用的有：\(known.joined(separator: "、"))",
        en: "Known are: \(known.joined(separator: ", "))")
    case .templateAbsent: Bilingual(zh: "请核对 --letter 的路径。", en: "Check the path of --letter.")
    }
  }
}
