public import ArgumentParser
import Foundation
public import Model
import Planner
import Policy
import Register
import Reporting

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: "The register 登记库; XIEGUAN_DATABASE where it is not given.")
  var database = ProcessInfo.processInfo.environment["XIEGUAN_DATABASE"] ?? "xieguan.sqlite"

  @OptionGroup var output: OutputOptions

  var language: Language { output.language }
  var json: Bool { output.json }
  var evaluationDate: CivilDate { get throws { try output.evaluationDate } }
  var moment: String { output.moment }
  var pack: PolicyPack { get throws { try output.pack } }

  /// Opens the register where there is one, else an empty one that is not kept.
  func registerIfAny() throws -> Register {
    FileManager.default.fileExists(atPath: database) ? try existingRegister() : try Register()
  }

  /// Opens the register that must be there, because something is to be read from it.
  func existingRegister() throws -> Register {
    try Register(existing: database, at: moment)
  }

  /// Changes the register that must be there, shows what came of it and ends the command with its
  /// status; nothing is kept that nobody could be told.
  /// - Parameters:
  ///   - makesOne: whether a new register is made where there is none.
  ///   - isSupposed: whether nothing is kept, so that there need be no register.
  func change<Result: Answer>(
    making makesOne: Bool = false, supposing isSupposed: Bool = false,
    checking check: @escaping () throws -> Void = {},
    _ work: (Register) throws -> Result
  ) throws {
    if isSupposed { return try output.show(work(registerIfAny())) }
    if !makesOne { _ = try existingRegister() }
    let status = try Register.changing(path: database, at: moment, checking: check) { register in
      let answer = try work(register)
      try output.tell(answer)
      return answer.status
    }
    try output.end(status)
  }
}

/// What every command takes apart from the register.
struct OutputOptions: ParsableArguments {
  @Option(help: "A built-in policy or a policy file 政策; XIEGUAN_POLICY where it is not given.")
  var policy = ProcessInfo.processInfo.environment["XIEGUAN_POLICY"] ?? "beijing-2023"

  @Option(help: "The language of messages 语言: zh or en.")
  var lang: Language?

  @Flag(help: "Print a machine-readable result.")
  var json = false

  @Flag(help: "Print nothing but results and errors.")
  var quiet = false

  @Option(name: .customLong("as-of"), help: "The day that the rules see 基准日, YYYY-MM-DD.")
  var asOf: CivilDate?

  /// The language that was asked for, else the one of `LANG`, else Chinese.
  var language: Language {
    lang ?? .ofLocale
  }

  /// The day that the rules see; the only place where a command reads the clock for it.
  var evaluationDate: CivilDate {
    get throws {
      if let asOf { return asOf }
      let day = Calendar(identifier: .gregorian).dateComponents(
        [.year, .month, .day], from: Date())
      guard let today = CivilDate(year: day.year ?? 0, month: day.month ?? 0, day: day.day ?? 0)
      else { throw ValidationError("The clock shows no date; give one with --as-of.") }
      return today
    }
  }

  /// The moment, for the record of what came in; no rule reads it.
  var moment: String { Date().formatted(.iso8601) }

  /// The policy that was asked for.
  var pack: PolicyPack {
    get throws { try PolicyPack.opened(policy) }
  }
}

extension Language: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) {
    self.init(iso: argument)
  }
}
