import ArgumentParser
import Model
import Planner

/// `xieguan consult request`: asks for a view.
struct ConsultRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Ask for a view on a list or a plan 发函征询意见")

  @Argument(help: "The run: its id, its first digits, or latest 运行编号.")
  var runID: String?

  @Flag(help: "Ask about the headcount plan instead 征询配备建议.")
  var plan = false

  @Option(help: "Only this office 街道代码或名称.")
  var office: String?

  @Option(help: "Only the first N ranks of each office 只征询前几名.")
  var first: Int?

  @OptionGroup var parties: Parties

  @Option(help: "Until when an answer is hoped for 答复期限, YYYY-MM-DD.")
  var due: CivilDate?

  @Flag(help: "Mask the names too 遮盖姓名; recusal cannot be judged then.")
  var mask = false

  @Option(
    help: "More personal fields to show in full, with commas 另行显示的个人信息: resident_id, phone.")
  var unmask: String?

  @Option(help: "Why they are shown 理由.")
  var reason: String?

  @Option(help: "A secret file of 32 bytes for pseudonyms 化名密钥.")
  var pseudonymKey: String?

  @OptionGroup var outgoing: OutgoingOptions
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
    let disclosure = try Disclosure(
      unmasking: unmask?.split(separator: ",").map(String.init) ?? [], reason: reason,
      masksNames: mask, pseudonymKey: pseudonymKey)
    try outgoing.package(global, parties, due: due).request(
      runID.map { .ranking(run: $0, first: first) }
        ?? .plan(global.pack, asOf: global.evaluationDate),
      office: register.officeCode(meantBy: office), disclosure: disclosure, from: register)
  }
}
