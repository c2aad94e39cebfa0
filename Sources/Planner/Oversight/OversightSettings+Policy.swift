import Model
import Oversight
import Policy

extension OversightSettings {
  /// The settings of a policy; what it leaves out is as the program has it.
  ///
  /// A district's overlay sets `training_counts`, `in_service_per_year`, `exchange_per_year`,
  /// `feedback_days`, `reply_days`, `contact_interval` and `report_interval`; `training_hours` it may
  /// only raise.
  /// - Throws: `OversightError.badSetting`, `PolicyError`.
  init(of policy: PolicyPack, on day: CivilDate) throws {
    let rules = try policy.rules(on: max(day, policy.inForce.from))
    // A district's own rules may begin later than the Opinion that they carry out.
    let opinion = try PolicyPack.named("beijing-2023")
    self.init(inForce: min(opinion.inForce.from, policy.inForce.from))
    func number(_ name: String, from least: Int64, _ read: (ParameterValue) -> Int64?) throws
      -> Int?
    {
      guard let value = rules.parameters[name]?.value else { return nil }
      guard let number = read(value), (least...10_000).contains(number) else {
        throw OversightError.badSetting(name, value: value.written)
      }
      return Int(number)
    }
    if let hours = try number("training_hours", from: 0, \.hundredths) {
      trainingHours = Hours(hundredths: hours)
    }
    if let value = rules.parameters["training_counts"]?.value {
      guard case .list(let words) = value, !words.isEmpty,
        case let kinds = words.compactMap(TrainingKind.init(rawValue:)), kinds.count == words.count
      else { throw OversightError.badSetting("training_counts", value: value.written) }
      trainingCounts = Set(kinds)
    }
    let counts: [(String, WritableKeyPath<OversightSettings, Int>, Int64)] = [
      ("in_service_per_year", \.inServicePerYear, 0), ("exchange_per_year", \.exchangesPerYear, 0),
      ("feedback_days", \.feedbackDays, 1), ("reply_days", \.replyDays, 1),
      ("contact_interval", \.contactMonths, 1), ("report_interval", \.reportMonths, 1),
    ]
    for (name, path, least) in counts {
      if let value = try number(name, from: least, \.integer) { self[keyPath: path] = value }
    }
    guard ReportPeriod.lengths.contains(reportMonths) else {
      throw OversightError.badSetting("report_interval", value: String(reportMonths))
    }
  }
}
