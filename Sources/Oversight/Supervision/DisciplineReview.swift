public import Model

/// That somebody has signed the rules of the work (纪律告知书, 二（一）).
public struct Acknowledgement: Hashable, Sendable {
  /// The assistant's number.
  public let assistant: String
  /// The version of the text.
  public let version: String
  /// The day.
  public let signed: CivilDate

  /// Takes a signature down.
  public init(assistant: String, version: String, signed: CivilDate) {
    self.assistant = assistant
    self.version = version
    self.signed = signed
  }
}

/// Findings on discipline (二（一）), and who has not signed it; no guilt and no sanction.
public struct DisciplineReview: Hashable, Sendable {
  /// The findings on discipline by number.
  public let cases: [SupervisionCase]
  /// Those on duty who have signed no version, by number.
  public let unsigned: [String]

  /// Reads what is known up to a day.
  public init(
    _ cases: [SupervisionCase], _ signatures: [Acknowledgement], roster: Roster, asOf: CivilDate
  ) {
    self.cases = cases.filter { $0.finding.kind == .discipline }
      .sorted { String.precedes($0.finding.number, $1.finding.number) }
    let signed = Set(signatures.filter { $0.signed <= asOf }.map(\.assistant))
    unsigned = Set(roster.onDuty(on: asOf).map(\.assistant)).subtracting(signed)
      .sorted(by: String.precedes)
  }

  /// Whether a case is open or a signature is missing.
  public var waits: Bool { !unsigned.isEmpty || cases.contains { $0.state != .closed } }
}
