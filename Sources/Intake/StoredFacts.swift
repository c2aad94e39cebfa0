public import Model

/// Gathers facts from cells that the register keeps, as the import gathers them from a sheet.
public struct StoredFacts {
  /// What was gathered.
  public private(set) var columns: ApplicantColumns
  private let offices: OfficeTable
  private var cells: CellReader
  private var numbers = Array(repeating: Int64(0), count: ApplicantField.allCases.count)

  /// Prepares to gather some fields.
  public init(fields: [ApplicantField], offices: OfficeTable) {
    self.init(continuing: ApplicantColumns(fields: fields), offices: offices)
  }

  /// Prepares to add to what was gathered already.
  public init(continuing columns: ApplicantColumns, offices: OfficeTable) {
    self.columns = columns
    self.offices = offices
    cells = CellReader(offices: offices)
  }

  /// Adds one applicant; `cell` gives the bytes of a field, empty where it is blank.
  public mutating func append(
    id: UInt32, cell: (ApplicantField) -> UnsafeBufferPointer<UInt8>
  ) {
    for field in columns.fields {
      numbers[field.rawValue] =
        cells.read(cell(field), as: field.column.kind).number
    }
    if let person = ResidentID(cell(.residentID)) {
      numbers[ApplicantField.sex.rawValue] = person.isMale ? 1 : 2
      numbers[ApplicantField.birthDate.rawValue] = Int64(person.birthNumber)
    }
    columns.ids.append(id)
    columns.offices.append(UInt16(offices.index(ofCode: cell(.officeCode)) ?? 0))
    columns.applicationNumbers.append(cell(.applicationNo))
    columns.names.append(cell(.name))
    columns.append(numbers: numbers, text: cell)
  }

  /// The values of one applicant's fields, read exactly as for a run.
  public static func values(of fields: [ApplicantField], in texts: [ApplicantField: String])
    -> [ApplicantField: FactValue]
  {
    var facts = StoredFacts(fields: fields, offices: OfficeTable())
    let row = RowBatch(columns: ApplicantField.allCases.count, capacity: 1)
    for field in ApplicantField.allCases {
      var text = texts[field] ?? ""
      text.withUTF8 { row.append($0) }
    }
    row.endRow(row: 1, line: 1)
    facts.append(id: 0) { row.bytes(row: 0, column: $0.rawValue) }
    return Dictionary(
      uniqueKeysWithValues: fields.enumerated().map { place, field in
        (field, facts.columns.value(place, at: 0))
      })
  }
}
