import Model

extension PackDocument {
  /// Refuses additions that claim to rest on a clause: what the Opinion says, the base has said.
  func requireLocalAdditions() throws(PolicyError) {
    let added = items.first { !($0 is PolicyCheck) && !$0.basis.isLocal }
    if let added { throw .notLocal(added.place) }
  }

  /// Refuses groups of which two preferences rest on a clause: whoever meets one of them would
  /// gain nothing by the other, which the Opinion prefers as well.
  func requireClausesApart(in groups: [PointGroup]) throws(PolicyError) {
    for group in groups {
      let said = preferences.filter {
        group.members.contains($0.id) && !$0.basis.isLocal
      }
      let ids = Set(said.map(\.id))
      guard ids.count > 1, let second = said.last,
        case .clause(let number) = second.basis
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
      preferences = try changed(preferences, change, id) {
        old throws(PolicyError) in
        if case .clause(let number) = old.basis, points < 1 {
          throw .weakensClause(number, base: old.place, overlay: change.place)
        }
        guard PackReader.pointsRange.contains(points) else {
          throw .wrongValue(
            change.place, key: "points", found: String(points), expected: PackReader.pointsWording)
        }
        var new = old
        new.points = points
        return new
      }
    case .parameter(let name, let value):
      parameters = try changed(parameters, change, name) {
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
        var new = old
        (new.value, new.isExample, new.confirmation) = (value, false, change.confirmation)
        new.declaration.basis = .local(reason: change.reason)
        return new
      }
    case .table(let name, let entries):
      tables = try changed(tables, change, name) { old throws(PolicyError) in
        if case .clause(let number) = old.basis {
          throw .weakensClause(number, base: old.place, overlay: change.place)
        }
        var new = old
        new.entries = entries
        new.declaration.basis = .local(reason: change.reason)
        return new
      }
    case .ranking(let ranking):
      rankings = try changed(rankings, change, "ranking") {
        old throws(PolicyError) in
        guard ranking.order.contains(.tier) else {
          throw .weakensClause("四（一）", base: old.place, overlay: change.place)
        }
        guard ranking.order.contains(.points) || ranking.order.contains(.total) else {
          throw .weakensClause("四（二）", base: old.place, overlay: change.place)
        }
        return ranking
      }
    case .gatedChannels(let channels):
      try gate(channels, change)
    case .forbidden(let id):
      throw forbidden(id, change.place)
    }
    let name = change.subject.name
    let title = items.first { $0.id == name }?.title
    let touches = settings.first { $0.id == name }?.touches ?? [name]
    settings = settings.flatMap {
      [change.id, name].contains($0.id) ? $0.without(change.span) : [$0]
    }
    settings.append(
      LocalSetting(
        declaration: Declaration(
          id: change.id,
          title: title ?? Bilingual(zh: name, en: name),
          basis: .local(reason: change.reason), days: change.span, place: change.place),
        reason: change.reason, touches: touches))
  }

  /// Lets the Opinion's requirements be asked of some channels alone; of open recruitment, for which
  /// 四（二） is written, always.
  private mutating func gate(_ channels: [String], _ change: PackChange) throws(PolicyError) {
    let known = tables.filter { $0.name == "channels" }.flatMap { $0.entries.map(\.code) }
    for channel in channels where !known.contains(channel) {
      throw .unknownReference(
        change.place, name: channel, nearest: Spelling.nearest(to: channel, among: known))
    }
    let gated = channels.map { "\"\($0)\"" }.joined(separator: ", ")
    for id in requirements.filter({ !$0.basis.isLocal }).map(\.id) {
      requirements = try changed(requirements, change, id) { old throws(PolicyError) in
        if case .clause(let number) = old.basis, !channels.contains("公开招聘") {
          throw .weakensClause(number, base: old.place, overlay: change.place)
        }
        var new = old
        let condition = "!(channel in [\(gated)]) || (\(old.condition.source))"
        do throws(ExpressionError) {
          new.condition = try Expression(parsing: condition)
        } catch {
          throw .badExpression(change.place, error)
        }
        return new
      }
    }
  }

  /// Refuses an overlay that would hold on days on which its base does not.
  func requireDaysWithin(_ base: Span) throws(PolicyError) {
    guard span.subtracting(base).isEmpty else {
      throw .noRuleInForce(
        policy: id, date: span.from, from: base.from, until: base.until, before: nil)
    }
  }

  /// The items with the matching ones changed on the change's days and kept on their others.
  private func changed<Item: PackItem>(
    _ items: [Item], _ change: PackChange, _ name: String,
    _ transform: (Item) throws(PolicyError) -> Item
  ) throws(PolicyError) -> [Item] {
    var result: [Item] = []
    var isFound = false
    for item in items {
      guard item.id == name, let common = item.days.intersection(change.span) else {
        result.append(item)
        continue
      }
      isFound = true
      var new = try transform(item)
      (new.declaration.days, new.declaration.place) = (common, change.place)
      result += item.without(change.span) + [new]
    }
    guard isFound else {
      throw .unknownReference(
        change.place, name: name, nearest: Spelling.nearest(to: name, among: names))
    }
    return result
  }

  private func forbidden(_ id: String, _ place: SourcePlace) -> PolicyError {
    guard let item = items.first(where: { $0.id == id }) else {
      return .unknownReference(
        place, name: id, nearest: Spelling.nearest(to: id, among: names))
    }
    switch item.basis {
    case .clause(let number): return .weakensClause(number, base: item.place, overlay: place)
    case .local: return .conflict(id: id, item.place, place)
    }
  }

  /// Every name that a change or a rule may refer to.
  var names: [String] { facts.map(\.name) + items.map(\.id) }
}

extension PackItem {
  /// The item on those of its days that do not lie in some others.
  fileprivate func without(_ others: Span) -> [Self] {
    days.subtracting(others).map { rest in
      var item = self
      item.declaration.days = rest
      return item
    }
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
    case .gatedChannels: "gate_for_all_channels"
    }
  }
}
