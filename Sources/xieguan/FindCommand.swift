import ArgumentParser
import Planner

/// `xieguan find`: where somebody stands.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find a person, and say where they stand 查找")

  @Argument(
    help: """
      An application number, a name, an identity number or its last four characters, or a \
      telephone number 报名序号、姓名、身份证号或后四位、电话.
      """)
  var text: String

  @Option(help: "How many rows are shown at most 最多列出几行.")
  var limit = 20

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be at least 1 至少为 1.") }
  }

  func run() throws {
    try global.show(global.existingRegister().findPerson(text, limit: limit))
  }
}
