import GRDB
import Model

extension ApplicantRows {
  /// Writes rows anew without some of their cells; of all other rows the bytes stay.
  ///
  /// Sex and birth date that are kept while the identity number goes are written as that tells them,
  /// because a run reads them from there.
  /// - Parameter keeps: whether a field stays.
  /// - Returns: the texts that went, by field.
  /// - Complexity: O(rows of the blocks in which some of them lie).
  func erase(_ ids: Set<Int64>, keeping keeps: (ApplicantField) -> Bool) throws -> [ApplicantField:
    Set<String>]
  {
    let reader = try ApplicantReader(database)
    let update = try database.makeStatement(
      sql: "UPDATE applicant_block SET cells = ?2 WHERE first = ?1")
    let blocks = try database.rows(
      "SELECT first, first + count FROM applicant_block ORDER BY first"
    )
    .map { ($0[0] as Int64)..<$0[1] }
    let sorted = ids.sorted()
    var place = 0
    var gone: [ApplicantField: Set<String>] = [:]
    for block in blocks {
      while place < sorted.count, sorted[place] < block.lowerBound { place += 1 }
      guard place < sorted.count, block.contains(sorted[place]) else { continue }
      var writer = BlockWriter()
      for id in block where try reader.seek(id) {
        for column in ApplicantReader.Column.allCases { writer.append(reader.number(column)) }
        var texts = ApplicantField.allCases.map { String(decoding: reader.cell($0), as: UTF8.self) }
        if ids.contains(id) { Self.strip(&texts, keeping: keeps, to: &gone) }
        while texts.last?.isEmpty == true { texts.removeLast() }
        for var text in texts { text.withUTF8 { writer.append($0) } }
        writer.endRow()
      }
      try writer.take { try update.execute([block.lowerBound], lastly: $0) }
    }
    return gone
  }

  private static func strip(
    _ texts: inout [String], keeping keeps: (ApplicantField) -> Bool,
    to gone: inout [ApplicantField: Set<String>]
  ) {
    if !keeps(.residentID), let person = ResidentID(texts[ApplicantField.residentID.rawValue]) {
      texts[ApplicantField.sex.rawValue] = person.isMale ? "男" : "女"
      if let day = CivilDate(number: person.birthNumber) {
        texts[ApplicantField.birthDate.rawValue] = day.iso
      }
    }
    for field in ApplicantField.allCases where !keeps(field) && !texts[field.rawValue].isEmpty {
      gone[field, default: []].insert(texts[field.rawValue])
      texts[field.rawValue] = ""
    }
  }

  /// Which of some texts stand in a cell of an applicant's row.
  /// - Complexity: O(all rows).
  func standing(of texts: Set<String>) throws -> Set<String> {
    let wanted = Dictionary(grouping: texts) { $0.utf8.count }.mapValues(Set.init)
    var found: Set<String> = []
    let reader = try ApplicantReader(database)
    try reader.forEachRow(of: "1") {
      for field in ApplicantField.allCases {
        let cell = reader.cell(field)
        guard !cell.isEmpty, let candidates = wanted[cell.count] else { continue }
        let text = String(decoding: cell, as: UTF8.self)
        if candidates.contains(text) { found.insert(text) }
      }
    }
    return found
  }
}
