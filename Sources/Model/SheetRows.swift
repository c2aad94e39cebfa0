/// The accepted rows of a small sheet, as the register keeps them.
public struct SheetRows: Sendable {
  /// What a cell holds after its check.
  public enum Value: Sendable, Hashable {
    /// Nothing: unknown.
    case blank
    /// Text.
    case text(String)
    /// A count, hundredths, a day as `yyyymmdd` or a month as `yyyymm`.
    case number(Int)

    /// The text; empty where it is blank or a number.
    public var text: String { if case .text(let text) = self { text } else { "" } }

    /// The number, if it is one.
    public var number: Int? { if case .number(let number) = self { number } else { nil } }
  }

  /// The kind of sheet.
  public let kind: String
  /// The names of the columns.
  public let columns: [String]
  /// The rows in the order of the file, each with its number there and its values by column.
  public let rows: [(row: UInt32, values: [Value])]

  /// Sets rows out.
  public init(kind: String, columns: [String], rows: [(row: UInt32, values: [Value])]) {
    self.kind = kind
    self.columns = columns
    self.rows = rows
  }
}
