/// Says what one person's marks come to.
struct MarkJudge {
  let settings: MarkSettings
  /// The mean of each panel.
  let means: [String: Mark]
  /// The offices to which the rule for too few rivals applies.
  let thinOffices: Set<String>

  /// The total, where there is one, and the outcome.
  ///
  /// What is certain counts before what is open: a person below the written line is out although
  /// the interview has no mark yet.
  func judge(_ person: MarkCandidate) -> (total: CombinedMark?, outcome: MarkOutcome) {
    let parts = settings.weights.map(\.part)
    let missed = missed(person, parts)
    if let missed { return (nil, missed) }
    let total = total(person)
    for part in MarkPart.allCases {
      guard let minimum = settings.minimums[part], let mark = person.results[part]?.mark,
        mark < minimum
      else { continue }
      return (total, .below(.part(part), mark: mark, minimum: minimum))
    }
    let pending = parts.filter { person.results[$0] == nil }
    guard pending.isEmpty else { return (nil, .pending(pending)) }
    if let exempt = parts.first(where: { person.results[$0] == .exempt }), !settings.allowsExemption
    {
      return (nil, .exemptionNotAllowed(exempt))
    }
    // Somebody exempt from every part has no mark to be ordered by.
    guard let total else { return (nil, .pending(parts)) }
    if let minimum = settings.totalMinimum, total.published < minimum {
      return (total, .below(.total, mark: total.published, minimum: minimum))
    }
    if let below = belowCompetition(person) { return (total, below) }
    return (total, .passed)
  }

  private func missed(_ person: MarkCandidate, _ parts: [MarkPart]) -> MarkOutcome? {
    if let part = parts.first(where: { person.results[$0] == .misconduct }) {
      return .misconduct(part)
    }
    return parts.first { person.results[$0] == .absent }.map(MarkOutcome.absent)
  }

  private func total(_ person: MarkCandidate) -> CombinedMark? {
    var terms: [CombinedMark.Term] = []
    for weight in settings.weights {
      switch person.results[weight.part] {
      case .scored(let mark):
        terms.append(CombinedMark.Term(weight.part, mark, percent: weight.percent))
      case .exempt where settings.allowsExemption: continue
      default: return nil
      }
    }
    return terms.isEmpty ? nil : CombinedMark(terms, rounding: settings.rounding)
  }

  private func belowCompetition(_ person: MarkCandidate) -> MarkOutcome? {
    guard thinOffices.contains(person.office), let mark = person.results[.interview]?.mark
    else { return nil }
    let minimum: Mark? =
      switch settings.competition {
      case .off: nil
      case .panelMean: means[person.panel]
      case .line(let line): line
      }
    guard let minimum, mark < minimum else { return nil }
    return .below(.competition, mark: mark, minimum: minimum)
  }
}
