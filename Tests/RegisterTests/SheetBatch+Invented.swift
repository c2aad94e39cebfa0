import Model

extension SheetBatch {
  /// A batch of rows that were checked, the first in row 2; only some fields have columns.
  static func invented(
    _ rows: [[ApplicantField: String]], rejected: Set<Int> = [], leftOut: Set<Int> = []
  ) -> SheetBatch {
    let fields = Set(rows.flatMap(\.keys)).sorted { $0.rawValue < $1.rawValue }
    let batch = SheetBatch(
      rows: RowBatch(columns: max(fields.count, 1), capacity: max(rows.count, 1)),
      columns: ApplicantField.allCases.map { fields.firstIndex(of: $0) ?? -1 })
    for (index, row) in rows.enumerated() {
      for field in fields {
        var text = row[field] ?? ""
        text.withUTF8 { batch.rows.append($0) }
      }
      batch.rows.endRow(row: UInt32(index + 2), line: UInt32(index + 2))
      batch.outcomes.append(
        leftOut.contains(index)
          ? SheetBatch.leftOut
          : (rejected.contains(index) ? RowOutcome.rejected : .accepted).rawValue)
      batch.broken.append(rejected.contains(index) ? 4 : 0)
    }
    return batch
  }
}
