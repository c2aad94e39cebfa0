public import Model

/// Why a job is not exported, or its answers are not taken.
public enum ScaleError: ExplainedError, Hashable {
  /// A lot was asked for, which SQL cannot draw.
  case lot
  /// The folder for a job holds something.
  case notEmpty(path: String)
  /// Nobody is accepted, so there is nothing to score.
  case nobody
  /// A file of the job is not there.
  case absent(path: String)
  /// A file is not what the export wrote.
  case foreign(path: String)
  /// The engine has not finished.
  case unfinished(path: String)
  /// A line of an answer has no office.
  case unreadable(part: String, line: Int)
  /// More or fewer applicants are accepted than were exported.
  case applicantsChanged(exported: Int, now: Int)
  /// The register no longer gives an exported part.
  case factsChanged(part: String, offices: [String])
  /// An exported applicant was not answered.
  case unanswered(office: String, number: String, found: Int, expected: Int)
  /// An applicant was answered more than once.
  case answeredTwice(office: String, number: String)
  /// Somebody was answered who was not asked about.
  case stranger(office: String, number: String)
  /// An answer is not what the rules make of the facts.
  case differs(office: String, number: String, returned: String, local: String)
}
