public import Model
public import Policy

/// The facts of applicants as the rules' SQL reads them, as lines of a CSV file for engines.
///
/// 1 and 0 stand for yes and no, days are `yyyymmdd`, marks hundredths; nothing stands for what is
/// not known, or for what there is not. Texts are quoted as in RFC 4180, numbers are bare, lines end
/// in LF.
public struct FactTable: Sendable {
  private struct Column: Sendable {
    let name: String
    /// The facts that decide the cell, with their places among the columns.
    let sources: [(field: ApplicantField, place: Int)]
    /// The cell for each code of a single source.
    let cells: [[UInt8]]
  }

  private let applicants: ApplicantColumns
  private let facts: FactValues
  private let columns: [Column]
  private let offices: [[UInt8]]

  /// The columns' names and kinds, the application number and the office first.
  public let header: [SQLColumn]

  /// Lays out the facts of applicants who need not have been scored.
  /// - Parameter applicants: hold at least the facts that the rules read.
  public init(_ applicants: ApplicantColumns, offices: OfficeTable, scorer: Scorer) {
    self.applicants = applicants
    self.offices = offices.offices.map { Array(",\"\($0.code)\"".utf8) }
    header = scorer.rules.sqlColumns
    let facts = scorer.facts
    self.facts = facts
    columns = header.dropFirst(2).map { column in
      let sources = facts.baseFields(of: [column.name]).compactMap { field in
        applicants.fields.firstIndex(of: field).map { (field: field, place: $0) }
      }
      guard sources.count == 1 else {
        return Column(name: column.name, sources: sources, cells: [])
      }
      let cells = applicants.columns[sources[0].place].values.map { stored in
        Self.cell(
          facts.lookUp { _ in facts.value(stored, of: sources[0].field) }(column.name) ?? .unknown)
      }
      return Column(name: column.name, sources: sources, cells: cells)
    }
  }

  /// The first line of a file.
  public var headerLine: [UInt8] {
    Array((header.map(\.name).joined(separator: ",") + "\n").utf8)
  }

  /// Appends one applicant's line.
  /// - Parameter index: the applicant's index in the columns.
  /// - Complexity: O(columns).
  public func appendLine(at index: Int, to bytes: inout [UInt8]) {
    applicants.applicationNumbers.withBytes(at: index) { Self.appendQuoted($0, to: &bytes) }
    bytes += offices[Int(applicants.offices[index])]
    for column in columns {
      bytes.append(UInt8(ascii: ","))
      if !column.cells.isEmpty {
        bytes += column.cells[applicants.code(column.sources[0].place, at: index)]
      } else {
        let value = facts.lookUp { field in
          let place = column.sources.first { $0.field == field }?.place
          return facts.value(place.map { applicants.value($0, at: index) } ?? .blank, of: field)
        }(column.name)
        bytes += Self.cell(value ?? .unknown)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func cell(_ value: Value) -> [UInt8] {
    switch value {
    case .bool(let value): return [value ? UInt8(ascii: "1") : UInt8(ascii: "0")]
    case .int(let value): return Array(String(value).utf8)
    case .string(var text):
      var bytes: [UInt8] = []
      text.withUTF8 { appendQuoted($0, to: &bytes) }
      return bytes
    case .null, .unknown, .list: return []
    }
  }

  private static func appendQuoted(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

extension FactTable {
  /// Lays out the facts of scored applicants.
  public init(_ scored: ScoredApplicants) {
    self.init(scored.columns, offices: scored.offices, scorer: scored.scorer)
  }
}
