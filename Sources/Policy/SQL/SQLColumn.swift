/// A column of the table of facts that the query reads.
///
/// NULL stands for what is not known, and in a column that may be absent for what there is not.
public struct SQLColumn: Sendable, Hashable {
  /// The name of the fact, of the derived fact, or `application_no` or `office_code`.
  public let name: String
  /// Whether it holds text; else it holds whole numbers: 1 and 0 for yes and no, days as
  /// `yyyymmdd`, marks in hundredths.
  public let isText: Bool
  /// Whether NULL means that there is none, and not that it is unknown.
  public let nullMeansNone: Bool
}
