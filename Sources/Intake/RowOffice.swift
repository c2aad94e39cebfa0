import Model

/// Finds the office that a row is of by what its cells say: a code, a name, a district.
struct RowOffice {
  /// What is wrong with a row's office, and the column that says it.
  typealias Fault = (code: FindingCode, column: Int)

  let offices: OfficeTable

  /// Puts the code of an office that was given by name where the code belongs, and holds a name and a
  /// district that stand beside a code against it.
  /// - Parameter target: the column of the code; the one after the sheet's where it has none.
  /// - Returns: why the name says no office.
  func find(
    row: Int, of batch: SheetBatch, code target: Int, of sheet: IncomingSheet,
    _ broken: inout BrokenRules
  ) -> Fault? {
    let header = sheet.header
    // The added column may have caught a stray cell of a worksheet.
    if target == sheet.width { batch.replace(row, target, with: []) }
    if header.officeName < 0, header.districtName < 0,
      let first = batch.rows.bytes(row: row, column: target).first, first &- 48 <= 9
    {
      return nil
    }
    let written = text(target, row: row, of: batch)
    if let first = written.utf8.first, first &- 48 <= 9 {
      compare(written, row: row, of: batch, header, &broken)
      return nil
    }
    let column = written.isEmpty ? header.officeName : target
    let name = written.isEmpty ? text(column, row: row, of: batch) : written
    guard !name.isEmpty else { return nil }
    let meaning = offices.meaning(
      ofName: name, district: text(header.districtName, row: row, of: batch))
    guard let place = meaning.places.first else {
      return meaning.isElsewhere
        ? (.officeDiffers, header.districtName) : (.officeUnknown, column)
    }
    if meaning.places.count > 1 { return (.officeAmbiguous, column) }
    if !meaning.isExact { batch.note(.officeNameCompleted, row, column) }
    batch.replace(row, target, with: Array(offices.offices[place].code.utf8))
    return nil
  }

  /// Notes where the name or the district beside a code are those of another office: nobody knows to
  /// which of them somebody applies; figures go by the code.
  private func compare(
    _ code: String, row: Int, of batch: SheetBatch, _ header: SheetHeader,
    _ broken: inout BrokenRules
  ) {
    guard header.officeName >= 0 || header.districtName >= 0,
      let place = offices.index(ofCode: code)
    else { return }
    let office = offices.offices[place]
    let differs =
      header.kind == .applicants ? FindingCode.officeDiffers : .officeNameDiffers
    func note(_ code: FindingCode, _ column: Int) {
      batch.note(code, row, column)
      if code.severity == .error { broken.add(code) }
    }
    let name = text(header.officeName, row: row, of: batch)
    if !name.isEmpty, name != office.name {
      let meaning = offices.meaning(ofName: name, district: "")
      if !meaning.places.contains(place) {
        return note(meaning.places.isEmpty ? .officeNameDiffers : differs, header.officeName)
      }
    }
    let district = text(header.districtName, row: row, of: batch)
    if !district.isEmpty, district != office.districtName,
      !offices.isDistrict(district, of: place)
    {
      note(differs, header.districtName)
    }
  }

  /// What a cell says, without what is not seen; full-width digits are ASCII.
  private func text(_ column: Int, row: Int, of batch: SheetBatch) -> String {
    guard column >= 0 else { return "" }
    return String(
      decoding: TextFolding.fold(batch.rows.bytes(row: row, column: column), widths: true).bytes,
      as: UTF8.self)
  }
}
