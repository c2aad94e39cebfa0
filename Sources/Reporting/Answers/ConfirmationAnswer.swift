public import Model

/// Whether something is confirmed, by whom, and what speaks against it.
public struct ConfirmationAnswer: Answer {
  let kind: ConfirmableKind
  let id: String
  let digest: String
  let confirmed: Bool
  let voided: Bool
  let by: String?
  let role: String?
  let at: String?
  let warnings: [Bilingual]
  private let state: ConfirmationState

  enum CodingKeys: CodingKey {
    case kind, id, digest, confirmed, voided, by, role, at, warnings
  }

  /// - Parameters:
  ///   - id: of what is confirmed.
  ///   - digest: of what it is now.
  ///   - warnings: those that stand now.
  public init(
    _ kind: ConfirmableKind, _ id: String, digest: String, _ state: ConfirmationState,
    warnings: [Bilingual]
  ) {
    (self.kind, self.id, self.digest, self.state) = (kind, id, digest, state)
    self.warnings = warnings
    let entry: ConfirmationEntry? =
      switch state {
      case .none: nil
      case .void(let entry), .stands(let entry): entry
      }
    (by, role, at) = (entry?.by, entry?.role, entry?.at)
    confirmed = state.isStanding
    voided = entry != nil && !state.isStanding
  }

  /// What nobody has confirmed waits for a person.
  public var status: ExitStatus { confirmed ? .done : .waiting }

  /// What it is, its state, and the warnings.
  public func lines(_ say: Wording) -> [String] {
    ["\(say(kind.title)) \(id)" + say("：", ": ") + say(state.wording)]
      + warnings.map { say("  注意：", "  note: ") + say($0) }
  }
}
