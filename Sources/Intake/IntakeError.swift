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
  /// A caseload sheet has a column that looks like a subject's name or number.
  case subjectsAsPersons(path: String, kind: SheetKind, column: String)
  /// Several worksheets of a workbook have a header and rows.
  case worksheetsSeveral(path: String, names: [String])
  /// The register holds an applicant of an office that the table of offices lacks.
  case officeGone(code: String)
  /// A row breaks a rule in a sheet of which every row is needed.
  case rowWrong(path: String, column: String, Finding)
  /// A workbook cannot be read.
  case workbook(path: String, WorkbookError)

  /// A stable name in `snake_case`.
  public var code: String {
    switch self {
    case .headerNotFound: "header_not_found"
    case .columnsMissing: "column_missing"
    case .noRows: "no_rows"
    case .subjectsAsPersons: "subjects_as_persons"
    case .worksheetsSeveral: "worksheets_several"
    case .rowWrong(_, _, let finding): finding.code.rawValue
    case .officeGone: "office_gone"
    case .workbook(_, let error): error.code
    }
  }

  /// How the command ends.
  public var status: ExitStatus {
    if case .workbook(_, let error) = self { error.status } else { .badData }
  }

  /// Runs something that reads a workbook, and names the file where it fails.
  static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as WorkbookError {
      throw IntakeError.workbook(path: path, error)
    }
  }

  /// What happened.
  public var happened: Bilingual {
    switch self {
    case .officeGone(let code):
      return Bilingual(
        zh: "街道 \(code) 不在街道表中", en: "The office \(code) is not in the table of offices")
    case .rowWrong(let path, let column, let finding):
      return Bilingual(
        zh: "\(path) 第 \(finding.row) 行\(column)「\(finding.value)」：\(finding.code.wrong.zh)",
        en: "\(path) row \(finding.row) \(column) [\(finding.value)]: \(finding.code.wrong.en)")
    case .headerNotFound(let path, let seen):
      let row = seen.joined(separator: "｜")
      return Bilingual(
        zh: "\(path)：前十行里没有找到表头。第一行是：\(row)",
        en: "\(path): none of the first ten rows is a header. The first row reads: \(row)")
    case .worksheetsSeveral(let path, let names):
      return Bilingual(
        zh: "\(path)：有 \(names.count) 张工作表都有表头和数据：\(names.joined(separator: "、"))",
        en: "\(path): \(names.count) worksheets have a header and rows: "
          + names.joined(separator: ", "))
    case .workbook(let path, let error):
      return Bilingual(
        zh: "\(path)：\(error.happened.zh)", en: "\(path): \(error.happened.en)")
    case .columnsMissing(let path, let kind, let columns, _):
      return Bilingual(
        zh: "\(path)：缺少必需的列：\(columns.joined(separator: "、"))",
        en: "\(path): the \(kind.rawValue) sheet lacks \(columns.joined(separator: ", "))")
    case .noRows(let path):
      return Bilingual(
        zh: "\(path)：只有表头，没有数据行", en: "\(path): there is a header and no row below it")
    case .subjectsAsPersons(let path, _, let column):
      return Bilingual(
        zh: "\(path)：有一列“\(column)”，像是社区矫正对象个人的信息",
        en: "\(path): the column “\(column)” looks like a subject's personal data")
    }
  }

  /// Why that is wrong.
  public var reason: Bilingual {
    switch self {
    case .officeGone:
      Bilingual(
        zh: "有人报了这个街道；它所在的街道表大概已经撤回。",
        en: "Somebody applied there; the sheet that named it was probably taken back.")
    case .rowWrong:
      Bilingual(
        zh: "这张表要整张使用，少一行结果就不对。", en: "The sheet counts as a whole; a row less would be wrong.")
    case .headerNotFound:
      Bilingual(
        zh: "没有表头就不知道哪一列是什么；分隔符不是逗号、制表符或分号时也会这样。",
        en: "Without a header no column has a meaning; a separator other than comma, tab or "
          + "semicolon looks the same.")
    case .worksheetsSeveral:
      Bilingual(
        zh: "只收其中一张会漏掉其余的人。", en: "Taking one of them would lose the others.")
    case .workbook(_, let error): error.reason
    case .columnsMissing(_, _, _, let kind?):
      Bilingual(
        zh: "它像是另一种表：\(kind.title.zh)（\(kind.rawValue)）。",
        en: "It looks like another kind of sheet: \(kind.rawValue).")
    case .columnsMissing:
      Bilingual(
        zh: "没有这些列，这张表的每一行都不完整。",
        en: "Without them every row of the sheet is incomplete.")
    case .noRows:
      Bilingual(zh: "没有可以导入的内容。", en: "There is nothing to take in.")
    case .subjectsAsPersons:
      Bilingual(
        zh: "本系统只收人数和案件代号；社区矫正对象的个人信息不得进入。",
        en: "Only counts and case pseudonyms are taken; subjects never appear as persons.")
    }
  }

  /// What to do now.
  public var remedy: Bilingual {
    switch self {
    case .officeGone:
      Bilingual(zh: "请重新导入写有该街道的街道表。", en: "Take the sheet of offices that names it in again.")
    case .rowWrong(_, _, let finding): finding.code.remedy
    case .headerNotFound:
      Bilingual(
        zh: "请对照 xieguan template 给出的表样改表头，另存后再导入。",
        en: "Compare it with the sheet that `xieguan template` writes, save and import again.")
    case .worksheetsSeveral:
      Bilingual(
        zh: "请把每张工作表另存为一个文件，或删去不该收的工作表。",
        en: "Save each worksheet as a file of its own, or delete those that should not count.")
    case .workbook(_, let error): error.remedy
    case .columnsMissing(_, _, _, let kind?):
      Bilingual(
        zh: "如果是，请用 xieguan import \(kind.rawValue) 导入。",
        en: "If it is, take it in with `xieguan import \(kind.rawValue)`.")
    case .columnsMissing(_, let kind, _, _):
      Bilingual(
        zh: "请补上这些列（表样：xieguan template \(kind.rawValue)）后再导入。",
        en: "Add them (see `xieguan template \(kind.rawValue)`) and import again.")
    case .noRows:
      Bilingual(zh: "请向报送单位要一份有数据的表。", en: "Ask the sender for the sheet with its rows.")
    case .subjectsAsPersons:
      Bilingual(
        zh: "请删去这一列再导入。", en: "Delete the column and import again.")
    }
  }
}
