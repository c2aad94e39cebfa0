/// Rows that came before, by what they are known by, for a sheet that corrects some of their cells.
public struct StoredRows: Sendable {
  /// A row as it counts.
  public struct Row: Sendable {
    /// By what the register knows it: an applicant's id, or the file and the row of another sheet.
    public let origin: (file: Int64, row: Int64)
    /// The text of each column that is kept, as a clerk writes it.
    public let texts: [String]

    /// - Parameter origin: an applicant's id as `row`, or the file and the row of another sheet.
    public init(origin: (file: Int64, row: Int64), texts: [String]) {
      (self.origin, self.texts) = (origin, texts)
    }
  }

  private var rows: [[String]: Row] = [:]

  /// Holds none yet.
  public init() {}

  /// The row with certain values in the columns of the key.
  public subscript(key: [String]) -> Row? {
    get { rows[key] }
    set { rows[key] = newValue }
  }

  /// What a clerk writes into a cell so that it becomes blank; a blank cell changes nothing.
  public static let blanking: Set<String> = ["（清空）", "(清空)", "清空", "(blank)"]
}

extension ValueKind {
  /// A kept value as a clerk writes it.
  public func written(_ value: SheetRows.Value) -> String {
    guard let number = value.number else { return value.text }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    switch self {
    case .hundredths, .mark:
      return number % 100 == 0 ? String(number / 100) : "\(number / 100).\(padded(number % 100, 2))"
    case .birthDate, .date, .expiry:
      return
        "\(padded(number / 10_000, 4))-\(padded(number / 100 % 100, 2))-\(padded(number % 100, 2))"
    case .month: return "\(padded(number / 100, 4))-\(padded(number % 100, 2))"
    default: return String(number)
    }
  }
}
