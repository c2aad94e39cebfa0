public import Model

extension ConsultError {
  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .nobody: "consult_nobody"
    case .runDiffers: "run_differs"
    case .digestDiffers: "digest_differs"
    case .listDiffers: "list_differs"
    case .unmaskUnknown: "unmask_unknown"
    case .unmaskWithoutReason: "unmask_without_reason"
    case .replayed: "package_replayed"
    case .overtaken: "package_overtaken"
    case .isReply: "package_is_reply"
    case .notAReply: "package_is_no_reply"
    case .notARequest: "package_is_no_request"
    case .unknown: "consultation_unknown"
    case .requestUnknown: "request_unknown"
    case .answeredByOther: "answered_by_other"
    case .columnMissing: "opinion_column_missing"
    case .subjectUnknown: "opinion_subject_unknown"
    case .subjectTwice: "opinion_subject_twice"
    case .opinionWrong: "opinion_wrong"
    case .dateWrong: "opinion_date_wrong"
    }
  }

  /// How the command ends.
  public var status: ExitStatus {
    switch self {
    case .unmaskUnknown, .unmaskWithoutReason, .isReply, .notAReply, .notARequest: .usage
    case .unknown: .noInput
    default: .badData
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .nobody: Bilingual(zh: "没有可以征询的对象", en: "There is nobody to ask about")
    case .runDiffers(let id):
      Bilingual(
        zh: "运行 \(id) 重算后名次不同", en: "Run \(id) gives other ranks when it is made again")
    case .digestDiffers(let stated, let found):
      Bilingual(
        zh: "按包内数据重算，校验值不符：包上写 \(stated.prefix(12))，算得 \(found.prefix(12))",
        en:
          "The package's facts give another digest: stated \(stated.prefix(12)), found \(found.prefix(12))"
      )
    case .listDiffers(let name):
      Bilingual(
        zh: "\(name) 与按包内数据重算的名单不同", en: "\(name) is not the list that its facts give")
    case .unmaskUnknown(let field):
      Bilingual(zh: "--unmask 不认识“\(field)”", en: "--unmask does not know “\(field)”")
    case .unmaskWithoutReason(let fields):
      Bilingual(
        zh: "要显示 \(fields.joined(separator: "、"))，但没有写理由",
        en: "To show \(fields.joined(separator: ", ")) a reason is needed; none is given")
    case .replayed(let id, let number):
      Bilingual(
        zh: "这个包已经收过：\(number)（\(id)）",
        en: "This package was received before: \(number) (\(id))")
    case .overtaken(let number, let serial):
      Bilingual(
        zh: "这是旧函（\(number)，第 \(serial) 号包），对方后来又就同样的对象发过新函",
        en: "An old request (\(number), package \(serial)); a later one about the same is here")
    case .isReply: Bilingual(zh: "这是复函", en: "This package is a reply")
    case .notAReply: Bilingual(zh: "这不是复函", en: "This package is no reply")
    case .notARequest(let id):
      Bilingual(zh: "\(id) 不是征询函", en: "\(id) asks for no view")
    case .unknown(let prefix):
      Bilingual(zh: "没有编号为 \(prefix) 的往来包", en: "There is no package \(prefix)")
    case .requestUnknown(let number, let title):
      Bilingual(
        zh: "复函答的是《\(title)》（\(number)），本登记库没有发出过",
        en: "It answers “\(title)” (\(number)), which this register has never sent")
    case .answeredByOther(let asked, let by):
      Bilingual(
        zh: "征询的是“\(asked)”，答复的是“\(by)”", en: "“\(asked)” was asked, “\(by)” has answered")
    case .columnMissing(let column):
      Bilingual(zh: "意见表缺少列：\(column)", en: "The opinion sheet lacks the column \(column)")
    case .subjectUnknown(let row, let subject):
      Bilingual(
        zh: "意见表第 \(row) 行：来函没有问到“\(subject)”",
        en: "Row \(row) of the opinion sheet: “\(subject)” was not asked about")
    case .subjectTwice(let row, let subject):
      Bilingual(
        zh: "意见表第 \(row) 行：“\(subject)”已经出现过",
        en: "Row \(row) of the opinion sheet: “\(subject)” stands there twice")
    case .opinionWrong(let row, let text):
      Bilingual(
        zh: "意见表第 \(row) 行：看不懂的意见“\(text)”",
        en: "Row \(row) of the opinion sheet: “\(text)” is no opinion")
    case .dateWrong(let row, let text):
      Bilingual(
        zh: "意见表第 \(row) 行：看不懂的日期“\(text)”",
        en: "Row \(row) of the opinion sheet: “\(text)” is no date")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .nobody:
      Bilingual(zh: "空函没有意义。", en: "A letter about nothing helps nobody.")
    case .runDiffers, .digestDiffers, .listDiffers:
      Bilingual(
        zh: "对方凭包内数据应能算出同一份名单。",
        en: "Whoever holds the package must come to the same list.")
    case .unmaskUnknown:
      Bilingual(
        zh: "只有 name、resident_id、phone 默认遮盖，可以申请显示。",
        en: "Only name, resident_id and phone are hidden and can be shown.")
    case .unmaskWithoutReason:
      Bilingual(
        zh: "向其他单位显示个人信息要有理由，并记入清单和审计链。",
        en: "Showing personal data needs a reason; it goes into the manifest and the audit chain.")
    case .replayed:
      Bilingual(zh: "重复收件会让同一件事办两次。", en: "Taking it again would do the same work twice.")
    case .overtaken:
      Bilingual(zh: "照旧函答复，对方无法使用。", en: "An answer to it would be of no use.")
    case .isReply, .notAReply, .notARequest:
      Bilingual(
        zh: "征询函用 receive 收，复函用 record 记。",
        en: "Requests are taken in with `receive`, replies with `record`.")
    case .unknown: Bilingual(zh: "登记库里查不到。", en: "The register does not know it.")
    case .requestUnknown:
      Bilingual(zh: "没有问过的事，答复无处可记。", en: "Nobody here is waiting for it.")
    case .answeredByOther:
      Bilingual(zh: "意见只能由被征询的单位提出。", en: "Only the bureau that was asked can answer.")
    case .columnMissing:
      Bilingual(zh: "少了它就对不上每一行。", en: "Without it rows cannot be told apart.")
    case .subjectUnknown, .subjectTwice:
      Bilingual(
        zh: "答复要与来函逐行对应，不能猜。", en: "An answer must match the request row by row.")
    case .opinionWrong, .dateWrong:
      Bilingual(zh: "意见要记准，程序不猜。", en: "An opinion is recorded exactly; nothing is guessed.")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .nobody:
      Bilingual(
        zh: "请检查 --office、--first，或先导入数据并评分。",
        en: "Check --office and --first, or import and score first.")
    case .runDiffers(let id):
      Bilingual(
        zh: "请运行 xieguan replay \(id) 查明原因，或重新评分后再发函。",
        en: "Find out with `xieguan replay \(id)`, or score again before sending.")
    case .digestDiffers, .listDiffers:
      Bilingual(
        zh: "没有收下。请把两个校验值告诉发出单位，请其重新发送。",
        en: "Nothing was kept. Tell the sender both digests and ask for the package again.")
    case .unmaskUnknown:
      Bilingual(
        zh: "请从 name、resident_id、phone 中选。", en: "Choose from name, resident_id and phone.")
    case .unmaskWithoutReason:
      Bilingual(zh: "请加 --reason “理由”，或去掉 --unmask。", en: "Add --reason, or leave --unmask out.")
    case .replayed:
      Bilingual(
        zh: "xieguan consult list 可查看它；要重看内容用 xieguan consult verify。",
        en: "`xieguan consult list` shows it; `xieguan consult verify` reads it again.")
    case .overtaken:
      Bilingual(
        zh: "请答复较新的函；如有疑问请联系发出单位。",
        en: "Answer the later request; ask the sender if in doubt.")
    case .isReply: Bilingual(zh: "请用 xieguan consult record。", en: "Use `xieguan consult record`.")
    case .notAReply:
      Bilingual(zh: "请用 xieguan consult receive。", en: "Use `xieguan consult receive`.")
    case .notARequest, .unknown:
      Bilingual(zh: "xieguan consult list 列出所有往来包。", en: "`xieguan consult list` lists them.")
    case .requestUnknown:
      Bilingual(
        zh: "请确认 --database 是发函的那个登记库，或联系对方核对来函字号。",
        en: "Check that --database is the register that asked, or ask the sender.")
    case .answeredByOther:
      Bilingual(zh: "请联系两个单位核实。", en: "Ask both bureaus.")
    case .columnMissing:
      Bilingual(
        zh: "请用来函所附的 opinions.xlsx 填写，不要改表头。",
        en: "Fill in opinions.xlsx from the request and leave its header alone.")
    case .subjectUnknown, .subjectTwice:
      Bilingual(zh: "请照来函的意见表改正这一行。", en: "Correct the row after the request's own sheet.")
    case .opinionWrong:
      Bilingual(zh: "请填“同意”“不同意”或“说明”，没有意见就留空。", en: "Write 同意, 不同意 or 说明, or leave it blank.")
    case .dateWrong:
      Bilingual(zh: "请写成 2024-06-10 的样子，或留空。", en: "Write it as 2024-06-10, or leave it blank.")
    }
  }
}
