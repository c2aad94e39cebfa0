/// A package that was sent to another bureau or received from one (往来包), as the register keeps it.
public struct ConsultationEntry: Sendable {
  /// Which way it went.
  public enum Direction: String, Encodable, Sendable {
    /// From us.
    case sent
    /// To us.
    case received
  }

  /// What a package is for.
  public enum Kind: String, Codable, Sendable {
    /// It asks for a view.
    case request
    /// It answers a request.
    case reply
    /// It reports a month's figures.
    case report
  }

  /// What a view is asked on.
  public enum Matter: String, Codable, Sendable {
    /// A ranked list of applicants.
    case ranking
    /// A plan of headcount.
    case plan
    /// A month's figures.
    case month
  }

  /// The short name: the first twelve digits of the manifest's digest.
  public let id: String
  /// Which way it went.
  public let direction: Direction
  /// SHA-256 of the manifest.
  public let manifestSHA256: String
  /// The manifest's bytes.
  public let manifest: [UInt8]
  /// What it is for.
  public let kind: Kind
  /// What it is about.
  public let matter: Matter
  /// Counts the packages from this sender to this addressee.
  public let serial: Int
  /// The sender.
  public let from: String
  /// The addressee.
  public let to: String
  /// The letter's number (发文字号).
  public let number: String
  /// The letter's title.
  public let title: String
  /// The day of the letter.
  public let sentOn: CivilDate
  /// The day until which an answer is hoped for.
  public let dueOn: CivilDate?
  /// The manifest of the request, where it is a reply.
  public let requestSHA256: String?
  /// The run in the sender's register, where it is about one.
  public let runID: String?

  /// - Parameters:
  ///   - requestSHA256: the manifest of the request, where it is a reply.
  ///   - runID: the run in the sender's register, where it is about one.
  public init(
    direction: Direction, manifestSHA256: String, manifest: [UInt8], kind: Kind, matter: Matter,
    serial: Int, from: String, to: String, number: String, title: String, sentOn: CivilDate,
    dueOn: CivilDate?, requestSHA256: String?, runID: String?
  ) {
    id = String(manifestSHA256.prefix(12))
    self.direction = direction
    self.manifestSHA256 = manifestSHA256
    self.manifest = manifest
    self.kind = kind
    self.matter = matter
    self.serial = serial
    self.from = from
    self.to = to
    self.number = number
    self.title = title
    self.sentOn = sentOn
    self.dueOn = dueOn
    self.requestSHA256 = requestSHA256
    self.runID = runID
  }
}

extension ConsultationEntry: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id = "package"
    case direction, kind, matter, serial, from, to, number, title, sentOn, dueOn, manifestSHA256
  }
}
