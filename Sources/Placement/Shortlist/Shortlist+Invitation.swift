extension Shortlist {
  /// Invites people in order until the list holds as many as the ratio gives.
  mutating func invite(_ cause: Cause) {
    var invited = inside.count
    var next = entries.startIndex
    while next < entries.endIndex, invited < limit {
      let position = entries[next].position
      let end = entries[next...].firstIndex { $0.position != position } ?? entries.endIndex
      let group = (next..<end).filter { [.waiting, .contested].contains(entries[$0].place) }
      invited += invite(group, seats: limit - invited, cause)
      next = end
    }
  }

  /// Invites equals.
  ///
  /// - Returns: how many seats they take, contested ones included.
  private mutating func invite(_ group: [Int], seats: Int, _ cause: Cause) -> Int {
    guard group.count > seats else {
      for index in group { entries[index].place = .inside(cause) }
      return group.count
    }
    switch settings.lastPlaceTies {
    case .all:
      for index in group {
        entries[index].place = .inside(cause == .ratio ? .lastPlaceTie : cause)
      }
      return group.count
    case .person:
      for index in group { entries[index].place = .contested }
    case .part(let part):
      var parted = EqualGroups(group)
      parted.refine { index in
        entries[index].candidate.results[part]?.mark.map { -$0.hundredths }
      }
      var left = seats
      for equals in parted.groups {
        let fits = equals.count <= left
        for index in equals {
          entries[index].place = fits ? .inside(cause) : left > 0 ? .contested : .waiting
        }
        left -= min(left, equals.count)
      }
    }
    return seats
  }

  /// The list after somebody has dropped out: the next in order comes in as soon as fewer are
  /// invited than the ratio gives; nobody invited is taken off.
  ///
  /// Where equals took the list beyond the ratio, whoever would follow is on it already.
  ///
  /// - Parameter isNotified: whether the list has been sent out.
  /// - Throws: `PlacementError.alreadyNotified` or `.notListed`.
  public func replacing(
    _ number: String, because reason: DropReason, isNotified: Bool
  ) throws(PlacementError) -> Shortlist {
    guard !isNotified else { throw .alreadyNotified(number) }
    var list = self
    let index = entries.firstIndex { entry in
      guard case .inside = entry.place else { return false }
      return entry.candidate.number == number
    }
    guard let index else { throw .notListed(number) }
    list.entries[index].place = .dropped(reason)
    list.invite(.replacement)
    return list
  }
}
