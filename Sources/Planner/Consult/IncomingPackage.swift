import Consultation
public import Foundation
import Model
public import Register
public import Reporting

/// A package that came in, opened and checked: every byte is as it was signed.
public struct IncomingPackage: Sendable {
  let package: OpenedPackage
  private let isTrusted: Bool
  /// The moment in ISO 8601, for the audit chain; no rule reads it.
  let moment: String

  /// Opens a package.
  /// - Parameters:
  ///   - path: a folder or a `.zip`.
  ///   - passwordFile: a file whose first line opens a `.zip`.
  ///   - signers: the file of those whose keys we trust; without it anybody may have signed.
  ///   - moment: for the audit chain and for keys that are valid for a time; no rule reads it.
  /// - Throws: `PackageError`, `KeyError.signersAbsent`.
  public init(path: String, passwordFile: String? = nil, signers: String?, at moment: Date) throws {
    package = try OpenedPackage(
      path: path, password: PackagePassword.read(passwordFile),
      signers: signers.map { path throws(KeyError) in try AllowedSigners(path: path, at: moment) })
    isTrusted = signers != nil
    self.moment = moment.formatted(.iso8601)
  }

  /// Works the package's result out again and keeps nothing.
  /// - Parameter output: a new folder for the files, if they are wanted.
  /// - Throws: `ConsultError.digestDiffers` or `.listDiffers`, `PackageError`, `PolicyError`.
  public func verify(unpackingTo output: String?) throws -> CheckedPackageAnswer {
    let answer = try checked(as: ConsultationEntry(package.signed, .received))
    if let output { try package.unpack(to: output) }
    return answer
  }

  /// Takes a request or a report in, after its result was worked out again.
  /// - Parameter output: a new folder for the files, to read and fill in, if they are wanted.
  /// - Throws: `ConsultError`: a package that was received before, one that a later one has
  ///   overtaken, a reply, or a result that does not come out; `PackageError`; nothing is kept then.
  public func receive(into register: Register, unpackingTo output: String?) throws
    -> CheckedPackageAnswer
  {
    if let output, FileManager.default.fileExists(atPath: output) {
      throw PackageError.outputExists(path: output)
    }
    let entry = ConsultationEntry(package.signed, .received)
    guard entry.kind != .reply else { throw ConsultError.isReply }
    guard try !register.hasReceived(entry) else {
      throw ConsultError.replayed(entry.id, number: entry.number)
    }
    try register.checkTerms(package.terms, .received)
    let subjects = try OpinionSheet.subjects(of: package)
    guard try register.subjectsAskedAgain(after: entry).isDisjoint(with: subjects) else {
      throw ConsultError.overtaken(number: entry.number, serial: entry.serial)
    }
    let answer = try checked(as: entry)
    try register.store(
      entry, subjects: subjects,
      note: AuditNote(
        at: moment, actor: entry.to, action: "consult_\(entry.kind.rawValue)_received",
        subject: entry.id, detail: "\(entry.number) | \(entry.from) | \(entry.manifestSHA256)"))
    if let output { try package.unpack(to: output) }
    return answer
  }

  private func checked(as entry: ConsultationEntry) throws -> CheckedPackageAnswer {
    let recomputation = try Recomputation(package)
    if let recomputation, recomputation.stated != recomputation.found {
      throw ConsultError.digestDiffers(stated: recomputation.stated, found: recomputation.found)
    }
    let terms = package.terms
    return CheckedPackageAnswer(
      entry, subjects: terms.subjects, unmasked: terms.unmasked?.fields ?? [],
      signer: package.signer.fingerprint, isTrusted: isTrusted, ignored: package.ignored,
      digest: recomputation?.stated,
      confirmation: entry.kind == .request
        ? PackageTerms.Confirmation.wording(terms.confirmation) : nil)
  }
}

extension Register {
  /// Whether a package came in before.
  func hasReceived(_ entry: ConsultationEntry) throws -> Bool {
    try consultations().contains {
      $0.direction == .received && $0.manifestSHA256 == entry.manifestSHA256
    }
  }
}
