/// An empty sheet for a clerk to fill in: headers, notes, drop-downs, and columns that keep text.
public struct SheetTemplate: Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// The header.
    public let header: String
    /// What to write there.
    public let note: String
    /// The values to choose from; empty where anything goes.
    public let values: [String]
    /// Whether the spreadsheet must not turn what is typed into a number or a date.
    public let isText: Bool
    /// Whether the sheet cannot do without it.
    public let isRequired: Bool
    /// The width in characters.
    public let width: Int

    /// Describes a column.
    public init(
      header: String, note: String, values: [String] = [], isText: Bool, isRequired: Bool,
      width: Int = 14
    ) {
      self.header = header
      self.note = note
      self.values = values
      self.isText = isText
      self.isRequired = isRequired
      self.width = width
    }
  }

  /// The name of the sheet, such as 应聘人员.
  public let name: String
  /// The columns.
  public let columns: [Column]

  /// Describes a sheet.
  public init(name: String, columns: [Column]) {
    self.name = name
    self.columns = columns
  }
}
