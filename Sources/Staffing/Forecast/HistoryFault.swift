import Model

/// Why a history cannot be used.
public enum HistoryFault: Hashable, Sendable {
  /// It holds no month.
  case empty
  /// A month stands twice for an office.
  case twice(office: String, month: String)
  /// A count is below 0 or above a million.
  case countOutside(office: String, month: String)
}

extension HistoryFault {
  var explanation: ErrorExplanation {
    switch self {
    case .empty:
      .init(
        "history_empty", .badData, "没有月度数据。", "There is no monthly history.",
        why: "没有过去的数据就无法预测。", "Nothing can be foreseen without a past.",
        toDo: "请先导入月度数据表。", "Import a history sheet first.")
    case .twice(let office, let month):
      .init(
        "history_month_twice", .badData, "街道 \(office) 的 \(month) 出现两次。",
        "Office \(office) has \(month) twice.",
        why: "无法判断哪一行有效。", "Nobody can tell which line holds.",
        toDo: "请删去其中一行。", "Take one of them out.")
    case .countOutside(let office, let month):
      .init(
        "history_count_outside", .badData, "街道 \(office) 的 \(month) 有负数或过大的数。",
        "Office \(office) has a count below 0 or too large in \(month).",
        why: "人数应在 0 至 1000000 之间。", "Counts lie from 0 to 1000000.",
        toDo: "请改正该行。", "Mend the line.")
    }
  }
}
