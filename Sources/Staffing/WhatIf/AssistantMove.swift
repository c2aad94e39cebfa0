import Model

/// The move of one assistant between two offices that evens the loads out most (最佳调剂).
///
/// What is made smaller is Σ S² ÷ A, the load as the average subject meets it; with Σ A fixed it is
/// least when loads are equal. Serving an office that nobody serves comes before everything, and no
/// move leaves subjects without an assistant.
///
/// Source: this transfer test is Huntington's: E. V. Huntington, "The apportionment of
/// representatives in Congress", Transactions of the AMS 30, 1928.
public struct AssistantMove: Hashable, Sendable {
  /// The offices that may give one, by code; more than one where their claims are equal.
  public let from: [Side]
  /// The offices that may receive one, by code; more than one where their claims are equal.
  public let to: [Side]

  /// What the move does to one office.
  public struct Side: Hashable, Sendable {
    /// The office's nine-digit code.
    public let officeCode: String
    /// Its load without the move.
    public let before: Load
    /// Its load with the move.
    public let after: Load

    init(_ code: String, _ load: Load, moving: Int) {
      officeCode = code
      before = load
      after = Load(subjects: load.subjects, assistants: load.assistants + moving)
    }
  }

  /// Finds the move; nothing where no move helps.
  ///
  /// No office is ever both: what it would gain is less than what it would lose.
  /// - Complexity: O(*n*) for *n* offices.
  init?(_ loads: [(code: String, load: Load)]) {
    let givers = loads.compactMap { entry in entry.load.loss.map { (entry, $0) } }
    guard let loss = givers.map(\.1).min() else { return nil }
    let unserved = loads.filter(\.load.isUnserved)
    let receivers: [(code: String, load: Load)]
    if let most = unserved.map(\.load.subjects).max() {
      receivers = unserved.filter { $0.load.subjects == most }
    } else {
      let gains = loads.compactMap { entry in entry.load.gain.map { (entry, $0) } }
      guard let gain = gains.map(\.1).max(), gain > loss else { return nil }
      receivers = gains.filter { $0.1 == gain }.map(\.0)
    }
    from = givers.filter { $0.1 == loss }.map { Side($0.0.code, $0.0.load, moving: -1) }
      .sorted { AllocationUnit.byName($0.officeCode, $1.officeCode) }
    to = receivers.map { Side($0.code, $0.load, moving: 1) }
      .sorted { AllocationUnit.byName($0.officeCode, $1.officeCode) }
  }
}

extension Load {
  /// How much Σ S² ÷ A rises without one assistant; nothing where none can be given.
  fileprivate var loss: Rational? {
    guard assistants > 0, !(subjects > 0 && assistants == 1) else { return nil }
    guard subjects > 0 else { return .zero }
    return strength(Int128(assistants) * Int128(assistants - 1))
  }

  /// How much Σ S² ÷ A falls with one more assistant; nothing where it has none.
  fileprivate var gain: Rational? {
    assistants > 0 ? strength(Int128(assistants) * Int128(assistants + 1)) : nil
  }

  private func strength(_ divisor: Int128) -> Rational? {
    try? Rational(Int128(subjects) * Int128(subjects), over: divisor)
  }
}
