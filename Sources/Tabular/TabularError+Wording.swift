import Foundation
public import Model

extension TabularError {
  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .absent(let path):
      .init(
        "file_absent", .noInput, "找不到文件：\(path)", "No such file: \(path)", why: .needsSheet,
        toDo: .checkName)
    case .directory(let path):
      .init(
        "file_is_directory", .noInput, "这是文件夹，不是文件：\(path)",
        "This is a folder, not a file: \(path)", why: .needsSheet, toDo: .checkName)
    case .notPermitted(let path):
      .init(
        "file_not_permitted", .notPermitted, "没有权限使用：\(path)", "Not permitted: \(path)",
        why: "运行本程序的用户对它没有相应权限。", "The user who runs this program has no right to it.",
        toDo: "请让管理员授权，或换一个有权限的位置。", "Ask for the right, or use a place where you have it.")
    case .unreadable(let path, let errno):
      .init(
        "file_unreadable", .inputOutput, "读取中断：\(path)（\(words(errno))）",
        "Reading broke off: \(path) (\(words(errno)))",
        why: "没有读完的文件不能作数。", "A file that was not read to its end proves nothing.",
        toDo: "请检查磁盘或网络盘后重试。", "Check the disk or the share and try again.")
    case .empty(let path):
      .init(
        "file_empty", .badData, "文件是空的：\(path)", "The file is empty: \(path)",
        why: "没有表头，也没有数据行，无从导入。", "There is neither a header nor a row to take in.",
        toDo: "请向报送单位要一份有内容的文件。", "Ask the sender for the sheet with its rows.")
    case .binary(let path, let offset):
      .init(
        "file_binary", .badData, "文件不是表格文本：\(path)，第 \(offset + 1) 个字节是 NUL",
        "The file is not a text sheet: \(path) has a NUL byte at offset \(offset)",
        why: "表格文本里不会出现这个字节；它可能是旧版 .xls 或其他程序的文件。",
        "Text never holds that byte; it may be an old .xls or another program's file.",
        toDo: .saveAnew)
    case .undecodable(let path, let offset):
      .init(
        "file_undecodable", .badData, "认不出文件的编码：\(path)，第 \(offset + 1) 个字节起无法解读",
        "The encoding is not recognised: \(path) cannot be decoded from byte offset \(offset)",
        why: "整个文件既不是 UTF-8、UTF-16，也不是 GB18030，猜测会读错姓名。",
        "The whole file is neither UTF-8, UTF-16 nor GB18030; guessing would misread names.",
        toDo: .saveAnew)
    case .markContradicts(let path):
      .init(
        "file_mark_contradicts", .badData,
        "\(path)：文件开头的标记说是 UTF-8，内容却是 GBK（GB18030）",
        "\(path): the mark at its start says UTF-8, but the text is GBK (GB 18030)",
        why: "多半是给 GBK 文件加了标记；照哪一种读都可能读错姓名。",
        "Most likely the mark was put before a GBK file; either reading may misread names.",
        toDo: .saveAnew)
    case .rowTooLong(let path, let line, let limit):
      .init(
        "row_too_long", .badData, "\(path) 从第 \(line) 行开始的一条记录超过 \(limit) 字节",
        "\(path): the row that begins on line \(line) is longer than \(limit) bytes",
        why: "正常的一行没有这么长，多半是一个引号打开后没有关闭。",
        "No real row is that long; most likely a quotation mark was opened and never closed.",
        toDo: .pairQuotes)
    case .quoteUnterminated(let path, let line):
      .init(
        "quote_unterminated", .badData, "\(path) 从第 \(line) 行开始的一条记录，引号没有配对",
        "\(path): a quotation mark opened in the row of line \(line) is never closed",
        why: "引号之后的所有行都会被当成同一个单元格，人数就会少算。",
        "Every row after it would be swallowed by one cell, and people would be lost.",
        toDo: .pairQuotes)
    case .cannotCreate(let path, let errno):
      .init(
        "output_not_created", .cannotCreate, "无法建立：\(path)（\(words(errno))）",
        "Cannot create \(path) (\(words(errno)))", why: .isIncomplete, toDo: .checkFolder)
    case .unwritable(_, EPIPE):
      .init(
        "output_closed", .inputOutput, "没有人再读输出", "Nobody reads the output any more",
        why: .isIncomplete)
    case .unwritable("-", let errno):
      .init(
        "output_unwritable", .inputOutput, "标准输出写不进去（\(words(errno))）",
        "The standard output cannot be written (\(words(errno)))", why: .isIncomplete,
        toDo: .checkFolder)
    case .unwritable(let path, let errno):
      .init(
        "output_unwritable", .inputOutput, "写入失败：\(path)（\(words(errno))）",
        "Writing failed: \(path) (\(words(errno)))", why: .isIncomplete, toDo: .checkFolder)
    case .exists(let path):
      .init(
        "output_exists", .cannotCreate, "这个名字已有文件或文件夹：\(path)",
        "There is a file or folder of this name already: \(path)",
        why: "已有的东西一律不覆盖，它没有改动。", "Nothing that exists is ever overwritten; it is as it was.",
        toDo: "请换一个名字，或先把原来的移走。", "Choose another name, or move what is there.")
    case .folderBusy(let path):
      .init(
        "output_busy", .inputOutput, "另一个程序正在写：\(path)", "Another run is writing to \(path)",
        why: "两次的结果不能混在一起。", "The results of two runs must not mix.",
        toDo: "请等它结束后重试，或换一个文件夹。", "Try again when it has ended, or name another folder.")
    case .nameNotText(let path):
      .init(
        "file_name_not_text", .noInput, "文件名里有不是 UTF-8 的字节，找不到这个文件：\(path)",
        "The name holds bytes that are not UTF-8, so the file is not found: \(path)",
        why: "文件名多半是在另一种编码的系统上起的，例如从旧压缩包里解出来的。",
        "It was most likely named on a system with another encoding, or unpacked from an old archive.",
        toDo: "请在文件夹里把它重新命名，再试一次。", "Rename the file in its folder and try again.")
    case .resultDamaged(let path):
      .init(
        "output_damaged", .inputOutput, "写出的工作簿读回来不完整：\(path)",
        "The workbook that was written is not whole: \(path)", why: .isIncomplete,
        toDo: .checkFolder)
    }
  }

  private func words(_ errno: Int32) -> String {
    String(cString: strerror(errno))
  }
}

extension Guidance {
  static let checkName = Guidance("请核对文件名和所在文件夹。", "Check the name and the folder.")

  fileprivate static let needsSheet = Guidance(
    "导入需要一个存在的表格文件。", "An import needs a sheet that exists.")
  fileprivate static let saveAnew = Guidance(
    "请用 WPS 或 Excel 打开，另存为“CSV UTF-8”或 .xlsx 再导入。",
    "Open it in WPS or Excel, save it as “CSV UTF-8” or .xlsx, and import that.")
  fileprivate static let pairQuotes = Guidance(
    "请到那一行补上或删去引号（\"），再导入。",
    "Close or remove the quotation mark (\") on that line and import again.")
  fileprivate static let isIncomplete = Guidance(
    "结果没有写全，不能使用。", "The result is incomplete and must not be used.")
  fileprivate static let checkFolder = Guidance(
    "请检查磁盘空间和文件夹权限后重试。", "Check free space and the folder's permissions and try again.")
}
