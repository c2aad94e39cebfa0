/// Where an applicant's row came from, and whose it is.
public struct RowSource: Sendable, Hashable, Comparable {
  /// The file's name.
  public let file: String
  /// The row as a spreadsheet numbers it.
  public let row: Int
  /// The application number.
  public let applicationNo: String
  /// The name.
  public let name: String
  /// The office applied to.
  public let officeCode: String

  /// Names a row.
  public init(file: String, row: Int, applicationNo: String, name: String, officeCode: String) {
    self.file = file
    self.row = row
    self.applicationNo = applicationNo
    self.name = name
    self.officeCode = officeCode
  }

  /// Orders rows by file name and row.
  public static func < (first: RowSource, second: RowSource) -> Bool {
    first.file == second.file
      ? first.row < second.row : first.file.utf8.lexicographicallyPrecedes(second.file.utf8)
  }
}
