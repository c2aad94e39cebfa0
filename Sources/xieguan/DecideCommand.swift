import ArgumentParser
import Planner

/// `xieguan decide`: a named person settles held rows.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "List held rows, or keep one of each group 裁定重复",
    discussion:
      "Without rows, lists the rows that wait, group by group. With --keep, the given rows are accepted and those that share their number or their person are set aside."
  )

  @Argument(help: "The rows' numbers in the register, as the list shows them.")
  var rows: [Int64] = []

  @Flag(help: "Keep these rows 保留.")
  var keep = false

  @Option(help: "The person who decides 决定人.")
  var by: String?

  @Option(help: "Why 理由.")
  var reason: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !rows.isEmpty || keep else { return }
    guard keep, !rows.isEmpty else {
      throw ValidationError(
        "Name the rows to keep: xieguan decide ROW… --keep --by NAME --reason TEXT.")
    }
    guard Self.says(by), Self.says(reason) else {
      throw ValidationError("A decision needs a name (--by) and a reason (--reason).")
    }
  }

  private static func says(_ text: String?) -> Bool {
    text?.contains { !$0.isWhitespace } ?? false
  }

  func run() throws {
    guard keep, let by, let reason else {
      return try global.show(global.existingRegister().listHeldRows())
    }
    try global.change {
      try $0.decide(keeping: rows, by: by, reason: reason, moment: global.moment)
    }
  }
}
