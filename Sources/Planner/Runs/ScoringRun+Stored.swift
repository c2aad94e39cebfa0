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
  /// Facts on which the run rests were erased by a rule of keeping.
  case erased(run: String, ErasureEntry)
  /// No office of the run has a number of places, so nobody is above or below a line.
  case noLine(run: String)
  /// The office has no applicants in the run, or none is known by the code.
  case officeAbsent(code: String, run: String)
  /// No applicant was accepted, of the only office where one is named.
  case nobodyToScore(office: String?)

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .differs(let run):
      .init(
        "differs_from_stored", .badData, "运行 \(run) 重算的结果和当时保存的不同",
        "Run \(run), made again, is not what was stored",
        why: "登记库里的事实或程序变了，据此得出的结论说明不了那次运行。",
        "The register's facts or the program have changed; nothing would be said of that run.",
        toDo: "请先用 \(.replay(run: run)) 查看第一处不同。",
        "See the first difference with \(.replay(run: run)).")
    case .erased(let run, let erasure):
      .init(
        "erased", .badData,
        "运行 \(run) 所依据的事实已按规则 \(erasure.rule) 于 \(String(erasure.at.prefix(10))) 由 \(erasure.by) 删除",
        "Facts of run \(run) were erased by rule \(erasure.rule) on \(String(erasure.at.prefix(10))) by \(erasure.by)",
        why: "删除的行不在了，这次运行不能重算，也说明不了其中的人。",
        "The rows are gone: the run cannot be made again and nobody in it be explained.",
        toDo: "名次仍可用 \(.ranking(run: run)) 查看；删除记录见 \(.listRetention)。",
        "Its ranks can still be seen with \(.ranking(run: run)); see the rules with \(.listRetention)."
      )
    case .noLine(let run):
      .init(
        "no_line", .noInput, "运行 \(run) 的街道都没有招聘人数，没有录用线",
        "No office of run \(run) has a number of places, so there is no line",
        why: "不知道招几个人，就说不出谁会因此录用或落选。",
        "Without the places nobody can tell who would be chosen or not.",
        toDo: "请导入招聘计划：\(.importPosts)（列：街道代码、招聘人数）。",
        "Import the posts: \(.importPosts) (columns: office_code, places).")
    case .officeAbsent(let code, let run):
      .init(
        "office_absent", .usage, "运行 \(run) 里没有街道 \(code) 的应聘人员",
        "Run \(run) has no applicants of office \(code)",
        why: "代码是九位数字，如 110102010。", "A code has nine digits, such as 110102010.",
        toDo: "用 \(.ranking(run: run)) 查看有哪些街道。", "See the offices with \(.ranking(run: run)).")
    case .nobodyToScore(let office):
      .init(
        "nobody_to_score", .noInput,
        "没有已接收的应聘人员\(office.map { "（街道 \($0)）" } ?? "")，没有评分。",
        "No applicant has been accepted\(office.map { " of office \($0)" } ?? ""); nothing was scored.",
        why: "空名单会被当成最近一次结果。", "An empty list would stand as the latest result.",
        toDo: "请先 \(.importSheet(kind: "applicants"))，或看 \(.listHeldRows)。",
        "First \(.importSheet(kind: "applicants")), or see \(.listHeldRows).")
    }
  }
}
