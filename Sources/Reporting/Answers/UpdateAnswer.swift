public import Model

/// What a sheet that corrects rows changes, or would change.
public struct UpdateAnswer: Answer {
  private enum CodingKeys: CodingKey { case batch, kept, changes, unchanged, files }

  /// A row, and the cells of it that change.
  public struct Row: Encodable, Sendable {
    /// A cell before and after; personal values are masked.
    struct Cell: Encodable, Sendable {
      let field: String
      let title: Bilingual
      let before: String
      let after: String
    }

    let row: Int
    let key: String
    let cells: [Cell]

    /// - Parameters:
    ///   - row: the row of the correcting sheet.
    ///   - key: the places of the columns by which the corrected row is known.
    ///   - before: the texts of the columns that are kept, as they counted.
    ///   - after: those that count from now on.
    public init(
      row: Int, of sheet: SheetDescription, key: [Int], _ before: [String], _ after: [String]
    ) {
      self.row = row
      self.key = key.map { PersonalNumber.masked(after[$0]) }.joined(separator: " ")
      cells = zip(sheet.kept, zip(before, after)).compactMap { field, texts in
        texts.0 == texts.1
          ? nil
          : Cell(
            field: field.id, title: field.header, before: field.shown(texts.0),
            after: field.shown(texts.1))
      }
    }
  }

  let batch: Int64
  let kept: Bool
  let changes: [Row]
  let unchanged: Int
  let files: [FileAnswer]
  /// Why the sheet could not be read.
  public let failures: [any ExplainedError]
  /// Done where it was kept or changes nothing; a preview waits for a person.
  public let status: ExitStatus

  /// - Parameters:
  ///   - kept: whether somebody answered for it, so that it counts.
  ///   - unchanged: how many rows change nothing.
  ///   - status: how the sheet itself came in.
  public init(
    batch: Int64, kept: Bool, changes: [Row], unchanged: Int, files: [FileAnswer],
    failures: [any ExplainedError], status: ExitStatus
  ) {
    self.batch = batch
    self.kept = kept && status == .done
    self.changes = changes
    self.unchanged = unchanged
    self.files = files
    self.failures = failures
    self.status = status != .done || changes.isEmpty || kept ? status : .waiting
  }

  /// Every change, a line for each row.
  public func lines(_ say: Wording) -> [String] {
    func shown(_ text: String) -> String { text.isEmpty ? say("（空）", "(blank)") : text }
    let rows = changes.map { row in
      let cells = row.cells.map { cell in
        let values = "\(shown(cell.before)) → \(shown(cell.after))"
        return say("\(cell.title.zh)：\(values)", "\(cell.title.en): \(values)")
      }
      return say("  第 \(row.row) 行 \(row.key)：", "  row \(row.row) \(row.key): ")
        + cells.joined(separator: say("；", "; "))
    }
    let refused = files.filter { $0.state == "refused" }.flatMap { $0.lines(say) }
    let sum = say(
      "\(kept ? "已更正" : "将更正") \(changes.count) 行，\(unchanged) 行没有不同",
      "\(kept ? "corrected" : "would correct") \(changes.count) rows; \(unchanged) differ in nothing"
    )
    return refused + (failures.isEmpty && refused.isEmpty ? rows + [sum] : [])
  }

  /// What makes the changes count.
  public func notes(_ say: Wording) -> [String] {
    status == .waiting && !changes.isEmpty
      ? [
        say(
          "还没有改动。确认后请加上 \(say.step(.answerForChanges))",
          "Nothing is changed yet. To make it count, add \(say.step(.answerForChanges))")
      ] : []
  }
}
