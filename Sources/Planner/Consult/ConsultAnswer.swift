public import Consultation
import Model
public import Register

/// A reply that came in, taken into the register of the bureau that had asked.
public struct ConsultAnswer: Sendable {
  /// The reply.
  public let entry: ConsultationEntry
  /// The request that it answers.
  public let request: ConsultationEntry
  /// The opinions as the register holds them now.
  public let opinions: [OpinionEntry]
  /// Whether the reply was in the register already.
  public let wasKnown: Bool

  /// The opinions that wait for a person.
  public var held: [OpinionEntry] { opinions.filter { $0.state == .held } }

  /// Takes a reply in; one that is in already changes nothing.
  ///
  /// An opinion waits for a person where another reply says something else, where a later request
  /// asks about the same subject, or where the applicant is no longer accepted.
  /// - Parameter moment: for the audit chain; no rule reads it.
  /// - Throws: `ConsultError`, `RegisterError`.
  public init(_ package: OpenedPackage, into register: Register, moment: String) throws {
    let terms = package.terms
    guard terms.kind == .reply, let answered = terms.inReplyTo else { throw ConsultError.notAReply }
    let all = try register.consultations()
    let sent = all.first {
      $0.direction == .sent && $0.manifestSHA256 == answered.manifestSha256
    }
    guard let request = sent else {
      throw ConsultError.requestUnknown(number: answered.number, title: answered.title)
    }
    guard terms.from.utf8.elementsEqual(request.to.utf8) else {
      throw ConsultError.answeredByOther(asked: request.to, by: terms.from)
    }
    self.request = request
    let entry = try ConsultationEntry(package.signed, .received)
    self.entry = entry
    wasKnown = all.contains {
      $0.direction == .received && $0.manifestSHA256 == entry.manifestSHA256
    }
    if !wasKnown {
      let found = try Self.opinions(of: package, to: request, among: all, in: register)
      try register.store(
        entry, opinions: found,
        note: AuditNote(
          at: moment, actor: request.from, action: "consult_reply_recorded", subject: entry.id,
          detail: "\(terms.number) | \(request.id) | \(entry.manifestSHA256)"))
    }
    opinions = try register.opinions(of: entry)
  }

  private static func opinions(
    of package: OpenedPackage, to request: ConsultationEntry, among all: [ConsultationEntry],
    in register: Register
  ) throws -> [OpinionEntry] {
    guard let day = CivilDate(iso: package.terms.sentOn) else {
      throw PackageError.manifestUnreadable
    }
    var opinions = try OpinionSheet.opinions(
      of: package, subjects: register.subjects(of: request), by: package.terms.from, on: day)
    let again = try register.subjectsAskedAgain(after: request)
    let accepted = package.terms.matter == .ranking ? try register.acceptedNumbers() : nil
    var standing: [String: OpinionEntry] = [:]
    for reply in all
    where reply.direction == .received && reply.requestSHA256 == request.manifestSHA256 {
      for opinion in try register.opinions(of: reply) where opinion.state != .replaced {
        standing[opinion.subject] = opinion
      }
    }
    for index in opinions.indices {
      let subject = opinions[index].subject
      if let accepted, !accepted.contains(subject) {
        opinions[index].conflict = .gone
      } else if again.contains(subject) {
        opinions[index].conflict = .olderRequest
      } else if let other = standing[subject],
        other.opinion != opinions[index].opinion || other.remark != opinions[index].remark
      {
        opinions[index].conflict = .twoAnswers
      }
      if opinions[index].conflict != nil { opinions[index].state = .held }
    }
    return opinions
  }

  /// Lets the opinions that wait count after all; a named person has decided so.
  /// - Throws: `RegisterError`.
  public func prefer(by name: String, reason: String, in register: Register, moment: String) throws
  {
    try register.preferOpinions(
      of: entry,
      note: AuditNote(
        at: moment, actor: name, action: "consult_opinions_kept", subject: entry.id,
        detail: reason))
  }
}
