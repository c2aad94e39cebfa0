import ArgumentParser
import Planner
import Reporting

/// `xieguan backup`: copies the register and checks the copy.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the register and check the copy 备份登记库",
    discussion: "Others may go on working. Example: xieguan backup 备份/2024-06-01.sqlite")

  @Argument(help: "The file to write, which must not be there.")
  var output: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.show(global.existingRegister().backUp(to: output))
  }
}

/// `xieguan restore`: puts a backup in the register's place.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a checked backup in the register's place 恢复登记库",
    discussion: """
      What stood there is kept beside it under a dated name. \
      Example: xieguan restore 备份/2024-06-01.sqlite
      """)

  @Argument(help: "The backup, which stays as it is.")
  var backup: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.show(BackupAnswer.restoring(backup, to: global.database, moment: global.moment))
  }
}
