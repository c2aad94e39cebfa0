public import Model

extension RegisterError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .absent(let path):
      .init(
        "register_absent", .noInput, "找不到登记库：\(path)", "There is no register at \(path)",
        why: "要读的内容都在登记库里。", "What is to be read is in the register.",
        toDo: "请先导入表格，或用 \(.register) 指定登记库。",
        "Import sheets first, or name the register with \(.register).")
    case .cannotOpen(let path):
      .init(
        "register_not_opened", .cannotCreate, "无法打开或建立登记库：\(path)",
        "The register cannot be opened or made: \(path)", why: .allIsRecorded,
        toDo: "请检查文件夹是否存在，或用 \(.register) 指定别处。",
        "Check that the folder exists, or name another place with \(.register).")
    case .notARegister(let path):
      .init(
        "not_a_register", .badData, "这个文件不是登记库，或已损坏：\(path)", "Not a register, or damaged: \(path)",
        why: .wouldBeDestroyed,
        toDo: "请用 \(.register) 指定正确的文件；若确是登记库，请从备份恢复。",
        "Name the right file with \(.register); if this was the register, restore a backup.")
    case .older(let path):
      .init(
        "register_older", .badData, "登记库由正式发布以前的程序写成：\(path)",
        "A program from before the first release wrote \(path)",
        why: "它的表和现在的不同，不能接着用；文件没有改动。",
        "Its tables are not those of today, so it cannot be used on; the file is as it was.",
        toDo: "请用 \(.register) 另建一个登记库，把原来的表格重新导入。",
        "Name a new register with \(.register) and import the sheets anew.")
    case .newer(let path):
      .init(
        "register_newer", .badData, "登记库由更新版本的程序写成：\(path)",
        "A later version of the program wrote \(path)", why: .wouldBeDestroyed,
        toDo: "请升级本程序。", "Update this program.")
    case .busy(let path):
      .init(
        "register_busy", .inputOutput, "另一个程序正在写登记库：\(path)",
        "Another process is writing to \(path)",
        why: "同时只能有一个程序写。", "Only one process writes at a time.",
        toDo: "请等它结束后重试。", "Try again when it has ended.")
    case .diskFull(let path):
      .init(
        "disk_full", .inputOutput, "磁盘已满，登记库没有改动：\(path)", "The disk is full; \(path) is as it was",
        why: .rolledBack, toDo: .checkDisk)
    case .inputOutput(let path, let code):
      .init(
        "register_input_output", .inputOutput, "读写登记库失败（SQLite \(code)）：\(path)",
        "Reading or writing the register failed (SQLite \(code)): \(path)", why: .rolledBack,
        toDo: .checkDisk)
    case .readOnly(let path):
      .init(
        "register_read_only", .notPermitted, "没有写登记库的权限：\(path)",
        "No right to write to the register: \(path)", why: .allIsRecorded,
        toDo: "请让管理员授权，或用 \(.register) 指定别处。", "Ask for the right, or use \(.register).")
    case .batchUnknown(let id):
      .init(
        "batch_unknown", .noInput, "没有批次 \(id)，或它已经撤回",
        "There is no batch \(id), or it was taken back", why: .notKnown,
        toDo: "\(.listBatches) 列出所有批次。", "\(.listBatches) lists them.")
    case .officesNamed(let batch, let codes):
      .init(
        "offices_named", .badData,
        "第 \(batch) 批的街道 \(codes.joined(separator: "、")) 有人报名，不能撤回",
        "Batch \(batch) cannot be taken back: people have applied at its office(s) \(codes.joined(separator: ", "))",
        why: "撤回后这些人就没有街道，也不会改排到别的街道。",
        "They would have no office, and nobody is moved to another.",
        toDo: "请先导入含有这些街道的新表，或先撤回这些报名表。",
        "First import a sheet that names these offices, or take those applicants' sheets back.")
    case .rowUnknown(let id):
      .init(
        "row_unknown", .noInput, "没有第 \(id) 号行", "There is no row \(id)", why: .notKnown,
        toDo: .seeHeldRows)
    case .rowNotHeld(let id, let outcome):
      .init(
        "row_not_held", .badData, "第 \(id) 号行不在等待决定（\(outcome.name.zh)）",
        "Row \(id) waits for nobody (\(outcome.name.en))",
        why: "只有暂缓的行才由人决定；被退回的行要改好再导入。",
        "Only held rows are decided; a rejected row is mended and imported again.",
        toDo: .seeHeldRows)
    case .rowUndecided(let id):
      .init(
        "row_undecided", .badData, "第 \(id) 号行没有可撤销的决定",
        "There is no decision on row \(id) that could be taken back",
        why: "没有人决定过，或决定已经撤销。", "Nobody decided, or it was taken back already.",
        toDo: .seeHeldRows)
    case .rowsCollide(let id, let other):
      .init(
        "rows_collide", .badData, "第 \(id) 号行和第 \(other) 号行不能都保留",
        "Rows \(id) and \(other) cannot both be kept",
        why: "它们的报名序号或身份证号相同，收下的行里不许重复。",
        "They share the application number or the person, which accepted rows never do.",
        toDo: "只留一行；如果确是两个人，请让报送单位改正后再导入。",
        "Keep one of them; if they are two people, have the sender correct the sheet.")
    case .ambiguous(let reference, let candidates):
      .init(
        "id_ambiguous", .usage,
        "“\(reference)”对应不止一个编号：\(candidates.joined(separator: "、"))",
        "“\(reference)” fits more than one id: \(candidates.joined(separator: ", "))",
        why: "不能确定指的是哪一个。", "Which one is meant cannot be told.",
        toDo: "请多写几位。", "Write more of its digits.")
    case .runUnknown(let id):
      .init(
        "run_unknown", .noInput, "没有评分运行 \(id)", "There is no run \(id)", why: .notKnown,
        toDo: "运行编号由 \(.score) 给出，可只写前几位。",
        "\(.score) prints a run's id; its first digits will do.")
    case .planUnknown(let id):
      .init(
        "plan_unknown", .noInput, "没有配备方案 \(id)", "There is no plan \(id)", why: .notKnown,
        toDo: "\(.listPlans) 列出所有方案；编号可只写前几位。",
        "\(.listPlans) lists them; the first digits of an id will do.")
    case .applicantUnknown(let number):
      .init(
        "applicant_unknown", .noInput, "这次运行里没有报名序号 \(number)",
        "The run has no application number \(number)", why: .notKnown,
        toDo: "请核对报名序号；被退回或暂缓的行不在评分里。",
        "Check the number; rejected and held rows are not scored.")
    case .journalLeft(let path, let journal):
      .init(
        "register_journal_left", .cannotCreate, "登记库不在，却留有它的日志文件：\(journal)",
        "There is a journal without its register: \(journal)",
        why: "登记库被移走了，日志还在原处；没有日志，移走的登记库可能无法复原。",
        "The register \(path) was moved away; without its journal it may not be restored.",
        toDo: "请把日志文件移到登记库旁边，或用 \(.register) 指定别处。",
        "Move the journal beside the register, or name another place with \(.register).")
    }
  }
}

extension Guidance {
  fileprivate static let allIsRecorded = Guidance(
    "导入和评分都要记在登记库里。", "Imports and runs are recorded in the register.")
  fileprivate static let wouldBeDestroyed = Guidance(
    "继续写会毁掉它的内容。", "Writing on would destroy what it holds.")
  fileprivate static let rolledBack = Guidance(
    "没有写完的内容已全部撤销。", "What was not finished has been rolled back.")
  fileprivate static let notKnown = Guidance("登记库里查不到。", "The register does not know it.")
  fileprivate static let checkDisk = Guidance(
    "请腾出空间或检查磁盘后重试。", "Free some space or check the disk, then try again.")
  fileprivate static let seeHeldRows = Guidance(
    "\(.listHeldRows)列出等待决定的行。", "\(.listHeldRows) lists those that wait.")
}
