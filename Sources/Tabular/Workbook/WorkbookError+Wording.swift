public import Model

extension WorkbookError: ExplainedError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .absent(let path):
      .init(
        "workbook_absent", .noInput, "找不到文件 \(path)。", "There is no file \(path).",
        toDo: .checkName)
    case .isDirectory(let path):
      .init(
        "workbook_is_directory", .noInput, "\(path) 是文件夹。", "\(path) is a folder.",
        toDo: "请给出文件夹里的文件。", "Name the files inside it.")
    case .unreadable(let path, let errno):
      .init(
        "workbook_unreadable", errno == WorkbookFile.notPermitted ? .notPermitted : .inputOutput,
        "读不出文件 \(path)（系统错误 \(errno)）。",
        "The file \(path) cannot be read (system error \(errno)).",
        toDo: "请检查权限和磁盘后重试。", "Check permissions and the disk, then try again.")
    case .legacyFormat:
      .init(
        "workbook_legacy_format", .badData, "这是旧式表格文件（.xls 或 .et）。",
        "This is a spreadsheet of the old kind (.xls or .et).", why: .formatsRead,
        toDo: .saveAsWorkbook)
    case .binaryFormat:
      .init(
        "workbook_binary_format", .badData, "这是二进制工作簿（.xlsb）。",
        "This is a binary workbook (.xlsb).", why: .formatsRead, toDo: .saveAsWorkbook)
    case .encrypted:
      .init(
        "workbook_encrypted", .badData, "工作簿设有打开密码。", "The workbook opens only with a password.",
        why: "加密后的内容读不出来，密码也不应交给程序。",
        "What is encrypted cannot be read, and a password is not for a program to know.",
        toDo: "请用 WPS 或 Excel 打开，取消打开密码，“另存为”.xlsx 后再导入。",
        "Open it, remove the password, save it as .xlsx, and import that.")
    case .openDocument:
      .init(
        "workbook_open_document", .badData, "这是 OpenDocument 表格（.ods）。",
        "This is an OpenDocument spreadsheet (.ods).", why: .formatsRead,
        toDo: "请用 WPS、Excel 或 LibreOffice 打开，“另存为”.xlsx 后再导入。",
        "Open it in LibreOffice or another spreadsheet program, save it as .xlsx, and import that.")
    case .webPage:
      .init(
        "workbook_web_page", .badData, "这是网页，只是取了工作簿的文件名。",
        "This is a web page with the name of a workbook.",
        why: "不少系统导出的“.xls”其实是网页，里面没有单元格格式，长号码可能已经变样。",
        "Many systems export pages as “.xls”; they hold no formats, and long numbers may be lost.",
        toDo: """
          请让系统导出 .csv 或 .xlsx；没有这一项时，用 WPS 或 Excel 打开（提示格式不符时选“是”），\
          核对号码，“另存为”.xlsx 后再导入。
          """,
        """
        Have the system export .csv or .xlsx; if it cannot, open the page in a spreadsheet program, \
        check the numbers, save it as .xlsx, and import that.
        """)
    case .xmlSpreadsheet:
      .init(
        "workbook_xml_spreadsheet", .badData, "这是 2003 年的 XML 电子表格。",
        "This is an XML spreadsheet of 2003.", why: .formatsRead, toDo: .saveAsWorkbook)
    case .notArchive:
      .init(
        "workbook_not_archive", .badData, "文件不是 .xlsx 工作簿。", "The file is not an .xlsx workbook.",
        why: ".xlsx 是压缩包，而这个文件不是；可能是改了扩展名的文本，或没有传完。",
        "An .xlsx file is a zip archive and this is none; it may be a renamed text, or broken off.",
        toDo: """
          用记事本打开能看到名单的，请把扩展名改成 .csv 再导入；否则请用 WPS 或 Excel 打开，\
          “另存为”.xlsx 后再导入。
          """,
        """
        If a text editor shows the list, rename it to .csv and import that; otherwise open it in a \
        spreadsheet program, save it as .xlsx, and import that.
        """)
    case .notWorkbook:
      .init(
        "workbook_not_workbook", .badData, "压缩包里没有 Excel 工作簿。",
        "The archive does not hold an Excel workbook.",
        why: "可能是文档、其他软件的表格或普通压缩包。",
        "It may be a document, another program's sheet or an ordinary archive.",
        toDo: .saveAsWorkbook)
    case .damagedArchive:
      .init(
        "workbook_damaged_archive", .badData, "工作簿文件已损坏。", "The workbook file is damaged.",
        why: .brokeOff, toDo: .askAgain)
    case .missingPart(let part):
      .init(
        "workbook_missing_part", .badData, "工作簿缺少部件 \(part)。",
        "The workbook lacks its part \(part).", why: .brokeOff, toDo: .askAgain)
    case .damagedPart(let part, let byte):
      .init(
        "workbook_damaged_part", .badData, "工作簿的部件 \(part) 在第 \(byte) 字节处有错。",
        "The workbook's part \(part) is wrong at byte \(byte).", why: .brokeOff, toDo: .askAgain)
    case .documentType(let part):
      .init(
        "workbook_document_type", .badData, "工作簿的部件 \(part) 带有文档类型声明。",
        "The workbook's part \(part) declares a document type.",
        why: "表格软件从不写这种声明，它可以用来撑爆内存或读取别的文件。",
        "No spreadsheet program writes one; it can be used to fill memory or to read other files.",
        toDo: .askAgain)
    case .tooLarge(let bound):
      .init(
        "workbook_too_large", .badData, "工作簿超过上限：\(bound.name.zh)。",
        "The workbook passes a bound: \(bound.name.en).", why: .protectsMemory, toDo: .keepList)
    case .cellTooLong(let cell):
      .init(
        "workbook_cell_too_long", .badData, "单元格 \(cell) 的文字过长。",
        "Cell \(cell) holds too much text.",
        why: "表格软件的单元格最多容纳 32767 个字符。", "Spreadsheet programs allow 32,767 characters in a cell.",
        toDo: .keepList)
    case .columnBeyond(let row):
      .init(
        "workbook_column_beyond", .badData, "第 \(row) 行有单元格在 XFD 列以右。",
        "Row \(row) has a cell beyond column XFD.", why: .protectsMemory, toDo: .keepList)
    case .badReference(let row):
      .init(
        "workbook_bad_reference", .badData, "第 \(row) 行附近的单元格地址有错。",
        "A cell address at or after row \(row) is wrong.", why: .brokeOff, toDo: .askAgain)
    case .unwritable(let cell):
      .init(
        "workbook_unwritable", .badData, "单元格 \(cell) 写不出来。", "Cell \(cell) cannot be written.",
        toDo: "请改用 .csv。", "Use .csv instead.")
    case .cannotCreate(let path):
      .init(
        "workbook_cannot_create", .cannotCreate, "不能建立文件 \(path)。",
        "The file \(path) cannot be created.",
        toDo: "请检查文件夹是否存在、可写，磁盘是否已满。",
        "Check that the folder exists and can be written to, and that the disk is not full.")
    }
  }
}

extension Guidance {
  fileprivate static let formatsRead = Guidance(
    "本程序只读 .xlsx 和 .csv；改扩展名不会改变格式。",
    "Only .xlsx and .csv are read; renaming a file does not change its format.")
  fileprivate static let brokeOff = Guidance(
    "文件可能没有传完，或由不守规格的软件生成。",
    "The transfer may have broken off, or the program that wrote it does not keep to the format.")
  fileprivate static let protectsMemory = Guidance(
    "正常的表格到不了这个大小，为保护内存不再读下去。",
    "No ordinary sheet is that large; reading stops to protect memory.")
  fileprivate static let saveAsWorkbook = Guidance(
    "请用 WPS 或 Excel 打开，“另存为”.xlsx 后再导入。",
    "Open it in a spreadsheet program, save it as .xlsx, and import that.")
  fileprivate static let askAgain = Guidance(
    "请向报送单位重新索取，或用 WPS 或 Excel 打开后“另存为”.xlsx。",
    "Ask the sender again, or open it in a spreadsheet program and save it as .xlsx.")
  fileprivate static let keepList = Guidance(
    "请只留名单所在的行列，“另存为”.xlsx 后再导入；确实很大时改用 .csv。",
    "Keep only the list itself, save it as .xlsx, and import that; use .csv if it is truly large.")
}

extension WorkbookError.Bound {
  /// The bound as a person names it.
  var name: Bilingual {
    switch self {
    case .fileBytes: Bilingual(zh: "文件大小", en: "size of the file")
    case .entries: Bilingual(zh: "部件数", en: "number of parts")
    case .inflatedBytes: Bilingual(zh: "解压后的大小", en: "size after inflating")
    case .ratio: Bilingual(zh: "压缩比", en: "compression ratio")
    case .sharedBytes: Bilingual(zh: "全部文字的大小", en: "size of all text")
    case .notices: Bilingual(zh: "须说明之处的数目", en: "number of remarks")
    case .markup: Bilingual(zh: "标记的复杂程度", en: "complexity of the markup")
    }
  }
}
