public import Consultation
import Model
public import Register

/// A request or a report that came in.
public struct ConsultReceipt: Sendable {
  /// The package as the register keeps it.
  public let entry: ConsultationEntry
  /// What it is about.
  public let terms: PackageTerms
  /// What its result came to when it was worked out again; nothing where it has none.
  public let recomputation: Recomputation?

  /// Takes a package in, after its result was worked out again.
  ///
  /// - Parameter moment: for the audit chain; no rule reads it.
  /// - Throws: `ConsultError`: a package that was received before, one that a later one has
  ///   overtaken, a reply, or a result that does not come out; nothing is kept then.
  public init(_ package: OpenedPackage, into register: Register, moment: String) throws {
    terms = package.terms
    entry = try ConsultationEntry(package.signed, .received)
    guard terms.kind != .reply else { throw ConsultError.isReply }
    let entry = entry
    let known = try register.consultations().contains {
      $0.direction == .received && $0.manifestSHA256 == entry.manifestSHA256
    }
    guard !known else { throw ConsultError.replayed(entry.id, number: entry.number) }
    let subjects = try OpinionSheet.subjects(of: package)
    let again = try register.subjectsAskedAgain(after: entry)
    guard again.isDisjoint(with: subjects) else {
      throw ConsultError.overtaken(number: entry.number, serial: entry.serial)
    }
    recomputation = try Recomputation(package)
    if let recomputation, !recomputation.agrees {
      throw ConsultError.digestDiffers(stated: recomputation.stated, found: recomputation.found)
    }
    try register.store(
      entry, subjects: subjects,
      note: AuditNote(
        at: moment, actor: terms.to, action: "consult_\(terms.kind.rawValue)_received",
        subject: entry.id, detail: "\(terms.number) | \(terms.from) | \(entry.manifestSHA256)"))
  }
}
