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
