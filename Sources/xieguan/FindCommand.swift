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

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.show(global.existingRegister().findPerson(text))
  }
}
