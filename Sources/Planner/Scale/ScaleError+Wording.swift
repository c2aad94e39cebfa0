public import Model

extension ScaleError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .lot:
      .init(
        "lot_not_portable", .usage, "导出的作业不能抽签", "An exported job cannot draw a lot",
        why: "抽签用 SHA-256，各引擎算法不一，不写成 SQL；名次保留并列。",
        "The lot takes SHA-256, which engines do not share; the job leaves ties as they are.",
        toDo: "去掉 \(.lot)；并列由人决定，或在本机用 \(.scoreWithLot)。",
        "Leave \(.lot) out; let a person decide ties, or use \(.scoreWithLot) here.")
    case .notEmpty(let path):
      .init(
        "folder_not_empty", .cannotCreate, "文件夹 \(path) 不是空的", "The folder \(path) is not empty",
        why: "旧作业的文件或结果会混进新作业。", "Files or answers of an older job would mix with this one.",
        toDo: "请换一个新的文件夹。", "Name a new folder.")
    case .nobody:
      .init(
        "nobody_to_score", .noInput, "没有已接收的应聘人员", "Nobody is accepted",
        why: "没有可以评分的人。", "There is nobody to score.",
        toDo: "请先用 \(.importSheet(kind: "applicants")) 导入；用了 \(.office) 时请检查代码。",
        "Import first: \(.importSheet(kind: "applicants")); with \(.office), check the code.")
    case .absent(let path):
      .init(
        "job_file_absent", .noInput, "缺少 \(path)", "\(path) is not there",
        why: "没有它就不知道当初导出了谁、按哪个政策。",
        "Without it nobody knows who was exported, and under which policy.",
        toDo: "请给出 \(.exportJob) 写出的整个文件夹。", "Give the whole folder that \(.exportJob) wrote.")
    case .foreign(let path):
      .init(
        "job_foreign", .badData, "\(path) 不是 \(.exportJob) 写出的那个文件",
        "\(path) is not the file that \(.exportJob) wrote",
        why: "清单或政策被换过，就不能证明结果回答的是同一个问题。",
        "With another manifest or policy the answers may be to another question.",
        toDo: "请用导出时的原文件夹，或重新导出。", "Use the folder as it was exported, or export again.")
    case .unfinished(let path):
      .init(
        "job_unfinished", .noInput, "\(path) 里没有 _SUCCESS", "\(path) holds no _SUCCESS",
        why: "引擎最后才写 _SUCCESS；没有它，结果可能只有一部分。",
        "The engine writes it last; without it only a part of the answers may be there.",
        toDo: "请等作业成功结束，或在该文件夹里重新运行 job.sql。",
        "Wait until the job succeeds, or run job.sql in that folder again.")
    case .unreadable(let part, let line):
      .init(
        "answer_unreadable", .badData, "结果文件 \(part) 第 \(line) 行不完整",
        "Line \(line) of the answers in \(part) is incomplete",
        why: "每一行都必须以街道代码开头、以换行结束；文件可能被截断。",
        "Each line begins with an office and ends in a line feed; the file may be cut short.",
        toDo: .copyResults)
    case .applicantsChanged(let exported, let now):
      .init(
        "facts_changed", .badData, "导出时有 \(exported) 名应聘人员，登记库现在有 \(now) 名",
        "\(exported) applicants were exported, the register now holds \(now)",
        why: .factsAsExported,
        toDo: .exportAgain)
    case .factsChanged(let part, let offices):
      .init(
        "facts_changed", .badData,
        "登记库现在的事实和导出的 \(part)（街道 \(offices.joined(separator: "–"))）不同",
        "The register's facts are not those of \(part) (offices \(offices.joined(separator: "–")))",
        why: .factsAsExported, toDo: .exportAgain)
    case .unanswered(let office, let number, let found, let expected):
      .init(
        "applicant_unanswered", .badData,
        "街道 \(office)：导出 \(expected) 人，结果只有 \(found) 人；第一个缺少的是 \(number)",
        "Office \(office): \(expected) were exported and \(found) answered; the first one missing is \(number)",
        why: .answeredOnce, toDo: .copyResults)
    case .answeredTwice(let office, let number):
      .init(
        "applicant_answered_twice", .badData, "街道 \(office)：\(number) 的结果不止一行",
        "Office \(office): \(number) was answered more than once", why: .answeredOnce,
        toDo: .copyResults)
    case .stranger(let office, let number):
      .init(
        "applicant_not_asked", .badData, "街道 \(office)：结果里的 \(number) 不在导出的名单里",
        "Office \(office): \(number) was answered but never exported", why: .answeredOnce,
        toDo: .copyResults)
    case .differs(let office, let number, let returned, let local):
      .init(
        "answer_differs", .badData,
        "街道 \(office)：\(number) 的结果不同\n  返回的：\(returned)\n  应为：\(local)",
        "Office \(office): the answer for \(number) differs\n  returned: \(returned)\n  must be: \(local)",
        why: "同样的政策和事实只有一个结果；结果、作业或导出的事实在外面被改过，或者引擎算错了。",
        "The same policy and facts have one result; the answers, the job or the exported facts were changed outside, or the engine is wrong.",
        toDo: .copyResults)
    }
  }
}

extension Guidance {
  fileprivate static let factsAsExported = Guidance(
    "结果是按导出时的事实算的；之后有行被改、被撤回或新接收，或者这是另一个登记库。",
    "The answers are about the facts as exported; since then rows were changed, withdrawn or accepted, or this is another register."
  )
  fileprivate static let answeredOnce = Guidance(
    "导出的每个人必须恰好有一行结果；结果文件可能丢了、重复了或混进了别的。",
    "Everybody exported is answered exactly once; a file of answers was lost, doubled or mixed with others."
  )
  fileprivate static let exportAgain = Guidance(
    "请重新导出并运行作业。登记库没有改动。", "Export again and run the job. The register is unchanged.")
  fileprivate static let copyResults = Guidance(
    "请把完整的 results 文件夹重新拷回，或重新运行作业。登记库没有改动。",
    "Copy the whole folder `results` back again, or run the job again. The register is unchanged.")
}
