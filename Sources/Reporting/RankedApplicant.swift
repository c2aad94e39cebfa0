import Model
import Policy

/// One line of an office's list in words.
struct RankedApplicant {
  let applicationNo: String
  let name: String
  /// The name of the office applied to.
  let office: String
  let assessment: Assessment
  let placement: RankPlacement
  /// The tier that counts and the preferences that are met, in the policy's order.
  let reasons: [Bilingual]
  /// How tier and points came about, with clauses.
  let working: Bilingual
  /// How the mark came about, where the policy ranks by marks.
  let mark: MarkWorking?
  /// For those without a rank: what fails or is missing.
  let obstacles: [Bilingual]
  let source: RowSource?
}
