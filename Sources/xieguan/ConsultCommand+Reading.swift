import ArgumentParser
import Model
import Planner
import Register

/// `xieguan consult list`: what was sent and received, and what became of it.
struct ConsultListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "What was sent and received 往来台账")

  @OptionGroup var global: GlobalOptions

  /// A package as JSON.
  private struct Item: Encodable {
    let package: String
    let direction: String
    let kind: String
    let matter: String
    let number: String
    let title: String
    let from: String
    let to: String
    let sentOn: String
    let dueOn: String?
    let state: String
    let replies: [String]
    let manifestSHA256: String

    enum CodingKeys: String, CodingKey {
      case package, direction, kind, matter, number, title, from, to, state, replies
      case sentOn = "sent_on"
      case dueOn = "due_on"
      case manifestSHA256 = "manifest_sha256"
    }
  }

  func run() throws {
    let register = try global.existingRegister()
    let overview = try ConsultOverview(of: register, asOf: global.evaluationDate)
    if global.json {
      let items = overview.lines.map { line in
        Item(
          package: line.entry.id, direction: line.entry.direction.rawValue, kind: line.entry.kind,
          matter: line.entry.matter, number: line.entry.number, title: line.entry.title,
          from: line.entry.from, to: line.entry.to, sentOn: line.entry.sentOn.iso,
          dueOn: line.entry.dueOn?.iso, state: line.state.rawValue,
          replies: line.replies.map(\.id), manifestSHA256: line.entry.manifestSHA256)
      }
      return try Console.result(json: ["consultations": items])
    }
    for line in overview.lines { Console.result(Self.text(line, global.language)) }
    if overview.lines.isEmpty {
      Console.say(global.language == .zh ? "还没有往来" : "nothing yet")
    }
  }

  private static func text(_ line: ConsultOverview.Line, _ language: Language) -> String {
    let zh = language == .zh
    let entry = line.entry
    let way =
      entry.direction == .sent
      ? (zh ? "发往 \(entry.to)" : "to \(entry.to)")
      : (zh ? "来自 \(entry.from)" : "from \(entry.from)")
    let due = entry.dueOn.map { zh ? "，期限 \($0.iso)" : ", due \($0.iso)" } ?? ""
    let replies = line.replies.map { "\($0.number) \($0.sentOn.iso)" }.joined(separator: "; ")
    let state =
      switch line.state {
      case .answered: zh ? "已答复（\(replies)）" : "answered (\(replies))"
      case .overdue: zh ? "逾期未复（不影响招聘）" : "overdue (hiring may go on)"
      case .open: zh ? "待答复" : "open"
      case .none: zh ? "无需答复" : "no reply expected"
      }
    return
      "\(entry.id)  \(entry.sentOn.iso)  \(way)  \(entry.number)《\(entry.title)》\(due)  \(state)"
  }
}

/// `xieguan consult opinions`: what was answered to a request.
struct ConsultOpinionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opinions", abstract: "The opinions on a request, as CSV 意见明细")

  @Argument(help: "The request's id, its first digits, or latest 来函或去函编号.")
  var request: String

  @Option(help: "The file to write; without it, the standard output.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ConsultOverview.writeOpinions(
      on: request, of: global.existingRegister(), to: output)
  }
}
