public import Model

extension ConsultError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .nobody:
      .init(
        "consult_nobody", .badData, "没有可以征询的对象", "There is nobody to ask about",
        why: "空函没有意义。", "A letter about nothing helps nobody.",
        toDo: "请检查 \(.office)、\(.first)，或先导入数据并评分。",
        "Check \(.office) and \(.first), or import and score first.")
    case .letterIncomplete(let part):
      .init(
        "letter_incomplete", .usage, "函缺少\(part.zh)", "The letter lacks \(part.en)",
        why: "没有它，对方不知道谁来函、答复给谁。", "Without it nobody knows who asks, or whom to answer.",
        toDo: "请写明\(part.zh)。", "State \(part.en).")
    case .sameBureau(let name):
      .init(
        "same_bureau", .usage, "发函单位和受函单位都是“\(name)”",
        "Sender and addressee are both “\(name)”", why: "征询是两个单位之间的事。",
        "A consultation is between two bureaus.", toDo: "请核对两个单位的名称。",
        "Check both names.")
    case .dueBeforeLetter(let due, let letter):
      .init(
        "due_before_letter", .usage, "答复期限 \(due.iso) 早于函的日期 \(letter.iso)",
        "The answer is due on \(due.iso), before the letter's day \(letter.iso)",
        why: "对方收到时已经过期。", "It would be late on arrival.",
        toDo: "请改期限，或用 \(.asOf) 写明函的日期。", "Change the day, or state the letter's with \(.asOf).")
    case .numberUsed(let number, let title, let day):
      .init(
        "number_used", .usage, "发文字号 \(number) 已用于 \(day.iso) 的《\(title)》",
        "The number \(number) is that of “\(title)” of \(day.iso)",
        why: "一个字号只能是一份函，复函凭它对应。", "A number names one letter; answers go by it.",
        toDo: "请换一个字号。", "Use another number.")
    case .answerBeforeQuestion(let asked, let answered):
      .init(
        "answer_before_question", .usage, "复函日期 \(answered.iso) 早于来函日期 \(asked.iso)",
        "The answer is of \(answered.iso), before the request of \(asked.iso)",
        why: "没有问就不会有答复，日期必有一个不对。", "Nobody answers before being asked; one of the days is wrong.",
        toDo: "请用 \(.asOf) 写明复函的日期。", "State the answer's day with \(.asOf).")
    case .emptyMonth(let month):
      .init(
        "month_empty", .badData, "登记库里没有 \(month) 的任何数据", "The register holds nothing of \(month)",
        why: "没有数字的月报会被当成没有工作。", "A report without figures would pass for no work.",
        toDo: "请先导入这个月的表，或核对月份。", "Import the month's sheets first, or check the month.")
    case .withdrawn(let number, let by, let day):
      .init(
        "request_withdrawn", .badData, "\(number) 已由\(by)于 \(day) 撤回",
        "\(number) was withdrawn by \(by) on \(day)", why: "撤回的函不再征询意见。",
        "What was withdrawn asks for nothing any more.",
        toDo: "\(.listConsultations) 可查看；要再征询请另发一函。",
        "\(.listConsultations) shows it; send another letter to ask again.")
    case .runDiffers(let id):
      .init(
        "run_differs", .badData, "运行 \(id) 重算后名次不同",
        "Run \(id) gives other ranks when it is made again", why: .sameList,
        toDo: "请运行 \(.replay(run: id)) 查明原因，或重新评分后再发函。",
        "Find out with \(.replay(run: id)), or score again before sending.")
    case .digestDiffers(let stated, let found):
      .init(
        "digest_differs", .badData,
        "按包内数据重算，校验值不符：包上写 \(stated.prefix(12))，算得 \(found.prefix(12))",
        "The package's facts give another digest: stated \(stated.prefix(12)), found \(found.prefix(12))",
        why: .sameList, toDo: .askForPackage)
    case .listDiffers(let name):
      .init(
        "list_differs", .badData, "\(name) 与按包内数据重算的名单不同",
        "\(name) is not the list that its facts give", why: .sameList, toDo: .askForPackage)
    case .unmaskUnknown(let field):
      .init(
        "unmask_unknown", .usage, "\(.unmask) 不认识“\(field)”", "\(.unmask) does not know “\(field)”",
        why: "只有 name、resident_id、phone 默认遮盖，可以申请显示。",
        "Only name, resident_id and phone are hidden and can be shown.",
        toDo: "请从 name、resident_id、phone 中选。", "Choose from name, resident_id and phone.")
    case .unmaskWithoutReason(let fields):
      .init(
        "unmask_without_reason", .usage, "要显示 \(fields.joined(separator: "、"))，但没有写理由",
        "To show \(fields.joined(separator: ", ")) a reason is needed; none is given",
        why: "向其他单位显示个人信息要有理由，并记入清单和审计链。",
        "Showing personal data needs a reason; it goes into the manifest and the audit chain.",
        toDo: "请加 \(.reason) “理由”，或去掉 \(.unmask)。", "Add \(.reason), or leave \(.unmask) out.")
    case .replayed(let id, let number):
      .init(
        "package_replayed", .badData, "这个包已经收过：\(number)（\(id)）",
        "This package was received before: \(number) (\(id))",
        why: "重复收件会让同一件事办两次。", "Taking it again would do the same work twice.",
        toDo: "\(.listConsultations) 可查看它；要重看内容用 \(.verifyPackage)。",
        "\(.listConsultations) shows it; \(.verifyPackage) reads it again.")
    case .overtaken(let number, let serial):
      .init(
        "package_overtaken", .badData, "这是旧函（\(number)，第 \(serial) 号包），对方后来又就同样的对象发过新函",
        "An old request (\(number), package \(serial)); a later one about the same is here",
        why: "照旧函答复，对方无法使用。", "An answer to it would be of no use.",
        toDo: "请答复较新的函；如有疑问请联系发出单位。", "Answer the later request; ask the sender if in doubt."
      )
    case .isReply:
      .init(
        "package_is_reply", .usage, "这是复函", "This package is a reply", why: .twoWays,
        toDo: "请用 \(.recordReply)。", "Use \(.recordReply).")
    case .notAReply:
      .init(
        "package_is_no_reply", .usage, "这不是复函", "This package is no reply", why: .twoWays,
        toDo: "请用 \(.receivePackage)。", "Use \(.receivePackage).")
    case .notARequest(let id):
      .init(
        "package_is_no_request", .usage, "\(id) 不是征询函", "\(id) asks for no view", why: .twoWays,
        toDo: .seePackages)
    case .unknown(let prefix):
      .init(
        "consultation_unknown", .noInput, "没有编号为 \(prefix) 的往来包", "There is no package \(prefix)",
        why: "登记库里查不到。", "The register does not know it.", toDo: .seePackages)
    case .requestUnknown(let number, let title):
      .init(
        "request_unknown", .badData, "复函答的是《\(title)》（\(number)），本登记库没有发出过",
        "It answers “\(title)” (\(number)), which this register has never sent",
        why: "没有问过的事，答复无处可记。", "Nobody here is waiting for it.",
        toDo: "请确认 \(.register) 是发函的那个登记库，或联系对方核对来函字号。",
        "Check that \(.register) is the register that asked, or ask the sender.")
    case .requestUnclear(let numbers):
      requestUnclear(numbers)
    case .answeredByOther(let asked, let by):
      .init(
        "answered_by_other", .badData, "征询的是“\(asked)”，答复的是“\(by)”",
        "“\(asked)” was asked, “\(by)” has answered",
        why: "意见只能由被征询的单位提出。", "Only the bureau that was asked can answer.",
        toDo: "请联系两个单位核实。", "Ask both bureaus.")
    case .columnMissing(let column):
      .init(
        "opinion_column_missing", .badData, "意见表缺少列：\(column)",
        "The opinion sheet lacks the column \(column)",
        why: "少了它就对不上每一行。", "Without it rows cannot be told apart.",
        toDo: "请用来函所附的 opinions.xlsx 填写，不要改表头。",
        "Fill in opinions.xlsx from the request and leave its header alone.")
    case .subjectUnknown(let row, let subject):
      inRow(
        row, "opinion_subject_unknown", "来函没有问到“\(subject)”", "“\(subject)” was not asked about",
        why: .rowByRow, toDo: .correctRow)
    case .subjectTwice(let row, let subject):
      inRow(
        row, "opinion_subject_twice", "“\(subject)”已经出现过", "“\(subject)” stands there twice",
        why: .rowByRow, toDo: .correctRow)
    }
  }

  private func requestUnclear(_ numbers: [String]) -> ErrorExplanation {
    let list = numbers.joined(separator: "、")
    return ErrorExplanation(
      "request_unclear", .badData,
      numbers.isEmpty ? "意见表上的名单不属于任何一份发出的征询函" : "意见表上的名单对应多份征询函：\(list)",
      numbers.isEmpty
        ? "The sheet has the list of no request that was sent"
        : "The sheet has the list of several requests: \(list)",
      why: "单独寄回的意见表没有来函字号，只能凭名单对应。",
      "A sheet that comes alone does not say which letter it answers; its list must.",
      toDo: "请用 \(.request) 写明答的是哪一份函；\(.listConsultations) 列出所有往来包。",
      "Name the letter with \(.request); \(.listConsultations) lists them.")
  }

  private func inRow(
    _ row: Int, _ code: String, _ zh: String, _ en: String, why reason: Guidance,
    toDo remedy: Guidance
  ) -> ErrorExplanation {
    ErrorExplanation(
      code, .badData, "意见表第 \(row) 行：\(zh)", "Row \(row) of the opinion sheet: \(en)",
      why: reason, toDo: remedy)
  }
}

extension Guidance {
  fileprivate static let sameList = Guidance(
    "对方凭包内数据应能算出同一份名单。", "Whoever holds the package must come to the same list.")
  fileprivate static let twoWays = Guidance(
    "征询函用 \(.receivePackage) 收，复函用 \(.recordReply) 记。",
    "Requests are taken in with \(.receivePackage), replies with \(.recordReply).")
  fileprivate static let rowByRow = Guidance(
    "答复要与来函逐行对应，不能猜。", "An answer must match the request row by row.")
  fileprivate static let askForPackage = Guidance(
    "没有收下。请把两个校验值告诉发出单位，请其重新发送。",
    "Nothing was kept. Tell the sender both digests and ask for the package again.")
  fileprivate static let seePackages = Guidance(
    "\(.listConsultations) 列出所有往来包。", "\(.listConsultations) lists them.")
  fileprivate static let correctRow = Guidance(
    "请照来函的意见表改正这一行。", "Correct the row after the request's own sheet.")
}
