public import Model

/// What makes an office's figures doubtful; the plan is made all the same (数字存疑).
public enum PlanWarning: Hashable, Sendable {
  /// The caseload sheet is older than it may be.
  case sheetOld(asOf: CivilDate, months: Int)
  /// The office's only caseload sheets are of days after the plan's, so it is not in the plan.
  case sheetsLater(asOf: CivilDate)
  /// Months of the history do not add up: last month's subjects, intakes and releases give another
  /// number; the first of them is told.
  case flowsDisagree(months: Int, first: CivilMonth, expected: Int, reported: Int)
  /// More were released in a month than there can have been.
  case releasesExceed(CivilMonth, releases: Int, available: Int)
  /// The history leaves months out.
  case monthsMissing(first: CivilMonth, count: Int)
  /// The history and the caseload sheet count the subjects of one month differently.
  case historyDiffers(CivilMonth, history: Int, caseload: Int)
  /// The list of assistants and the caseload sheet count those in post differently on its day.
  case headcountDiffers(CivilDate, listed: Int, caseload: Int)

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .sheetOld(let day, let months):
      Bilingual(
        zh: "工作量表是 \(day.iso) 的，已超过 \(months) 个月〔本地设定〕，请用新表。",
        en: "The caseload sheet is of \(day.iso), older than \(months) months [local setting]; use "
          + "a newer one.")
    case .sheetsLater(let day):
      Bilingual(
        zh: "只有基准日之后（\(day.iso)）的工作量表，未列入方案。",
        en: "Its only caseload sheet is of \(day.iso), after the plan's day; it is not in the plan."
      )
    case .flowsDisagree(let months, let first, let expected, let reported):
      Bilingual(
        zh: "月度历史有 \(months) 个月对不上：\(first.iso) 按上月人数加入矫减解矫应为 \(expected)，填报 \(reported)。",
        en:
          "\(months) month(s) of the history do not add up: in \(first.iso) last month's subjects, "
          + "intakes and releases give \(expected), and \(reported) is reported.")
    case .releasesExceed(let month, let releases, let available):
      Bilingual(
        zh: "月度历史 \(month.iso) 解矫 \(releases) 人，多于当月在矫的 \(available) 人。",
        en: "In \(month.iso) the history has \(releases) releases of \(available) subjects.")
    case .monthsMissing(let first, let count):
      Bilingual(
        zh: "月度历史自 \(first.iso) 起缺 \(count) 个月。",
        en: "The history lacks \(count) month(s), the first of them \(first.iso).")
    case .historyDiffers(let month, let history, let caseload):
      Bilingual(
        zh: "\(month.iso) 月度历史记 \(history) 人，工作量表记 \(caseload) 人。",
        en:
          "For \(month.iso) the history has \(history) subjects and the caseload sheet \(caseload)."
      )
    case .headcountDiffers(let day, let listed, let caseload):
      Bilingual(
        zh: "\(day.iso) 名册在岗 \(listed) 人，工作量表记 \(caseload) 人；方案按工作量表。",
        en: "On \(day.iso) the list of assistants has \(listed) in post and the caseload sheet "
          + "\(caseload), which the plan follows.")
    }
  }

  /// What is doubtful about an office's caseload and history on a day.
  ///
  /// - Parameters:
  ///   - months: how many months old a sheet may be.
  ///   - history: the office's months up to the day, in order.
  ///   - listed: those in post on the sheet's day by the list of assistants; nil without such a list.
  public static func warnings(
    of caseload: Caseload, on day: CivilDate, validMonths months: Int, history: [MonthlyFigures],
    listed: Int? = nil
  ) -> [PlanWarning] {
    var found: [PlanWarning] = []
    if let listed, let counted = caseload.assistants, listed != counted {
      found.append(.headcountDiffers(caseload.asOf, listed: listed, caseload: counted))
    }
    if caseload.asOf.isOlder(than: months, on: day) {
      found.append(.sheetOld(asOf: caseload.asOf, months: months))
    }
    found += flows(of: history)
    if let same = history.first(where: { $0.month == caseload.asOf.civilMonth }),
      let past = same.subjects, let now = caseload.subjects, past != now
    {
      // Within a month the number moves, by no more than its own flows.
      let moved = (same.intakes ?? 0) + (same.releases ?? 0)
      let isEnd =
        caseload.asOf.day
        == CivilDate.days(inMonth: caseload.asOf.month, of: caseload.asOf.year)
      if isEnd || abs(past - now) > moved {
        found.append(.historyDiffers(same.month, history: past, caseload: now))
      }
    }
    return found
  }

  private static func flows(of history: [MonthlyFigures]) -> [PlanWarning] {
    var disagreeing: [(month: CivilMonth, expected: Int, reported: Int)] = []
    var (exceeding, missing): (PlanWarning?, (first: CivilMonth, count: Int)?)
    for (last, next) in zip(history, history.dropFirst()) {
      let gap = next.month.number - last.month.number - 1
      if gap > 0 {
        missing = (missing?.first ?? last.month.advanced(by: 1), (missing?.count ?? 0) + gap)
        continue
      }
      guard let before = last.subjects, let came = next.intakes, let left = next.releases else {
        continue
      }
      if left > before + came {
        exceeding =
          exceeding ?? .releasesExceed(next.month, releases: left, available: before + came)
      }
      if let reported = next.subjects, reported != before + came - left, left <= before + came {
        disagreeing.append((next.month, before + came - left, reported))
      }
    }
    let disagreement = disagreeing.first.map { first in
      PlanWarning.flowsDisagree(
        months: disagreeing.count, first: first.month, expected: first.expected,
        reported: first.reported)
    }
    return [
      disagreement, exceeding, missing.map { .monthsMissing(first: $0.first, count: $0.count) },
    ].compactMap(\.self)
  }
}

extension CivilDate {
  /// The month in which the day lies.
  var civilMonth: CivilMonth? { CivilMonth(year: year, month: month) }

  /// Whether more than so many months have passed until another day.
  fileprivate func isOlder(than months: Int, on day: CivilDate) -> Bool {
    let passed = (day.year - year) * 12 + day.month - month
    return passed > months || passed == months && day.day > self.day
  }
}
