public import Model

/// Where somebody stands: every row that is theirs, and what became of it.
public struct FindAnswer: Answer {
  private enum CodingKeys: CodingKey { case found, hasMore }

  /// A row.
  public struct Row: Encodable, Sendable {
    /// Something that was found in it.
    struct Reason: Encodable, Sendable {
      let code: String
      let text: Guidance
    }

    let row: Int64
    let batch: Int64
    let file: String
    let fileRow: Int
    let applicationNo: String
    let name: String
    let residentID: String
    let officeCode: String
    let outcome: String
    let reasons: [Reason]
    let run: String?
    let verdict: Verdict?
    let rank: Int?
    private let outcomeName: Bilingual

    private enum CodingKeys: CodingKey {
      case row, batch, file, fileRow, applicationNo, name, residentID, officeCode, outcome, reasons
      case run, verdict, rank
    }

    /// - Parameters:
    ///   - row: its number in the register.
    ///   - fileRow: its row in the file, as a spreadsheet numbers it.
    ///   - texts: its facts.
    ///   - outcome: what became of it; nil where its batch was taken back.
    ///   - reasons: what was found in it.
    ///   - result: the latest run that lists it, with what it says.
    public init(
      row: Int64, batch: Int64, file: String, fileRow: Int, texts: [ApplicantField: String],
      outcome: RowOutcome?, reasons: [(code: String, text: Guidance)],
      result: (run: String, verdict: Verdict, rank: Int?)?
    ) {
      (self.row, self.batch, self.file, self.fileRow) = (row, batch, file, fileRow)
      applicationNo = PersonalNumber.masked(texts[.applicationNo] ?? "")
      // A rejected row may hold numbers in any of its columns.
      name = PersonalNumber.masked(texts[.name] ?? "")
      residentID = ApplicantField.residentID.column.shown(texts[.residentID] ?? "")
      officeCode = PersonalNumber.masked(texts[.officeCode] ?? "")
      self.outcome = outcome?.id ?? "withdrawn"
      outcomeName = outcome?.name ?? Bilingual(zh: "已随批次撤回", en: "taken back with its batch")
      self.reasons = reasons.map(Reason.init)
      (run, verdict, rank) = (result?.run, result?.verdict, result?.rank)
    }

    fileprivate func lines(_ say: Wording) -> [String] {
      let place = say(
        "\(file) 第 \(fileRow) 行（第 \(batch) 批，行号 \(row)）",
        "\(file) row \(fileRow) (batch \(batch), number \(row))")
      let standing = run.map { run in
        let rank = rank.map { say("，第 \($0) 名", ", rank \($0)") } ?? ""
        return say("；运行 \(run)：", "; run \(run): ")
          + say(verdict?.wording ?? Bilingual(zh: "", en: ""))
          + rank
      }
      return [
        "\(applicationNo) \(name) \(residentID) \(officeCode)  "
          + say(outcomeName) + (standing ?? ""), "    " + place,
      ] + reasons.map { "    " + say($0.text) }
    }
  }

  let found: [Row]
  let hasMore: Bool
  private let text: String

  /// - Parameters:
  ///   - text: what was looked for.
  ///   - hasMore: whether further rows are meant that are not among these.
  public init(_ text: String, _ found: [Row], hasMore: Bool) {
    (self.text, self.found) = (PersonalNumber.masked(text), found)
    self.hasMore = hasMore
  }

  /// Nobody found waits for another look.
  public var status: ExitStatus { found.isEmpty ? .waiting : .done }

  /// The rows in the order in which they came.
  public func lines(_ say: Wording) -> [String] {
    if found.isEmpty { return [say("没有找到“\(text)”", "Nobody was found by “\(text)”")] }
    let rest = say(
      "还有更多，只列出前 \(found.count) 行：请改用报名序号或完整的身份证号",
      "there are more than these \(found.count): ask by application number or whole identity number"
    )
    return found.flatMap { $0.lines(say) } + (hasMore ? [rest] : [])
  }
}
