import Consultation
import Model
import Register

extension Register {
  /// Refuses a letter that contradicts itself or an earlier one of its sender.
  /// - Throws: `ConsultError`, `RegisterError`.
  func checkTerms(
    _ terms: PackageTerms, _ direction: ConsultationEntry.Direction
  ) throws {
    for (text, zh, en) in [
      (terms.from, "发函单位", "its sender"), (terms.to, "受函单位", "its addressee"),
      (terms.number, "发文字号", "its number"),
    ] where text.allSatisfy(\.isWhitespace) {
      throw ConsultError.letterIncomplete(Bilingual(zh: zh, en: en))
    }
    guard terms.from != terms.to else { throw ConsultError.sameBureau(terms.from) }
    if let due = terms.dueOn, due < terms.sentOn {
      throw ConsultError.dueBeforeLetter(due: due, letter: terms.sentOn)
    }
    let other = try consultations().first {
      $0.direction == direction && $0.from == terms.from && $0.number == terms.number
    }
    if let other {
      throw ConsultError.numberUsed(terms.number, title: other.title, on: other.sentOn)
    }
    if let answered = terms.inReplyTo,
      let request = try consultations().first(where: {
        $0.manifestSHA256 == answered.manifestSha256
      }), terms.sentOn < request.sentOn
    {
      throw ConsultError.answerBeforeQuestion(asked: request.sentOn, answered: terms.sentOn)
    }
  }
}
