public import Model
public import Register
public import Reporting

extension Register {
  /// Lists what was sent to whom, when, and what became of it; replies stand beside their request.
  /// - Parameter today: the day on which a date counts as passed.
  /// - Throws: `RegisterError`.
  public func listConsultations(asOf today: CivilDate) throws -> ConsultationsAnswer {
    let all = try consultations()
    return ConsultationsAnswer(
      all.filter { $0.kind != .reply }.map { entry in
        let replies = all.replies(to: entry)
        let isOverdue = entry.dueOn.map { $0 < today } ?? false
        return ConsultationsAnswer.Item(
          entry,
          entry.kind != .request
            ? .none : !replies.isEmpty ? .answered : isOverdue ? .overdue : .open,
          replies: replies)
      })
  }

  /// Lists what was answered to a request.
  /// - Throws: `ConsultError.unknown`, `RegisterError`.
  public func listOpinions(on prefix: String) throws -> OpinionsAnswer {
    let request = try consultation(prefix)
    return OpinionsAnswer(
      request,
      try consultations().replies(to: request).flatMap { reply in
        try opinions(of: reply).map { OpinionsAnswer.Item($0, reply: reply) }
      })
  }

  /// The package whose id begins with some digits; `latest` is the request that was stored last.
  /// - Parameter direction: only those that went this way; where nil, only requests.
  /// - Throws: `ConsultError.unknown` where none or more than one does.
  func consultation(_ prefix: String, _ direction: ConsultationEntry.Direction? = nil) throws
    -> ConsultationEntry
  {
    let all = try consultations()
      .filter { direction == nil ? $0.kind == .request : $0.direction == direction }
    if prefix == "latest", let last = all.last(where: { $0.kind == .request }) { return last }
    let found = all.filter { !prefix.isEmpty && $0.manifestSHA256.hasPrefix(prefix) }
    guard found.count == 1 else { throw ConsultError.unknown(prefix) }
    return found[0]
  }

  /// Walks the audit chain and lets SQLite check the file.
  /// - Parameter anchor: a hash that somebody kept; the chain must hold it.
  /// - Throws: `RegisterError`.
  public func verifyAudit(anchor: String?) throws -> AuditAnswer {
    let check = try checkAudit(anchor: anchor)
    return AuditAnswer(
      entries: check.count, head: check.head, brokenAt: check.broken,
      holdsAnchor: check.holdsAnchor, faults: check.faults, isSound: check.isSound)
  }
}

extension [ConsultationEntry] {
  /// The replies to a package, in the order in which they came or went.
  fileprivate func replies(to entry: ConsultationEntry) -> [ConsultationEntry] {
    filter { $0.requestSHA256 == entry.manifestSHA256 && $0.direction != entry.direction }
  }
}
