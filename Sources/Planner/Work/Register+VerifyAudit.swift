public import Register
public import Reporting

extension Register {
  /// Walks the chain of entries and checks the file.
  /// - Parameter anchor: a hash that somebody kept; the chain must hold it.
  /// - Throws: `RegisterError`.
  public func verifyAudit(anchor: String?) throws -> AuditAnswer {
    let check = try checkAudit(anchor: anchor)
    return AuditAnswer(
      entries: check.count, head: check.head, brokenAt: check.broken,
      holdsAnchor: check.holdsAnchor, faults: check.faults)
  }
}
