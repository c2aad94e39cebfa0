import ArgumentParser
import Planner

/// `xieguan decide`: a named person settles held rows.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "List held rows, or keep one of each group 裁定重复",
    discussion: """
      Without rows, lists the rows that wait, group by group. With --keep, the given rows are \
      accepted and those that share their number or their person are set aside; with --send-back \
      none is kept; --take-back undoes a decision.
      """)

  /// What is to be done with the rows.
  enum Decision: String, EnumerableFlag {
    case keep, sendBack, takeBack

    static func help(for decision: Decision) -> ArgumentHelp? {
      switch decision {
      case .keep: "Keep these rows 保留."
      case .sendBack: "Send them back and keep none 退回."
      case .takeBack: "Take the decisions on them back 撤销决定."
      }
    }
  }

  @Argument(help: "The rows' numbers in the register, as the list shows them.")
  var rows: [Int64] = []

  @Flag var decision: Decision?

  @Option(help: "The person who decides 决定人.")
  var by: String?

  @Option(help: "Why 理由.")
  var reason: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !rows.isEmpty || decision != nil else { return }
    guard decision != nil, !rows.isEmpty else {
      throw ValidationError(
        "Name the rows to keep: xieguan decide ROW… --keep --by NAME --reason TEXT.")
    }
    guard try ChangeAuthority(by: by, reason: reason) != nil else {
      throw ValidationError("A decision needs a name (--by) and a reason (--reason).")
    }
  }

  func run() throws {
    guard let decision, let by, let reason else {
      return try global.show(global.existingRegister().listHeldRows())
    }
    let moment = global.moment
    try global.change { register in
      switch decision {
      case .keep: try register.decide(keeping: rows, by: by, reason: reason, moment: moment)
      case .sendBack:
        try register.decide(sendingBack: rows, by: by, reason: reason, moment: moment)
      case .takeBack:
        try register.decide(takingBack: rows, by: by, reason: reason, moment: moment)
      }
    }
  }
}
