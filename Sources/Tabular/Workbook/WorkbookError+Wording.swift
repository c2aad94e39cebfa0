public import Model

extension WorkbookError: ExplainedError {
  /// A stable name in `snake_case`, for programs.
  public var code: String {
    switch self {
    case .absent: "workbook_absent"
    case .isDirectory: "workbook_is_directory"
    case .unreadable: "workbook_unreadable"
    case .legacyFormat: "workbook_legacy_format"
    case .binaryFormat: "workbook_binary_format"
    case .encrypted: "workbook_encrypted"
    case .notArchive: "workbook_not_archive"
    case .notWorkbook: "workbook_not_workbook"
    case .damagedArchive: "workbook_damaged_archive"
    case .missingPart: "workbook_missing_part"
    case .damagedPart: "workbook_damaged_part"
    case .documentType: "workbook_document_type"
    case .tooLarge: "workbook_too_large"
    case .cellTooLong: "workbook_cell_too_long"
    case .columnBeyond: "workbook_column_beyond"
    case .badReference: "workbook_bad_reference"
    case .unwritable: "workbook_unwritable"
    case .cannotCreate: "workbook_cannot_create"
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .absent(let path):
      Bilingual(zh: "找不到文件 \(path)。", en: "There is no file \(path).")
    case .isDirectory(let path):
      Bilingual(zh: "\(path) 是文件夹。", en: "\(path) is a folder.")
    case .unreadable(let path, let errno):
      Bilingual(
        zh: "读不出文件 \(path)（系统错误 \(errno)）。",
        en: "The file \(path) cannot be read (system error \(errno)).")
    case .legacyFormat:
      Bilingual(
        zh: "这是旧式表格文件（.xls 或 .et）。", en: "This is a spreadsheet of the old kind (.xls or .et).")
    case .binaryFormat:
      Bilingual(zh: "这是二进制工作簿（.xlsb）。", en: "This is a binary workbook (.xlsb).")
    case .encrypted:
      Bilingual(zh: "工作簿设有打开密码。", en: "The workbook opens only with a password.")
    case .notArchive:
      Bilingual(zh: "文件不是 .xlsx 工作簿。", en: "The file is not an .xlsx workbook.")
    case .notWorkbook:
      Bilingual(
        zh: "压缩包里没有 Excel 工作簿。", en: "The archive does not hold an Excel workbook.")
    case .damagedArchive:
      Bilingual(zh: "工作簿文件已损坏。", en: "The workbook file is damaged.")
    case .missingPart(let part):
      Bilingual(zh: "工作簿缺少部件 \(part)。", en: "The workbook lacks its part \(part).")
    case .damagedPart(let part, let byte):
      Bilingual(
        zh: "工作簿的部件 \(part) 在第 \(byte) 字节处有错。",
        en: "The workbook's part \(part) is wrong at byte \(byte).")
    case .documentType(let part):
      Bilingual(
        zh: "工作簿的部件 \(part) 带有文档类型声明。",
        en: "The workbook's part \(part) declares a document type.")
    case .tooLarge(let bound):
      Bilingual(
        zh: "工作簿超过上限：\(bound.name.zh)。", en: "The workbook passes a bound: \(bound.name.en).")
    case .cellTooLong(let cell):
      Bilingual(zh: "单元格 \(cell) 的文字过长。", en: "Cell \(cell) holds too much text.")
    case .columnBeyond(let row):
      Bilingual(
        zh: "第 \(row) 行有单元格在 XFD 列以右。", en: "Row \(row) has a cell beyond column XFD.")
    case .badReference(let row):
      Bilingual(
        zh: "第 \(row) 行附近的单元格地址有错。", en: "A cell address at or after row \(row) is wrong.")
    case .unwritable(let cell):
      Bilingual(zh: "单元格 \(cell) 写不出来。", en: "Cell \(cell) cannot be written.")
    case .cannotCreate(let path):
      Bilingual(zh: "不能建立文件 \(path)。", en: "The file \(path) cannot be created.")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .absent, .isDirectory, .unreadable, .cannotCreate, .unwritable:
      Bilingual(zh: "", en: "")
    case .legacyFormat, .binaryFormat:
      Bilingual(
        zh: "本程序只读 .xlsx 和 .csv；改扩展名不会改变格式。",
        en: "Only .xlsx and .csv are read; renaming a file does not change its format.")
    case .encrypted:
      Bilingual(
        zh: "加密后的内容读不出来，密码也不应交给程序。",
        en: "What is encrypted cannot be read, and a password is not for a program to know.")
    case .notArchive:
      Bilingual(
        zh: ".xlsx 是压缩包，而这个文件不是；可能是改了扩展名的网页或文本。",
        en: "An .xlsx file is a zip archive and this is none; it may be a renamed page or text.")
    case .notWorkbook:
      Bilingual(
        zh: "可能是文档、其他软件的表格或普通压缩包。",
        en: "It may be a document, another program's sheet or an ordinary archive.")
    case .damagedArchive, .missingPart, .damagedPart, .badReference:
      Bilingual(
        zh: "文件可能没有传完，或由不守规格的软件生成。",
        en:
          "The transfer may have broken off, or the program that wrote it does not keep to the format."
      )
    case .documentType:
      Bilingual(
        zh: "表格软件从不写这种声明，它可以用来撑爆内存或读取别的文件。",
        en:
          "No spreadsheet program writes one; it can be used to fill memory or to read other files."
      )
    case .tooLarge, .columnBeyond:
      Bilingual(
        zh: "正常的表格到不了这个大小，为保护内存不再读下去。",
        en: "No ordinary sheet is that large; reading stops to protect memory.")
    case .cellTooLong:
      Bilingual(
        zh: "表格软件的单元格最多容纳 32767 个字符。",
        en: "Spreadsheet programs allow 32,767 characters in a cell.")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .absent:
      Bilingual(zh: "请核对文件名和所在文件夹。", en: "Check the name and the folder.")
    case .isDirectory:
      Bilingual(zh: "请给出文件夹里的文件。", en: "Name the files inside it.")
    case .unreadable:
      Bilingual(zh: "请检查权限和磁盘后重试。", en: "Check permissions and the disk, then try again.")
    case .legacyFormat, .binaryFormat, .notArchive, .notWorkbook:
      Bilingual(
        zh: "请用 WPS 或 Excel 打开，“另存为”.xlsx 后再导入。",
        en: "Open it in a spreadsheet program, save it as .xlsx, and import that.")
    case .encrypted:
      Bilingual(
        zh: "请用 WPS 或 Excel 打开，取消打开密码，“另存为”.xlsx 后再导入。",
        en: "Open it, remove the password, save it as .xlsx, and import that.")
    case .damagedArchive, .missingPart, .damagedPart, .documentType, .badReference:
      Bilingual(
        zh: "请向报送单位重新索取，或用 WPS 或 Excel 打开后“另存为”.xlsx。",
        en: "Ask the sender again, or open it in a spreadsheet program and save it as .xlsx.")
    case .tooLarge, .columnBeyond, .cellTooLong:
      Bilingual(
        zh: "请只留名单所在的行列，“另存为”.xlsx 后再导入；确实很大时改用 .csv。",
        en:
          "Keep only the list itself, save it as .xlsx, and import that; use .csv if it is truly large."
      )
    case .unwritable:
      Bilingual(zh: "请改用 .csv。", en: "Use .csv instead.")
    case .cannotCreate:
      Bilingual(
        zh: "请检查文件夹是否存在、可写，磁盘是否已满。",
        en: "Check that the folder exists and can be written to, and that the disk is not full.")
    }
  }
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
