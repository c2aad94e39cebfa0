import Foundation
import Model
import Scoring
import Synchronization

/// The cleaned facts of many applicants as CSV files, each of whole offices.
///
/// The same applicants with the same facts give the same bytes, in whatever order they came in.
struct ScaleParts: Sendable {
  /// One file.
  struct Part: Sendable {
    /// The places of its offices in the office table.
    let offices: [Int]
    /// Its applicants, as places in `order`.
    let rows: Range<Int>
  }

  /// A part is closed once it holds so many applicants; about 2 MB, and one task of an engine.
  static let usualSize = 25_000

  /// The files in their order.
  let parts: [Part]
  /// What the columns of each file are.
  let table: FactTable
  private let columns: ApplicantColumns
  /// The applicants' indexes, each office's together.
  private let order: [UInt32]

  /// Divides applicants into parts.
  /// - Parameter columns: hold at least the facts that the rules read.
  init(
    _ columns: ApplicantColumns, offices: OfficeTable, scorer: Scorer, size: Int = Self.usualSize
  ) {
    self.init(columns, offices, scorer) { _, rows in rows >= size }
  }

  /// Divides applicants as they were divided before.
  /// - Parameter sizes: how many applicants each part held.
  init(_ columns: ApplicantColumns, offices: OfficeTable, scorer: Scorer, sizes: [Int]) {
    self.init(columns, offices, scorer) { part, rows in part < sizes.count && rows >= sizes[part] }
  }

  private init(
    _ columns: ApplicantColumns, _ offices: OfficeTable, _ scorer: Scorer,
    isFull: (_ part: Int, _ rows: Int) -> Bool
  ) {
    self.columns = columns
    table = FactTable(columns, offices: offices, scorer: scorer)
    var starts = [Int](repeating: 0, count: offices.offices.count + 1)
    for office in columns.offices { starts[Int(office) + 1] += 1 }
    for office in offices.offices.indices { starts[office + 1] += starts[office] }
    var next = starts
    var order = [UInt32](repeating: 0, count: columns.count)
    for index in 0..<columns.count {
      let office = Int(columns.offices[index])
      order[next[office]] = UInt32(index)
      next[office] += 1
    }
    self.order = order
    var parts: [Part] = []
    var (open, first): ([Int], Int) = ([], 0)
    for office in offices.offices.indices where starts[office] < starts[office + 1] {
      open.append(office)
      let end = starts[office + 1]
      guard isFull(parts.count, end - first) || end == order.count else { continue }
      parts.append(Part(offices: open, rows: first..<end))
      (open, first) = ([], end)
    }
    self.parts = parts
  }

  /// The whole file of one part, by office and application number.
  func bytes(of part: Part) -> [UInt8] {
    var bytes = table.headerLine
    bytes.reserveCapacity(part.rows.count * 96)
    let numbers = columns.applicationNumbers
    let rows = order[part.rows].sorted { one, other in
      let (first, second) = (columns.offices[Int(one)], columns.offices[Int(other)])
      guard first == second else { return first < second }
      return numbers.withBytes(at: Int(one)) { one in
        numbers.withBytes(at: Int(other)) { one.lexicographicallyPrecedes($0) }
      }
    }
    for index in rows { table.appendLine(at: Int(index), to: &bytes) }
    return bytes
  }

  /// Does something with the bytes of every part, several at a time, and returns what came of it in
  /// the order of the parts.
  func mapInParallel<Outcome: Sendable>(
    _ body: @Sendable (_ number: Int, _ bytes: [UInt8]) throws -> Outcome
  ) throws -> [Outcome] {
    let outcomes = Mutex([Int: Result<Outcome, any Error>]())
    DispatchQueue.concurrentPerform(iterations: parts.count) { number in
      let outcome = Result { try body(number, bytes(of: parts[number])) }
      outcomes.withLock { $0[number] = outcome }
    }
    let all = outcomes.withLock { $0 }
    return try parts.indices.compactMap { try all[$0]?.get() }
  }
}
