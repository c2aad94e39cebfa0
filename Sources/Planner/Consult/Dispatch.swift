public import Consultation
import Foundation
public import Model
import Register
import Tabular

/// What every package that we send has in common: its letter, its key and its place.
public struct Dispatch: Sendable {
  /// The bureau that sends.
  public var from: String
  /// The bureau that it is for.
  public var to: String
  /// The letter's number (发文字号).
  public var number: String
  /// The letter's day.
  public var date: CivilDate
  /// The day until which an answer is hoped for.
  public var due: CivilDate?
  /// Whom to telephone.
  public var contact = ""
  /// The bureau's own wording of the letter, in place of ours.
  public var template: String?
  /// The key that signs.
  public var key: SigningKey
  /// A folder, or a `.zip`.
  public var output: String
  /// What seals a `.zip`.
  public var password: [UInt8]?
  /// The moment, for the audit chain; no rule reads it.
  public var moment: String

  /// Describes what is common.
  public init(
    from: String, to: String, number: String, date: CivilDate, key: SigningKey, output: String,
    moment: String
  ) {
    self.from = from
    self.to = to
    self.number = number
    self.date = date
    self.key = key
    self.output = output
    self.moment = moment
  }

  /// The letter, from the bureau's own wording or ours.
  func letter(
    _ standard: LetterTemplate.Standard, filling fields: [String: String], attachments: [String]
  ) throws -> OfficialLetter {
    OfficialLetter(
      issuer: from, number: number, addressee: to,
      text: try LetterTemplate(template ?? standard.text, filling: fields),
      attachments: attachments, date: date, contact: contact)
  }

  /// Begins the terms of a package under a letter's title.
  func terms(
    _ kind: PackageTerms.Kind, _ matter: PackageTerms.Matter, _ letter: OfficialLetter,
    register: Register
  ) throws -> PackageTerms {
    var terms = PackageTerms(
      kind: kind, matter: matter, serial: try register.nextSerial(from: from, to: to), from: from,
      to: to, number: number, title: letter.title, sentOn: date.iso)
    terms.dueOn = due?.iso
    terms.auditHead = try register.auditHead()
    return terms
  }

  /// Adds the letter, signs the package and keeps it in the register.
  func send(
    _ draft: PackageDraft, _ letter: OfficialLetter, _ terms: PackageTerms, from register: Register,
    subjects: [String] = [], opinions: [OpinionEntry] = []
  ) throws -> ConsultationEntry {
    try draft.addFile(
      Array(letter.html.utf8), as: "letter.html", title: letter.title, mediaType: "text/html")
    try draft.addFile(
      "letter.docx", title: letter.title,
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ) { try letter.writeWord(to: $0) }
    let signed = try draft.finish(terms, signedWith: key)
    let entry = try ConsultationEntry(signed, .sent)
    let detail = [
      terms.number, terms.to, entry.manifestSHA256,
      terms.unmasked.map { "unmasked \($0.fields.joined(separator: ",")): \($0.reason)" } ?? "",
    ]
    do {
      try register.store(
        entry, subjects: subjects, opinions: opinions,
        note: AuditNote(
          at: moment, actor: from, action: "consult_\(terms.kind.rawValue)_sent",
          subject: entry.id, detail: detail.filter { !$0.isEmpty }.joined(separator: " | ")))
    } catch {
      // What the register does not know must not go out.
      try? FileManager.default.removeItem(atPath: output)
      throw error
    }
    return entry
  }
}

extension ConsultationEntry {
  /// A package as the register keeps it.
  /// - Throws: `PackageError.manifestUnreadable` where a date is none.
  init(_ signed: SignedManifest, _ direction: Direction) throws {
    let terms = signed.terms
    guard let sentOn = CivilDate(iso: terms.sentOn) else { throw PackageError.manifestUnreadable }
    self.init(
      direction: direction, manifestSHA256: signed.sha256, manifest: signed.json,
      kind: terms.kind.rawValue, matter: terms.matter.rawValue, serial: terms.serial,
      from: terms.from, to: terms.to, number: terms.number, title: terms.title, sentOn: sentOn,
      dueOn: terms.dueOn.flatMap { CivilDate(iso: $0) },
      requestSHA256: terms.inReplyTo?.manifestSha256, runID: terms.run?.ofRun)
  }

  /// What the package is about.
  /// - Throws: `PackageError`.
  var terms: PackageTerms {
    get throws { try SignedManifest(json: manifest).terms }
  }
}
