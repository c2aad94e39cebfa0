import GRDB
import Model

/// Rows that come to another outcome, until they are stored together with their files' sums.
struct OutcomeChanges {
  private var outcomes: [Int64: RowOutcome] = [:]
  /// By how many each file's accepted rows grow at the cost of those that are not.
  private var accepted: [Int64: Int] = [:]

  /// Moves a row, which was not and will not be rejected, to another outcome.
  mutating func set(_ row: ApplicantRow, to outcome: RowOutcome) {
    let before = outcomes[row.id] ?? row.outcome
    outcomes[row.id] = outcome
    accepted[row.fileID, default: 0] +=
      (outcome == .accepted ? 1 : 0) - (before == .accepted ? 1 : 0)
  }

  /// Whether a row was moved.
  func contains(_ row: ApplicantRow) -> Bool { outcomes[row.id] != nil }

  /// Stores the outcomes and the sums.
  func store(in database: Database) throws {
    try database.applicants.set(outcomes)
    for (file, count) in accepted where count != 0 {
      try database.execute(
        literal: """
          UPDATE file SET accepted = accepted + \(count), duplicate = duplicate - \(count)
          WHERE id = \(file)
          """)
    }
  }
}
