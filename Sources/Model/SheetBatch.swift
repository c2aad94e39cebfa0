/// Rows of a sheet after their check: what `Intake` hands to the register.
public final class SheetBatch: @unchecked Sendable {
  /// The rows; cells that were read kindly hold what we keep.
  public let rows: RowBatch
  /// For each column that the kind of sheet keeps, its place in `rows`; −1 where the sheet lacks it.
  public let columns: [Int]
  /// What became of each row, as `RowOutcome.rawValue`; `leftOut` for rows that are no data.
  @exclusivity(unchecked) public var outcomes: [UInt8] = []
  /// The rules that each row breaks, as a mask of `FindingCode.bit`.
  @exclusivity(unchecked) public var broken: [UInt32] = []
  /// What was found, in the order of the rows.
  @exclusivity(unchecked) public var findings: [Finding] = []

  /// Marks a header, a total or a blank row.
  public static let leftOut: UInt8 = 255

  /// Makes an empty batch for a sheet's layout.
  public init(rows: RowBatch, columns: [Int]) {
    self.rows = rows
    self.columns = columns
  }

  /// Empties the batch for use again.
  public func removeAll() {
    rows.removeAll()
    outcomes.removeAll(keepingCapacity: true)
    broken.removeAll(keepingCapacity: true)
    findings.removeAll(keepingCapacity: true)
  }
}
