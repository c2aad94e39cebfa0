public import Model

extension IncomingRecords {
  /// The accepted rows as the register keeps them.
  public var accepted: SheetRows {
    SheetRows(
      kind: kind.rawValue, columns: kind.columns.map(\.id),
      rows: records.filter { !$0.isRejected }.map { record in
        (
          record.place.row,
          zip(record.texts, zip(record.numbers, kind.columns)).map { text, cell in
            let (number, column) = cell
            return if text.isEmpty { .blank } else if column.kind.isKeptAsNumber, let number {
              .number(number)
            } else { .text(text) }
          }
        )
      })
  }
}
