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

extension HistoryFault: Fault {
  var code: String {
    switch self {
    case .empty: "history_empty"
    case .twice: "history_month_twice"
    case .countOutside: "history_count_outside"
    }
  }

  var parts: FaultParts {
    switch self {
    case .empty:
      FaultParts(
        happened: Bilingual(zh: "没有月度数据。", en: "There is no monthly history."),
        reason: Bilingual(zh: "没有过去的数据就无法预测。", en: "Nothing can be foreseen without a past."),
        remedy: Bilingual(zh: "请先导入月度数据表。", en: "Import a history sheet first."))
    case .twice(let office, let month):
      FaultParts(
        happened: Bilingual(
          zh: "街道 \(office) 的 \(month) 出现两次。", en: "Office \(office) has \(month) twice."),
        reason: Bilingual(zh: "无法判断哪一行有效。", en: "Nobody can tell which line holds."),
        remedy: Bilingual(zh: "请删去其中一行。", en: "Take one of them out."))
    case .countOutside(let office, let month):
      FaultParts(
        happened: Bilingual(
          zh: "街道 \(office) 的 \(month) 有负数或过大的数。",
          en: "Office \(office) has a count below 0 or too large in \(month)."),
        reason: Bilingual(
          zh: "人数应在 0 至 1000000 之间。", en: "Counts lie from 0 to 1000000."),
        remedy: Bilingual(zh: "请改正该行。", en: "Mend the line."))
    }
  }
}
