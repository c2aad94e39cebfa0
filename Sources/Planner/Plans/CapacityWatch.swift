public import Model
import Policy
import Register
public import Staffing

/// How full assistants are by points, and where they stay overfull week after week (超负荷预警).
public struct CapacityWatch: Sendable {
  /// The alarm: a local setting.
  public let alarm: CapacityAlarm
  /// How full each office's assistants are on its latest day, in per cent; nothing where it cannot
  /// be computed.
  public let now: [(officeCode: String, percentage: Rational?)]
  /// Offices above the percentage for as many weeks running as the alarm asks, with the last of
  /// those weeks.
  public let sounding: [(officeCode: String, since: CivilDate)]

  /// Looks at the caseload sheets of the last weeks; only sheets that came weekly can sound it.
  ///
  /// - Throws: `StaffingError`, `RegisterError`.
  init(over register: Register, rules: RuleSet, headcounts: Headcounts) throws {
    let texts = rules.cells("points_alarm", prefix: "")
    guard let percentage = texts["percentage"].flatMap({ Rational(decimal: $0) }) else {
      throw StaffingError.setting(.missing(name: "points_alarm.percentage"))
    }
    alarm = CapacityAlarm(percentage: percentage, weeks: texts["weeks"].flatMap { Int($0) } ?? 4)
    now = headcounts.plans.map { ($0.officeCode, $0.fullness) }
    let codes = Set(headcounts.plans.map(\.officeCode))
    var weeks: [String: [CapacityAlarm.Week]] = [:]
    for day in try register.caseloadDays(upTo: rules.date).suffix(alarm.weeks) {
      for caseload in try register.caseloads(upTo: day)
      where caseload.asOf == day && codes.contains(caseload.officeCode) {
        weeks[caseload.officeCode, default: []].append(
          CapacityAlarm.Week(
            begins: day, percentage: headcounts.method.plan(for: caseload).fullness))
      }
    }
    let alarm = alarm
    sounding = codes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { code in
      alarm.sounding(in: weeks[code] ?? []).last.map { (code, $0) }
    }
  }
}

extension OfficePlan {
  /// What the assistants present carry against what they can, in per cent with three decimals of the
  /// quotient; nothing without assistants, which is not 0 %.
  var fullness: Rational? {
    guard let inPost, let required else { return nil }
    return try? (required / (Rational(inPost) - assistantsAway)).rounded(places: 3) * Rational(100)
  }
}

extension CapacityWatch {
  /// The watch as lines for people.
  public func lines(_ name: (String) -> String) -> [Bilingual] {
    let over = now.filter { ($0.percentage ?? .zero) > alarm.percentage }
      .map { "\(name($0.officeCode)) \($0.percentage?.decimal(places: 1) ?? "")%" }
    let limit = "\(alarm.percentage)%"
    var lines: [Bilingual] = []
    if !over.isEmpty {
      lines.append(
        Bilingual(
          zh: "负荷超过 \(limit)：\(over.joined(separator: "、"))〔本地设定〕",
          en: "Carrying more than \(limit): \(over.joined(separator: ", ")) [local setting]"))
    }
    let alarmed = sounding.map { "\(name($0.officeCode))（\($0.since.iso)）" }
    lines.append(
      alarmed.isEmpty
        ? Bilingual(
          zh: "预警：没有街道连续 \(alarm.weeks) 周超过 \(limit)（只看每周报送的工作量表）。",
          en: "Alarm: no office above \(limit) for \(alarm.weeks) weeks running (weekly caseload "
            + "sheets only).")
        : Bilingual(
          zh: "预警：连续 \(alarm.weeks) 周超过 \(limit)：\(alarmed.joined(separator: "、"))",
          en: "Alarm: above \(limit) for \(alarm.weeks) weeks running: "
            + alarmed.joined(separator: ", ")))
    return lines
  }
}
