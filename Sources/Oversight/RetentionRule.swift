public import Model

/// How long something is kept, and what goes then (保存期限): local settings with their reasons.
public enum RetentionRule: String, Hashable, Sendable, CaseIterable {
  /// An applicant's row that was sent back and on which nobody decided.
  case rejected
  /// Who an applicant is; the facts that rules read stay under the application number.
  case applications
  /// What is left of an applicant's row.
  case applicationRows = "application_rows"
  /// What medical and background checks came to.
  case checks
  /// Somebody's line in the list of assistants, with name, number and addresses.
  case roster
  /// What was declared of a case.
  case relations
  /// Who helped with a case.
  case caseAssignments = "case_assignments"
  /// A package between bureaus: its letter, what it asked and what was answered.
  case packages

  /// What the time runs from.
  public enum Start: Hashable, Sendable {
    /// The end of the recruitment: the later of the notice's and the reserve's. A person states it,
    /// because no sheet holds it.
    case recruitment
    /// A day in a column of the sheet.
    case column(String)
    /// The day on which a package was sent.
    case sending
  }

  /// How much goes.
  public enum Level: Int, Hashable, Sendable {
    /// The person goes, and a run that rests on the row can be made again.
    case person = 1
    /// The row goes.
    case row = 2
  }

  /// What it is about.
  public var subject: Bilingual {
    switch self {
    case .rejected: Bilingual(zh: "退回后无人处理的报名行", en: "rejected rows nobody decided on")
    case .applications: Bilingual(zh: "报名表里的个人身份", en: "who the applicants are")
    case .applicationRows: Bilingual(zh: "报名表去掉身份后的其余内容", en: "what is left of applicants' rows")
    case .checks: SheetKind.checks.title
    case .roster: SheetKind.assistants.title
    case .relations: SheetKind.relations.title
    case .caseAssignments: SheetKind.caseAssignments.title
    case .packages: Bilingual(zh: "往来包和函件", en: "packages and their letters")
    }
  }

  /// The small sheet whose rows it takes; nil for applicants and packages.
  public var sheet: SheetKind? {
    switch self {
    case .rejected, .applications, .applicationRows, .packages: nil
    case .checks: .checks
    case .roster: .assistants
    case .relations: .relations
    case .caseAssignments: .caseAssignments
    }
  }

  /// What the time runs from.
  public var start: Start {
    switch self {
    case .rejected, .applications, .applicationRows, .checks: .recruitment
    case .roster: .column("on_duty_until")
    case .relations: .column("ended_on")
    case .caseAssignments: .column("until")
    case .packages: .sending
    }
  }

  /// How much goes.
  public var level: Level { self == .applications ? .person : .row }

  /// How many months and days it is kept after that.
  public var period: (months: Int, days: Int) {
    switch self {
    case .rejected: (0, 30)
    case .applications, .checks: (6, 0)
    case .applicationRows: (30, 0)
    case .roster: (24, 0)
    case .relations, .caseAssignments: (12, 0)
    case .packages: (36, 0)
    }
  }

  /// Why so long.
  public var reason: Bilingual {
    switch self {
    case .rejected:
      Bilingual(zh: "目的已经不在（个人信息保护法第十九、四十七条）", en: "the purpose is gone (PIPL 19, 47)")
    case .applications:
      Bilingual(
        zh: "起诉期限六个月（行政诉讼法第四十六条）", en: "six months to sue (Administrative Litigation Law, 46)")
    case .applicationRows:
      Bilingual(zh: "去掉身份后再过二年；困难类别仍可能指向本人", en: "two years after the person went out of it")
    case .checks: Bilingual(zh: "敏感个人信息（个人信息保护法第二十八条）", en: "sensitive (PIPL 28)")
    case .roster:
      Bilingual(
        zh: "劳动合同文本至少保存二年（劳动合同法第五十条）", en: "contracts are kept two years (Labour Contract Law, 50)")
    case .relations, .caseAssignments:
      Bilingual(zh: "涉及第三人的社区矫正信息，个案结束后一年", en: "it tells of third persons: a year after the case")
    case .packages:
      Bilingual(
        zh: "提供个人信息的记录至少保存三年（网络数据安全管理条例第十二条）",
        en: "records of providing data are kept three years (Network Data Regulations, 12)")
    }
  }

  /// Whether what ended on a day is due for erasure; what has no end never is.
  public func isDue(ended: CivilDate?, asOf: CivilDate) -> Bool {
    guard
      let last = ended?.advanced(byMonths: period.months)?.advanced(byDays: period.days)
    else { return false }
    return last < asOf
  }
}
