public import ArgumentParser
public import Model
import Planner

/// `xieguan confirm`: a named person confirms a result.
struct ConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirm a result under a person's name 确认",
    discussion: """
      Shows what stands against it where nobody is named, and all confirmations where nothing is. \
      A confirmation holds for what was confirmed: where that changes, it is void.
      """)

  @Argument(help: "run, plan, package or setting.")
  var kind: ConfirmableKind?

  @Argument(help: "Its id, its first digits, or latest; a setting's name.")
  var id: String?

  @Option(help: "The person who confirms 确认人.")
  var by: String?

  @Option(help: "The person's role 职务.")
  var role: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    for text in [by, role] where text?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--by and --role are not empty 请写明确认人和职务。")
    }
    guard (kind == nil) == (id == nil), kind != nil || by == nil else {
      throw ValidationError("Name a kind and an id 请写明种类和编号。")
    }
    guard (by == nil) == (role == nil) else {
      throw ValidationError("A confirmation needs a name (--by) and a role (--role) 请写明确认人和职务。")
    }
  }

  func run() throws {
    let (pack, day, moment) = (try global.pack, try global.evaluationDate, global.moment)
    guard let kind, let id else {
      return try global.show(
        global.existingRegister().listConfirmations(policy: pack, asOf: day))
    }
    let person = by.flatMap { by in role.map { (name: by, role: $0) } }
    try global.change(supposing: person == nil) {
      try $0.confirm(
        kind, id, policy: pack, asOf: day, by: person, moment: moment, language: global.language)
    }
  }
}

extension ConfirmableKind: ExpressibleByArgument {}
