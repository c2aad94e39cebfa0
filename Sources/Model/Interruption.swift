/// Somebody has stopped a piece of work before it was done; nothing of it is kept.
public enum Interruption: ExplainedError, Hashable {
  /// By Ctrl-C.
  case interrupted
  /// By a request to end, as a machine sends when it shuts down.
  case terminated

  /// Nothing is wrong, and nothing needs to be done.
  public var explanation: ErrorExplanation {
    let (zh, en) = (
      "登记库和结果文件和原来一样，没有任何改动",
      "the register and the results are as they were, nothing was changed"
    )
    return switch self {
    case .interrupted:
      ErrorExplanation("interrupted", .interrupted, "已中断：\(zh)", "Interrupted: \(en)")
    case .terminated:
      ErrorExplanation("terminated", .terminated, "已按要求结束：\(zh)", "Ended on request: \(en)")
    }
  }
}
