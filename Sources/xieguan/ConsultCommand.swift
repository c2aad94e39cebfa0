public import ArgumentParser
import Consultation
public import Model
import Planner
import Policy
import Register

/// `xieguan consult`: packages between bureaus.
struct ConsultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consult", abstract: "Signed packages between bureaus 征询与往来",
    subcommands: [
      ConsultKeyCommand.self, ConsultRequestCommand.self, ConsultReceiveCommand.self,
      ConsultReplyCommand.self, ConsultRecordCommand.self, ConsultVerifyCommand.self,
      ConsultListCommand.self, ConsultOpinionsCommand.self, ConsultReportCommand.self,
    ])
}

/// `xieguan consult key`: a bureau's own key.
struct ConsultKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make a key that signs packages 新建签名密钥")

  @Option(help: "The private key's file; the public one gets .pub 私钥文件.")
  var output: String

  @Option(help: "The bureau's name 单位名称.")
  var bureau: String

  @OptionGroup var global: OutputOptions

  func validate() throws {
    guard !bureau.isEmpty, !bureau.contains(where: { $0.isWhitespace || ",\"*?!".contains($0) })
    else {
      throw ValidationError("A bureau's name has no spaces, commas or quotes 单位名称不能有空格、逗号或引号。")
    }
  }

  func run() throws {
    let key = SigningKey(comment: bureau)
    try key.write(to: output)
    let zh = global.language == .zh
    Console.result("\(bureau) \(key.publicKey.line)")
    Console.say(
      zh
        ? "指纹 \(key.publicKey.fingerprint)。把上面一行发给对方，放进其可信签名人名单；私钥 \(output) 不要外传。"
        : "Fingerprint \(key.publicKey.fingerprint). Give the line above to the other bureau for its trusted signers; keep \(output) to yourself."
    )
  }
}

/// `xieguan consult request`: asks for a view.
struct ConsultRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Ask for a view on a list or a plan 发函征询意见")

  @Argument(help: "The run: its id, its first digits, or latest 运行编号.")
  var runID: String?

  @Flag(help: "Ask about the headcount plan instead 征询配备建议.")
  var plan = false

  @Option(help: "Only this office 街道代码.")
  var office: String?

  @Option(help: "Only the first N ranks of each office 只征询前几名.")
  var first: Int?

  @Option(name: .customLong("from"), help: "Our bureau, as on the letter 发函单位.")
  var sender: String

  @Option(name: .customLong("to"), help: "The bureau that is asked 受函单位.")
  var addressee: String

  @Option(help: "Until when an answer is hoped for 答复期限, YYYY-MM-DD.")
  var due: CivilDate?

  @Option(
    help: "Personal fields to show in full, with commas 显示的个人信息: name, resident_id, phone.")
  var unmask: String?

  @Option(help: "Why they are shown 理由.")
  var reason: String?

  @Option(help: "A secret file of 32 bytes for pseudonyms 化名密钥.")
  var pseudonymKey: String?

  @OptionGroup var sending: DispatchOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (runID != nil) != plan else {
      throw ValidationError("Name a run, or ask with --plan 请写运行编号，或用 --plan。")
    }
    guard first.map({ $0 > 0 && !plan }) ?? true else {
      throw ValidationError("--first takes a number from 1 and a run 请写 1 以上的数，并写运行编号。")
    }
  }

  func run() throws {
    let register = try global.existingRegister()
    var dispatch = try sending.dispatch(from: sender, to: addressee, global)
    dispatch.due = due
    let question: ConsultRequest.Question =
      try runID.map { .ranking(run: $0, first: first) }
      ?? .plan(global.pack, asOf: global.evaluationDate)
    let disclosure = try Disclosure(
      unmasking: unmask?.split(separator: ",").map(String.init) ?? [], reason: reason,
      pseudonyms: pseudonymKey.map { try Pseudonym(keyFile: $0) })
    let entry = try ConsultRequest(question, office: office, disclosure: disclosure)
      .send(dispatch, from: register)
    try Console.sent(entry, output: sending.output, global)
  }
}

/// `xieguan consult report`: the month's figures.
struct ConsultReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Report a month's figures, no persons 每月情况函报")

  @Option(help: "The month 月份, YYYY-MM.")
  var month: CivilMonth

  @Option(name: .customLong("from"), help: "Our bureau, as on the letter 发函单位.")
  var sender: String

  @Option(name: .customLong("to"), help: "The other bureau 受函单位.")
  var addressee: String

  @OptionGroup var sending: DispatchOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    let dispatch = try sending.dispatch(from: sender, to: addressee, global)
    let entry = try ConsultReport(month: month, policy: global.pack).send(dispatch, from: register)
    try Console.sent(entry, output: sending.output, global)
  }
}

extension CivilMonth: ExpressibleByArgument {
  /// Reads `YYYY-MM`.
  public init?(argument: String) {
    self.init(iso: argument)
  }
}

extension Console {
  /// Says what was sent.
  static func sent(_ entry: ConsultationEntry, output: String, _ global: GlobalOptions) throws {
    if global.json {
      return try result(
        json: SentResult(
          package: entry.id, manifestSHA256: entry.manifestSHA256, kind: entry.kind,
          number: entry.number, to: entry.to, serial: entry.serial, output: output))
    }
    result(
      global.language == .zh
        ? "已生成 \(output)：\(entry.number)《\(entry.title)》，致\(entry.to)；编号 \(entry.id)"
        : "made \(output): \(entry.number) “\(entry.title)” to \(entry.to); id \(entry.id)")
    say(
      global.language == .zh
        ? "请先看 letter.html；letter.docx 可以另存修改后用印，但包内文件改动后签名即失效。"
        : "Read letter.html first; edit a copy of letter.docx, because a change inside the package breaks its signature."
    )
  }
}
