public import Model
public import Tabular

/// Why a sheet as a whole is not taken.
public enum IntakeError: ExplainedError, Hashable {
  /// None of the first rows is the header of a sheet that we know.
  case headerNotFound(path: String, seen: [String])
  /// The header lacks columns that the sheet cannot do without.
  case columnsMissing(path: String, kind: SheetKind, columns: [String], looksLike: SheetKind?)
  /// There is a header and nothing below it.
  case noRows(path: String)
  /// Rows that correct others would have a number in common with further people.
  case updateCollides(path: String, rows: Int)
  /// A caseload sheet has a column that looks like a subject's name or number.
  case subjectsAsPersons(path: String, kind: SheetKind, column: String)
  /// Worksheets of a workbook are of several kinds, or there are several where one is wanted.
  case worksheetsSeveral(path: String, names: [String])
  /// A worksheet that cannot be read together with the others could hold people.
  case worksheetUnread(path: String, worksheet: String, UnreadReason)
  /// Two tables stand side by side, so that one row holds two.
  case tablesAbreast(path: String, row: UInt32, columns: [Int])
  /// A header further down lacks columns that the sheet cannot do without.
  case headerUnclear(path: String, row: UInt32, columns: [String])
  /// More headers stand among the rows than any list has.
  case headersMany(path: String)
  /// Most rows have more fields than the header.
  case headerShort(path: String)
  /// All rows have fewer fields than the header, and fit it only where their values are moved.
  case headerLong(path: String)
  /// Of very many rows not one can be accepted.
  case nothingFits(path: String, rows: Int)
  /// A row breaks a rule in a sheet of which every row is needed.
  case rowWrong(path: String, column: String, Finding)
  /// The register holds an applicant of an office that the table of offices lacks.
  case officeGone(code: String)
  /// A workbook cannot be read.
  case workbook(path: String, WorkbookError)

  /// Why a worksheet that could hold people cannot be read with the others.
  public enum UnreadReason: Sendable, Hashable {
    /// Its header lacks columns.
    case columnsMissing([String])
    /// Some of its rows fit the columns of the others, and most do not.
    case rowsUnlike(row: Int)
    /// It has no header of the kind, and a person's number stands in it.
    case holdsPeople(row: Int)
    /// Its name says that it is a sample.
    case sample
  }

  /// Runs something that reads a workbook, and names the file where it fails.
  static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as WorkbookError {
      throw IntakeError.workbook(path: path, error)
    }
  }

  /// Cells of a row of which nobody knows what they are.
  private static func excerpt(_ cells: [String]) -> String {
    cells.map(SheetField.cut).joined(separator: "｜")
  }

  /// What the error says.
  public var explanation: ErrorExplanation {
    switch self {
    case .headerNotFound(let path, let seen):
      .init(
        "header_not_found", .badData, "\(path)：前十行里没有找到表头。第一行是：\(Self.excerpt(seen))",
        "\(path): none of the first ten rows is a header. The first row reads: \(Self.excerpt(seen))",
        why: "没有表头就不知道哪一列是什么；分隔符不是逗号、制表符或分号时也会这样。",
        "Without a header no column has a meaning; a separator other than comma, tab or semicolon looks the same.",
        toDo: "请对照 \(.template()) 给出的表样改表头，另存后再导入。",
        "Compare it with the sheet that \(.template()) writes, save and import again.")
    case .columnsMissing(let path, let kind, let columns, let other):
      .init(
        "column_missing", .badData, "\(path)：缺少必需的列：\(columns.joined(separator: "、"))",
        "\(path): the \(kind.rawValue) sheet lacks \(columns.joined(separator: ", "))",
        why: other.map {
          .init(
            "它像是另一种表：\($0.title.zh)（\($0.rawValue)）。",
            "It looks like another kind of sheet: \($0.rawValue).")
        } ?? .init("没有这些列，这张表的每一行都不完整。", "Without them every row of the sheet is incomplete."),
        toDo: other.map {
          .init(
            "如果是，请用 \(.importSheet(kind: $0.rawValue)) 导入。",
            "If it is, take it in with \(.importSheet(kind: $0.rawValue)).")
        }
          ?? .init(
            "请补上这些列（表样：\(.template(kind: kind.rawValue))）后再导入。",
            "Add them (see \(.template(kind: kind.rawValue))) and import again."))
    case .noRows(let path):
      .init(
        "no_rows", .badData, "\(path)：只有表头，没有数据行", "\(path): there is a header and no row below it",
        why: "没有可以导入的内容。", "There is nothing to take in.",
        toDo: "请向报送单位要一份有数据的表。", "Ask the sender for the sheet with its rows.")
    case .updateCollides(let path, let rows):
      .init(
        "update_collides", .badData, "\(path)：\(rows) 行更正后会与别人的报名序号或身份证号相同",
        "\(path): \(rows) corrected rows would have a number in common with other people",
        why: "一个号码只能是一个人的，哪一个对，程序不能判断。",
        "A number is one person's, and no program can tell whose.",
        toDo: "请核对这些号码；确有重复的，先用 \(.decide) 决定。",
        "Check the numbers; where they are repeated indeed, \(.decide) first.")
    case .subjectsAsPersons(let path, _, let column):
      .init(
        "subjects_as_persons", .badData, "\(path)：有一列“\(column)”，像是社区矫正对象个人的信息",
        "\(path): the column “\(column)” looks like a subject's personal data",
        why: "本系统只收人数和案件代号；社区矫正对象的个人信息不得进入。",
        "Only counts and case pseudonyms are taken; subjects never appear as persons.",
        toDo: "请删去这一列再导入。", "Delete the column and import again.")
    case .worksheetsSeveral(let path, let names):
      .init(
        "worksheets_several", .badData,
        "\(path)：有 \(names.count) 张工作表都有表头和数据，不能一起读：\(names.joined(separator: "、"))",
        "\(path): \(names.count) worksheets have a header and rows and cannot be read together: \(names.joined(separator: ", "))",
        why: "只收其中一张会漏掉其余的内容。", "Taking one of them would lose the others.",
        toDo: "请把每张工作表另存为一个文件，或删去不该收的工作表。",
        "Save each worksheet as a file of its own, or delete those that should not count.")
    case .worksheetUnread(let path, let worksheet, let reason):
      .init(
        "worksheet_unread", .badData,
        "\(path)：工作表“\(worksheet)”没有读，整个文件未收：\(reason.wording.zh)",
        "\(path): the worksheet “\(worksheet)” was not read, so the file was not taken: \(reason.wording.en)",
        why: "漏读一张工作表，表里的人就丢了。", "Whoever stands in a worksheet that is not read is lost.",
        toDo: "请让它的表头与其他工作表一致，或把它另存为单独的文件；不该收的请删去，再导入。",
        "Give it the header of the other worksheets, or save it as a file of its own; delete it if it should not count; then import again."
      )
    case .tablesAbreast(let path, let row, let columns):
      .init(
        "tables_abreast", .badData,
        "\(path)：第 \(row) 行的表头里，必填的列出现了两次（\(Self.letters(columns))），像是两张表并排",
        "\(path): in the header in row \(row) required columns stand twice (\(Self.letters(columns))), as in two tables side by side",
        why: "一行里有两个人，只读左边会漏掉右边的人。",
        "A row holds two people; reading the left ones would lose the others.",
        toDo: "请把右边的表移到左边的表下面，再导入。",
        "Move the right table below the left one and import again.")
    case .headerUnclear(let path, let row, let columns):
      .init(
        "header_unclear", .badData,
        "\(path)：第 \(row) 行又是一个表头，列的位置变了，但缺少 \(columns.joined(separator: "、"))",
        "\(path): row \(row) is another header with its columns elsewhere, and it lacks \(columns.joined(separator: ", "))",
        why: "不知道它下面的行该怎么读。", "Nobody can say how the rows below it are to be read.",
        toDo: "请补全这个表头，或把下面的行移到与上面相同的列。",
        "Complete that header, or move the rows below it into the columns of those above.")
    case .headersMany(let path):
      .init(
        "headers_many", .badData, "\(path)：表里有太多不同的表头",
        "\(path): too many different headers stand among the rows",
        why: "列的位置一再变动，无法确定每一行怎么读。",
        "The columns keep moving, so that no row can be read with certainty.",
        toDo: "请把各部分另存为单独的文件。", "Save the parts as files of their own.")
    case .headerShort(let path):
      .init(
        "header_short", .badData, "\(path)：多数行的列数比表头多",
        "\(path): most rows have more fields than the header",
        why: "表头像是少了一列，后面的值都会错位。",
        "The header seems to lack a column, so that all values behind it are in the wrong one.",
        toDo: "请对照数据补全表头，再导入。", "Complete the header and import again.")
    case .headerLong(let path):
      .init(
        "header_long", .badData, "\(path)：各行的列数都比表头少，值像是错了一列",
        "\(path): all rows have fewer fields than the header, and their values seem to be moved",
        why: "表头像是多了一列，后面的值都会错位。",
        "The header seems to have a column too many, so that all values behind it are in the wrong one.",
        toDo: "请对照数据删去表头里多出的一列，再导入。",
        "Take the column that the rows lack out of the header and import again.")
    case .nothingFits(let path, let rows):
      .init(
        "nothing_fits", .badData, "\(path)：前 \(rows) 行没有一行能接收，没有再读下去",
        "\(path): none of the first \(rows) rows can be accepted; the rest was not read",
        why: "多半是选错了表的种类，列与表头对不上，或街道表还没有导入。",
        "Probably it is another kind of sheet, or the sheet of offices is still to come.",
        toDo: "请打开文件对照表头看前几行，改好后再导入；什么都没有存入。",
        "Compare the first rows with the header, mend the file and import again; nothing was stored."
      )
    case .rowWrong(let path, let column, let finding):
      .init(
        finding.code.rawValue, .badData,
        "\(path) 第 \(finding.row) 行\(column)「\(finding.value)」：\(finding.code.wrong.zh)",
        "\(path) row \(finding.row) \(column) [\(finding.value)]: \(finding.code.wrong.en)",
        why: "这张表要整张使用，少一行结果就不对。",
        "The sheet counts as a whole; a row less would be wrong.", toDo: finding.code.remedy)
    case .officeGone(let code):
      .init(
        "office_gone", .badData, "街道 \(code) 不在街道表中",
        "The office \(code) is not in the table of offices",
        why: "有人报了这个街道；写有它的街道表大概已经撤回。",
        "Somebody applied there; the sheet that named it was probably taken back.",
        toDo: "请重新导入写有该街道的街道表。", "Take the sheet of offices that names it in again.")
    case .workbook(let path, let error):
      .init(
        error.code, error.status, "\(path)：\(error.happened.zh)", "\(path): \(error.happened.en)",
        why: error.reason, toDo: error.remedy)
    }
  }

  private static func letters(_ columns: [Int]) -> String {
    columns.map { Finding.letters(ofColumn: $0) }.joined(separator: " ")
  }
}

extension IntakeError.UnreadReason {
  fileprivate var wording: Bilingual {
    switch self {
    case .columnsMissing(let columns):
      Bilingual(
        zh: "它像是同一种表，但缺少必需的列 \(columns.joined(separator: "、"))",
        en: "it looks like the same kind of sheet and lacks \(columns.joined(separator: ", "))")
    case .rowsUnlike(let row):
      Bilingual(
        zh: "它没有表头，从第 \(row) 行起有的行像是接着前面的表，有的不像",
        en:
          "it has no header, and from row \(row) on some rows continue the other worksheet and some do not"
      )
    case .holdsPeople(let row):
      Bilingual(
        zh: "找不到表头，而第 \(row) 行有身份证号",
        en: "it has no header, and an identity number stands in row \(row)")
    case .sample:
      Bilingual(
        zh: "名称像是示例，却有填好的行", en: "its name is that of a sample, and it has rows")
    }
  }
}
