import GRDB
import Model

@testable import Register

extension Database {
  /// Changes a fact of stored rows behind the register's back.
  /// - Parameter change: the new value for an application number and the value that is there.
  func tamper(
    with field: ApplicantField, _ change: (_ number: String, _ value: String) -> String
  ) throws {
    let (numbers, fields) = (ApplicantReader.Column.allCases, ApplicantField.allCases)
    for block in try rows("SELECT first, cells FROM applicant_block") {
      var reader = BlockReader(columns: numbers.count + fields.count)
      var writer = BlockWriter()
      let first: Int64 = block[0]
      var cells: String = block[1]
      try cells.withUTF8 { cells in
        reader.open(cells)
        while reader.next() {
          for number in numbers { writer.append(reader.number(number.rawValue)) }
          var texts = fields.map {
            String(decoding: reader.text(numbers.count + $0.rawValue), as: UTF8.self)
          }
          texts[field.rawValue] = change(
            texts[ApplicantField.applicationNo.rawValue], texts[field.rawValue])
          while texts.last == "" { texts.removeLast() }
          for var text in texts { text.withUTF8 { writer.append($0) } }
          writer.endRow()
        }
        try writer.take { text in
          let text = String(decoding: text, as: UTF8.self)
          try execute(literal: "UPDATE applicant_block SET cells = \(text) WHERE first = \(first)")
        }
      }
    }
  }
}
