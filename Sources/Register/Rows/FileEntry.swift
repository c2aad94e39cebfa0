import Foundation
import GRDB
public import Model

/// A file as the register knows it.
public struct FileEntry: Sendable {
  /// Its id; 0 before it is stored.
  public var id: Int64 = 0
  /// The first of the entries of the same file, where it has several sheets; each sheet has an entry,
  /// because its columns are its own.
  public var partOf: Int64?
  /// The kind of sheet.
  public let kind: String
  /// Its name without folders; with the worksheet's, where several of them were read.
  public private(set) var name: String
  /// Its size.
  public let bytes: Int
  /// SHA-256 of its bytes.
  public let sha256: String
  /// SHA-256 of its facts, once computed; see `ImportSession.digestFacts`.
  public private(set) var factsSHA256: String?
  /// Its encoding.
  public let encoding: String
  /// What stands between its fields; empty for a workbook.
  public let separator: String
  /// The worksheet of a workbook; all that were read, where the entry stands for the whole file.
  public private(set) var worksheet: String?
  /// The headers of its columns with the field that each one is, if any; empty once it is stored.
  public let columns: [(title: String, field: String?)]
  /// How its rows add up.
  public private(set) var reconciliation = Reconciliation()
  /// Whether it was taken, refused because of bad rows, or withdrawn with its batch.
  public private(set) var state = State.taken

  /// What became of a file.
  public enum State: String, Sendable {
    /// Its good rows count.
    case taken
    /// It had bad rows and was to come whole.
    case refused
    /// Its batch was taken back.
    case withdrawn
  }

  /// A file that comes in.
  public init(
    kind: String, name: String, bytes: Int, sha256: String, encoding: String, separator: String,
    worksheet: String?, columns: [(title: String, field: String?)], isOneOfSeveral: Bool = false
  ) {
    self.kind = kind
    self.name = isOneOfSeveral ? name + Self.mark(worksheet) : name
    self.bytes = bytes
    self.sha256 = sha256
    self.encoding = encoding
    self.separator = separator
    self.worksheet = worksheet
    self.columns = columns
  }

  init(_ row: Row) {
    self.init(
      kind: row["kind"], name: row["name"], bytes: row["bytes"], sha256: row["file_sha256"],
      encoding: row["encoding"], separator: row["separator"], worksheet: row["worksheet"],
      columns: [])
    id = row["id"]
    partOf = row["part_of"]
    factsSHA256 = row["facts_sha256"]
    state = State(rawValue: row["state"]) ?? .taken
    reconciliation.read = row["read"]
    reconciliation.accepted = row["accepted"]
    reconciliation.rejected = row["rejected"]
    reconciliation.duplicate = row["duplicate"]
    let leftOut: String = row["left_out"]
    reconciliation.leftOut =
      (try? JSONDecoder().decode([LeftOutRows].self, from: Data(leftOut.utf8))) ?? []
  }

  /// How the name of a worksheet stands behind that of its file.
  private static func mark(_ worksheet: String?) -> String { worksheet.map { "［\($0)］" } ?? "" }

  /// Entries of which each stands for a whole file, in the order of their first sheets.
  static func whole(_ entries: [FileEntry]) -> [FileEntry] {
    var whole: [FileEntry] = []
    for entry in entries {
      guard let first = entry.partOf, let index = whole.firstIndex(where: { $0.id == first }) else {
        whole.append(entry)
        continue
      }
      let mark = mark(whole[index].worksheet)
      if !mark.isEmpty, whole[index].name.hasSuffix(mark) {
        whole[index].name.removeLast(mark.count)
      }
      whole[index].reconciliation += entry.reconciliation
      if let worksheet = entry.worksheet, let before = whole[index].worksheet,
        worksheet != before
      {
        whole[index].worksheet = "\(before)、\(worksheet)"
      }
    }
    return whole
  }
}

/// What came in with one command.
public struct BatchEntry: Sendable {
  /// Its number.
  public let id: Int64
  /// The command.
  public let command: String
  /// When it came in, in ISO 8601.
  public let takenAt: String
  /// When it was taken back, if it was.
  public let withdrawnAt: String?
  /// Its files with how their rows add up.
  public let files: [FileEntry]
  /// How its rows add up.
  public var total: Reconciliation {
    files.reduce(into: Reconciliation()) { $0 += $1.reconciliation }
  }
}

extension Register {
  /// The batches in the order in which they came.
  public func batches() throws -> [BatchEntry] {
    try read { database in
      try database.rows("SELECT * FROM batch ORDER BY id").map { row in
        BatchEntry(
          id: row["id"], command: row["command"], takenAt: row["taken_at"],
          withdrawnAt: row["withdrawn_at"],
          files: try Self.files(ofBatch: row["id"], in: database))
      }
    }
  }

  /// The files of a batch with how their rows add up, in the order in which they came.
  public func files(ofBatch id: Int64) throws -> [FileEntry] {
    try read { try Self.files(ofBatch: id, in: $0) }
  }

  static func files(ofBatch id: Int64, in database: Database) throws -> [FileEntry] {
    FileEntry.whole(
      try database.rows("SELECT * FROM file WHERE batch_id = \(id) ORDER BY id")
        .map(FileEntry.init))
  }
}
