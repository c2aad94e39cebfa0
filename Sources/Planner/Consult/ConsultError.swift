public import Model

/// Why a consultation cannot go on.
public enum ConsultError: ExplainedError, Hashable {
  /// The request would ask about nobody.
  case nobody
  /// The letter lacks what every letter has.
  case letterIncomplete(Bilingual)
  /// The bureau writes to itself.
  case sameBureau(String)
  /// An answer is hoped for before the letter's own day.
  case dueBeforeLetter(due: CivilDate, letter: CivilDate)
  /// Another letter of the bureau has the number.
  case numberUsed(String, title: String, on: CivilDate)
  /// The answer's day is before the question's.
  case answerBeforeQuestion(asked: CivilDate, answered: CivilDate)
  /// The register knows nothing of the month.
  case emptyMonth(String)
  /// The request was withdrawn.
  case withdrawn(number: String, by: String, on: String)
  /// The stored run does not come out again.
  case runDiffers(String)
  /// The result of a package does not come out of its own facts.
  case digestDiffers(stated: String, found: String)
  /// The list that people see is not the one that the facts give.
  case listDiffers(String)
  /// A field that cannot be shown, or is never hidden.
  case unmaskUnknown(String)
  /// Personal fields are to be shown and nobody says why.
  case unmaskWithoutReason([String])
  /// The package was received before.
  case replayed(String, number: String)
  /// A later request about the same subjects has been received.
  case overtaken(number: String, serial: Int)
  /// The package is a reply.
  case isReply
  /// The package is no reply.
  case notAReply
  /// The package asks for nothing.
  case notARequest(String)
  /// No package, or more than one, has that id.
  case unknown(String)
  /// The reply answers something that we never asked.
  case requestUnknown(number: String, title: String)
  /// A sheet that came alone has the list of no request, or of several.
  case requestUnclear([String])
  /// Somebody else than the one who was asked has answered.
  case answeredByOther(asked: String, by: String)
  /// The opinion sheet lacks a column.
  case columnMissing(String)
  /// A row is about somebody who was not asked about.
  case subjectUnknown(row: Int, subject: String)
  /// Two rows are about the same subject.
  case subjectTwice(row: Int, subject: String)
}
