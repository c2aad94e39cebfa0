import ArgumentParser
import Model
import Planner
import Reporting

/// `xieguan appraise`: the facts of one person's year.
struct AppraiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appraise", abstract: "Evidence for an appraisal, facts only 考核依据")

  @Argument(help: "The assistant's number 工号.")
  var assistant: String?

  @Option(help: "Everybody at this office 街道代码或名称.")
  var office: String?

  @Option(help: "The calendar year; the one of the day where none is given 年度.")
  var year: Int?

  @OptionGroup var options: OverseeCommand.Options

  func validate() throws {
    guard (assistant == nil) != (office == nil) else {
      throw ValidationError("Give a number or --office. 请写工号，或用 --office 写街道。")
    }
    guard office == nil || options.output != nil else {
      throw ValidationError(
        "--office needs --output, a folder for the pages. --office 要配 --output。")
    }
  }

  func run() throws {
    let global = options.global
    let (register, policy) = (try global.existingRegister(), try global.pack)
    let day = try global.evaluationDate
    if let assistant {
      return try options.show(
        register.appraise(assistant, year: year, policy: policy, asOf: day))
    }
    let people = try register.assistants(
      at: register.officeCode(meantBy: office) ?? "", in: year ?? day.year, policy: policy,
      asOf: day)
    let written = try people.flatMap { assistant in
      try register.appraise(assistant, year: year, policy: policy, asOf: day)
        .write(to: options.output ?? "", language: global.language)
    }
    try global.show(AppraisalsAnswer(people: people, written: written))
  }
}
