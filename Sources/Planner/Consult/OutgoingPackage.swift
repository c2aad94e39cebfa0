import Consultation
import Foundation
public import Model
import Register
public import Reporting
import Tabular

/// What a package that we send has besides its content: its letter, its key and its place.
public struct OutgoingPackage: Sendable {
  /// The bureau that sends.
  public var from = ""
  /// The bureau that it is for.
  public var to = ""
  /// The letter's number (发文字号).
  let number: String
  /// The letter's day.
  let date: CivilDate
  /// The day until which an answer is hoped for.
  let due: CivilDate?
  private let contact: String
  private let wording: String?
  private let key: SigningKey
  /// A folder, or a `.zip`.
  let output: String
  private let password: [UInt8]?
  let moment: String
  /// Shows what is sent before the register keeps it.
  public var show: @Sendable (SentPackageAnswer) throws -> Void = { _ in }

  /// - Parameters:
  ///   - number: the letter's number (发文字号).
  ///   - date: the letter's day.
  ///   - due: the day until which an answer is hoped for.
  ///   - contact: whom to telephone.
  ///   - letterFile: the bureau's own wording of the letter, in place of ours.
  ///   - keyFile: the key that signs.
  ///   - output: a folder, or a `.zip` that is sealed.
  ///   - passwordFile: a file whose first line seals a `.zip`.
  ///   - moment: the moment in ISO 8601, for the audit chain; no rule reads it.
  /// - Throws: `KeyError`, `LetterError.templateAbsent`, `PackageError.passwordFile`.
  public init(
    number: String, date: CivilDate, due: CivilDate? = nil, contact: String = "",
    letterFile: String? = nil, keyFile: String, output: String, passwordFile: String? = nil,
    moment: String
  ) throws {
    self.number = number
    self.date = date
    self.due = due
    self.contact = contact
    wording = try letterFile.map { path in
      guard let text = try InputFile.bytes(ifAny: path) else {
        throw LetterError.templateAbsent(path: path)
      }
      return String(decoding: text, as: UTF8.self)
    }
    key = try SigningKey(path: keyFile)
    self.output = output
    password = try PackagePassword.read(passwordFile)
    self.moment = moment
  }

  /// Makes a bureau's own key.
  /// - Parameter output: the private half's file; the public half gets `.pub`.
  /// - Throws: `KeyError.exists`, `TabularError`.
  public static func makeKey(of bureau: String, output: String) throws -> SigningKeyAnswer {
    let key = SigningKey(comment: bureau)
    try key.write(to: output)
    return SigningKeyAnswer(
      bureau: bureau, key: key.publicKey.line, fingerprint: key.publicKey.fingerprint,
      output: output)
  }

  /// Writes the letter and what `fill` adds, signs the package, keeps it in the register and only then
  /// lets it go.
  ///
  /// Where the register has kept the same package and it has not left, because a run was cut short,
  /// that one goes; if it stands at its place already, it has gone.
  func send(
    _ kind: ConsultationEntry.Kind, _ matter: ConsultationEntry.Matter,
    letter standard: LetterTemplate.Standard, filling fields: [String: String],
    attachments: [String], replyingTo request: ConsultationEntry? = nil, subjects: [String] = [],
    opinions: [OpinionEntry] = [],
    answering answer: (ConsultationEntry) -> SentPackageAnswer, from register: Register,
    _ fill: (PackageDraft, inout PackageTerms) throws -> Void
  ) throws -> SentPackageAnswer {
    var terms = PackageTerms(
      kind: kind, matter: matter, serial: try register.nextSerial(from: from, to: to), from: from,
      to: to, number: number, title: "", sentOn: date)
    terms.dueOn = due
    terms.inReplyTo = request.map(PackageTerms.Request.init)
    let letter = OfficialLetter(
      issuer: from, number: number, addressee: to,
      text: try LetterTemplate(wording ?? standard.text, filling: fields),
      attachments: attachments, date: date, contact: contact)
    let standing = try register.manifestOfUnfinished(at: output, password: password)
    let draft = try PackageDraft(output: output, password: password, isThere: standing != nil)
    terms.title = letter.title
    terms.auditHead = try register.auditHead()
    terms.subjects = subjects.count + opinions.count
    try fill(draft, &terms)
    try draft.addFile(
      Array(letter.html.utf8), as: "letter.html", title: letter.title, mediaType: "text/html")
    try draft.addFile(
      "letter.docx", title: letter.title,
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ) { try letter.writeWord(to: $0) }
    try draft.addGuide(terms)
    let kept = try register.keptPackage(like: terms) { try draft.manifest($0) }
    guard standing == nil || standing == kept?.json else {
      throw PackageError.outputExists(path: output)
    }
    if kept == nil { try register.checkTerms(terms, .sent) }
    let manifest = try kept ?? draft.manifest(terms)
    try draft.seal(manifest, with: key)
    let answer = answer(ConsultationEntry(manifest, .sent))
    if kept == nil {
      let unmasked = terms.unmasked.map {
        " | unmasked \($0.fields.joined(separator: ",")): \($0.reason)"
      }
      try register.asOne(checking: {}) {
        try register.store(
          answer.entry, subjects: subjects, opinions: opinions,
          note: AuditNote(
            at: moment, actor: from, action: "consult_\(kind.rawValue)_sent",
            subject: answer.entry.id,
            detail: "\(number) | \(to) | \(answer.entry.manifestSHA256)\(unmasked ?? "")"))
        try show(answer)
      }
    } else {
      try show(answer)
    }
    if standing == nil { try draft.publish() }
    try register.setDeparted(answer.entry)
    return answer
  }
}

extension Register {
  /// What the package at a place says of itself, if the register keeps it and does not know that it has
  /// left: a run was cut short in between.
  fileprivate func manifestOfUnfinished(at path: String, password: [UInt8]?) throws -> [UInt8]? {
    guard OutputFile.isTaken(path),
      let found = try? OpenedPackage(path: path, password: password, signers: nil).signed
    else { return nil }
    let isUnfinished = try consultations().contains {
      try $0.direction == .sent && $0.manifest == found.json && !hasDeparted($0)
    }
    return isUnfinished ? found.json : nil
  }

  /// The package that was kept for the same letter with the same files, if there is one.
  /// - Parameter manifest: what the package at hand says of itself under some terms.
  fileprivate func keptPackage(
    like terms: PackageTerms, _ manifest: (PackageTerms) throws -> SignedManifest
  ) throws -> SignedManifest? {
    for entry in try consultations()
    where entry.direction == .sent && entry.kind == terms.kind && entry.from == terms.from
      && entry.to == terms.to && entry.number == terms.number
    {
      var same = terms
      let old = try SignedManifest(json: entry.manifest).terms
      // These two tell when it was kept, not what it says.
      (same.serial, same.auditHead) = (old.serial, old.auditHead)
      let found = try manifest(same)
      if found.json == entry.manifest, try !hasDeparted(entry) { return found }
    }
    return nil
  }
}

/// Passwords come from files: what stands on a command line can be seen by everybody.
enum PackagePassword {
  /// The first line of a file, if one is named.
  static func read(_ path: String?) throws(PackageError) -> [UInt8]? {
    guard let path else { return nil }
    guard let line = FileManager.default.contents(atPath: path)?.split(separator: 10).first,
      !line.isEmpty
    else { throw .passwordFile(path: path) }
    return Array(line.last == 13 ? line.dropLast() : line)
  }
}

extension ConsultationEntry {
  /// A package as the register keeps it.
  init(_ signed: SignedManifest, _ direction: Direction) {
    let terms = signed.terms
    self.init(
      direction: direction, manifestSHA256: signed.sha256, manifest: signed.json, kind: terms.kind,
      matter: terms.matter, serial: terms.serial, from: terms.from, to: terms.to,
      number: terms.number, title: terms.title, sentOn: terms.sentOn, dueOn: terms.dueOn,
      requestSHA256: terms.inReplyTo?.manifestSha256, runID: terms.run?.ofRun)
  }
}
