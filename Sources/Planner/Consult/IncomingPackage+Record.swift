import Consultation
import Model
public import Register
public import Reporting

extension IncomingPackage {
  /// Takes a reply into the register of the bureau that had asked; one that is in already changes
  /// nothing.
  ///
  /// An opinion waits for a person where another reply says something else, where a later request
  /// asks about the same subject, or where the applicant is no longer accepted.
  /// - Parameter decision: who lets the opinions that wait count after all and why, if somebody does.
  /// - Throws: `ConsultError`, `RegisterError`.
  public func record(
    into register: Register, keeping decision: (by: String, reason: String)? = nil
  ) throws -> RecordedReplyAnswer {
    let terms = package.terms
    guard terms.kind == .reply, let answered = terms.inReplyTo else { throw ConsultError.notAReply }
    let sent = try register.consultations().first {
      $0.direction == .sent && $0.manifestSHA256 == answered.manifestSha256
    }
    guard let request = sent else {
      throw ConsultError.requestUnknown(number: answered.number, title: answered.title)
    }
    guard terms.from.utf8.elementsEqual(request.to.utf8) else {
      throw ConsultError.answeredByOther(asked: request.to, by: terms.from)
    }
    try register.refuseWithdrawn(request)
    let entry = ConsultationEntry(package.signed, .received)
    let wasKnown = try register.hasReceived(entry)
    if !wasKnown {
      try register.checkTerms(terms, .received)
      let opinions = try OpinionSheet.opinions(
        of: package, subjects: register.subjects(of: request), by: terms.from, on: terms.sentOn)
      try register.store(
        entry, opinions: register.weighed(opinions, on: request),
        note: AuditNote(
          at: moment, actor: request.from, action: "consult_reply_recorded", subject: entry.id,
          detail: "\(terms.number) | \(request.id) | \(entry.manifestSHA256)"))
    }
    return RecordedReplyAnswer(
      entry, to: request, wasKnown: wasKnown,
      try register.opinions(of: entry, keeping: decision, at: moment))
  }
}

extension Register {
  /// - Throws: `ConsultError.withdrawn`.
  func refuseWithdrawn(_ request: ConsultationEntry) throws {
    guard let withdrawal = try withdrawal(of: request) else { return }
    throw ConsultError.withdrawn(
      number: request.number, by: withdrawal.by, on: String(withdrawal.at.prefix(10)))
  }

  /// The opinions of a reply, after somebody let those that wait count, if anybody did.
  func opinions(
    of entry: ConsultationEntry, keeping decision: (by: String, reason: String)?, at moment: String
  ) throws -> [OpinionEntry] {
    let found = try opinions(of: entry)
    guard let decision, found.contains(where: { $0.state == .held }) else { return found }
    try preferOpinions(
      of: entry,
      note: AuditNote(
        at: moment, actor: decision.by, action: "consult_opinions_kept", subject: entry.id,
        detail: decision.reason))
    return try opinions(of: entry)
  }

  /// Opinions that were given, of which those that must not count by themselves wait.
  func weighed(_ opinions: [OpinionEntry], on request: ConsultationEntry) throws -> [OpinionEntry] {
    let again = try subjectsAskedAgain(after: request)
    let accepted = request.matter == .ranking ? try acceptedNumbers() : nil
    var standing: [String: OpinionEntry] = [:]
    for reply in try consultations()
    where reply.direction == .received && reply.requestSHA256 == request.manifestSHA256 {
      for opinion in try self.opinions(of: reply) where opinion.state != .replaced {
        standing[opinion.subject] = opinion
      }
    }
    return opinions.map { given in
      var opinion = given
      if let accepted, !accepted.contains(opinion.subject) {
        opinion.conflict = .gone
      } else if again.contains(opinion.subject) {
        opinion.conflict = .olderRequest
      } else if let other = standing[opinion.subject],
        other.opinion != opinion.opinion || other.remark != opinion.remark
      {
        opinion.conflict = .twoAnswers
      }
      if opinion.conflict != nil { opinion.state = .held }
      return opinion
    }
  }
}
