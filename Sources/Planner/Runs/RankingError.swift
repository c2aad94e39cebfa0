public import Model

/// Why a list cannot be written as asked.
public enum RankingError: ExplainedError, Hashable {
  /// A workbook holds one office, and a file must be named for it.
  case oneOffice(Int)
  /// Pages and workbooks are for the bureau itself and show full names.
  case notMasked(RankingFormat)

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .oneOffice(let count):
      .init(
        "one_office", .usage, "一个工作簿只放一个街道的名单，这里有 \(count) 个街道，或没有写 \(.output)",
        "A workbook holds one office; there are \(count), or \(.output) is not given",
        why: "各街道只应看到自己的名单。", "An office should see its own list only.",
        toDo: "请加 \(.officeAndWorkbook)。", "Add \(.officeAndWorkbook).")
    case .notMasked(let format):
      .init(
        "not_masked", .usage, "\(format.rawValue) 格式显示全名", "\(format.rawValue) shows full names",
        why: "对外的名单要隐去姓名。", "A list for others masks the names.",
        toDo: "\(.publicList) 请配 \(.format) csv 或 json。",
        "Use \(.publicList) with \(.format) csv or json.")
    }
  }
}
