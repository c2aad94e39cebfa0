import Intake
public import Model
public import Policy
import Register
public import Reporting
import Scoring

/// The bureau's one-shot: sheets in; ranked lists, reasons, findings and headcounts out.
public struct Batch: Sendable {
  /// What is to be done.
  public struct Options: Sendable {
    /// The folder for everything that comes out.
    public var output: String
    /// The register; a new one in `output` where none is named.
    public var database: String?
    /// The policy.
    public var policy: PolicyPack
    /// The day that the rules see.
    public var asOf: CivilDate
    /// The seed that settles ties by lot, if they are to be settled.
    public var seed: String?
    /// Whether a file with bad rows is refused as a whole.
    public var isStrict = false
    /// Whether the report holds the findings.
    public var reportsFindings = false
    /// A folder for marked copies of the sheets to mend, if they are wanted.
    public var returnFolder: String?
    /// The language of what people read.
    public var language = Language.zh
    /// The moment in ISO 8601, for the list of batches.
    public var takenAt: String
    /// Hears how far the batch has come.
    public var listener: WorkListener = { _ in }

    /// Sets what has no default.
    public init(output: String, policy: PolicyPack, asOf: CivilDate, takenAt: String) {
      self.output = output
      self.policy = policy
      self.asOf = asOf
      self.takenAt = takenAt
    }
  }

  /// What came of it.
  public struct Report: Sendable {
    /// The import.
    public let intake: ImportReport
    /// The run; nil where no file had applicants.
    public let run: ScoringRun?
    /// The files that were written, in the order in which a person should open them.
    public let written: [String]
    /// What the batch says.
    public let answer: BatchAnswer

    init(
      _ intake: ImportReport, _ run: ScoringRun?, places: [String: Int], _ written: [String],
      in folder: String, kept: String?
    ) {
      self.intake = intake
      self.run = run
      self.written = written
      answer = BatchAnswer(
        intake.answerOfBatch, score: run?.answer(places: places), written: written, in: folder,
        kept: intake.isTaken ? kept : nil)
    }
  }

  let options: Options
  /// The folder in which everything is written until it comes to its place.
  var folder = ""
  /// What leads from there to the marked copies, where they go into the same folder.
  var returnWay: String?
  /// Where that will be kept which stands in the place of the results, if anything does.
  var kept: String?

  /// Prepares a batch.
  public init(_ options: Options) {
    self.options = options
  }

  /// Tells the listener that the work goes on, so that it can end it.
  @Sendable func goesOn() throws { try options.listener(.goingOn) }

  /// Does everything in a register.
  ///
  /// The register keeps what came in while the applicants are scored, and the run while its list is
  /// written.
  func run(_ paths: [String], in register: Register) throws -> Report {
    let rules = try options.policy.rules(on: options.asOf)
    let gathered = BoundedQueue<ImportOptions.Gathered>(limit: 1)
    var importing = ImportOptions(takenAt: options.takenAt)
    importing.badRows = options.isStrict ? .refuseFile : .takeGoodRows
    importing.command = "batch"
    importing.reportsFindings = options.reportsFindings || options.returnFolder != nil
    importing.language = options.language
    importing.listener = options.listener
    importing.gathering = ImportOptions.Gathering(fields: try Scorer(rules).fields) {
      try gathered.put($0)
    }
    let intake = Future { [importing] () throws in
      defer { gathered.close() }
      return try Import(into: register, options: importing).run(paths)
    }
    guard let applicants = try gathered.take() else {
      var report = try intake.get()
      try returnSheets(of: &report)
      let written = report.isTaken ? try writeIntake(report, register) : []
      return Report(report, nil, places: [:], written, in: options.output, kept: kept)
    }
    // A sheet of marks may come after the applicants.
    if !rules.markFacts.isEmpty { _ = try intake.get() }
    let scored = Result {
      try options.listener(.scoring)
      var columns = applicants.takeColumns()
      try MarkSheets(of: register, rules).apply(to: &columns)
      return try ScoringRun(
        policy: options.policy, rules: rules, columns: columns,
        offices: applicants.offices, leavingOut: applicants.notAccepted, seed: options.seed,
        checking: goesOn)
    }
    var report = try intake.get()
    try returnSheets(of: &report)
    let run = try scored.get()
    let confirmation = try register.confirmationState(ofRun: run.id)
    let list = Future { () throws in
      try RankingSheet.write(
        run, confirmation: confirmation, to: place("ranking.csv"), checking: goesOn)
    }
    let written = Result { [report] in
      try options.listener(.keeping)
      try run.store(in: register, batches: report.batches)
      try options.listener(.reporting)
      return try write(run, report, register, language: options.language)
    }
    try list.get()
    return Report(
      report, run, places: try register.places(), try written.get(), in: options.output,
      kept: kept)
  }

  /// Writes the copies to mend: with the results where they go there and there are any.
  private func returnSheets(of report: inout ImportReport) throws {
    guard let folder = options.returnFolder else { return }
    let inside = report.isTaken ? returnWay.map { place($0) } : nil
    report.returned = try ReturnedSheets(report, language: options.language)
      .write(to: inside ?? folder)
    if let inside { report.returned = report.returned.map { folder + $0.dropFirst(inside.count) } }
  }
}
