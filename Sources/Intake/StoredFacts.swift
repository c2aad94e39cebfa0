public import Model

/// Gathers facts from cells that the register keeps, as the import gathers them from a sheet.
public struct StoredFacts {
  private var gathered: ApplicantColumns
  /// The first office that the table of offices lacks.
  private var lost: String?
  private let offices: OfficeTable
  private let fields: [ApplicantField]
  private let exactForms: [ExactForm]
  /// How many applicants there will be, where that is known.
  private let expected: Int
  private var cells: CellReader
  private var numbers = Array(repeating: Int64(0), count: ApplicantField.allCases.count)

  /// Prepares to gather some fields.
  /// - Parameter expected: how many applicants there will be, where that is known.
  public init(fields: [ApplicantField], offices: OfficeTable, expecting expected: Int = 0) {
    self.init(
      continuing: ApplicantColumns(fields: fields), offices: offices, expecting: expected)
  }

  /// Prepares to add to what was gathered already.
  public init(
    continuing columns: ApplicantColumns, offices: OfficeTable, expecting expected: Int = 0
  ) {
    gathered = columns
    self.offices = offices
    self.expected = expected
    fields = columns.fields
    exactForms = columns.fields.map { ExactForm($0.column.kind) }
    cells = CellReader(offices: offices)
  }

  /// What was gathered.
  /// - Throws: `IntakeError.officeGone` where somebody's office is not in the table.
  public var columns: ApplicantColumns {
    get throws(IntakeError) {
      if let lost { throw .officeGone(code: lost) }
      return gathered
    }
  }

  /// Adds one applicant; `cell` gives the bytes of a field, empty where it is blank.
  public mutating func append(
    id: UInt32, cell: (ApplicantField) -> UnsafeBufferPointer<UInt8>
  ) {
    // The first ones tell how long names are.
    if gathered.count == 1024 { gathered.reserveCapacity(expected) }
    for place in fields.indices {
      let field = fields[place]
      let bytes = cell(field)
      numbers[field.rawValue] =
        bytes.isEmpty
        ? 0
        : (cells.exact(bytes, exactForms[place]) ?? cells.read(bytes, as: field.column.kind)).number
    }
    if let person = ResidentID(cell(.residentID)) {
      numbers[ApplicantField.sex.rawValue] = person.isMale ? 1 : 2
      numbers[ApplicantField.birthDate.rawValue] = Int64(person.birthNumber)
    }
    let office = offices.index(ofCode: cell(.officeCode))
    if office == nil, lost == nil {
      lost = String(decoding: cell(.officeCode), as: UTF8.self)
    }
    gathered.ids.append(id)
    gathered.offices.append(UInt16(office ?? 0))
    gathered.applicationNumbers.append(cell(.applicationNo))
    gathered.names.append(cell(.name))
    gathered.append(numbers: numbers, text: cell)
  }

  /// Adds one applicant, whose texts stand under the names of their fields.
  public mutating func append(_ texts: [String: String], id: UInt32) {
    let row = RowBatch(columns: ApplicantField.allCases.count, capacity: 1)
    for field in ApplicantField.allCases {
      var text = texts[field.id] ?? ""
      text.withUTF8 { row.append($0) }
    }
    row.endRow(row: 1, line: 1)
    append(id: id) { row.bytes(row: 0, column: $0.rawValue) }
  }

  /// The values of one applicant's fields, read exactly as for a run.
  public static func values(of fields: [ApplicantField], in texts: [ApplicantField: String])
    -> [ApplicantField: FactValue]
  {
    var facts = StoredFacts(fields: fields, offices: OfficeTable())
    facts.append(Dictionary(uniqueKeysWithValues: texts.map { ($0.id, $1) }), id: 0)
    return Dictionary(
      uniqueKeysWithValues: fields.enumerated().map { place, field in
        (field, facts.gathered.value(place, at: 0))
      })
  }
}
