public import Model

/// One local setting put to another value, to see what depends on it.
public struct SettingTrial: Sendable {
  /// What is varied.
  public enum Subject: String, Sendable, Hashable {
    /// The points of a preference.
    case points
    /// A parameter.
    case parameter
    /// The order of the ranking.
    case ranking
    /// A local requirement, taken out.
    case requirement
    /// A group of which the highest counts, taken out.
    case group
    /// The weights of the mark.
    case mark
  }

  /// What is varied.
  public let subject: Subject
  /// The id or name.
  public let id: String
  /// The name for people.
  public let title: Bilingual
  /// The value in force.
  public let from: String
  /// The value that is tried.
  public let to: String
  /// The rules with it.
  public let rules: RuleSet
}

extension RuleSet {
  /// Trials of everything local but the parameters: each preference one point down, one up, and
  /// above all others together; neighbouring ranking keys exchanged; each local requirement and
  /// each group taken out; the mark's weights moved by five and by ten percent.
  public var trials: [SettingTrial] {
    pointTrials + rankingTrials + withoutTrials + markTrials
  }

  private func trial(
    _ subject: SettingTrial.Subject, _ id: String, _ title: Bilingual, _ from: String,
    _ to: String, _ change: (inout RuleSet) -> Void
  ) -> SettingTrial {
    var rules = self
    change(&rules)
    return SettingTrial(subject: subject, id: id, title: title, from: from, to: to, rules: rules)
  }

  private var pointTrials: [SettingTrial] {
    preferences.enumerated().flatMap { index, preference in
      let others = preferences.reduce(0) { $0 + $1.points } - preference.points
      let values = Set([preference.points - 1, preference.points + 1, others + 1])
      return values.subtracting([preference.points])
        .filter { (1...Self.pointsLimit / 4).contains($0) }.sorted()
        .map { points in
          trial(
            .points, preference.id, preference.title, String(preference.points), String(points)
          ) {
            $0.preferences[index].points = points
          }
        }
    }
  }

  private var rankingTrials: [SettingTrial] {
    ranking.order.indices.dropLast().map { index in
      var order = ranking.order
      order.swapAt(index, index + 1)
      let written = [ranking.order, order].map { $0.map(\.rawValue).joined(separator: ", ") }
      return trial(.ranking, ranking.id, ranking.title, written[0], written[1]) {
        $0.ranking.order = order
      }
    }
  }

  private var withoutTrials: [SettingTrial] {
    requirements.filter(\.basis.isLocal).map { item in
      trial(.requirement, item.id, item.title, item.condition.source, "") {
        $0.requirements.removeAll { $0.id == item.id }
      }
    }
      + groups.map { group in
        trial(.group, group.id, group.title, group.members.joined(separator: ", "), "") {
          $0.groups.removeAll { $0.id == group.id }
        }
      }
  }

  private var markTrials: [SettingTrial] {
    guard let mark, mark.parts.count > 1 else { return [] }
    return [-10, -5, 5, 10].compactMap { shift in
      var moved = mark
      moved.parts[0].percent += shift
      moved.parts[1].percent -= shift
      guard moved.parts.allSatisfy({ $0.percent > 0 }) else { return nil }
      let title = Bilingual(zh: "成绩权重", en: "weights of the mark")
      return trial(.mark, mark.id, title, mark.written, moved.written) { $0.mark = moved }
    }
  }
}

extension PolicyPack {
  /// The local parameters that conditions read and that are whole numbers, each with the facts that
  /// are compared in those conditions.
  public func triedParameters(on date: CivilDate) throws(PolicyError)
    -> [(parameter: Parameter, facts: [String])]
  {
    let rules = try rules(on: date)
    return rules.parameters.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .filter { $0.basis.isLocal && $0.value.integer != nil }
      .compactMap { parameter in
        let read = rules.criteria.map { rules.names(readBy: $0.id) }
        let names = Set(read.filter { $0.contains(parameter.name) }.joined())
        let facts = rules.facts.filter { names.contains($0.name) && $0.type == .int }.map(\.name)
        return facts.isEmpty ? nil : (parameter, facts)
      }
  }

  /// The rules of a day with another whole number for a parameter.
  public func trial(
    of parameter: Parameter, at value: Int64, on date: CivilDate
  ) throws(PolicyError) -> SettingTrial {
    SettingTrial(
      subject: .parameter, id: parameter.name, title: parameter.title,
      from: parameter.value.written, to: String(value),
      rules: try rules(on: date, setting: [parameter.name: .scalar(String(value))]))
  }
}
