import GRDB
public import Model

/// Why the register could not be used.
public enum RegisterError: ExplainedError, Hashable {
  /// There is no register to read from.
  case absent(path: String)
  /// The file cannot be opened or made.
  case cannotOpen(path: String)
  /// The file is something else.
  case notARegister(path: String)
  /// A version of the program from before the first release has written it.
  case older(path: String)
  /// A later version of the program has written it.
  case newer(path: String)
  /// Another process is writing to it.
  case busy(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// Reading or writing failed; SQLite's result code says how.
  case inputOutput(path: String, code: Int)
  /// The file system does not let us write.
  case readOnly(path: String)
  /// A batch does not exist, or was taken back already.
  case batchUnknown(id: Int64)
  /// A batch brought offices that applicants of other batches name, and that nothing else brings.
  case officesNamed(batch: Int64, codes: [String])
  /// A row does not exist, or its batch was taken back.
  case rowUnknown(id: Int64)
  /// A row waits for nobody.
  case rowNotHeld(id: Int64, outcome: RowOutcome)
  /// Nobody has decided on a row, or the decision was taken back already.
  case rowUndecided(id: Int64)
  /// Two rows that were both to be kept share their number or their person.
  case rowsCollide(id: Int64, other: Int64)
  /// The first digits of an id fit several; their ids, or some of them.
  case ambiguous(reference: String, candidates: [String])
  /// A run does not exist.
  case runUnknown(id: String)
  /// A plan does not exist.
  case planUnknown(id: String)
  /// An application number is not in the run.
  case applicantUnknown(number: String)
  /// A journal lies where a new register was to be made: the register that it belongs to was moved.
  case journalLeft(path: String, journal: String)

  /// What an error of the database means for the register.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    // Another process has put another file in its place since it was opened.
    case _ where error.extendedResultCode == .SQLITE_READONLY_DBMOVED: self = .busy(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notARegister(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
    default: self = .inputOutput(path: path, code: Int(error.extendedResultCode.rawValue))
    }
  }
}
