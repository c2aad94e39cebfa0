public import Model

/// What a package is about: who asks whom for what, and on which run it rests.
///
/// It stands in the manifest under `xieguan` and is signed with it; dates are `yyyy-mm-dd`.
public struct PackageTerms: Codable, Hashable, Sendable {
  /// The run that a list or a plan comes from; the package's facts give its digest again.
  public struct Run: Codable, Hashable, Sendable {
    /// The digest over the applicants in the package, or SHA-256 of the plan's table.
    public var digest: String
    /// The run in the sender's register; empty for a plan.
    public var ofRun: String
    /// The policy's id.
    public var policy: String
    /// SHA-256 of all that the policy consists of.
    public var policySha256: String
    /// The files of the policy, the base first.
    public var policyFiles: [String]
    /// The date of evaluation.
    public var asOf: CivilDate
    /// The seed of the lot, if one was drawn.
    public var seed: String?
    /// The facts that the rules read.
    public var facts: [String]

    enum CodingKeys: String, CodingKey {
      case digest, policy, seed, facts
      case ofRun = "of_run"
      case policySha256 = "policy_sha256"
      case policyFiles = "policy_files"
      case asOf = "as_of"
    }

    /// - Parameter ofRun: the run in the sender's register; empty for a plan.
    public init(
      digest: String, ofRun: String = "", policy: String, policySha256: String,
      policyFiles: [String], asOf: CivilDate, seed: String? = nil, facts: [String] = []
    ) {
      self.digest = digest
      self.ofRun = ofRun
      self.policy = policy
      self.policySha256 = policySha256
      self.policyFiles = policyFiles
      self.asOf = asOf
      self.seed = seed
      self.facts = facts
    }
  }

  /// Personal fields that are shown in full, and why.
  public struct Unmasked: Codable, Hashable, Sendable {
    /// The fields.
    public let fields: [String]
    /// The reason that was given.
    public let reason: String

    /// - Parameter fields: their ids.
    public init(fields: [String], reason: String) {
      self.fields = fields
      self.reason = reason
    }
  }

  /// Who confirmed what the package is about, before it left.
  public struct Confirmation: Codable, Hashable, Sendable {
    /// The person.
    public let by: String
    /// In which role.
    public let role: String
    /// The moment, ISO 8601.
    public let at: String

    /// The confirmation, where one stands.
    public init?(_ state: ConfirmationState) {
      guard case .stands(let entry) = state else { return nil }
      (by, role, at) = (entry.by, entry.role, entry.at)
    }

    /// What people read of it; of none too.
    public static func wording(_ confirmation: Self?) -> Bilingual {
      confirmation.map {
        Bilingual(
          zh: "\($0.by)（\($0.role)）\($0.at.prefix(10)) 确认",
          en: "confirmed by \($0.by) (\($0.role)) on \($0.at.prefix(10))")
      } ?? ConfirmationState.none.wording
    }
  }

  /// The request that a reply answers.
  public struct Request: Codable, Hashable, Sendable {
    /// SHA-256 of the request's manifest.
    public let manifestSha256: String
    /// The request letter's number.
    public let number: String
    /// The request letter's title.
    public let title: String

    enum CodingKeys: String, CodingKey {
      case number, title
      case manifestSha256 = "manifest_sha256"
    }

    /// The request as the register keeps it.
    public init(_ entry: ConsultationEntry) {
      (manifestSha256, number, title) = (entry.manifestSHA256, entry.number, entry.title)
    }
  }

  /// The version of this form.
  public var version = Self.currentVersion
  /// What the package is for.
  public var kind: ConsultationEntry.Kind
  /// What it is about.
  public var matter: ConsultationEntry.Matter
  /// Counts the packages from this sender to this addressee from 1, so that an old one is known.
  public var serial: Int
  /// The bureau that sends it; the name under which its key is trusted.
  public var from: String
  /// The bureau that it is for.
  public var to: String
  /// The letter's number (发文字号).
  public var number: String
  /// The letter's title.
  public var title: String
  /// The day of the letter.
  public var sentOn: CivilDate
  /// The day until which an answer is hoped for.
  public var dueOn: CivilDate?
  /// How many rows opinions are asked on, or given on.
  public var subjects = 0
  /// The run, where it is about a ranked list or a plan.
  public var run: Run?
  /// The month, where it reports one.
  public var month: CivilMonth?
  /// Who confirmed the run or the plan; nil where nobody has.
  public var confirmation: Confirmation?
  /// What is shown in full.
  public var unmasked: Unmasked?
  /// The request, where it is a reply.
  public var inReplyTo: Request?
  /// The last hash of the sender's audit chain; the addressee's copy shows if that is rewritten.
  public var auditHead: String?

  enum CodingKeys: String, CodingKey {
    case version, kind, matter, serial, from, to, number, title, subjects, run, month, confirmation
    case unmasked
    case sentOn = "sent_on"
    case dueOn = "due_on"
    case inReplyTo = "in_reply_to"
    case auditHead = "audit_head"
  }

  /// The version that this program writes.
  public static let currentVersion = 1

  /// - Parameter serial: counts the packages from this sender to this addressee from 1.
  public init(
    kind: ConsultationEntry.Kind, matter: ConsultationEntry.Matter, serial: Int, from: String,
    to: String, number: String, title: String, sentOn: CivilDate
  ) {
    self.kind = kind
    self.matter = matter
    self.serial = serial
    self.from = from
    self.to = to
    self.number = number
    self.title = title
    self.sentOn = sentOn
  }
}
