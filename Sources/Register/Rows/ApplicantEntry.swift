import GRDB
public import Model

/// One applicant's row as the register keeps it.
public struct ApplicantEntry: Sendable {
  /// Its id.
  public let id: UInt32
  /// The file that it came with.
  public let fileID: Int64
  /// The file's name.
  public let fileName: String
  /// The row of the file as a spreadsheet numbers it.
  public let row: Int
  /// Every field, empty where blank.
  public let texts: [ApplicantField: String]
  /// For each field, the column of the file: its place from 0 and its header.
  public let columns: [ApplicantField: (place: Int, title: String)]
  /// The rows that counted before, the latest first.
  public let earlier: [ApplicantEntry]

  /// The row that says what a field holds, and the one that said something else before: of rows that
  /// follow each other and agree, the first counts.
  public func sources(of field: ApplicantField) -> (now: ApplicantEntry, before: ApplicantEntry?) {
    var now = self
    for row in earlier {
      guard row.texts[field] == now.texts[field] else { return (now, row) }
      now = row
    }
    return (now, nil)
  }
}

extension Register {
  /// Calls back with every accepted applicant that was not taken back.
  /// - Parameter office: only this office's, where one is named.
  public func forEachAccepted(
    office: String?, _ body: (_ id: UInt32, _ cell: ApplicantCells) -> Void
  ) throws {
    try read { try $0.applicants.walk(.accepted(office: office), body) }
  }

  /// The application numbers that are accepted now.
  public func acceptedNumbers() throws -> Set<String> {
    var numbers: Set<String> = []
    try forEachAccepted(office: nil) {
      numbers.insert(String(decoding: $1(.applicationNo), as: UTF8.self))
    }
    return numbers
  }

  /// Where rows came from, by their ids.
  /// - Complexity: O(ids), and a read of each block in which there are some.
  public func sources(of ids: some Sequence<UInt32>) throws -> [UInt32: RowSource] {
    try read { database in
      let rows = database.applicants
      var sources: [UInt32: RowSource] = [:]
      for row in try rows.rows(ids.sorted().lazy.map(Int64.init)) {
        sources[UInt32(row.id)] = RowSource(
          file: row.fileName, row: row.row, applicationNo: row.applicationNo, name: row.name,
          officeCode: row.officeCode)
      }
      return sources
    }
  }

  /// A row with the columns that its cells stood in.
  static func entry(
    of row: ApplicantRow, texts: [ApplicantField: String]? = nil, in database: Database
  ) throws -> ApplicantEntry {
    var columns: [ApplicantField: (place: Int, title: String)] = [:]
    let stored = try database.rows(
      "SELECT place, title, field FROM file_column WHERE file_id = \(row.fileID)")
    for column in stored {
      guard let id: String = column[2], let field = ApplicantField(id: id) else { continue }
      columns[field] = (column[0], column[1])
    }
    let before: Int64? = try database.value(
      """
      SELECT replaced_id FROM applicant_replacement JOIN batch ON batch.id = batch_id
      WHERE applicant_replacement.id = \(row.id) ORDER BY withdrawn_at IS NOT NULL, batch_id LIMIT 1
      """)
    let earlier = try before.flatMap { try database.applicants[$0] }
      .map { try entry(of: $0, in: database) }
    return ApplicantEntry(
      id: UInt32(row.id), fileID: row.fileID, fileName: row.fileName, row: row.row,
      texts: try texts ?? database.applicants.texts(of: row.id), columns: columns,
      earlier: earlier.map { [$0] + $0.earlier } ?? [])
  }
}
