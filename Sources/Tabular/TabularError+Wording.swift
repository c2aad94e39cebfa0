import Foundation
public import Model

extension TabularError {
  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .absent: "file_absent"
    case .directory: "file_is_directory"
    case .notPermitted: "file_not_permitted"
    case .unreadable: "file_unreadable"
    case .empty: "file_empty"
    case .binary: "file_binary"
    case .undecodable: "file_undecodable"
    case .rowTooLong: "row_too_long"
    case .quoteUnterminated: "quote_unterminated"
    case .cannotCreate: "output_not_created"
    case .unwritable: "output_unwritable"
    }
  }

  /// How the command ends.
  public var status: ExitStatus {
    switch self {
    case .absent, .directory: .noInput
    case .notPermitted: .notPermitted
    case .unreadable, .unwritable: .inputOutput
    case .cannotCreate: .cannotCreate
    case .empty, .binary, .undecodable, .rowTooLong, .quoteUnterminated: .badData
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .absent(let path):
      Bilingual(zh: "找不到文件：\(path)", en: "No such file: \(path)")
    case .directory(let path):
      Bilingual(zh: "这是文件夹，不是文件：\(path)", en: "This is a folder, not a file: \(path)")
    case .notPermitted(let path):
      Bilingual(zh: "没有权限使用：\(path)", en: "Not permitted: \(path)")
    case .unreadable(let path, let errno):
      Bilingual(
        zh: "读取中断：\(path)（\(Self.words(errno))）",
        en: "Reading broke off: \(path) (\(Self.words(errno)))")
    case .empty(let path):
      Bilingual(zh: "文件是空的：\(path)", en: "The file is empty: \(path)")
    case .binary(let path, let offset):
      Bilingual(
        zh: "文件不是表格文本：\(path)，第 \(offset + 1) 个字节是 NUL",
        en: "The file is not a text sheet: \(path) has a NUL byte at offset \(offset)")
    case .undecodable(let path, let offset):
      Bilingual(
        zh: "认不出文件的编码：\(path)，第 \(offset + 1) 个字节起无法解读",
        en: "The encoding is not recognised: \(path) cannot be decoded from byte offset \(offset)")
    case .rowTooLong(let path, let line, let limit):
      Bilingual(
        zh: "\(path) 从第 \(line) 行开始的一条记录超过 \(limit) 字节",
        en: "\(path): the row that begins on line \(line) is longer than \(limit) bytes")
    case .quoteUnterminated(let path, let line):
      Bilingual(
        zh: "\(path) 从第 \(line) 行开始的一条记录，引号没有配对",
        en: "\(path): a quotation mark opened in the row of line \(line) is never closed")
    case .cannotCreate(let path, let errno):
      Bilingual(
        zh: "无法建立：\(path)（\(Self.words(errno))）",
        en: "Cannot create \(path) (\(Self.words(errno)))")
    case .unwritable(let path, let errno):
      Bilingual(
        zh: "写入失败：\(path)（\(Self.words(errno))）",
        en: "Writing failed: \(path) (\(Self.words(errno)))")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .absent, .directory:
      Bilingual(zh: "导入需要一个存在的表格文件。", en: "An import needs a sheet that exists.")
    case .notPermitted:
      Bilingual(
        zh: "运行本程序的用户对它没有相应权限。",
        en: "The user who runs this program has no right to it.")
    case .unreadable:
      Bilingual(zh: "没有读完的文件不能作数。", en: "A file that was not read to its end proves nothing.")
    case .empty:
      Bilingual(
        zh: "没有表头，也没有数据行，无从导入。",
        en: "There is neither a header nor a row to take in.")
    case .binary:
      Bilingual(
        zh: "表格文本里不会出现这个字节；它可能是旧版 .xls 或其他程序的文件。",
        en: "Text never holds that byte; it may be an old .xls or another program's file.")
    case .undecodable:
      Bilingual(
        zh: "整个文件既不是 UTF-8、UTF-16，也不是 GB18030，猜测会读错姓名。",
        en: "The whole file is neither UTF-8, UTF-16 nor GB18030; guessing would misread names.")
    case .rowTooLong:
      Bilingual(
        zh: "正常的一行没有这么长，多半是一个引号打开后没有关闭。",
        en: "No real row is that long; most likely a quotation mark was opened and never closed.")
    case .quoteUnterminated:
      Bilingual(
        zh: "引号之后的所有行都会被当成同一个单元格，人数就会少算。",
        en: "Every row after it would be swallowed by one cell, and people would be lost.")
    case .cannotCreate, .unwritable:
      Bilingual(zh: "结果没有写全，不能使用。", en: "The result is incomplete and must not be used.")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .absent, .directory:
      Bilingual(zh: "请核对文件名和所在文件夹。", en: "Check the name and the folder.")
    case .notPermitted:
      Bilingual(
        zh: "请让管理员授权，或换一个有权限的位置。",
        en: "Ask for the right, or use a place where you have it.")
    case .unreadable:
      Bilingual(zh: "请检查磁盘或网络盘后重试。", en: "Check the disk or the share and try again.")
    case .empty:
      Bilingual(
        zh: "请向报送单位要一份有内容的文件。", en: "Ask the sender for the sheet with its rows.")
    case .binary, .undecodable:
      Bilingual(
        zh: "请用 WPS 或 Excel 打开，另存为“CSV UTF-8”或 .xlsx 再导入。",
        en: "Open it in WPS or Excel, save it as “CSV UTF-8” or .xlsx, and import that.")
    case .rowTooLong, .quoteUnterminated:
      Bilingual(
        zh: "请到那一行补上或删去引号（\"），再导入。",
        en: "Close or remove the quotation mark (\") on that line and import again.")
    case .cannotCreate, .unwritable:
      Bilingual(
        zh: "请检查磁盘空间和文件夹权限后重试。",
        en: "Check free space and the folder's permissions and try again.")
    }
  }

  private static func words(_ errno: Int32) -> String {
    String(cString: strerror(errno))
  }
}
