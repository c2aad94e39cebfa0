import Model

extension Step {
  /// The step as it is typed: the command or the option, with what stands for its values.
  static let typed: StepWording = { step, language in
    switch step {
    case .importSheet(let kind): command("import \(kind)", language)
    case .importPosts:
      command(language == .zh ? "import posts 招聘计划.csv" : "import posts FILE", language)
    case .takeGoodRows: "--partial"
    case .template(let kind): command("template\(kind.map { " " + $0 } ?? "")", language)
    case .listBatches: command("batches", language)
    case .listHeldRows:
      command("decide", language) + (language == .zh ? "（不带行号）" : " without rows")
    case .decide: command("decide", language)
    case .keepRow:
      language == .zh
        ? "xieguan decide 行号 --keep --by 姓名 --reason 理由"
        : "xieguan decide ROW --keep --by NAME --reason TEXT"
    case .confirmChanges:
      language == .zh
        ? "xieguan import applicants 文件 --by 姓名 --reason 理由"
        : "`xieguan import applicants FILE --by NAME --reason TEXT`"
    case .answerForChanges:
      language == .zh ? "--by 姓名 --reason 理由" : "--by NAME --reason TEXT"
    case .score: command("score", language)
    case .scoreWithLot: command("score --lot", language)
    case .ranking(let run): command("ranking \(run)", language)
    case .replay(let run): command("replay \(run)", language)
    case .makePlan: command("plan", language)
    case .listPlans: command("plans", language)
    case .checkPolicy: command("policy check", language)
    case .exportJob: command("scale export", language)
    case .collectResults(let folder): command("scale collect \(folder)", language)
    case .makeKey:
      command("consult key --output " + (language == .zh ? "文件" : "FILE"), language)
    case .listConsultations: command("consult list", language)
    case .oversee(let what): command("oversee \(what)", language)
    case .listRetention: command("retention list", language)
    case .receivePackage: command("consult receive", language)
    case .recordReply: command("consult record", language)
    case .keepOpinions:
      language == .zh ? "--keep --by 姓名 --reason 理由" : "--keep --by NAME --reason TEXT"
    case .addScan: language == .zh ? "--scan 文件 --by 姓名" : "--scan FILE --by NAME"
    case .verifyAudit: command("audit verify", language)
    case .verifyPackage: command("consult verify", language)
    case .request: "--request"
    case .ended: "--ended"
    case .ofBatch: "--batch"
    case .register: "--database"
    case .asOf: "--as-of"
    case .office: "--office"
    case .officeAndWorkbook:
      language == .zh
        ? "--office 街道代码 和 --output 文件.xlsx" : "--office CODE and --output FILE.xlsx"
    case .first: "--first"
    case .set(let setting): "--set \(setting)"
    case .lot: "--lot"
    case .drawLot: language == .zh ? "--lot 种子" : "--lot SEED"
    case .output: "--output"
    case .outputSheet: language == .zh ? "--output 文件.csv" : "--output FILE.csv"
    case .format: "--format"
    case .publicList: "--public"
    case .unmask: "--unmask"
    case .reason: "--reason"
    case .letterTemplate: "--letter"
    case .passwordFile: "--password-file"
    case .signers: "--signers"
    }
  }

  private static func command(_ words: String, _ language: Language) -> String {
    language == .zh ? "xieguan \(words)" : "`xieguan \(words)`"
  }
}
