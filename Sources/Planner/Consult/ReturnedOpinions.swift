import Foundation
public import Model
public import Register
public import Reporting
import Tabular

/// An opinion sheet that was filled in and mailed back alone (未签名意见表), without a package around it.
///
/// Nobody has signed it, so it is marked as unsigned wherever its opinions are shown, until the digest
/// of the stamped scan is added.
public struct ReturnedOpinions: Sendable {
  private let path: String
  private let by: String
  private let day: CivilDate
  private let moment: String

  /// - Parameters:
  ///   - path: the sheet.
  ///   - by: who takes it in.
  ///   - day: of opinions that state none.
  ///   - moment: in ISO 8601, for the audit chain; no rule reads it.
  public init(path: String, by: String, on day: CivilDate, at moment: String) {
    (self.path, self.by, self.day, self.moment) = (path, by, day, moment)
  }

  /// Whether a file is such a sheet and no package.
  public static func isSheet(_ path: String) -> Bool {
    ["xlsx", "csv"].contains(URL(fileURLWithPath: path).pathExtension.lowercased())
  }

  /// Takes the sheet into the register of the bureau that had asked; one that is in already changes
  /// nothing but its scan.
  /// - Parameters:
  ///   - reference: the request that it answers; without it, the one whose list the sheet has.
  ///   - scan: the file with the stamped letter, if it is there.
  ///   - decision: who lets the opinions that wait count after all and why, if somebody does.
  /// - Throws: `ConsultError`, `TabularError`, `IntakeError`, `RegisterError`.
  public func record(
    into register: Register, answering reference: String? = nil, scan: String? = nil,
    keeping decision: (by: String, reason: String)? = nil
  ) throws -> RecordedReplyAnswer {
    let digest = try FileDigest(path: path).sha256
    let scan = try scan.map {
      UnsignedReply.Scan(sha256: try FileDigest(path: $0).sha256, by: by, at: moment)
    }
    let known = try register.consultations().first {
      $0.direction == .received && $0.manifestSHA256 == digest
    }
    let request = try request(reference, known: known, in: register)
    try register.refuseWithdrawn(request)
    let entry = known ?? reply(to: request, digest: digest)
    if known == nil {
      guard day >= request.sentOn else {
        throw ConsultError.answerBeforeQuestion(asked: request.sentOn, answered: day)
      }
      let opinions = try OpinionSheet.opinions(
        in: path, about: request.matter, subjects: register.subjects(of: request), by: request.to,
        on: day)
      try register.store(
        entry, opinions: register.weighed(opinions, on: request),
        unsigned: UnsignedReply(by: by),
        note: AuditNote(
          at: moment, actor: by, action: "consult_sheet_recorded", subject: entry.id,
          detail: "\(request.id) | \(digest)"))
    }
    if let scan, try register.unsignedReply(entry)?.scan?.sha256 != scan.sha256 {
      try register.addScan(scan, to: entry)
    }
    return RecordedReplyAnswer(
      entry, to: request, wasKnown: known != nil,
      try register.opinions(of: entry, keeping: decision, at: moment),
      unsigned: try register.unsignedReply(entry))
  }

  /// What the register keeps of the sheet.
  ///
  /// The file itself is not kept: it holds names.
  private func reply(to request: ConsultationEntry, digest: String) -> ConsultationEntry {
    ConsultationEntry(
      direction: .received, manifestSHA256: digest, manifest: [], kind: .reply,
      matter: request.matter, serial: 0, from: request.to, to: request.from,
      number: UnsignedReply.number, title: "意见表", sentOn: day, dueOn: nil,
      requestSHA256: request.manifestSHA256, runID: request.runID)
  }

  /// The request that the sheet answers.
  private func request(
    _ reference: String?, known: ConsultationEntry?, in register: Register
  ) throws -> ConsultationEntry {
    if let reference {
      let named = try register.package(reference, .sent)
      guard named.kind == .request else { throw ConsultError.notARequest(named.id) }
      return named
    }
    let requests = try register.consultations().filter {
      $0.direction == .sent && $0.kind == .request
    }
    if let known, let asked = requests.first(where: { $0.manifestSHA256 == known.requestSHA256 }) {
      return asked
    }
    let (matter, subjects) = try OpinionSheet.subjects(inSheet: path)
    let open = try requests.filter {
      try $0.matter == matter && register.withdrawal(of: $0) == nil
        && subjects.isSubset(of: register.subjects(of: $0))
    }
    let same = try open.filter { try Set(register.subjects(of: $0)) == subjects }
    let likely = same.isEmpty ? open : same
    guard likely.count == 1, let found = likely.first else {
      throw ConsultError.requestUnclear(likely.map(\.number))
    }
    return found
  }
}
