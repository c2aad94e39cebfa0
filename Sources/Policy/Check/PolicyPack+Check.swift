import Model

extension PolicyPack {
  /// Proves or refutes what a policy must be, on every period in which the same items are in force.
  ///
  /// - Parameter seed: Seeds the search where the cases are too many to try; the same seed gives the
  ///   same results.
  /// - Complexity: At most 200,000 cases for each item and fact.
  public func check(seed: UInt64) -> [CheckResult] {
    let days = periods.map { period in
      CheckResult(.completeDays, of: id, on: period, completeness(period))
    }
    let rules = periods.flatMap { period in
      (try? self.rules(on: period.from)).map {
        PolicyChecker($0, period: period, seed: seed).results()
      } ?? []
    }
    let clauses = CheckResult(.clausesExist, of: id, on: inForce, .provedByConstruction)
    return days + rules + [clauses]
  }

  /// The policy's days, cut wherever an item begins or ends.
  public var periods: [Span] {
    var starts: Set<CivilDate> = [inForce.from]
    for span in document.items.filter({ !($0 is LocalSetting) }).map(\.days) {
      starts.insert(span.from)
      if let until = span.until, let next = CivilDate(dayNumber: until.dayNumber + 1) {
        starts.insert(next)
      }
    }
    let cuts = starts.filter(inForce.contains).sorted()
    return cuts.indices.map { index in
      let next = cuts.indices.contains(index + 1) ? cuts[index + 1] : nil
      return Span(
        from: cuts[index],
        until: next.map { CivilDate(dayNumber: $0.dayNumber - 1) } ?? inForce.until)
    }
  }

  /// Whether everything that some period needs is there in this one too.
  ///
  /// That nothing is there twice is seen to when the policy loads.
  private func completeness(_ period: Span) -> CheckResult.Finding {
    let needed: [any PackItem] = document.parameters + document.tables + document.rankings
    let missing = needed.first { item in
      !needed.contains { $0.id == item.id && $0.days.contains(period.from) }
    }
    guard let missing else { return .provedByConstruction }
    return .refuted(
      Counterexample(
        "\(period.from.iso) 没有“\(missing.id)”。",
        "on \(period.from.iso) there is no “\(missing.id)”.",
        facts: [Counterexample.Fact(name: "as_of", value: .int(Int64(period.from.number)))]))
  }
}
