public import Model

extension IncomingRecords {
  /// The accepted rows as the register keeps them.
  public var accepted: SheetRows {
    SheetRows(
      kind: description.kind.rawValue, columns: description.kept.map(\.id),
      rows: records.filter { !$0.isRejected }.map { record in
        (
          record.place.row,
          zip(record.texts, zip(record.numbers, description.kept)).map { text, cell in
            let (number, column) = cell
            return if text.isEmpty { .blank } else if column.kind.isNumber, let number {
              .number(number)
            } else { .text(text) }
          }
        )
      })
  }
}
