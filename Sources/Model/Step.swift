/// Something that a person can do or state next; each front words it as its own command or link.
public enum Step: Sendable, Hashable {
  /// Take a sheet of one kind in.
  case importSheet(kind: String)
  /// Take the sheet in that says how many each office hires.
  case importPosts
  /// Take the good rows of a file that has bad ones.
  case takeGoodRows
  /// Get an empty sheet, of one kind where one is named.
  case template(kind: String? = nil)
  /// See what came in.
  case listBatches
  /// See the rows that wait for a person.
  case listHeldRows
  /// Settle held rows.
  case decide
  /// Keep a held row, with a name and a reason.
  case keepRow
  /// Let rows count that change a person who is accepted, with a name and a reason.
  case confirmChanges
  /// State who answers for changes, and why.
  case answerForChanges
  /// Score what the register holds.
  case score
  /// Score, and settle ties by lot.
  case scoreWithLot
  /// See a run's list.
  case ranking(run: String)
  /// Make a run again and compare it with what was stored.
  case replay(run: String)
  /// Make a headcount plan.
  case makePlan
  /// See the plans that are kept.
  case listPlans
  /// Check a policy.
  case checkPolicy
  /// Hand a job to another engine.
  case exportJob
  /// Take another engine's results in.
  case collectResults(folder: String)
  /// Make a key to sign with.
  case makeKey
  /// See the packages that went out and came in.
  case listConsultations
  /// See the facts of people in post of one kind, such as `supervision`.
  case oversee(String)
  /// See which rules of keeping there are.
  case listRetention
  /// Take a request of another bureau in.
  case receivePackage
  /// Take a reply in.
  case recordReply
  /// Let the opinions of a reply that wait count after all.
  case keepOpinions
  /// Add the stamped scan of a sheet that came without a signature.
  case addScan
  /// Check a package and keep nothing.
  case verifyPackage
  /// Works the chain of entries out again.
  case verifyAudit

  /// State the request that is answered.
  case request
  /// State on which day a recruitment ended.
  case ended
  /// State which batch is meant.
  case ofBatch
  /// State which register is meant.
  case register
  /// State the day that the rules see.
  case asOf
  /// State which office is meant.
  case office
  /// State which office is meant, and a workbook to write.
  case officeAndWorkbook
  /// State how many of the first of a list are meant.
  case first
  /// Give a fact or figure another value, as in `officers=3`.
  case set(String)
  /// Ask for a lot.
  case lot
  /// Ask for a lot and state its seed.
  case drawLot
  /// State where a result goes.
  case output
  /// State the sheet that a list goes to.
  case outputSheet
  /// Ask for the form of a list.
  case format
  /// Ask for the list that everybody may see.
  case publicList
  /// State which personal fields are shown in full.
  case unmask
  /// State why.
  case reason
  /// State the template of a letter.
  case letterTemplate
  /// State the file that holds a password.
  case passwordFile
  /// State the list of trusted signers.
  case signers
}

/// How a front words a step in a language.
public typealias StepWording = @Sendable (Step, Language) -> String

extension Step {
  /// The step by its name, for texts that no front shows, such as those of a sheet that goes back.
  public static let named: StepWording = { step, language in "“\(step.name[language])”" }

  /// The name, as a menu has it.
  public var name: Bilingual {
    switch self {
    case .importSheet(let kind): Bilingual(zh: "导入 \(kind)", en: "Import \(kind)")
    case .importPosts: Bilingual(zh: "导入招聘计划", en: "Import posts")
    case .takeGoodRows: Bilingual(zh: "只收合格的行", en: "Take the good rows")
    case .template(let kind?): Bilingual(zh: "表样 \(kind)", en: "Template \(kind)")
    case .template: Bilingual(zh: "表样", en: "Template")
    case .listBatches: Bilingual(zh: "批次", en: "Batches")
    case .listHeldRows: Bilingual(zh: "待决定的行", en: "Rows that wait")
    case .decide: Bilingual(zh: "人工决定", en: "Decide")
    case .keepRow: Bilingual(zh: "保留一行", en: "Keep a row")
    case .confirmChanges: Bilingual(zh: "确认改动", en: "Confirm the changes")
    case .answerForChanges: Bilingual(zh: "经办人和理由", en: "Name and reason")
    case .score: Bilingual(zh: "评分", en: "Score")
    case .scoreWithLot: Bilingual(zh: "评分并抽签", en: "Score with a lot")
    case .ranking(let run): Bilingual(zh: "名单 \(run)", en: "List \(run)")
    case .replay(let run): Bilingual(zh: "重算 \(run)", en: "Replay \(run)")
    case .makePlan: Bilingual(zh: "配备测算", en: "Plan")
    case .listPlans: Bilingual(zh: "配备方案", en: "Plans")
    case .checkPolicy: Bilingual(zh: "政策检查", en: "Check the policy")
    case .exportJob: Bilingual(zh: "导出作业", en: "Export a job")
    case .collectResults(let folder):
      Bilingual(zh: "收回结果 \(folder)", en: "Collect results \(folder)")
    case .makeKey: Bilingual(zh: "新建密钥", en: "Make a key")
    case .listConsultations: Bilingual(zh: "往来包", en: "Packages")
    case .oversee(let what): Bilingual(zh: "在岗人员 \(what)", en: "People in post: \(what)")
    case .listRetention: Bilingual(zh: "保存规则", en: "Rules of keeping")
    case .receivePackage: Bilingual(zh: "收函", en: "Receive")
    case .recordReply: Bilingual(zh: "记录复函", en: "Record a reply")
    case .keepOpinions: Bilingual(zh: "采用待定的意见", en: "Keep the opinions")
    case .addScan: Bilingual(zh: "补登盖章扫描件", en: "Add the stamped scan")
    case .verifyAudit: Bilingual(zh: "核对审计链", en: "Verify the chain")
    case .verifyPackage: Bilingual(zh: "核对往来包", en: "Verify a package")
    case .request: Bilingual(zh: "所答的函", en: "Request")
    case .ended: Bilingual(zh: "结束日", en: "End")
    case .ofBatch: Bilingual(zh: "批号", en: "Batch")
    case .register: Bilingual(zh: "登记库", en: "Register")
    case .asOf: Bilingual(zh: "基准日", en: "Date")
    case .office: Bilingual(zh: "街道", en: "Office")
    case .officeAndWorkbook: Bilingual(zh: "街道和工作簿", en: "Office and workbook")
    case .first: Bilingual(zh: "前几名", en: "First")
    case .set(let setting): Bilingual(zh: setting, en: setting)
    case .lot, .drawLot: Bilingual(zh: "抽签", en: "Lot")
    case .output: Bilingual(zh: "输出位置", en: "Output")
    case .outputSheet: Bilingual(zh: "输出表格", en: "Sheet")
    case .format: Bilingual(zh: "格式", en: "Format")
    case .publicList: Bilingual(zh: "公开名单", en: "Public list")
    case .unmask: Bilingual(zh: "显示的字段", en: "Fields shown")
    case .reason: Bilingual(zh: "理由", en: "Reason")
    case .letterTemplate: Bilingual(zh: "函的模板", en: "Letter template")
    case .passwordFile: Bilingual(zh: "密码文件", en: "Password file")
    case .signers: Bilingual(zh: "可信签名人", en: "Trusted signers")
    }
  }
}
