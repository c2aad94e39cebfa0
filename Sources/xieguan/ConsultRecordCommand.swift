import ArgumentParser
import Planner

/// `xieguan consult record`: takes an answer in.
struct ConsultRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Take the answer into the register 登记复函",
    discussion: """
      The answer is a package, or opinions.xlsx alone as it was filled in and mailed back. The sheet \
      alone is unsigned and marked so until --scan adds the digest of the stamped letter.
      """)

  @OptionGroup var incoming: IncomingOptions

  @Option(help: "Whose keys we trust 可信签名人名单 (OpenSSH allowed_signers).")
  var signers = "allowed_signers"

  @Option(help: "The request that a sheet alone answers 所答的函: its id or number.")
  var request: String?

  @Option(help: "The stamped scan of a sheet that came alone 盖章扫描件; its digest is kept.")
  var scan: String?

  @Flag(help: "Let the opinions that wait count after all 采用待定的意见.")
  var keep = false

  @Option(help: "Who decides so, or takes a sheet in that came alone 经办人.")
  var by: String?

  @Option(help: "Why 理由.")
  var reason: String?

  @OptionGroup var global: GlobalOptions

  private var isSheet: Bool { ReturnedOpinions.isSheet(incoming.package) }

  func validate() throws {
    guard !keep || (by != nil && reason != nil) else {
      throw ValidationError("--keep needs --by and --reason 采用待定意见要写决定人和理由。")
    }
    guard !isSheet || by?.contains(where: { !$0.isWhitespace }) == true else {
      throw ValidationError("A sheet that comes alone needs --by 登记未签名的意见表要写经办人。")
    }
    guard isSheet || (request == nil && scan == nil) else {
      throw ValidationError(
        "--request and --scan are for opinions.xlsx alone 只用于单独寄回的意见表。")
    }
  }

  func run() throws {
    let decision = keep ? by.flatMap { by in reason.map { (by, $0) } } : nil
    if isSheet, let by {
      let sheet = ReturnedOpinions(
        path: incoming.package, by: by, on: try global.evaluationDate, at: global.moment)
      return try global.change {
        try sheet.record(into: $0, answering: request, scan: scan, keeping: decision)
      }
    }
    let package = try incoming.open(signers: signers)
    try global.change { try package.record(into: $0, keeping: decision) }
  }
}
