import ArgumentParser
import Planner

/// `xieguan audit`: whether the register is as it was.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "The register's chain of entries 审计链",
    subcommands: [AuditVerifyCommand.self])
}

/// `xieguan audit verify`: walks the chain and checks the file.
struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check the chain and the register's file 核对审计链")

  @Option(help: "A hash that somebody kept; the chain must hold it 留存的校验值.")
  var anchor: String?

  @Flag(help: "Leave the tables' rows alone 不核对各表的行.")
  var fast = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.show(global.existingRegister().verifyAudit(anchor: anchor, skipsRows: fast))
  }
}
