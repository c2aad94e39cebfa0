import GRDB
import Model

extension Register {
  /// Takes the names of some applicants out of all stored lists, and their application numbers too
  /// where the whole row goes.
  /// - Complexity: O(lines of all runs).
  static func eraseResults(
    of ids: Set<Int64>, withNumbers: Bool, in database: Database
  ) throws {
    let blocks: [Int64] = try database.values("SELECT first FROM result_block ORDER BY first")
    let read = try database.makeStatement(sql: "SELECT lines FROM result_block WHERE first = ?")
    let update = try database.makeStatement(
      sql: "UPDATE result_block SET lines = ?2 WHERE first = ?1")
    var line = BlockReader(columns: ResultEntry.Column.allCases.count)
    for block in blocks {
      read.rewind(block)
      guard let row = try read.step() else { continue }
      var writer = BlockWriter()
      var isTouched = false
      line.open(row.bytes(0))
      while line.next() {
        let isGone = ids.contains(line.number(ResultEntry.Column.applicant.rawValue))
        isTouched = isTouched || isGone
        for column in ResultEntry.Column.allCases {
          let isBlank =
            isGone && (column == .name || withNumbers && column == .applicationNo)
          switch column {
          case .applicationNo, .name:
            writer.append(isBlank ? Text(start: nil, count: 0) : line.text(column.rawValue))
          case .applicant, .outcomes, .assessment, .placement:
            writer.append(line.number(column.rawValue))
          }
        }
        writer.endRow()
      }
      if isTouched { try writer.take { try update.execute([block], lastly: $0) } }
    }
  }
}
