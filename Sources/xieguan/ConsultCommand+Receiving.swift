import ArgumentParser
import Consultation
import Foundation
import Model
import Planner
import Register

/// `xieguan consult receive`: takes a request or a report in.
struct ConsultReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Check and take in a request or a report 收函")

  @OptionGroup var opening: OpeningOptions

  @Option(help: "Whose keys we trust 可信签名人名单 (OpenSSH allowed_signers).")
  var signers = "allowed_signers"

  @Option(help: "A new folder for the files, to read and fill in 解包到新文件夹.")
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let package = try opening.open(signers: signers)
    if let output, FileManager.default.fileExists(atPath: output) {
      throw PackageError.outputExists(path: output)
    }
    let receipt = try ConsultReceipt(package, into: global.register(), moment: global.moment)
    if let output { try package.unpack(to: output) }
    let result = PackageResult(package, receipt.recomputation)
    if global.json { try Console.result(json: result) } else { result.print(global.language) }
  }
}

/// `xieguan consult verify`: checks a package and keeps nothing.
struct ConsultVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a package and keep nothing 只核对")

  @OptionGroup var opening: OpeningOptions

  @Option(help: "Whose keys we trust 可信签名人名单; without it the signer stays open.")
  var signers: String?

  @Option(help: "A new folder for the files 解包到新文件夹.")
  var output: String?

  @OptionGroup var global: OutputOptions

  func run() throws {
    let package = try opening.open(signers: signers)
    let recomputation = try Recomputation(package)
    if let recomputation, !recomputation.agrees {
      throw ConsultError.digestDiffers(stated: recomputation.stated, found: recomputation.found)
    }
    let result = PackageResult(package, recomputation)
    if global.json { try Console.result(json: result) } else { result.print(global.language) }
    if let output { try package.unpack(to: output) }
    guard signers == nil else { return }
    Console.say(
      global.language == .zh
        ? "没有给 --signers：内容完整，但还不能说明是谁签的。请打电话核对指纹 \(package.signer.fingerprint)"
        : "No --signers: the content is whole, but not whose it is. Compare the fingerprint \(package.signer.fingerprint) by telephone"
    )
    try Console.end(with: .waiting)
  }
}

/// `xieguan consult reply`: answers a request.
struct ConsultReplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Answer a request 复函")

  @Argument(help: "The request's id, its first digits, or latest 来函编号.")
  var request: String

  @Option(help: "The opinion sheet, filled in 填好的意见表 (.xlsx or .csv).")
  var opinions: String

  @Option(help: "Who gives the opinions where the sheet names nobody 提出人.")
  var by: String

  @OptionGroup var sending: DispatchOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let register = try global.existingRegister()
    let reply = try ConsultReply(
      to: request, opinions: opinions, by: by, on: global.evaluationDate, in: register)
    let dispatch = try sending.dispatch(
      from: reply.request.to, to: reply.request.from, global)
    let entry = try reply.send(dispatch, from: register)
    try Console.sent(entry, output: sending.output, global)
    let counts = Opinion.allCases.map { "\($0.wording[global.language]) \(reply.count($0))" }
    Console.say(
      counts.joined(separator: global.language == .zh ? "，" : ", ")
        + (global.language == .zh ? "，未提出 \(reply.openCount)" : ", open \(reply.openCount)"))
  }
}

/// `xieguan consult record`: takes an answer in.
struct ConsultRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Take the answer into the register 登记复函")

  @OptionGroup var opening: OpeningOptions

  @Option(help: "Whose keys we trust 可信签名人名单 (OpenSSH allowed_signers).")
  var signers = "allowed_signers"

  @Flag(help: "Let the opinions that wait count after all 采用待定的意见.")
  var keep = false

  @Option(help: "Who decides so 决定人.")
  var by: String?

  @Option(help: "Why 理由.")
  var reason: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !keep || (by != nil && reason != nil) else {
      throw ValidationError("--keep needs --by and --reason 采用待定意见要写决定人和理由。")
    }
  }

  func run() throws {
    let package = try opening.open(signers: signers)
    let register = try global.existingRegister()
    var answer = try ConsultAnswer(package, into: register, moment: global.moment)
    if keep, let by, let reason, !answer.held.isEmpty {
      try answer.prefer(by: by, reason: reason, in: register, moment: global.moment)
      answer = try ConsultAnswer(package, into: register, moment: global.moment)
    }
    if global.json {
      try Console.result(json: AnswerResult(answer))
    } else {
      AnswerResult.print(answer, global.language)
    }
    try Console.end(with: answer.held.isEmpty ? .done : .waiting)
  }
}
