import Model
import Tabular

extension IncomingSheets {
  /// A visible worksheet and its first rows.
  private struct Look {
    let worksheet: Int
    let name: String
    let form: IncomingSheet.Form
    let rows: [(row: UInt32, texts: [String])]
    let search: HeaderSearch
  }

  /// Finds the worksheets of a workbook that are read together: those whose headers are of one kind,
  /// and those that continue one of them.
  ///
  /// A hidden worksheet is never read.
  /// - Throws: `IntakeError` where a worksheet that is not read could hold people.
  init(workbook path: String, as kind: SheetKind?, in catalog: SheetCatalog) throws {
    self = try IntakeError.naming(path) {
      let reader = try WorkbookReader(path: path)
      let file = try FileDigest(path: path)
      var looks: [Look] = []
      var hidden: [Finding] = []
      for (index, worksheet) in reader.worksheets.enumerated() {
        let form = IncomingSheet.Form.workbook(file, worksheet: index, name: worksheet.name)
        let rows = try reader.firstRows(HeaderSearch.rows, of: index).enumerated()
          .map { (row: UInt32($0 + 1), texts: $1.map(SheetHeader.flat)) }
        var search = HeaderSearch(path: path, kind: kind, catalog: catalog)
        search.look(at: rows, in: form)
        if !worksheet.isHidden {
          looks.append(
            Look(worksheet: index, name: worksheet.name, form: form, rows: rows, search: search))
        } else if search.complete != nil {
          hidden.append(Finding(code: .worksheetLeftOut, value: worksheet.name))
        }
      }
      var choice = WorksheetChoice(path: path, reader: reader, catalog: catalog)
      return try choice.file(looks, as: kind, hidden: hidden)
    }
  }

  /// Chooses among the visible worksheets of a workbook.
  private struct WorksheetChoice {
    let path: String
    let reader: WorkbookReader
    let catalog: SheetCatalog
    var leftOut: [LeftOutRows] = []
    var findings: [Finding] = []

    init(path: String, reader: WorkbookReader, catalog: SheetCatalog) {
      self.path = path
      self.reader = reader
      self.catalog = catalog
    }

    mutating func file(_ looks: [Look], as kind: SheetKind?, hidden: [Finding]) throws
      -> IncomingSheets
    {
      let filled = try looks.filter { look in
        guard let header = look.search.complete else { return false }
        return try look.rows.count > header.row || scan(look).last > header.row
      }
      let kinds = Set(filled.map { $0.search.best?.header.kind })
      guard kinds.count <= 1 else {
        throw IntakeError.worksheetsSeveral(path: path, names: filled.map(\.name))
      }
      guard let leading = filled.first else {
        var search = HeaderSearch(path: path, kind: kind, catalog: catalog)
        for look in looks { search.take(look.search) }
        let (form, header) = try search.found(in: catalog)
        for look in looks where look.name != IncomingSheet(form: form, header: header).worksheet {
          try leaveOut(look, of: header.kind)
        }
        return IncomingSheets(
          [IncomingSheet(form: form, header: header, findings: findings + hidden)],
          leftOut: leftOut)
      }
      if filled.count > 1, let sample = filled.first(where: { RowText.isSample($0.name) }) {
        throw IntakeError.worksheetUnread(path: path, worksheet: sample.name, .sample)
      }
      let header = try leading.search.found(in: catalog).header
      var sheets: [IncomingSheet] = []
      for look in looks {
        if filled.contains(where: { $0.worksheet == look.worksheet }) {
          let (form, own) = try look.search.found(in: catalog)
          sheets.append(IncomingSheet(form: form, header: own))
        } else if let own = try continued(look, header) {
          findings.append(Finding(code: .worksheetContinued, value: look.name))
          sheets.append(IncomingSheet(form: look.form, header: own))
        } else {
          try leaveOut(look, of: header.kind)
        }
      }
      sheets[0].findings = findings + hidden
      return IncomingSheets(sheets, leftOut: leftOut)
    }

    /// The columns of another worksheet for one that has none of its own, or whose header is not
    /// quite one; nil where its rows do not fit them.
    /// - Throws: `IntakeError` where it looks like a sheet of the kind and cannot be read.
    private func continued(_ look: Look, _ header: SheetHeader) throws(IntakeError) -> SheetHeader?
    {
      guard SheetKind.imported.contains(header.kind) else { return nil }
      var search = HeaderSearch(path: path, kind: header.kind, catalog: catalog)
      search.look(at: look.rows, in: look.form)
      let own = search.best?.header
      let fit = RowFit(header)
      let rows = look.rows.filter { $0.row > own?.row ?? 0 && $0.texts.contains { !$0.isEmpty } }
      let first = rows.first { fit.fits($0.texts) }?.row
      if let own {
        if header.nearlyEquals(own), first != nil, fit.fitsMost(of: rows) {
          return SheetHeader(continuing: header, firstRow: own.firstRow, row: own.row)
        }
        guard own.missing.isEmpty || own.missing.count * 2 > header.description.needed else {
          throw .worksheetUnread(path: path, worksheet: look.name, .columnsMissing(own.missing))
        }
        return nil
      }
      guard let first else { return nil }
      guard fit.fitsMost(of: rows.filter { $0.row >= first }) else {
        throw .worksheetUnread(path: path, worksheet: look.name, .rowsUnlike(row: Int(first)))
      }
      return SheetHeader(continuing: header, firstRow: first, row: first - 1)
    }

    /// Names a worksheet that is not read.
    /// - Throws: `IntakeError` where it could hold people.
    private mutating func leaveOut(_ look: Look, of kind: SheetKind) throws {
      let scan = try scan(look)
      guard scan.filled > 0 else { return }
      if SheetKind.imported.contains(kind), let row = scan.person {
        throw IntakeError.worksheetUnread(
          path: path, worksheet: look.name, .holdsPeople(row: Int(row)))
      }
      leftOut.append(LeftOutRows(worksheet: look.name, reason: .worksheet, rows: scan.filled))
      // Whoever fills in our template need not be told that its instructions are no rows.
      let instructions = SheetDescription.instructionsName
      if look.name != instructions.zh, look.name != instructions.en {
        findings.append(Finding(code: .worksheetUnread, value: look.name))
      }
    }

    /// How many rows of a worksheet are filled, the last of them, and the first with the number of a
    /// person.
    private func scan(_ look: Look) throws -> (filled: Int, last: UInt32, person: UInt32?) {
      var (filled, last, person) = (0, UInt32(0), UInt32?.none)
      let batch = RowBatch(columns: 256, capacity: 256)
      _ = try reader.read(look.worksheet, from: 1, batch: batch) { rows in
        filled += rows.count
        last = rows.places.last?.row ?? last
        for row in 0..<rows.count where person == nil {
          if IdentityScan.holdsNumber(row: row, of: rows), !RowText.marksSample(row, of: rows) {
            person = rows.places[row].row
          }
        }
        rows.removeAll()
        return rows
      }
      return (filled, last, person)
    }
  }
}

extension SheetDescription {
  /// How many columns a sheet of the kind cannot do without.
  fileprivate var needed: Int { kept.count(where: \.needsColumn) }
}

extension Finding {
  /// Notes something of a file as a whole.
  fileprivate init(code: FindingCode, value: String) {
    self.init(code: code, row: 0, line: 0, column: -1, value: value)
  }
}
