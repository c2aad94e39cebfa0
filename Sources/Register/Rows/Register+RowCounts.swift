import GRDB
public import Model

/// How an office's applicants stand.
public struct RowCounts: Sendable, Hashable {
  /// Rows by what became of them.
  public fileprivate(set) var rows: [RowOutcome: Int] = [:]
  /// Claims of accepted rows that nobody has verified.
  public fileprivate(set) var unverified = 0

  /// An office of which there are no rows.
  public init() {}
}

extension Register {
  /// Counts the rows of files that were not taken back, by the code of the office applied to; empty for
  /// rows that name none of the given ones, whatever else stands there.
  /// - Parameter claims: each claim with the field that says whether it is verified.
  /// - Complexity: O(rows).
  public func countRows(
    offices: Set<String>, claims: [(claim: ApplicantField, status: ApplicantField)]
  ) throws -> [String: RowCounts] {
    try read { database in
      let offices = Set(offices.map { Array($0.utf8) })
      var counts: [[UInt8]: RowCounts] = [:]
      let nothing = ["", "无", "0"].map { Array($0.utf8) }
      let open = ["", "待核"].map { Array($0.utf8) }
      let reader = try ApplicantReader(database)
      try reader.forEachRow(of: "file_id IN (SELECT id FROM file WHERE state = 'taken')") {
        let outcome = reader.outcome
        let unverified =
          outcome != .accepted
          ? 0
          : claims.count { claim, status in
            !nothing.contains { $0.elementsEqual(reader.cell(claim)) }
              && open.contains { $0.elementsEqual(reader.cell(status)) }
          }
        let named = Array(reader.cell(.officeCode))
        let code = offices.contains(named) ? named : []
        counts[code, default: RowCounts()].rows[outcome, default: 0] += 1
        counts[code, default: RowCounts()].unverified += unverified
      }
      return Dictionary(
        uniqueKeysWithValues: counts.map { (String(decoding: $0, as: UTF8.self), $1) })
    }
  }

  /// How many files there are in each state.
  public func countFiles() throws -> [FileEntry.State: Int] {
    try read { database in
      let rows = try database.rows(
        "SELECT state, COUNT(*) FROM file WHERE part_of IS NULL GROUP BY state")
      return Dictionary(
        uniqueKeysWithValues: rows.compactMap { row in
          FileEntry.State(rawValue: row[0]).map { ($0, row[1]) }
        })
    }
  }
}
