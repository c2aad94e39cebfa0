import Model

/// The clauses that a finding may cite (条款).
enum CitedClause {
  /// A clause in the form in which we cite it; nil where it is none of the kind's.
  static func canonical(_ text: String, for kind: String) -> String? {
    let plain = RowText.folded(text).filter { !"()、.第项条".contains($0) }
    return clauses(of: kind).first { $0.filter { !"（）".contains($0) } == plain }
  }

  private static func clauses(of kind: String) -> [String] {
    let duties = (1...9).map { "一（二）\($0)" }
    switch kind {
    case "职责": return duties
    case "纪律": return (1...6).map { "二（一）\($0)" }
    case "回避": return (1...3).map { "二（二）\($0)" }
    default: return duties + ["四（三）"]
    }
  }
}
