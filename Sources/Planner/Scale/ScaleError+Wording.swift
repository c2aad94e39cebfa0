public import Model

extension ScaleError {
  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .lot:
      Bilingual(zh: "导出的作业不能抽签", en: "An exported job cannot draw a lot")
    case .notEmpty(let path):
      Bilingual(zh: "文件夹 \(path) 不是空的", en: "The folder \(path) is not empty")
    case .nobody:
      Bilingual(zh: "没有已接收的应聘人员", en: "Nobody is accepted")
    case .absent(let path):
      Bilingual(zh: "缺少 \(path)", en: "\(path) is not there")
    case .foreign(let path):
      Bilingual(
        zh: "\(path) 不是 xieguan scale export 写出的那个文件",
        en: "\(path) is not the file that `xieguan scale export` wrote")
    case .unfinished(let path):
      Bilingual(zh: "\(path) 里没有 _SUCCESS", en: "\(path) holds no _SUCCESS")
    case .unreadable(let part, let line):
      Bilingual(
        zh: "结果文件 \(part) 第 \(line) 行不完整",
        en: "Line \(line) of the answers in \(part) is incomplete")
    case .applicantsChanged(let exported, let now):
      Bilingual(
        zh: "导出时有 \(exported) 名应聘人员，登记库现在有 \(now) 名",
        en: "\(exported) applicants were exported, the register now holds \(now)")
    case .factsChanged(let part, let offices):
      Bilingual(
        zh: "登记库现在的事实和导出的 \(part)（街道 \(offices.joined(separator: "–"))）不同",
        en: "The register's facts are not those of \(part) "
          + "(offices \(offices.joined(separator: "–")))")
    case .unanswered(let office, let number, let found, let expected):
      Bilingual(
        zh: "街道 \(office)：导出 \(expected) 人，结果只有 \(found) 人；第一个缺少的是 \(number)",
        en: "Office \(office): \(expected) were exported and \(found) answered; "
          + "the first one missing is \(number)")
    case .answeredTwice(let office, let number):
      Bilingual(
        zh: "街道 \(office)：\(number) 的结果不止一行",
        en: "Office \(office): \(number) was answered more than once")
    case .stranger(let office, let number):
      Bilingual(
        zh: "街道 \(office)：结果里的 \(number) 不在导出的名单里",
        en: "Office \(office): \(number) was answered but never exported")
    case .differs(let office, let number, let returned, let local):
      Bilingual(
        zh: "街道 \(office)：\(number) 的结果不同\n  返回的：\(returned)\n  应为：\(local)",
        en: "Office \(office): the answer for \(number) differs\n  returned: \(returned)\n"
          + "  must be: \(local)")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .lot:
      Bilingual(
        zh: "抽签用 SHA-256，各引擎算法不一，不写成 SQL；名次保留并列。",
        en: "The lot takes SHA-256, which engines do not share; the job leaves ties as they are.")
    case .notEmpty:
      Bilingual(
        zh: "旧作业的文件或结果会混进新作业。", en: "Files or answers of an older job would mix with this one.")
    case .nobody:
      Bilingual(zh: "没有可以评分的人。", en: "There is nobody to score.")
    case .absent:
      Bilingual(
        zh: "没有它就不知道当初导出了谁、按哪个政策。",
        en: "Without it nobody knows who was exported, and under which policy.")
    case .foreign:
      Bilingual(
        zh: "清单或政策被换过，就不能证明结果回答的是同一个问题。",
        en: "With another manifest or policy the answers may be to another question.")
    case .unfinished:
      Bilingual(
        zh: "引擎最后才写 _SUCCESS；没有它，结果可能只有一部分。",
        en: "The engine writes it last; without it only a part of the answers may be there.")
    case .unreadable:
      Bilingual(
        zh: "每一行都必须以街道代码开头、以换行结束；文件可能被截断。",
        en: "Each line begins with an office and ends in a line feed; the file may be cut short.")
    case .applicantsChanged, .factsChanged:
      Bilingual(
        zh: "结果是按导出时的事实算的；之后有行被改、被撤回或新接收，或者这是另一个登记库。",
        en: "The answers are about the facts as exported; since then rows were changed, withdrawn "
          + "or accepted, or this is another register.")
    case .unanswered, .answeredTwice, .stranger:
      Bilingual(
        zh: "导出的每个人必须恰好有一行结果；结果文件可能丢了、重复了或混进了别的。",
        en: "Everybody exported is answered exactly once; a file of answers was lost, doubled or "
          + "mixed with others.")
    case .differs:
      Bilingual(
        zh: "同样的政策和事实只有一个结果；结果、作业或导出的事实在外面被改过，或者引擎算错了。",
        en: "The same policy and facts have one result; the answers, the job or the exported facts "
          + "were changed outside, or the engine is wrong.")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .lot:
      Bilingual(
        zh: "去掉 --lot；并列由人决定，或在本机用 xieguan score --lot。",
        en: "Leave --lot out; let a person decide ties, or use `xieguan score --lot` here.")
    case .notEmpty:
      Bilingual(zh: "请换一个新的文件夹。", en: "Name a new folder.")
    case .nobody:
      Bilingual(
        zh: "请先用 xieguan import applicants 导入；用了 --office 时请检查代码。",
        en: "Import first: `xieguan import applicants`; with --office, check the code.")
    case .absent:
      Bilingual(
        zh: "请给出 xieguan scale export 写出的整个文件夹。",
        en: "Give the whole folder that `xieguan scale export` wrote.")
    case .foreign:
      Bilingual(
        zh: "请用导出时的原文件夹，或重新导出。", en: "Use the folder as it was exported, or export again.")
    case .unfinished:
      Bilingual(
        zh: "请等作业成功结束，或在该文件夹里重新运行 job.sql。",
        en: "Wait until the job succeeds, or run job.sql in that folder again.")
    case .applicantsChanged, .factsChanged:
      Bilingual(
        zh: "请重新导出并运行作业。登记库没有改动。",
        en: "Export again and run the job. The register is unchanged.")
    case .unreadable, .unanswered, .answeredTwice, .stranger, .differs:
      Bilingual(
        zh: "请把完整的 results 文件夹重新拷回，或重新运行作业。登记库没有改动。",
        en: "Copy the whole folder `results` back again, or run the job again. "
          + "The register is unchanged.")
    }
  }
}
