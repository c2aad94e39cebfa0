public import Model
import Policy
public import Register
import Scoring

extension ScoringRun {
  /// Makes a stored run again, and makes sure that it is the same.
  /// - Parameter fields: facts to gather besides those that the rules read.
  /// - Throws: `StoredRunError.differs`; `PolicyError`, `ScoringError`, `RegisterError`.
  public init(stored run: RunEntry, of register: Register, gathering fields: [ApplicantField] = [])
    throws
  {
    try self.init(replaying: run, of: register, gathering: fields)
    guard digestHex == run.digest else { throw StoredRunError.differs(run: run.id) }
  }
}

/// Why nothing can be said about a stored run.
public enum StoredRunError: ExplainedError, Hashable {
  /// The run, made again, is not what was stored.
  case differs(run: String)
  /// No office of the run has a number of places, so nobody is above or below a line.
  case noLine(run: String)
  /// The office has no applicants in the run, or none is known by the code.
  case officeAbsent(code: String, run: String)

  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .differs: "differs_from_stored"
    case .noLine: "no_line"
    case .officeAbsent: "office_absent"
    }
  }

  /// How the command ends.
  public var status: ExitStatus {
    switch self {
    case .differs: .badData
    case .noLine: .noInput
    case .officeAbsent: .usage
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .differs(let run):
      Bilingual(
        zh: "运行 \(run) 重算的结果和当时保存的不同", en: "Run \(run), made again, is not what was stored")
    case .noLine(let run):
      Bilingual(
        zh: "运行 \(run) 的街道都没有招聘人数，没有录用线",
        en: "No office of run \(run) has a number of places, so there is no line")
    case .officeAbsent(let code, let run):
      Bilingual(
        zh: "运行 \(run) 里没有街道 \(code) 的应聘人员",
        en: "Run \(run) has no applicants of office \(code)")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .differs:
      Bilingual(
        zh: "登记库里的事实或程序变了，据此得出的结论说明不了那次运行。",
        en: "The register's facts or the program have changed; nothing would be said of that run.")
    case .noLine:
      Bilingual(
        zh: "不知道招几个人，就说不出谁会因此录用或落选。",
        en: "Without the places nobody can tell who would be chosen or not.")
    case .officeAbsent:
      Bilingual(zh: "代码是九位数字，如 110102010。", en: "A code has nine digits, such as 110102010.")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .differs(let run):
      Bilingual(
        zh: "请先用 xieguan replay \(run) 查看第一处不同。",
        en: "See the first difference with `xieguan replay \(run)`.")
    case .noLine:
      Bilingual(
        zh: "请导入招聘计划：xieguan import posts 招聘计划.csv（列：街道代码、招聘人数）。",
        en: "Import the posts: `xieguan import posts FILE` (columns: office_code, places).")
    case .officeAbsent(_, let run):
      Bilingual(
        zh: "用 xieguan ranking \(run) 查看有哪些街道。",
        en: "See the offices with `xieguan ranking \(run)`.")
    }
  }
}
