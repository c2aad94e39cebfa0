public import Model

extension RegisterError {
  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .absent: "register_absent"
    case .cannotOpen: "register_not_opened"
    case .notARegister: "not_a_register"
    case .older: "register_older"
    case .newer: "register_newer"
    case .busy: "register_busy"
    case .diskFull: "disk_full"
    case .inputOutput: "register_input_output"
    case .readOnly: "register_read_only"
    case .batchUnknown: "batch_unknown"
    case .rowUnknown: "row_unknown"
    case .rowNotHeld: "row_not_held"
    case .rowsCollide: "rows_collide"
    case .ambiguous: "id_ambiguous"
    case .runUnknown: "run_unknown"
    case .planUnknown: "plan_unknown"
    case .applicantUnknown: "applicant_unknown"
    }
  }

  /// How the command ends.
  public var status: ExitStatus {
    switch self {
    case .cannotOpen: .cannotCreate
    case .notARegister, .older, .newer, .rowNotHeld, .rowsCollide: .badData
    case .ambiguous: .usage
    case .busy, .diskFull, .inputOutput: .inputOutput
    case .readOnly: .notPermitted
    case .absent, .batchUnknown, .rowUnknown, .runUnknown, .planUnknown, .applicantUnknown:
      .noInput
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .absent(let path):
      Bilingual(zh: "找不到登记库：\(path)", en: "There is no register at \(path)")
    case .cannotOpen(let path):
      Bilingual(zh: "无法打开或建立登记库：\(path)", en: "The register cannot be opened or made: \(path)")
    case .notARegister(let path):
      Bilingual(zh: "这个文件不是登记库，或已损坏：\(path)", en: "Not a register, or damaged: \(path)")
    case .older(let path):
      Bilingual(
        zh: "登记库由正式发布以前的程序写成：\(path)",
        en: "A program from before the first release wrote \(path)")
    case .newer(let path):
      Bilingual(
        zh: "登记库由更新版本的程序写成：\(path)", en: "A later version of the program wrote \(path)")
    case .busy(let path):
      Bilingual(zh: "另一个程序正在写登记库：\(path)", en: "Another process is writing to \(path)")
    case .diskFull(let path):
      Bilingual(zh: "磁盘已满，登记库没有改动：\(path)", en: "The disk is full; \(path) is as it was")
    case .inputOutput(let path, let code):
      Bilingual(
        zh: "读写登记库失败（SQLite \(code)）：\(path)",
        en: "Reading or writing the register failed (SQLite \(code)): \(path)")
    case .readOnly(let path):
      Bilingual(zh: "没有写登记库的权限：\(path)", en: "No right to write to the register: \(path)")
    case .batchUnknown(let id):
      Bilingual(zh: "没有批次 \(id)，或它已经撤回", en: "There is no batch \(id), or it was taken back")
    case .rowUnknown(let id):
      Bilingual(zh: "没有第 \(id) 号行", en: "There is no row \(id)")
    case .rowNotHeld(let id, let outcome):
      Bilingual(
        zh: "第 \(id) 号行不在等待决定（\(outcome.name.zh)）",
        en: "Row \(id) waits for nobody (\(outcome.name.en))")
    case .rowsCollide(let id, let other):
      Bilingual(
        zh: "第 \(id) 号行和第 \(other) 号行不能都保留",
        en: "Rows \(id) and \(other) cannot both be kept")
    case .ambiguous(let reference, let candidates):
      Bilingual(
        zh: "“\(reference)”对应不止一个编号：\(candidates.joined(separator: "、"))",
        en: "“\(reference)” fits more than one id: \(candidates.joined(separator: ", "))")
    case .runUnknown(let id):
      Bilingual(zh: "没有评分运行 \(id)", en: "There is no run \(id)")
    case .planUnknown(let id):
      Bilingual(zh: "没有配备方案 \(id)", en: "There is no plan \(id)")
    case .applicantUnknown(let number):
      Bilingual(
        zh: "这次运行里没有报名序号 \(number)", en: "The run has no application number \(number)")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .absent:
      Bilingual(zh: "要读的内容都在登记库里。", en: "What is to be read is in the register.")
    case .cannotOpen, .readOnly:
      Bilingual(zh: "导入和评分都要记在登记库里。", en: "Imports and runs are recorded in the register.")
    case .notARegister, .newer:
      Bilingual(zh: "继续写会毁掉它的内容。", en: "Writing on would destroy what it holds.")
    case .older:
      Bilingual(
        zh: "它的表和现在的不同，不能接着用；文件没有改动。",
        en: "Its tables are not those of today, so it cannot be used on; the file is as it was.")
    case .ambiguous:
      Bilingual(zh: "不能确定指的是哪一个。", en: "Which one is meant cannot be told.")
    case .busy:
      Bilingual(zh: "同时只能有一个程序写。", en: "Only one process writes at a time.")
    case .diskFull, .inputOutput:
      Bilingual(zh: "没有写完的内容已全部撤销。", en: "What was not finished has been rolled back.")
    case .rowNotHeld:
      Bilingual(
        zh: "只有暂缓的行才由人决定；被退回的行要改好再导入。",
        en: "Only held rows are decided; a rejected row is mended and imported again.")
    case .rowsCollide:
      Bilingual(
        zh: "它们的报名序号或身份证号相同，收下的行里不许重复。",
        en: "They share the application number or the person, which accepted rows never do.")
    case .batchUnknown, .rowUnknown, .runUnknown, .planUnknown, .applicantUnknown:
      Bilingual(zh: "登记库里查不到。", en: "The register does not know it.")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .absent:
      Bilingual(
        zh: "请先导入表格，或用 --database 指定登记库。",
        en: "Import sheets first, or name the register with --database.")
    case .cannotOpen:
      Bilingual(
        zh: "请检查文件夹是否存在，或用 --database 指定别处。",
        en: "Check that the folder exists, or name another place with --database.")
    case .notARegister:
      Bilingual(
        zh: "请用 --database 指定正确的文件；若确是登记库，请从备份恢复。",
        en: "Name the right file with --database; if this was the register, restore a backup.")
    case .older:
      Bilingual(
        zh: "请用 --database 另建一个登记库，把原来的表格重新导入。",
        en: "Name a new register with --database and import the sheets anew.")
    case .ambiguous:
      Bilingual(zh: "请多写几位。", en: "Write more of its digits.")
    case .newer: Bilingual(zh: "请升级本程序。", en: "Update this program.")
    case .busy: Bilingual(zh: "请等它结束后重试。", en: "Try again when it has ended.")
    case .diskFull, .inputOutput:
      Bilingual(zh: "请腾出空间或检查磁盘后重试。", en: "Free some space or check the disk, then try again.")
    case .readOnly:
      Bilingual(zh: "请让管理员授权，或用 --database 指定别处。", en: "Ask for the right, or use --database.")
    case .batchUnknown:
      Bilingual(zh: "xieguan batches 列出所有批次。", en: "`xieguan batches` lists them.")
    case .rowUnknown, .rowNotHeld:
      Bilingual(
        zh: "xieguan decide（不带行号）列出等待决定的行。",
        en: "`xieguan decide` without rows lists those that wait.")
    case .rowsCollide:
      Bilingual(
        zh: "只留一行；如果确是两个人，请让报送单位改正后再导入。",
        en: "Keep one of them; if they are two people, have the sender correct the sheet.")
    case .planUnknown:
      Bilingual(
        zh: "xieguan plans 列出所有方案；编号可只写前几位。",
        en: "`xieguan plans` lists them; the first digits of an id will do.")
    case .runUnknown:
      Bilingual(
        zh: "运行编号由 xieguan score 给出，可只写前几位。",
        en: "`xieguan score` prints a run's id; its first digits will do.")
    case .applicantUnknown:
      Bilingual(
        zh: "请核对报名序号；被退回或暂缓的行不在评分里。",
        en: "Check the number; rejected and held rows are not scored.")
    }
  }
}
