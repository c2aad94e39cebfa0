public import Model

/// What a register holds and what waits, office by office.
public struct StatusAnswer: Answer {
  /// How one office stands.
  public struct Office: Encodable, Sendable {
    let officeCode: String
    let officeName: String
    let applicants: Int
    let unverified: Int
    let held: Int
    let changed: Int
    let rejected: Int
    let caseloadAsOf: CivilDate?

    /// - Parameters:
    ///   - code: the office's; empty for rows that name none of the table.
    ///   - rows: rows by what became of them.
    ///   - unverified: claims of accepted rows that nobody has verified.
    ///   - caseload: the day of the latest caseload sheet.
    public init(
      code: String, name: String, _ rows: [RowOutcome: Int], unverified: Int, caseload: CivilDate?
    ) {
      (officeCode, officeName) = (code, name)
      (applicants, held) = (rows[.accepted] ?? 0, rows[.held] ?? 0)
      (changed, rejected) = (rows[.changed] ?? 0, rows[.rejected] ?? 0)
      self.unverified = unverified
      caseloadAsOf = caseload
    }
  }

  /// How many files there are in each state.
  struct Sheets: Encodable, Sendable {
    let taken: Int
    let refused: Int
    let withdrawn: Int
  }

  /// A letter without an answer.
  struct DueLetter: Encodable, Sendable {
    let number: String
    let to: String
    let due: CivilDate?
    let isLate: Bool
  }

  let offices: [Office]
  let sheets: Sheets
  let consultationsDue: [DueLetter]
  let plansOutdated: [String]

  /// - Parameters:
  ///   - taken: files that count.
  ///   - refused: files that were refused.
  ///   - withdrawn: files that were taken back.
  ///   - consultations: all letters with what became of them.
  ///   - plans: plans that rest on older figures than there are.
  public init(
    offices: [Office], taken: Int, refused: Int, withdrawn: Int,
    consultations: ConsultationsAnswer, plans: [String]
  ) {
    self.offices = offices
    sheets = Sheets(taken: taken, refused: refused, withdrawn: withdrawn)
    consultationsDue = consultations.consultations
      .filter { $0.entry.direction == .sent && ($0.state == .open || $0.state == .overdue) }
      .map { item in
        DueLetter(
          number: item.entry.number, to: item.entry.to, due: item.entry.dueOn,
          isLate: item.state == .overdue)
      }
    plansOutdated = plans
  }

  /// Something waits for a person where rows or letters do.
  public var status: ExitStatus {
    let waits =
      offices.contains { $0.held + $0.changed + $0.rejected > 0 } || sheets.refused > 0
      || !consultationsDue.isEmpty || !plansOutdated.isEmpty
    return waits ? .waiting : .done
  }

  /// A line for each office, then what waits beside.
  public func lines(_ say: Wording) -> [String] {
    let files = say(
      "表：有效 \(sheets.taken)，退回 \(sheets.refused)，已撤回 \(sheets.withdrawn)",
      "sheets: taken \(sheets.taken), refused \(sheets.refused), taken back \(sheets.withdrawn)")
    let rows = offices.map { office in
      let name =
        office.officeCode.isEmpty
        ? say("（没有写明街道，或街道不在街道表中）", "(no office of the table named)")
        : "\(office.officeCode) \(office.officeName)"
      let counts: [(Int, String)] = [
        (office.applicants, say("已接收", "accepted")),
        (office.unverified, say("待核实事项", "unverified claims")),
        (office.held, say("待决定", "held")), (office.changed, say("改动待确认", "changes to confirm")),
        (office.rejected, say("退回", "rejected")),
      ]
      let shown = counts.filter { $0.0 > 0 }.map { "\($0.1) \($0.0)" }
      let day = office.caseloadAsOf.map { [say("工作量表 \($0.iso)", "caseload of \($0.iso)")] } ?? []
      return name + say("：", ": ") + (shown + day).joined(separator: say("，", ", "))
    }
    let letters = consultationsDue.map { letter in
      let due = letter.due.map { say("，期限 \($0.iso)", ", due \($0.iso)") } ?? ""
      return say("未复函：", "unanswered: ") + letter.number + " → " + letter.to + due
        + (letter.isLate ? say("（已过期）", " (late)") : "")
    }
    let plans = plansOutdated.map {
      say("方案 \($0) 所依据的工作量表已有更新的", "plan \($0) rests on older figures than there are")
    }
    return [files] + rows + letters + plans
  }
}
