import Cryptography
import Foundation
import Intake
import Model
import Register

extension Import {
  /// The applicants of a file's sheets: one thread reads, one checks, this one stores.
  func takeApplicants(
    _ sheets: IncomingSheets, _ fileIDs: [Int64], _ file: inout ImportReport.File,
    _ session: ImportSession, _ report: inout ImportReport
  ) throws {
    let firstID = try session.nextApplicantID()
    let stored = try storedRows(sheets, session)
    let factsBefore = report.facts?.count ?? 0
    var taken: [TakenSheet] = []
    let read = Result {
      for (sheet, fileID) in zip(sheets.sheets, fileIDs) {
        let nextID = taken.last?.nextID ?? firstID
        taken.append(
          try takeApplicants(sheet, fileID, firstID: nextID, stored, session, &report))
      }
      try session.keep(
        leftOut: sheets.leftOut + (taken.first?.sums.leftOut ?? []), fileID: fileIDs[0])
      guard taken.contains(where: { $0.sums.read > 0 }) else {
        throw IntakeError.noRows(path: file.path)
      }
    }
    guard case .success = read,
      taken.allSatisfy({ $0.sums.rejected == 0 }) || options.badRows == .takeGoodRows
    else {
      report.facts?.removeLast(fromCount: factsBefore)
      try read.get()
      file.isRefused = true
      for (sheet, fileID) in zip(taken, fileIDs) {
        try session.refuse(fileID: fileID, read: sheet.sums.read)
      }
      return
    }
    for (sheet, fileID) in zip(taken, fileIDs) {
      for (rule, count) in sheet.ruleCounts.enumerated() { report.ruleCounts[rule] += count }
      try session.settle(sheet.sums, fileID: fileID)
    }
    let settlement = try session.settleCollisions(
      ofFile: fileIDs[0], holding: taken.reduce(into: []) { $0.formUnion($1.held) },
      letting: options.isUpdate
        ? .allOfTheNumber : options.authority == nil ? .none : .allOfThePerson)
    if let stored {
      guard settlement.held.isEmpty else {
        throw IntakeError.updateCollides(path: file.path, rows: settlement.held.count)
      }
      report.unchangedCount += settlement.unchanged.count
      report.changes += try session.changedRows(
        from: firstID, correcting: stored, skipping: settlement.unchanged)
    }
    report.notAccepted.formUnion(settlement.notAccepted)
    report.heldCount +=
      settlement.held.count + settlement.stillWaiting + settlement.changed.count
    if options.reportsFindings {
      var hash = SHA256()
      try session.digestFacts(fileID: fileIDs[0]) { bytes in
        hash.update(UnsafeRawBufferPointer(bytes))
      }
      try session.keep(factsSHA256: hash.finish().hex, fileID: fileIDs[0])
    }
  }

  /// The rows that sheets correct; nil where they do not.
  func storedRows(_ sheets: IncomingSheets, _ session: ImportSession) throws -> StoredRows? {
    guard options.isUpdate else { return nil }
    let offices = try session.officeTable()
    let keys = try IncomingRecords.read(sheets.sheets, offices: offices).flatMap(\.keys)
    return try session.storedRows(
      of: options.catalog[sheets.sheets[0].header.kind], with: Set(keys))
  }

  /// What came of one sheet of applicants.
  private struct TakenSheet {
    let nextID: Int64
    let sums: Reconciliation
    let ruleCounts: [Int]
    /// The rows that wait for their own sake, by id.
    let held: Set<UInt32>
  }

  private func takeApplicants(
    _ sheet: IncomingSheet, _ fileID: Int64, firstID: Int64, _ stored: StoredRows?,
    _ session: ImportSession, _ report: inout ImportReport
  ) throws -> TakenSheet {
    let reading = ApplicantReading(
      sheet: sheet,
      reader: SheetReader(
        options.catalog[sheet.header.kind], offices: try session.officeTable(),
        firstID: UInt32(firstID), facts: report.facts, correcting: stored))
    // From here on the checking thread has the only copy, so that nothing is copied when it grows.
    report.facts = nil
    let kept = Result {
      try store(from: reading, fileID: fileID, firstID: firstID, session)
    }
    let reader = try reading.stop()
    report.facts = reader.facts
    var (sums, nextID) = try kept.get()
    sums.leftOut = reader.leftOut(of: sheet)
    try session.keep(leftOut: sums.leftOut, fileID: fileID)
    return TakenSheet(
      nextID: nextID, sums: sums, ruleCounts: reader.ruleCounts, held: reader.held)
  }

  /// Stores batches as they come, and counts their rows.
  private func store(
    from reading: ApplicantReading, fileID: Int64, firstID: Int64, _ session: ImportSession
  ) throws -> (sums: Reconciliation, nextID: Int64) {
    reading.start()
    var nextID = firstID
    var sums = Reconciliation()
    while let batch = try reading.checked.take() {
      nextID = try session.store(batch, fileID: fileID, firstID: nextID)
      for outcome in batch.outcomes {
        if outcome == RowOutcome.accepted.rawValue { sums.accepted += 1 }
        if outcome == RowOutcome.rejected.rawValue { sums.rejected += 1 }
      }
      try options.listener(.rows(Int(nextID - firstID), end: batch.rows.sourceEnd))
      batch.removeAll()
      try reading.emptied.put(batch)
    }
    sums.read = sums.accepted + sums.rejected
    return (sums, nextID)
  }
}

/// The threads that read and check an applicants sheet: one finds the rows, one looks at them.
private final class ApplicantReading: @unchecked Sendable {
  /// Batches on their way to the check, to the register, and back to be filled again.
  private let filled = BoundedQueue<SheetBatch>(limit: 2)
  let checked = BoundedQueue<SheetBatch>(limit: 2)
  let emptied = BoundedQueue<SheetBatch>(limit: 8)
  private let sheet: IncomingSheet
  private var reader: SheetReader
  private var threads: [Future<Void, any Error>] = []

  init(sheet: IncomingSheet, reader: SheetReader) {
    self.sheet = sheet
    self.reader = reader
  }

  func start() {
    threads = [Future(read), Future(check)]
  }

  @Sendable private func read() {
    do {
      try SheetReader.parse(sheet) { batch in
        try filled.put(batch)
        return emptied.takeIfAny() ?? SheetReader.emptyBatch(for: sheet)
      }
      filled.close()
    } catch {
      filled.close(error)
    }
  }

  @Sendable private func check() {
    do {
      while let batch = try filled.take() {
        try reader.check(batch, of: sheet)
        try checked.put(batch)
      }
      try reader.finish(sheet)
      checked.close()
    } catch {
      checked.close(error)
    }
  }

  /// Waits for the threads, which end early if they have not ended yet, and hands the reader back.
  func stop() throws -> SheetReader {
    filled.close()
    checked.close()
    emptied.close()
    for thread in threads { try thread.get() }
    return reader
  }
}
