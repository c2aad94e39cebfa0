import Foundation
import Intake
public import Model
public import Register
public import Reporting
import Tabular

/// How files are taken in.
public struct ImportOptions: Sendable {
  /// What to do with a file that has bad rows.
  public enum BadRows: Sendable {
    /// The file is refused as a whole.
    case refuseFile
    /// Its good rows are taken.
    case takeGoodRows
  }

  /// What the kinds of sheets look like.
  public var catalog = SheetCatalog.standard
  /// The kind of sheet, where it is given; else the header decides.
  public var kind: SheetKind?
  /// What to do with a file that has bad rows.
  public var badRows = BadRows.refuseFile
  /// Whether the sheets only say what changes of rows that came before.
  public var isUpdate = false
  /// Who answers for what the sheets change of people who are accepted; nobody where they only come in.
  public var authority: ChangeAuthority?
  /// Whether nothing is kept.
  public var isDryRun = false
  /// The command, for the list of batches.
  public var command = "import"
  /// The moment in ISO 8601, for the list of batches.
  public var takenAt: String
  /// A folder for marked copies of the sheets to mend, if they are wanted.
  public var returnFolder: String?
  /// The language of the marked copies.
  public var language = Language.zh
  /// Whether the report holds the findings; they are in the register in any case.
  public var reportsFindings = true
  /// Hears how far the import has come.
  public var listener: WorkListener = { _ in }
  /// What to gather for a scoring run of just these files; nothing where none follows.
  var gathering: Gathering?

  /// Facts that are gathered as the rows come, for a scoring run that need not wait for the register.
  struct Gathering: Sendable {
    /// The facts.
    let fields: [ApplicantField]
    /// Takes them over once all rows are settled.
    let take: @Sendable (Gathered) throws -> Void
  }

  /// What was gathered.
  final class Gathered: @unchecked Sendable {
    private var columns: ApplicantColumns?
    /// The offices that the columns refer to.
    let offices: OfficeTable
    /// Rows among them that are not accepted after all.
    let notAccepted: Set<UInt32>

    init(_ columns: ApplicantColumns, offices: OfficeTable, notAccepted: Set<UInt32>) {
      self.columns = columns
      self.offices = offices
      self.notAccepted = notAccepted
    }

    /// Hands over the columns, which are then nowhere else: they are large.
    func takeColumns() -> ApplicantColumns {
      defer { columns = nil }
      return columns ?? ApplicantColumns(fields: [])
    }
  }

  /// Sets the moment; everything else has its default.
  public init(takenAt: String) {
    self.takenAt = takenAt
  }
}

/// Who lets changes count, and why.
public struct ChangeAuthority: Sendable {
  let by: String
  let reason: String
  /// The file that it rests on, if one is kept.
  let evidence: String?

  /// - Parameter evidence: the path of a file that the change rests on; its digest is kept.
  public init(by: String, reason: String, evidence: String? = nil) {
    (self.by, self.reason, self.evidence) = (by, reason, evidence)
  }
}

/// What came of an import.
public struct ImportReport: Sendable {
  /// What came of one file.
  public struct File: Sendable {
    /// The file as it was named.
    public let path: String
    /// What tells it from the others: its name, with folders where two have the same.
    let name: String
    /// Its place among the files as they were named.
    let place: Int
    /// Its entry in the register; nothing where the file as a whole was not readable.
    public internal(set) var entry: FileEntry?
    /// The ids of the entries of its sheets.
    var entryIDs: [Int64] = []
    /// Why it was not taken as a whole, if so.
    public internal(set) var failure: (any ExplainedError)?
    /// The batch that took the same bytes before, if one did.
    public internal(set) var alreadyIn: Int64?
    /// Whether it was refused because of bad rows.
    public internal(set) var isRefused = false
    /// What was found, in the order of the rows, where the report was to hold it.
    public internal(set) var findings = FindingList()

    /// Whether its rows count.
    var isTaken: Bool { failure == nil && !isRefused }
  }

  /// The batch's number.
  public internal(set) var batch: Int64 = 0
  /// The files in the order in which they were taken, which does not depend on how they were named.
  public internal(set) var files: [File] = []
  /// How many rows break each of the eighteen rules.
  public internal(set) var ruleCounts = Array(repeating: 0, count: FindingCode.ruleCount)
  /// The facts gathered for a run, if they were asked for, until they are handed over.
  var facts: ApplicantColumns?
  /// Rows among `facts` that are not accepted after all.
  var notAccepted: Set<UInt32> = []
  /// How many rows that came before count now, because somebody answers for their changes.
  public internal(set) var confirmedCount = 0
  /// How many rows of this batch are held for a person to decide.
  public internal(set) var heldCount = 0
  /// What an update changes, in the order of its rows.
  var changes: [ChangedRow] = []
  /// How many rows of an update change nothing.
  var unchangedCount = 0
  /// Marked copies that were written for the senders to mend.
  public internal(set) var returned: [String] = []

  /// How all files' rows add up.
  public var total: Reconciliation {
    files.reduce(into: Reconciliation()) { $0 += $1.entry?.reconciliation ?? Reconciliation() }
  }

  /// Whether anything came in, or counts now.
  var hasNews: Bool { confirmedCount > 0 || files.contains { $0.isTaken && $0.alreadyIn == nil } }

  /// Whether any file counts: it came in now, or before.
  public var isTaken: Bool { files.contains(where: \.isTaken) }

  /// The batches that took these files: this one, and earlier ones where the same bytes came before.
  var batches: [Int64] {
    Set(files.filter(\.isTaken).map { $0.alreadyIn ?? batch }).sorted()
  }

  /// How the command ends: nothing taken at all is an error, anything waiting for a person is said.
  public var status: ExitStatus {
    let failures = files.compactMap(\.failure)
    if !isTaken { return failures.first?.status ?? .badData }
    if !failures.isEmpty || total.rejected > 0 || files.contains(where: \.isRefused) {
      return .waiting
    }
    return heldCount > 0 ? .waiting : .done
  }
}

extension ImportReport {
  /// The files that could not be taken at all and why, by name.
  var failures: [(name: String, why: any ExplainedError)] {
    files.compactMap { file in file.failure.map { (file.name, $0) } }
  }

  /// The ids of the files in the register.
  var fileIDs: Set<Int64> { Set(files.flatMap(\.entryIDs)) }

  /// What a batch says: the same, whether its files come in now or came before.
  var answerOfBatch: ImportAnswer {
    var fresh = self
    for index in files.indices where files[index].entry?.id != 0 {
      fresh.files[index].alreadyIn = nil
    }
    return fresh.answer
  }

  /// What the import says.
  public var answer: ImportAnswer {
    ImportAnswer(
      batch: batch, files: files.map(FileAnswer.init), returned: returned,
      failures: files.compactMap(\.failure), status: status)
  }
}

/// Takes sheets into a register.
public struct Import {
  let register: Register
  let options: ImportOptions

  /// Takes files into the register at a path; a dry run makes no register where there is none.
  /// - Parameter show: shows what came of it before anything is kept.
  /// - Throws: `RegisterError`, `TabularError`, and what the listener or `show` throws; nothing is kept
  ///   then.
  @discardableResult
  public static func run(
    _ files: [String], intoRegisterAt path: String, _ options: ImportOptions,
    showing show: (ImportAnswer) throws -> Void = { _ in }
  ) throws -> ImportAnswer {
    func work(_ register: Register) throws -> ImportReport {
      var report = try Import(into: register, options: options).run(files)
      report.files.sort { $0.place < $1.place }
      try show(report.answer)
      return report
    }
    if options.isDryRun, !FileManager.default.fileExists(atPath: path) {
      return try work(Register()).answer
    }
    return try Register.changing(
      path: path, at: options.takenAt, keeping: { $0.isTaken && !options.isDryRun },
      checking: { try options.listener(.goingOn) }, work
    ).answer
  }

  /// Prepares an import.
  public init(into register: Register, options: ImportOptions) {
    self.register = register
    self.options = options
  }

  /// Takes files in as one batch; each file comes whole or not at all, unless good rows are taken.
  ///
  /// A file that cannot be read does not keep the others out.
  /// - Throws: `RegisterError`.
  public func run(_ paths: [String]) throws -> ImportReport {
    try register.importing(
      command: options.command, takenAt: options.takenAt,
      keeping: { !options.isDryRun && $0.hasNews }
    ) { session in
      var report = ImportReport()
      report.batch = session.batchID
      if let authority = options.authority {
        try session.answer(
          by: authority.by, reason: authority.reason,
          evidence: authority.evidence.map {
            (URL(fileURLWithPath: $0).lastPathComponent, try FileDigest(path: $0).sha256)
          })
      }
      report.facts = options.gathering.map { ApplicantColumns(fields: $0.fields) }
      for incoming in IncomingFile.inOrder(
        paths, as: options.kind, in: options.isUpdate ? options.catalog.correcting : options.catalog
      ) {
        var file = incoming.file
        do {
          try take(incoming, &file, into: session, &report)
        } catch let error as any ExplainedError
          where !(error is RegisterError || error is Interruption)
        {
          file = incoming.file
          file.failure = error
        }
        report.files.append(file)
      }
      if let facts = report.facts.take(), facts.count > 0 {
        try options.gathering?.take(
          ImportOptions.Gathered(
            facts, offices: session.officeTable(), notAccepted: report.notAccepted))
      }
      try options.listener(.indexing)
      if report.files.contains(where: { $0.entry?.kind == SheetKind.applicants.rawValue }) {
        try session.indexApplicants()
      }
      try complete(&report, session)
      if !report.hasNews { report.batch = report.batches.last ?? 0 }
      if let folder = options.returnFolder {
        report.returned = try ReturnedSheets(report, language: options.language).write(to: folder)
      }
      return report
    }
  }

  private func take(
    _ incoming: IncomingFile, _ file: inout ImportReport.File, into session: ImportSession,
    _ report: inout ImportReport
  ) throws {
    let sheets = try incoming.sheets.get()
    do {
      try session.file { try take(sheets, &file, into: session, &report) }
    } catch is FurtherHeader {
      // What stands below the second header is read by it.
      file = incoming.file
      do {
        try session.file { try take(sheets.dividedAtHeaders(), &file, into: session, &report) }
      } catch is FurtherHeader {
        throw IntakeError.headersMany(path: incoming.file.path)
      }
    }
  }

  private func take(
    _ sheets: IncomingSheets, _ file: inout ImportReport.File, into session: ImportSession,
    _ report: inout ImportReport
  ) throws {
    let sheet = sheets.sheets[0]
    let kind = sheet.header.kind
    try options.listener(.sheet(bytes: sheet.byteCount))
    var entries = sheets.entries(named: file.name)
    if let earlier = try session.file(with: sheet.sha256, kind: kind.rawValue) {
      file.alreadyIn = earlier.batch
      // The file changes nothing, but a run over just these files is also over its applicants.
      let isNamedTwice = report.files.contains { $0.entry?.sha256 == sheet.sha256 }
      file.entry = isNamedTwice ? entries[0] : earlier.file
      file.entryIDs = isNamedTwice ? [] : earlier.ids
      if options.authority != nil, !options.isUpdate {
        report.confirmedCount += try session.confirmChanges(ofFiles: earlier.ids)
      }
      if kind == .applicants, !isNamedTwice, let gathered = report.facts {
        var facts = StoredFacts(continuing: gathered, offices: try session.officeTable())
        try session.forEachAccepted(ofFileWith: sheet.sha256) {
          facts.append(id: $0, cell: $1)
        }
        report.facts = try facts.columns
      }
      return
    }
    for index in entries.indices {
      entries[index].partOf = index > 0 ? entries[0].id : nil
      entries[index].id = try session.add(entries[index])
    }
    file.entry = entries[0]
    file.entryIDs = entries.map(\.id)
    if kind == .applicants {
      try takeApplicants(sheets, file.entryIDs, &file, session, &report)
    } else {
      try takeRecords(sheets, &file, session, &report)
    }
  }

  /// Fills in what only the whole batch can tell: sums after duplicates, and the findings.
  private func complete(_ report: inout ImportReport, _ session: ImportSession) throws {
    let entries = Dictionary(
      try session.files().map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for index in report.files.indices {
      guard let id = report.files[index].entry?.id, let entry = entries[id] else { continue }
      report.files[index].entry = entry
    }
    let places = Dictionary(
      report.files.enumerated().flatMap { index, file in file.entryIDs.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    let earlier = Set(report.files.compactMap(\.alreadyIn)).subtracting([session.batchID])
    for batch in earlier.sorted() {
      try session.forEachFinding(ofBatch: batch) { finding in
        guard let index = places[finding.fileID] else { return }
        report.files[index].findings.append(finding)
      }
    }
    for file in report.files where earlier.contains(file.alreadyIn ?? 0) {
      report.countAgain(file.findings)
    }
    guard options.reportsFindings || options.returnFolder != nil else { return }
    try session.forEachFinding(ofBatch: session.batchID) { finding in
      guard let index = places[finding.fileID] else { return }
      report.files[index].findings.append(finding)
    }
  }
}

extension ImportReport {
  /// Counts what was found in a file when it came in before.
  fileprivate mutating func countAgain(_ findings: FindingList) {
    let rows = Dictionary(grouping: findings, by: \.finding.code)
      .mapValues { Set($0.map { [$0.fileID, Int64($0.finding.row)] }) }
    for (rule, code) in FindingCode.allCases.prefix(FindingCode.ruleCount).enumerated() {
      ruleCounts[rule] += rows[code]?.count ?? 0
    }
    heldCount += (rows[.applicationNoRepeated] ?? []).union(rows[.residentIDRepeated] ?? []).count
  }
}
