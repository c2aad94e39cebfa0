import ArgumentParser
import Model
import Planner
import Register

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
    let register = try global.existingRegister()
    guard keep, let by, let reason else {
      return try list(HeldGroup.groups(of: register.heldRows()))
    }
    let outcome = try register.keep(rows, by: by, reason: reason, moment: global.moment)
    if global.json { return try Console.result(json: DecisionResult(outcome)) }
    let isChinese = global.language == .zh
    func say(_ ids: [Int64], _ zh: String, _ en: String) {
      guard !ids.isEmpty else { return }
      Console.result(
        (isChinese ? zh : en) + ids.map(String.init).joined(separator: isChinese ? "、" : ", "))
    }
    say(outcome.kept, "已保留并接收：", "kept and accepted: ")
    say(outcome.setAside, "未保留：", "set aside: ")
    say(outcome.released, "不再与谁重复，一并接收：", "repeat nobody any more and are accepted too: ")
  }

  private func list(_ groups: [HeldGroup]) throws {
    if global.json {
      try Console.result(json: groups.map(HeldResult.init))
    } else {
      HeldText(groups, global.language).print()
    }
    if !groups.isEmpty { try Console.end(with: .waiting) }
  }
}

/// Groups of held rows as text for a person; personal values are masked.
private struct HeldText {
  let groups: [HeldGroup]
  let language: Language

  init(_ groups: [HeldGroup], _ language: Language) {
    self.groups = groups
    self.language = language
  }

  func print() {
    let isChinese = language == .zh
    if groups.isEmpty {
      return Console.result(isChinese ? "没有等待决定的行" : "No row waits for a decision")
    }
    for (index, group) in groups.enumerated() {
      let shared = group.shared.map(name).joined(separator: isChinese ? "、" : ", ")
      Console.result(
        isChinese ? "第 \(index + 1) 组：\(shared)相同" : "group \(index + 1): the same \(shared)")
      for row in group.rows {
        let text = row.texts
        let number = text[.applicationNo] ?? ""
        let office = text[.officeCode] ?? ""
        Console.result(
          isChinese
            ? "  行号 \(row.id)：\(row.file) 第 \(row.row) 行（第 \(row.batch) 批）\(number) \(text[.name] ?? "") \(office)"
            : "  row \(row.id): \(row.file) row \(row.row) (batch \(row.batch)) \(number) \(text[.name] ?? "") \(office)"
        )
      }
      let differing = group.differing.map(name).joined(separator: isChinese ? "、" : ", ")
      Console.result(
        isChinese
          ? "  不同之处：\(differing.isEmpty ? "无" : differing)"
          : "  they differ in: \(differing.isEmpty ? "nothing" : differing)")
    }
    Console.result(
      isChinese
        ? "每组保留一行：xieguan decide 行号 --keep --by 姓名 --reason 理由"
        : "Keep one of each group: xieguan decide ROW --keep --by NAME --reason TEXT")
  }

  private func name(_ field: ApplicantField) -> String {
    language == .zh ? field.column.header.zh : field.id
  }
}

/// A group of held rows as JSON.
private struct HeldResult: Encodable {
  struct Held: Encodable {
    let row: Int64
    let batch: Int64
    let file: String
    let fileRow: Int
    let applicationNo: String
    let officeCode: String

    enum CodingKeys: String, CodingKey {
      case row, batch, file
      case fileRow = "file_row"
      case applicationNo = "application_no"
      case officeCode = "office_code"
    }
  }

  let shared: [String]
  let differing: [String]
  let rows: [Held]

  init(_ group: HeldGroup) {
    shared = group.shared.map(\.id)
    differing = group.differing.map(\.id)
    rows = group.rows.map { row in
      Held(
        row: row.id, batch: row.batch, file: row.file, fileRow: row.row,
        applicationNo: row.texts[.applicationNo] ?? "", officeCode: row.texts[.officeCode] ?? "")
    }
  }
}

/// A decision as JSON.
private struct DecisionResult: Encodable {
  let kept: [Int64]
  let setAside: [Int64]
  let released: [Int64]

  enum CodingKeys: String, CodingKey {
    case kept, released
    case setAside = "set_aside"
  }

  init(_ outcome: DecisionOutcome) {
    kept = outcome.kept
    setAside = outcome.setAside
    released = outcome.released
  }
}
