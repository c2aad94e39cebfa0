public import Register
public import Reporting

extension Register {
  /// Walks the chain of entries, checks the file, and compares every row with what was stored.
  /// - Parameters:
  ///   - anchor: a hash that somebody kept; the chain must hold it.
  ///   - skipsRows: whether rows are left alone.
  /// - Throws: `RegisterError`.
  public func verifyAudit(anchor: String?, skipsRows: Bool = false) throws -> AuditAnswer {
    let check = try checkAudit(anchor: anchor, skipsRows: skipsRows)
    return AuditAnswer(
      entries: check.count, head: check.head, brokenAt: check.broken,
      holdsAnchor: check.holdsAnchor, faults: check.faults,
      changed: check.changed)
  }
}
