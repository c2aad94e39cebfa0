public import Model

/// How far a called person has come.
public enum CheckState: Hashable, Sendable {
  /// A check is due and not reported.
  case due(Check)
  /// A check was put off; the place is kept.
  case deferred(Check)
  /// The medical examination was failed; a second one may be asked for until that day.
  case mayAskAgain(until: CivilDate)
  /// All checks are passed.
  case passed
  /// The place is lost.
  case lost(PlaceLoss, at: Check)

  /// Whether something is to be done or waited for.
  public var isOpen: Bool {
    switch self {
    case .due, .deferred, .mayAskAgain: true
    case .passed, .lost: false
    }
  }

  /// The wording for people.
  public var wording: Bilingual {
    switch self {
    case .due(let check):
      Bilingual(zh: "待\(check.wording.zh)", en: "\(check.wording.en) due")
    case .deferred(let check):
      Bilingual(zh: "\(check.wording.zh)暂缓，保留名额", en: "\(check.wording.en) put off, place kept")
    case .mayAskAgain(let day):
      Bilingual(
        zh: "体检不合格，\(day.iso) 前可申请复检",
        en: "medical examination failed; a second may be asked for until \(day.iso)")
    case .passed: Bilingual(zh: "全部合格", en: "all passed")
    case .lost(let loss, let check):
      Bilingual(
        zh: "\(check.wording.zh)：\(loss.wording.zh)", en: "\(check.wording.en): \(loss.wording.en)")
    }
  }
}

/// Follows one person from check to check.
struct CheckCourse {
  let date: CivilDate
  let recheckDays: Int

  init(asOf date: CivilDate, recheckDays: Int) {
    self.date = date
    self.recheckDays = recheckDays
  }

  /// How far the records bring a person, and those that do not fit.
  func state(
    of number: String, _ records: [CheckRecord]
  ) -> (state: CheckState, faults: [CheckList.Fault]) {
    var faults: [CheckList.Fault] = []
    var known: [Check: CheckRecord] = [:]
    for (check, found) in Dictionary(grouping: records, by: \.check) {
      if Set(found.map(\.outcome)).count > 1 {
        faults.append(.contradictory(number: number, check))
      } else {
        known[check] = found.min { $0.day < $1.day }
      }
    }
    let (state, last) = walk(known)
    let failedFirst = known[.medical]?.outcome == .failed
    for check in Check.allCases where known[check] != nil {
      if check == .medicalAgain, !failedFirst {
        faults.append(.notFailedBefore(number: number))
      } else if check.rawValue > last.rawValue {
        faults.append(.outOfOrder(number: number, check))
      }
    }
    return (state, faults.sorted { $0.order < $1.order })
  }

  /// The state, and the last check that counts for it.
  private func walk(_ known: [Check: CheckRecord]) -> (CheckState, last: Check) {
    for check in [Check.review, .medical, .vetting] {
      guard let record = known[check] else { return (.due(check), check) }
      if check == .medical, record.outcome == .failed {
        guard let again = known[.medicalAgain] else { return (afterFailure(record), .medical) }
        if let stop = stop(again) { return (stop, .medicalAgain) }
      } else if let stop = stop(record) {
        return (stop, check)
      }
    }
    return (.passed, .vetting)
  }

  private func stop(_ record: CheckRecord) -> CheckState? {
    switch record.outcome {
    case .passed: nil
    case .deferred: .deferred(record.check)
    case .failed: .lost(record.check.loss, at: record.check)
    case .withdrew, .missed: .lost(.withdrawal, at: record.check)
    }
  }

  private func afterFailure(_ record: CheckRecord) -> CheckState {
    guard let until = record.day.advanced(byDays: recheckDays), date <= until else {
      return .lost(.medical, at: .medical)
    }
    return .mayAskAgain(until: until)
  }
}

extension CheckList.Fault {
  /// An order for people: by check, then by kind.
  fileprivate var order: Int {
    switch self {
    case .contradictory(_, let check): check.rawValue * 3
    case .notFailedBefore: Check.medicalAgain.rawValue * 3 + 1
    case .outOfOrder(_, let check): check.rawValue * 3 + 2
    }
  }
}
