/// Somebody has stopped a piece of work before it was done; nothing of it is kept.
public enum Interruption: ExplainedError, Hashable {
  /// By Ctrl-C.
  case interrupted
  /// By a request to end, as a machine sends when it shuts down.
  case terminated

  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .interrupted: "interrupted"
    case .terminated: "terminated"
    }
  }

  /// How the command ends.
  public var status: ExitStatus {
    switch self {
    case .interrupted: .interrupted
    case .terminated: .terminated
    }
  }

  /// What happened.
  public var happened: Bilingual {
    let unchanged = Bilingual(
      zh: "登记库和结果文件和原来一样，没有任何改动",
      en: "the register and the results are as they were, nothing was changed")
    return switch self {
    case .interrupted:
      Bilingual(zh: "已中断：" + unchanged.zh, en: "Interrupted: " + unchanged.en)
    case .terminated:
      Bilingual(zh: "已按要求结束：" + unchanged.zh, en: "Ended on request: " + unchanged.en)
    }
  }

  /// Nothing is wrong.
  public var reason: Bilingual { Bilingual(zh: "", en: "") }

  /// Nothing needs to be done.
  public var remedy: Bilingual { Bilingual(zh: "", en: "") }
}
