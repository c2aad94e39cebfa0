import Model
public import Policy

/// The facts of scored applicants as the rules' SQL reads them, column by column.
///
/// 1 and 0 stand for yes and no, days are `yyyymmdd`, marks hundredths; nothing stands for what is
/// not known, or for what there is not.
public struct FactTable: Sendable {
  private struct Column: Sendable {
    /// The places of the columns whose codes decide the cell.
    let sources: [Int]
    /// The cell for each code of a single source.
    let cells: [Value]
  }

  private let scored: ScoredApplicants
  private let columns: [Column]

  /// The columns' names and kinds, the application number and the office first.
  public let header: [SQLColumn]

  /// Lays the facts out.
  public init(_ scored: ScoredApplicants) {
    self.scored = scored
    header = scored.rules.sqlColumns
    let facts = scored.scorer.facts
    columns = header.dropFirst(2).map { column in
      let fields = facts.baseFields(of: [column.name])
      let sources = fields.compactMap { scored.columns.fields.firstIndex(of: $0) }
      guard sources.count == 1 else { return Column(sources: sources, cells: []) }
      let cells = scored.columns.columns[sources[0]].values.map { stored in
        facts.lookUp { _ in facts.value(stored, of: fields[0]) }(column.name) ?? .unknown
      }
      return Column(sources: sources, cells: cells)
    }
  }

  /// Calls back with each listed applicant's application number, office code and other cells, in
  /// the order of the list.
  /// - Complexity: O(applicants · columns).
  public func forEachRow(
    _ body: (_ applicationNo: UnsafeBufferPointer<UInt8>, _ officeCode: String, _ cells: [Value])
      throws -> Void
  ) throws {
    for range in scored.list.offices {
      let code = scored.offices.offices[range.office].code
      for entry in scored.list.entries[range.entries] {
        let index = Int(entry.index)
        let cells = zip(header.dropFirst(2), columns).map { name, column in
          cell(name.name, column, at: index)
        }
        try scored.columns.applicationNumbers.withBytes(at: index) { number in
          Result { try body(number, code, cells) }
        }.get()
      }
    }
  }

  private func cell(_ name: String, _ column: Column, at index: Int) -> Value {
    if !column.cells.isEmpty {
      return column.cells[scored.columns.code(column.sources[0], at: index)]
    }
    let facts = scored.scorer.facts
    return facts.lookUp { facts.value(scored.value(of: $0, at: index), of: $0) }(name) ?? .unknown
  }
}
