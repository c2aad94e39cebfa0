/// Something in a worksheet that a reader of its values should know.
///
/// Neighbours in one column with the same remark are one notice.
public struct WorkbookNotice: Sendable, Hashable {
  /// What is remarked.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A formula: its stored result was read.
    case formula
    /// A formula without a stored result: the cell was read as blank.
    case formulaWithoutResult
    /// An error such as `#N/A`: its text was read.
    case errorValue
    /// Merged cells: the value was read for the first of them, the others are blank.
    case mergedCells
    /// Hidden rows, by hand or by a filter: they were read like all others.
    case hiddenRows
    /// Hidden columns: they were read like all others.
    case hiddenColumns
  }

  /// What is remarked.
  public let kind: Kind
  /// The rows, counted from 1 at the top of the worksheet.
  public internal(set) var rows: ClosedRange<Int>
  /// The columns, counted from 1 for A; for hidden rows all those read.
  public let columns: ClosedRange<Int>

  /// The cells as a person names them: C7, C7:D9, or 7:9 for rows and C:D for columns.
  public var reference: String {
    let (first, last) =
      switch kind {
      case .hiddenRows: (String(rows.lowerBound), String(rows.upperBound))
      case .hiddenColumns:
        (CellReference.letters(columns.lowerBound), CellReference.letters(columns.upperBound))
      default:
        (
          CellReference.name(column: columns.lowerBound, row: rows.lowerBound),
          CellReference.name(column: columns.upperBound, row: rows.upperBound)
        )
      }
    return first == last && rows.count == 1 && kind != .hiddenRows && kind != .hiddenColumns
      ? first : "\(first):\(last)"
  }
}

/// Notices as they are gathered, neighbours joined.
struct WorkbookNotices {
  private struct Key: Hashable {
    let kind: WorkbookNotice.Kind
    let column: Int
  }

  private var notices: [WorkbookNotice] = []
  private var latest: [Key: Int] = [:]

  /// Notices in the order of their first cells, rows before columns.
  var inOrder: [WorkbookNotice] {
    notices.sorted {
      ($0.rows.lowerBound, $0.columns.lowerBound, $0.kind.rawValue)
        < ($1.rows.lowerBound, $1.columns.lowerBound, $1.kind.rawValue)
    }
  }

  /// Remarks on a cell or, with several columns, on a row; rows come in order.
  mutating func add(
    _ kind: WorkbookNotice.Kind, rows: ClosedRange<Int>, columns: ClosedRange<Int>, limit: Int
  ) throws(WorkbookError) {
    let key = Key(kind: kind, column: columns.lowerBound)
    if let index = latest[key], notices[index].rows.upperBound + 1 == rows.lowerBound,
      notices[index].columns == columns, kind != .mergedCells
    {
      notices[index].rows = notices[index].rows.lowerBound...rows.upperBound
      return
    }
    guard notices.count < limit else { throw .tooLarge(.notices) }
    latest[key] = notices.count
    notices.append(WorkbookNotice(kind: kind, rows: rows, columns: columns))
  }
}
