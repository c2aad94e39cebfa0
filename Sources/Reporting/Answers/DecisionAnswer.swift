public import Model

/// The rows that wait for a person, group by group.
public struct HeldRowsAnswer: Answer {
  /// Rows that share an application number or a person.
  public struct Group: Encodable, Sendable {
    let shared: [ApplicantField]
    let differing: [ApplicantField]
    let rows: [Row]

    /// - Parameters:
    ///   - shared: what at least two of the rows share.
    ///   - differing: the fields in which they differ.
    public init(shared: [ApplicantField], differing: [ApplicantField], rows: [Row]) {
      self.shared = shared
      self.differing = differing
      self.rows = rows
    }
  }

  /// One of the rows.
  public struct Row: Encodable, Sendable {
    let row: Int64
    let batch: Int64
    let file: String
    let fileRow: Int
    let applicationNo: String
    let name: String
    let officeCode: String
    let outcome: String
    fileprivate let texts: [ApplicantField: String]

    private enum CodingKeys: CodingKey {
      case row, batch, file, fileRow, applicationNo, name, officeCode, outcome
    }

    /// - Parameters:
    ///   - row: its number in the register, by which it is decided.
    ///   - fileRow: its row in the file, as a spreadsheet numbers it.
    ///   - isAccepted: whether it counts, and others wait because of it.
    ///   - texts: its facts.
    public init(
      row: Int64, batch: Int64, file: String, fileRow: Int, isAccepted: Bool,
      texts: [ApplicantField: String]
    ) {
      self.row = row
      self.batch = batch
      self.file = file
      self.fileRow = fileRow
      applicationNo = PersonalNumber.masked(texts[.applicationNo] ?? "")
      name = texts[.name] ?? ""
      officeCode = texts[.officeCode] ?? ""
      outcome = (isAccepted ? RowOutcome.accepted : .held).id
      self.texts = texts
    }
  }

  /// How many rows of a group are named in words.
  public static let shown = 20

  let groups: [Group]

  /// Lists groups in the order of their first rows.
  public init(_ groups: [Group]) { self.groups = groups }

  /// A group waits for a person.
  public var status: ExitStatus { groups.isEmpty ? .done : .waiting }

  /// The groups, with what their rows share and in what they differ.
  public func lines(_ say: Wording) -> [String] {
    if groups.isEmpty { return [say("没有等待决定的行", "No row waits for a decision")] }
    return groups.enumerated().flatMap { lines(of: $1, number: $0 + 1, say) } + [
      say(
        "每组保留一行：\(say.step(.keepRow))", "Keep one of each group: \(say.step(.keepRow))")
    ]
  }

  private func lines(of group: Group, number: Int, _ say: Wording) -> [String] {
    func names(_ fields: [ApplicantField]) -> String {
      fields.map { say($0.column.header.zh, $0.id) }.joined(separator: say("、", ", "))
    }
    let shared =
      group.shared.isEmpty
      ? say("报名序号像是身份证号或手机号", "the application number looks like a personal one")
      : say("\(names(group.shared))相同", "the same \(names(group.shared))")
    let rows = group.rows.prefix(Self.shown)
    let rest = group.rows.count - rows.count
    var lines = [say("第 \(number) 组：\(shared)", "group \(number): \(shared)")]
    lines += rows.map { row in
      let person = "\(row.applicationNo) \(row.name) \(row.officeCode)"
      let counts = row.outcome == RowOutcome.accepted.id ? say("，已接收", ", accepted") : ""
      return say(
        "  行号 \(row.row)：\(row.file) 第 \(row.fileRow) 行（第 \(row.batch) 批\(counts)）\(person)",
        "  row \(row.row): \(row.file) row \(row.fileRow) (batch \(row.batch)\(counts)) \(person)")
    }
    if rest > 0 { lines.append(say("  ……还有 \(rest) 行", "  … and \(rest) more rows")) }
    let differing = group.differing.isEmpty ? say("无", "nothing") : names(group.differing)
    lines.append(say("  不同之处：\(differing)", "  they differ in: \(differing)"))
    lines += group.differing.map { field in
      let values = rows.map { row in
        let text = field.column.shown(row.texts[field] ?? "")
        return "\(row.row) \(text.isEmpty ? say("（空）", "(blank)") : text)"
      }
      return "    \(names([field]))" + say("：", ": ") + values.joined(separator: " | ")
    }
    return lines
  }
}

/// What a decision did, by the rows' numbers in the register.
public struct DecisionAnswer: Answer {
  let kept: [Int64]
  let setAside: [Int64]
  let released: [Int64]

  /// - Parameters:
  ///   - kept: rows that are accepted because they were kept.
  ///   - setAside: rows that are out because another one was kept.
  ///   - released: rows that waited only because of those, and are accepted now.
  public init(kept: [Int64], setAside: [Int64], released: [Int64]) {
    self.kept = kept
    self.setAside = setAside
    self.released = released
  }

  /// A line for each kind of row.
  public func lines(_ say: Wording) -> [String] {
    [
      (kept, say("已保留并接收：", "kept and accepted: ")),
      (setAside, say("未保留：", "set aside: ")),
      (released, say("不再与谁重复，一并接收：", "repeat nobody any more and are accepted too: ")),
    ].filter { !$0.0.isEmpty }.map { ids, text in
      let shown = HeldRowsAnswer.shown
      let named = ids.prefix(shown).map(String.init).joined(separator: say("、", ", "))
      return text + named
        + (ids.count > shown
          ? say("……共 \(ids.count) 行", " … \(ids.count) rows in all") : "")
    }
  }
}
