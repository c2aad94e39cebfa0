import Model
import Planner
import Policy
import Register
import Staffing

/// A stored plan, made again.
struct PlanReplay: Encodable {
  let plan: String
  let digest: String
  let replayed: String
  let same: Bool
  let offices: [String]

  enum CodingKeys: String, CodingKey {
    case plan, digest, replayed, same
    case offices = "offices_that_differ"
  }

  /// Prints how a plan compares with what it was.
  static func show(_ id: String, _ global: GlobalOptions) throws {
    let register = try global.existingRegister()
    let stored = try register.plan(id)
    let again = try PlanRecord(replaying: stored, of: register)
    let result = PlanReplay(
      plan: stored.id, digest: stored.digest, replayed: again.digest,
      same: stored.digest == again.digest, offices: again.offices(thatDifferFrom: stored))
    let zh = global.language == .zh
    if global.json {
      try Console.result(json: result)
    } else if result.same {
      Console.result(
        zh ? "方案 \(stored.id)：重算结果一致" : "plan \(stored.id): the same digest")
    } else {
      let codes = result.offices.joined(separator: zh ? "、" : ", ")
      Console.result(
        zh
          ? "方案 \(stored.id)：重算结果不同（\(again.digest)）；结果不同的街道：\(codes.isEmpty ? "无，数字或政策被改过" : codes)"
          : "plan \(stored.id): the digest differs (\(again.digest)); offices that differ: "
            + (codes.isEmpty ? "none, figures or policy were changed" : codes))
    }
    try Console.end(with: result.same ? .done : .badData)
  }
}

/// Two stored plans side by side.
struct PlanDifference: Encodable {
  struct Office: Encodable {
    let officeCode: String
    let before: Int?
    let after: Int?
    let byFigures: Int?
    let bySettings: Int?
    let figures: [String: [Int?]]

    enum CodingKeys: String, CodingKey {
      case before, after, figures
      case officeCode = "office_code"
      case byFigures = "by_figures"
      case bySettings = "by_settings"
    }
  }

  struct Setting: Encodable {
    let name: String
    let before: String?
    let after: String?
  }

  let before: String
  let after: String
  let offices: [Office]
  let settings: [Setting]

  /// Prints what differs between two plans.
  static func show(_ first: String, _ second: String, _ global: GlobalOptions) throws {
    let register = try global.existingRegister()
    let comparison = try PlanComparison(
      register.plan(first), register.plan(second), in: register)
    guard global.json else {
      for line in comparison.lines { Console.result(line[global.language]) }
      return
    }
    try Console.result(
      json: PlanDifference(
        before: comparison.before.id, after: comparison.after.id,
        offices: comparison.offices.map { office in
          Office(
            officeCode: office.officeCode, before: office.before, after: office.after,
            byFigures: office.byFigures, bySettings: office.bySettings,
            figures: Dictionary(
              office.figures.map { ($0.figure.rawValue, [$0.before, $0.after]) },
              uniquingKeysWith: { $1 }))
        },
        settings: comparison.settings.map {
          Setting(name: $0.id, before: $0.before, after: $0.after)
        }))
  }
}
