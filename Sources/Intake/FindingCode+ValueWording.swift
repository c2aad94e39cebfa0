import Model

extension FindingCode {
  /// What a cell shows, what was damaged in it, and what was read kindly.
  static func valueWording(_ code: FindingCode) -> (Bilingual, Guidance) {
    switch code {
    case .birthDateWrong:
      pair(
        "出生日期认不出，或不是存在的日期", "The birth date is not readable, or not a date that exists",
        "请写成 1990-03-07 的样子；没有就空着", "Write it like 1990-03-07, or leave it blank")
    case .dateAmbiguous:
      pair(
        "这样写分不清是 1 月还是 10 月：按数字输入的 2024.10 会变成 2024.1",
        "Written so it may be January or October: 2024.10 typed as a number becomes 2024.1",
        "请写成 2024-01 或 2024-10 的样子", "Write it like 2024-01 or 2024-10")
    case .shownOtherwise:
      pair(
        "格子里显示的与实际存的不同（括号里是存的），分不清以哪个为准",
        "The cell shows something else than it holds (in brackets); which is meant is not clear",
        "请把单元格格式改为“常规”或“文本”，核对后重填",
        "Set the format to General or Text, check the value and type it again")
    case .numberBecameDate:
      pair(
        "表格软件把这里的内容当成了日期（括号里是存的日期），原来写的是什么已无从得知",
        "A spreadsheet took this for a date (in brackets, as it is held); what was typed is lost",
        "请先把这一列设为“文本”，再照原件重填",
        "Set the column to text first, then type it again from the original")
    case .rowEncodingDiffers:
      pair(
        "这一行的文字编码与文件其余部分不同，多半是从别的文件粘贴来的",
        "The row is written in another encoding than the rest of the file; most likely it was pasted",
        "请用 WPS 或 Excel 打开，重新输入这一行，另存为“CSV UTF-8”或 .xlsx",
        "Open the file in WPS or Excel, type the row anew, and save as “CSV UTF-8” or .xlsx")
    case .officeDiffers:
      pair(
        "街道代码、街道名称和区说的不是同一个街道，不知道报的是哪一个",
        "The office's code, its name and its district do not speak of the same office",
        "请核对，改正写错的一个", "Check them and correct the one that is mistaken")
    case .applicationNoPersonal:
      pair(
        "报名序号像是身份证号或手机号，会随名单公开；这一行暂缓，由人决定",
        "The application number looks like an identity or phone number, which lists would show; "
          + "the row is held for a person to decide",
        "请换一个编号再报；确是编号的，用 \(.decide) 保留",
        "Give it another number and send it again; if it is right, keep it with \(.decide)")
    case .applicationNoDamaged:
      pair(
        "报名序号像是被软件改过：成了错误提示、乱码、科学计数（2.02E+16）或带“.0”的小数",
        "A program seems to have changed the application number: an error word, lost characters, "
          + "an exponent (2.02E+16) or a needless “.0”",
        "请照原件核对；录入前把该列设为“文本”",
        "Compare it with the original; set the column to text before typing")
    case .nameIsNumber:
      pair(
        "姓名一格里是号码，值像是错了列", "A number stands where the name should; the cells seem to be moved",
        "请对照表头核对这一行", "Compare the row with the header")
    case .nameDamaged:
      pair(
        "姓名里有丢失的字（?、□、乱码），或是错误提示（如 #N/A）",
        "Characters of the name were lost (?, □, garbled), or it is an error word such as #N/A",
        "请照身份证补正；生僻字请用支持 GB 18030 的输入法录入",
        "Correct it from the identity card; rare characters need an input method with GB 18030")
    case .phoneDamaged:
      pair(
        "联系电话像是被软件改过：成了错误提示、科学计数或带“.0”的小数",
        "A program seems to have changed the phone number: an error word, an exponent or a "
          + "needless “.0”",
        "请核对；录入前把该列设为“文本”", "Check it; set the column to text before typing")
    case .officeCodeDamaged:
      pair(
        "街道代码像是被软件改过：成了错误提示、科学计数或带“.0”的小数",
        "A program seems to have changed the office's code: an error word, an exponent or a "
          + "needless “.0”",
        "请填 9 位代码；录入前把该列设为“文本”",
        "Give the nine digits; set the column to text before typing")
    case .valueDamaged:
      pair(
        "内容像是被软件改过：成了错误提示（如 #N/A）、乱码、科学计数或带“.0”的小数",
        "A program seems to have changed the value: an error word such as #N/A, lost characters, "
          + "an exponent or a needless “.0”",
        "请照原件核对，没有就空着", "Compare it with the original, or leave it blank")
    case .majorCodeZeroLost:
      pair(
        "专业代码的位数是单数，可能丢了前面的 0（如 030101 成了 30101）；照原样保留，不算法学类",
        "The code of the major has an odd number of digits; a first 0 may be lost (030101 became "
          + "30101). It is kept as it stands and counts as no law major",
        "请核对；录入前把该列设为“文本”", "Check it; set the column to text before typing")
    case .officeNameDiffers:
      pair(
        "街道名称或区不是街道表中这个代码的；按代码读取",
        "The name or the district is not that of the office's code; the code was read",
        "请核对，改正写错的一个", "Check them and correct the one that is mistaken")
    default: kindnessWording(code)
    }
  }

  private static func kindnessWording(_ code: FindingCode) -> (Bilingual, Guidance) {
    let nothing = ("不必处理", "Nothing to do")
    return switch code {
    case .invisibleRemoved:
      pair(
        "去掉了看不见的字符", "Characters that are not seen were taken out", "\(nothing.0)",
        "\(nothing.1)")
    case .characterReplaced:
      pair(
        "部首或旧编码的字已换成通用的字", "Radicals or characters of an old encoding became the usual ones",
        "请核对换后的字", "Check the result")
    case .readAsShown:
      pair(
        "按格子里显示的读取（括号里是存的）", "What the cell shows was read (in brackets: what it holds)",
        "请核对", "Check it")
    case .phoneLandline:
      pair(
        "联系电话是带区号的固定电话，照收", "The phone is a landline with its area code, and was taken",
        "有手机号的请补上", "Give a mobile number if there is one")
    case .monthsFromYears:
      pair("年数已换算成月数", "Years were turned into months", "请核对换算结果", "Check the result")
    case .noExpiry:
      pair(
        "写的是长期，按没有期限（空白）读取", "It never ends; it was read as blank, without a limit",
        "\(nothing.0)", "\(nothing.1)")
    case .hardshipByAge:
      pair(
        "“4050人员”按“大龄”读取", "“4050” was read as 大龄, older unemployed", "请核对类别",
        "Check the category")
    case .markStatusInScore:
      pair(
        "成绩格里写的是状态，按状态读取", "The cell of the mark says the status, and was read so",
        "\(nothing.0)", "\(nothing.1)")
    case .markZeroUncounted:
      pair(
        "状态说没有成绩，成绩格里的 0 不作成绩", "The status says that there is no mark; the 0 is none",
        "确是 0 分的，状态请改为有效", "Where the mark is 0 indeed, make the status 有效")
    default:
      pair(
        "街道名称没有照街道表写，按它说的街道读取",
        "The office's name is not written as in the table; the office that it names was read",
        "请核对", "Check it")
    }
  }
}
