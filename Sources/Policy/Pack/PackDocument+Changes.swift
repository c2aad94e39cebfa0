import Model

extension PackDocument {
  /// Refuses additions that claim to rest on a clause: what the Opinion says, the base has said.
  func requireLocalAdditions() throws(PolicyError) {
    let bases: [(Basis, SourcePlace)] =
      derivedFacts.map { ($0.content.basis, $0.place) }
      + requirements.map { ($0.content.basis, $0.place) }
      + tiers.map { ($0.content.basis, $0.place) }
      + preferences.map { ($0.content.basis, $0.place) }
      + groups.map { ($0.content.basis, $0.place) }
      + marks.map { ($0.content.basis, $0.place) }
      + tables.map { ($0.content.basis, $0.place) }
      + parameters.map { ($0.content.basis, $0.place) }
    if let added = bases.first(where: { !$0.0.isLocal }) { throw .notLocal(added.1) }
  }

  /// Refuses groups of which two preferences rest on a clause: whoever meets one of them would
  /// gain nothing by the other, which the Opinion prefers as well.
  func requireClausesApart(in groups: [Dated<PointGroup>]) throws(PolicyError) {
    for group in groups {
      let said = preferences.filter {
        group.content.members.contains($0.content.id) && !$0.content.basis.isLocal
      }
      let ids = Set(said.map(\.content.id))
      guard ids.count > 1, let second = said.last,
        case .clause(let number) = second.content.basis
      else { continue }
      throw .weakensClause(number, base: second.place, overlay: group.place)
    }
  }

  /// Refuses two changes of one thing on the same day.
  func requireDistinctChanges() throws(PolicyError) {
    for (index, change) in changes.enumerated() {
      let earlier = changes[..<index].first {
        $0.id == change.id && $0.span.intersection(change.span) != nil
      }
      if let earlier {
        throw .conflict(id: change.subject.name, earlier.place, change.place)
      }
    }
  }

  /// Applies a change of an overlay, on the change's days only.
  mutating func apply(_ change: PackChange) throws(PolicyError) {
    switch change.subject {
    case .points(let id, let points):
      preferences = try changed(preferences, change, { $0.id == id }, id) {
        old throws(PolicyError) in
        if case .clause(let number) = old.basis, points < 1 {
          throw .weakensClause(number, base: old.place, overlay: change.place)
        }
        guard PackReader.pointsRange.contains(points) else {
          throw .wrongValue(
            change.place, key: "points", found: String(points), expected: PackReader.pointsWording)
        }
        return Criterion(
          id: old.id, title: old.title, condition: old.condition, basis: old.basis,
          points: points, note: old.note, place: change.place)
      }
    case .parameter(let name, let value):
      parameters = try changed(parameters, change, { $0.name == name }, name) {
        old throws(PolicyError) in
        if case .clause(let number) = old.basis {
          guard old.isMinimum, let least = old.value.hundredths, let new = value.hundredths,
            new >= least
          else { throw .weakensClause(number, base: old.place, overlay: change.place) }
        }
        var value = value
        if old.columns.isEmpty {
          guard value.hasForm(of: old.value) else {
            throw .wrongValue(
              change.place, key: "value", found: value.written, expected: old.value.form)
          }
        } else {
          value = try old.columns.checked(value, at: change.place)
        }
        return Parameter(
          name: old.name, title: old.title, unit: old.unit, basis: .local(reason: change.reason),
          isExample: false, isMinimum: old.isMinimum, value: value,
          columns: old.columns, place: change.place)
      }
    case .table(let name, let entries):
      tables = try changed(tables, change, { $0.name == name }, name) { old throws(PolicyError) in
        if case .clause(let number) = old.basis {
          throw .weakensClause(number, base: change.place, overlay: change.place)
        }
        return CodeTable(
          name: old.name, title: old.title, basis: .local(reason: change.reason), entries: entries)
      }
    case .ranking(let ranking):
      rankings = try changed(rankings, change, { _ in true }, "ranking") {
        old throws(PolicyError) in
        guard ranking.order.first == .tier else {
          throw .weakensClause("四（一）", base: old.place, overlay: change.place)
        }
        guard ranking.order.contains(.points) || ranking.order.contains(.total) else {
          throw .weakensClause("四（二）", base: old.place, overlay: change.place)
        }
        return ranking
      }
    case .forbidden(let id):
      throw forbidden(id, change.place)
    }
    settings = settings.flatMap { setting in
      setting.content.id == change.id
        ? setting.span.subtracting(change.span).map {
          Dated(span: $0, content: setting.content, place: setting.place)
        } : [setting]
    }
    settings.append(
      Dated(
        span: change.span,
        content: LocalSetting(
          id: change.id, title: title(of: change.subject), reason: change.reason,
          touches: [change.subject.name], place: change.place),
        place: change.place))
  }

  /// Refuses an overlay that would hold on days on which its base does not.
  func requireDaysWithin(_ base: Span) throws(PolicyError) {
    guard span.subtracting(base).isEmpty else {
      throw .noRuleInForce(
        policy: id, date: span.from, from: base.from, until: base.until, before: nil)
    }
  }

  /// The items with the matching ones changed on the change's days and kept on their others.
  private func changed<Content>(
    _ items: [Dated<Content>], _ change: PackChange, _ matches: (Content) -> Bool, _ name: String,
    _ transform: (Content) throws(PolicyError) -> Content
  ) throws(PolicyError) -> [Dated<Content>] {
    var result: [Dated<Content>] = []
    var isFound = false
    for item in items {
      guard matches(item.content), let common = item.span.intersection(change.span) else {
        result.append(item)
        continue
      }
      isFound = true
      for rest in item.span.subtracting(change.span) {
        result.append(Dated(span: rest, content: item.content, place: item.place))
      }
      result.append(
        Dated(span: common, content: try transform(item.content), place: change.place))
    }
    guard isFound else {
      throw .unknownReference(
        change.place, name: name, nearest: Spelling.nearest(to: name, among: names))
    }
    return result
  }

  private func forbidden(_ id: String, _ place: SourcePlace) -> PolicyError {
    let criteria = (requirements + preferences).map { ($0.content.id, $0.content.basis, $0.place) }
    let others =
      tiers.map { ($0.content.id, $0.content.basis, $0.place) }
      + derivedFacts.map { ($0.content.name, $0.content.basis, $0.place) }
    guard let item = (criteria + others).first(where: { $0.0 == id }) else {
      return .unknownReference(
        place, name: id, nearest: Spelling.nearest(to: id, among: names))
    }
    switch item.1 {
    case .clause(let number): return .weakensClause(number, base: item.2, overlay: place)
    case .local: return .conflict(id: id, item.2, place)
    }
  }

  private func title(of subject: PackChange.Subject) -> Bilingual {
    let title: Bilingual? =
      switch subject {
      case .points(let id, _): preferences.first { $0.content.id == id }?.content.title
      case .parameter(let name, _): parameters.first { $0.content.name == name }?.content.title
      case .table(let name, _): tables.first { $0.content.name == name }?.content.title
      case .ranking: Bilingual(zh: "排序方式", en: "order of the ranking")
      case .forbidden: nil
      }
    return title ?? Bilingual(zh: subject.name, en: subject.name)
  }

  /// Every name that a change or a rule may refer to.
  var names: [String] {
    facts.map(\.name) + derivedFacts.map(\.content.name) + parameters.map(\.content.name)
      + tables.map(\.content.name) + requirements.map(\.content.id) + tiers.map(\.content.id)
      + preferences.map(\.content.id) + groups.map(\.content.id) + checks.map(\.id)
      + settings.map(\.content.id)
  }
}

extension PackChange {
  /// The id of the local setting that the change makes.
  fileprivate var id: String { "change." + subject.name }
}

extension PackChange.Subject {
  fileprivate var name: String {
    switch self {
    case .points(let name, _), .parameter(let name, _), .table(let name, _), .forbidden(let name):
      name
    case .ranking: "ranking"
    }
  }
}
