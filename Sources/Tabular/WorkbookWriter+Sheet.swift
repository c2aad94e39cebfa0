import CXLSXWriter

extension WorkbookWriter {
  /// A worksheet that is being written; rows and columns count from 0.
  public struct Sheet {
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let workbook: WorkbookWriter

    /// Writes a text; one that looks like a formula stays text.
    public func write(_ text: String, row: Int, column: Int, style: CellStyle = CellStyle()) {
      let format = workbook.format(style)
      guard !text.isEmpty else {
        workbook.hear(worksheet_write_blank(sheet, UInt32(row), UInt16(column), format))
        return
      }
      workbook.hear(
        worksheet_write_string(
          sheet, UInt32(row), UInt16(column), WorkbookWriter.clean(text), format))
    }

    /// Writes a number.
    public func write(_ number: Double, row: Int, column: Int, style: CellStyle = CellStyle()) {
      workbook.hear(
        worksheet_write_number(sheet, UInt32(row), UInt16(column), number, workbook.format(style)))
    }

    /// Writes a formula of ours, with the number that it comes to.
    public func write(
      formula: String, result: Double, row: Int, column: Int, style: CellStyle = CellStyle()
    ) {
      workbook.hear(
        worksheet_write_formula_num(
          sheet, UInt32(row), UInt16(column), formula, workbook.format(style), result))
    }

    /// Writes a formula of ours, with the text that it comes to.
    public func write(
      formula: String, result: String, row: Int, column: Int, style: CellStyle = CellStyle()
    ) {
      workbook.hear(
        worksheet_write_formula_str(
          sheet, UInt32(row), UInt16(column), formula, workbook.format(style), result))
    }

    /// Writes a text over several columns of one row as one cell.
    public func write(
      _ text: String, row: Int, columns: ClosedRange<Int>, style: CellStyle = CellStyle()
    ) {
      guard columns.count > 1 else {
        return write(text, row: row, column: columns.lowerBound, style: style)
      }
      workbook.hear(
        worksheet_merge_range(
          sheet, UInt32(row), UInt16(columns.lowerBound), UInt32(row), UInt16(columns.upperBound),
          WorkbookWriter.clean(text), workbook.format(style)))
    }

    /// Hangs a note on a cell, in a box that is large enough to show it.
    public func comment(_ text: String, row: Int, column: Int) {
      var options = lxw_comment_options()
      options.width = 240
      // About sixteen Chinese characters a line.
      options.height = UInt16(min(30 + text.unicodeScalars.count / 16 * 18, 600))
      workbook.hear(
        worksheet_write_comment_opt(
          sheet, UInt32(row), UInt16(column), WorkbookWriter.clean(text), &options))
    }

    /// Sets the widths of columns from the first on, in characters of the standard font.
    ///
    /// - Parameter style: For cells that are not written, such as those a person will fill in.
    public func setWidths(_ widths: [Double], style: CellStyle? = nil) {
      for (column, width) in widths.enumerated() {
        setWidth(width, column: column, style: style)
      }
    }

    /// Sets the width of one column, in characters of the standard font.
    public func setWidth(_ width: Double, column: Int, style: CellStyle? = nil) {
      workbook.hear(
        worksheet_set_column(
          sheet, UInt16(column), UInt16(column), width, style.map(workbook.format)))
    }

    /// Sets the height of a row in points.
    public func setHeight(_ height: Double, row: Int) {
      workbook.hear(worksheet_set_row(sheet, UInt32(row), height, nil))
    }

    /// Keeps the rows above a row, and the columns left of a column, in sight.
    public func freeze(row: Int, column: Int) {
      worksheet_freeze_panes(sheet, UInt32(row), UInt16(column))
    }

    /// Prepares the print: A4, as wide as the page, some rows repeated on each, pages numbered.
    ///
    /// - Parameter footer: A text for the left of the footer; what is too long for one is cut.
    public func setPage(isLandscape: Bool, repeating rows: ClosedRange<Int>?, footer: String) {
      worksheet_set_paper(sheet, 9)
      if isLandscape { worksheet_set_landscape(sheet) }
      worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7)
      worksheet_fit_to_pages(sheet, 1, 0)
      if let rows {
        workbook.hear(
          worksheet_repeat_rows(sheet, UInt32(rows.lowerBound), UInt32(rows.upperBound)))
      }
      // A footer takes 255 characters, and `&` begins a code in it.
      let words = WorkbookWriter.clean(String(footer.prefix(100))).replacing("&", with: "&&")
      workbook.hear(worksheet_set_footer(sheet, "&L&9\(words)&R&9&P / &N"))
    }

    /// Offers the values of other cells in a range of cells, and refuses others.
    ///
    /// - Parameter source: A formula that names the cells, such as `=街道!$A$2:$A$350`.
    public func offer(cells source: String, rows: ClosedRange<Int>, column: Int) {
      var source = Array(source.utf8CString)
      source.withUnsafeMutableBufferPointer { source in
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        validation.value_formula = source.baseAddress
        workbook.hear(
          worksheet_data_validation_range(
            sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound),
            UInt16(column), &validation))
      }
    }

    /// Takes the sheet out of sight.
    public func hide() {
      worksheet_hide(sheet)
    }
  }
}
