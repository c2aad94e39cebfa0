import Foundation
import GRDB
public import Model

/// One invocation that takes files in; everything it stores belongs to one batch.
public final class ImportSession {
  /// The batch that the files belong to.
  public let batchID: Int64
  let database: Database
  private let log: ChangeLog
  /// The keys of the files that came before in this import.
  private(set) var keys = KeyRuns()
  /// The keys of the file that is coming in.
  var fileKeys: [UInt64] = []
  private var searchKeys = SearchKeys()
  private var fileSearchKeys = SearchKeys()
  private let appender: ApplicantAppender
  private var applicants: ApplicantRows { database.applicants }

  init(_ database: Database, _ log: ChangeLog, command: String, takenAt: String) throws {
    self.database = database
    self.log = log
    try database.execute(
      literal: "INSERT INTO batch (command, taken_at) VALUES (\(command), \(takenAt))")
    batchID = database.lastInsertedRowID
    appender = try ApplicantAppender(database)
    try Register.append(
      AuditNote(
        at: takenAt, actor: "", action: "sheets_taken", subject: "batch \(batchID)",
        detail: command), in: database)
  }

  /// Keeps who answers for what this batch changes, and why.
  /// - Parameter evidence: the name and SHA-256 of a file that it rests on.
  public func answer(by: String, reason: String, evidence: (name: String, sha256: String)?) throws {
    let (command, moment): (String, String) =
      try database.rows(
        "SELECT command, taken_at FROM batch WHERE id = \(batchID)"
      ).first.map { ($0[0], $0[1]) } ?? ("", "")
    try Register.append(
      AuditNote(
        at: moment, actor: by, action: command == "update" ? "rows_corrected" : "changes_confirmed",
        subject: "batch \(batchID)",
        detail: ([reason] + (evidence.map { [$0.sha256] } ?? [])).joined(separator: " ")),
      in: database)
    try database.execute(
      literal: """
        UPDATE batch SET changed_by = \(by), change_reason = \(reason),
          evidence_name = \(evidence?.name), evidence_sha256 = \(evidence?.sha256)
        WHERE id = \(batchID)
        """)
  }

  // MARK: - Files

  /// The file with the same bytes that a batch has taken already, if any, and the ids of its sheets.
  public func file(
    with sha256: String, kind: String
  ) throws -> (batch: Int64, file: FileEntry, ids: [Int64])? {
    let batch: Int64? = try database.value(
      """
      SELECT batch_id FROM file WHERE file_sha256 = \(sha256) AND kind = \(kind) AND state = 'taken'
      ORDER BY id LIMIT 1
      """)
    guard let batch else { return nil }
    let entries = try database.rows(
      """
      SELECT * FROM file WHERE batch_id = \(batch) AND file_sha256 = \(sha256) AND kind = \(kind)
        AND state = 'taken' ORDER BY id
      """
    ).map(FileEntry.init)
    return FileEntry.whole(entries).first.map { (batch, $0, entries.map(\.id)) }
  }

  /// Runs a file's import so that all of it is stored or nothing is.
  public func file<Result>(_ body: () throws -> Result) throws -> Result {
    forgetFileKeys()
    defer {
      forgetFileKeys()
      appender.discard()
    }
    let result = try database.savepoint(log) {
      let result = try body()
      try appender.flush()
      return result
    }
    keys.add(fileKeys)
    searchKeys.append(fileSearchKeys)
    return result
  }

  private func forgetFileKeys() {
    fileKeys = []
    fileSearchKeys = SearchKeys()
  }

  /// Stores a file's entry and returns its id.
  public func add(_ file: FileEntry) throws -> Int64 {
    try database.execute(
      literal: """
        INSERT INTO file
          (batch_id, part_of, kind, name, bytes, file_sha256, encoding, separator, worksheet, state)
        VALUES (\(batchID), \(file.partOf), \(file.kind), \(file.name), \(file.bytes), \(file.sha256),
          \(file.encoding), \(file.separator), \(file.worksheet), 'taken')
        """)
    let id = database.lastInsertedRowID
    for (place, column) in file.columns.enumerated() {
      try database.execute(
        literal:
          "INSERT INTO file_column VALUES (\(id), \(place), \(column.title), \(column.field))")
    }
    return id
  }

  /// Keeps which filled rows of a file were left out.
  public func keep(leftOut: [LeftOutRows], fileID: Int64) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(leftOut), as: UTF8.self)
    try database.execute(literal: "UPDATE file SET left_out = \(text) WHERE id = \(fileID)")
  }

  /// Settles how a file's rows add up.
  public func settle(_ sums: Reconciliation, fileID: Int64) throws {
    try database.execute(
      literal: """
        UPDATE file SET read = \(sums.read), accepted = \(sums.accepted),
          rejected = \(sums.rejected), duplicate = \(sums.duplicate) WHERE id = \(fileID)
        """)
  }

  /// Takes a file's rows out again because some are bad and the file was to come whole; its findings
  /// stay, and every row it had counts as rejected.
  public func refuse(fileID: Int64, read: Int) throws {
    forgetFileKeys()
    appender.discard()
    try applicants.remove(ofFile: fileID)
    try database.execute(
      literal: """
        UPDATE file SET state = 'refused', read = \(read), accepted = 0, rejected = \(read),
          duplicate = 0 WHERE id = \(fileID)
        """)
  }

  /// The files of this batch with how their rows add up, in the order in which they came.
  public func files() throws -> [FileEntry] {
    try Register.files(ofBatch: batchID, in: database)
  }

  /// Builds the office table: the built-in offices and those that were imported.
  public func officeTable() throws -> OfficeTable {
    try Register.officeTable(in: database)
  }

  // MARK: - Applicants

  /// Stores what `store` has not yet: whoever asks for rows asks for all of them.
  func flushApplicants() throws { try appender.flush() }

  /// The id that the next applicant row will get.
  public func nextApplicantID() throws -> Int64 { try applicants.nextID() }

  /// Stores checked rows with ids that count up from `firstID`, which is the next one, and their
  /// findings.
  /// - Returns: the id after the last one that was given.
  /// - Complexity: O(rows).
  public func store(_ batch: SheetBatch, fileID: Int64, firstID: Int64) throws -> Int64 {
    let count = try appender.append(
      batch, fileID: fileID, firstID: firstID, keys: &fileKeys, search: &fileSearchKeys)
    try store(batch.findings, fileID: fileID)
    return firstID + Int64(count)
  }

  /// Makes sure that applicants are found by their numbers quickly; done after the load, because
  /// keys that come in their order cost least.
  public func indexApplicants() throws {
    try KeyBlocks(in: database).add(keys.takeAll())
    try searchKeys.store(in: database)
  }

  /// Calls back with every accepted applicant of a file that was taken before.
  public func forEachAccepted(
    ofFileWith sha256: String, _ body: (_ id: UInt32, _ cell: ApplicantCells) -> Void
  ) throws {
    try applicants.walk(.acceptedOfFile(sha256: sha256), body)
  }

  /// Hands out what the digest of a file's facts is made of.
  ///
  /// The rows of all its sheets that were not rejected, sorted by application number, each field as
  /// UTF-8 after its length in decimal and a colon, in the order of `ApplicantField`.
  /// - Complexity: O(n log n) in the rows.
  public func digestFacts(
    fileID: Int64, _ hash: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    var bytes: [UInt8] = []
    try applicants.walkSorted(ofFile: fileID) { cell in
      bytes.removeAll(keepingCapacity: true)
      for field in ApplicantField.allCases {
        let text = cell(field)
        bytes += Array("\(text.count):".utf8)
        bytes.append(contentsOf: text)
      }
      bytes.withUnsafeBufferPointer(hash)
    }
  }

  /// Keeps the digest of a file's facts.
  public func keep(factsSHA256: String, fileID: Int64) throws {
    try database.execute(
      literal: "UPDATE file SET facts_sha256 = \(factsSHA256) WHERE id = \(fileID)")
  }
}

extension Register {
  /// Takes files in under one batch: each file is one transaction; what is not kept leaves no trace.
  ///
  /// - Parameters:
  ///   - command: the command, for the list of batches.
  ///   - takenAt: the moment in ISO 8601, for the list of batches; no rule reads it.
  ///   - isKept: whether the batch is kept, by what came of it.
  /// - Throws: `RegisterError`, or whatever `body` throws.
  public func importing<Result>(
    command: String, takenAt: String, keeping isKept: (Result) -> Bool = { _ in true },
    _ body: (ImportSession) throws -> Result
  ) throws -> Result {
    try write(keeping: isKept) { database in
      try body(ImportSession(database, log, command: command, takenAt: takenAt))
    }
  }
}
