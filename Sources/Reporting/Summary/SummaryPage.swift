public import Model
public import Staffing

/// What the summary of a run says: the sheets, the verdicts, the offices, who waits and why.
///
/// It holds no identity number; `SummaryView` turns it into a page.
public struct SummaryPage: Sendable {
  /// The heading, such as the district and the campaign.
  public let title: Bilingual
  /// The run.
  public let run: RunLabel
  /// The sheets that were read.
  public let files: [File]
  /// The names of the tiers, in their order.
  public let tiers: [Bilingual]
  /// The districts with their offices.
  public let districts: [District]
  /// What to verify first, by office; nothing where no office has a line.
  public let verifications: [Verification]
  /// Those whose gate is unknown; their `obstacles` are the facts that are missing.
  public let pending: Excerpt<RankedApplicant>
  /// Rows that collide and wait for a person.
  public let collisions: Excerpt<Collision>
  /// Rejected rows by what is wrong with them.
  public let rejections: [Rejection]
  /// The rules that decided.
  public let rules: [RuleLine]

  /// Describes a page.
  public init(
    title: Bilingual, run: RunLabel, files: [File], tiers: [Bilingual], districts: [District],
    verifications: [Verification], pending: Excerpt<RankedApplicant>,
    collisions: Excerpt<Collision>, rejections: [Rejection],
    rules: [RuleLine]
  ) {
    self.title = title
    self.run = run
    self.files = files
    self.tiers = tiers
    self.districts = districts
    self.verifications = verifications
    self.pending = pending
    self.collisions = collisions
    self.rejections = rejections
    self.rules = rules
  }

  /// A sheet and how its rows add up.
  public struct File: Hashable, Sendable {
    /// The file's name, without its folder.
    public let name: String
    /// The kind of sheet.
    public let kind: Bilingual
    /// The encoding that was found, as people call it.
    public let encoding: String
    /// The rows.
    public let rows: Reconciliation
    /// Whether it is the sheet whose accepted rows are scored.
    public let isScored: Bool

    /// Describes a sheet.
    public init(
      name: String, kind: Bilingual, encoding: String, rows: Reconciliation, isScored: Bool
    ) {
      self.name = name
      self.kind = kind
      self.encoding = encoding
      self.rows = rows
      self.isScored = isScored
    }
  }

  /// A district and its offices.
  public struct District: Sendable {
    /// The name.
    public let name: String
    /// Its offices, by code.
    public let offices: [Office]

    /// Describes a district.
    public init(name: String, offices: [Office]) {
      self.name = name
      self.offices = offices
    }
  }

  /// What came out for one office.
  public struct Office: Sendable {
    /// The nine-digit code.
    public let code: String
    /// The name.
    public let name: String
    /// Eligible applicants by tier, in the order of the page's tiers.
    public let eligibleByTier: [Int]
    /// Applicants whose gate is unknown.
    public let pending: Int
    /// Applicants whom the gate refuses.
    public let ineligible: Int
    /// Eligible applicants who are equal to another one.
    public let tied: Int
    /// How many are to be hired, where known.
    public let places: Int?
    /// The proposed headcount, where a caseload is known.
    public let headcount: OfficePlan?
    /// The first of the ranked list, and the workbook that holds all of it.
    public let ranked: Excerpt<RankedApplicant>

    /// Describes an office's results.
    public init(
      code: String, name: String, eligibleByTier: [Int], pending: Int, ineligible: Int, tied: Int,
      places: Int?, headcount: OfficePlan?, ranked: Excerpt<RankedApplicant>
    ) {
      self.code = code
      self.name = name
      self.eligibleByTier = eligibleByTier
      self.pending = pending
      self.ineligible = ineligible
      self.tied = tied
      self.places = places
      self.headcount = headcount
      self.ranked = ranked
    }

    /// Eligible applicants of all tiers.
    public var eligible: Int { eligibleByTier.reduce(0, +) }
    /// All applicants.
    public var applicants: Int { eligible + pending + ineligible }
  }

  /// Rows of which at most one can stand.
  public struct Collision: Hashable, Sendable {
    /// What they share, in words and without the value.
    public let cause: Bilingual
    /// The rows, in the order in which they came.
    public let rows: [Row]

    /// Describes a collision.
    public init(cause: Bilingual, rows: [Row]) {
      self.cause = cause
      self.rows = rows
    }

    /// One of the rows.
    public struct Row: Hashable, Sendable {
      /// The application number.
      public let applicationNo: String
      /// The name.
      public let name: String
      /// The name of the office applied to.
      public let office: String
      /// Where it stood.
      public let source: SourceRow

      /// Describes a row.
      public init(applicationNo: String, name: String, office: String, source: SourceRow) {
        self.applicationNo = applicationNo
        self.name = name
        self.office = office
        self.source = source
      }
    }
  }

  /// Rows that one rule rejects.
  public struct Rejection: Sendable {
    /// The finding's stable code.
    public let code: String
    /// What is wrong.
    public let wrong: Bilingual
    /// What to do.
    public let remedy: Bilingual
    /// Where the rows stood.
    public let rows: Excerpt<SourceRow>

    /// Describes a rejection.
    public init(code: String, wrong: Bilingual, remedy: Bilingual, rows: Excerpt<SourceRow>) {
      self.code = code
      self.wrong = wrong
      self.remedy = remedy
      self.rows = rows
    }
  }
}
