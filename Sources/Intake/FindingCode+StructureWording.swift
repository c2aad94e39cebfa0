import Model

extension FindingCode {
  /// What the structure of a sheet tells.
  static func structureWording(_ code: FindingCode) -> (Bilingual, Guidance) {
    switch code {
    case .rowShifted:
      pair(
        "这一行的列数与表头不同，值像是错了一列",
        "The row has another number of fields than the header, and its values seem to be one column off",
        "请对照表头逐格核对这一行，补上或删去多出的分隔符",
        "Compare the row with the header cell by cell; add or delete a separator")
    case .rowsMerged:
      pair(
        "一格里还有别人的号码，几行或几格并成了一格",
        "The cell holds somebody's number beside other text; rows or cells have run together",
        "请检查这一行的引号，把各行分开后再导入",
        "Check the quotation marks of the row, part the rows and import again")
    case .personOutsideTable:
      pair(
        "表头没有管到的地方有一个身份证号，可能是另一个人",
        "An identity number stands where no header is; it may be another person",
        "请把这个人移到单独的一行，或给这一列加表头",
        "Move that person to a row of their own, or give the column a header")
    case .rowStillWaits:
      pair(
        "与一行还在暂缓的完全相同；那一行仍在等待决定",
        "The row equals one that is held and still waits for a decision",
        "请用 \(.decide) 决定保留哪一行", "Settle which row to keep with \(.decide)")
    case .rowChanged:
      pair(
        "与已接收的同一个人（报名序号和身份证号都相同）内容不同；先前的内容仍然有效",
        "Other facts of a person who is accepted (both numbers are the same); the earlier facts count",
        "请 \(.confirmChanges)", "Let them count: \(.confirmChanges)")
    case .updateKeyUnknown:
      pair(
        "没有收过这一行要更正的内容", "Nothing came in yet that this row could correct",
        "请核对这一行的编号", "Check the number of the row")
    case .columnUntitled:
      pair(
        "这一列没有表头，内容未使用", "The column has no header; what stands in it was left alone",
        "如应使用，请补上表头", "If it should count, give it a header")
    case .fieldsDiffer:
      pair(
        "从这一行起，列数与表头不同；多出的是空的，缺的按空白处理",
        "From this row on rows have another number of fields than the header; further ones are blank, "
          + "missing ones count as blank",
        "请核对各列有没有错位", "Check that every value stands in its column")
    case .rowCut:
      pair(
        "文件末尾没有换行，最后一行可能被截断",
        "No line end follows the last row; it may have been cut off",
        "请核对这一行和文件是否完整", "Check that the row and the file are complete")
    case .quoteInside:
      pair(
        "没有加引号的格子里有引号，照原样读取",
        "A cell that is not quoted holds a quotation mark; it was read as it stands",
        "请核对这一行各格有没有多出引号", "Check the row's cells for stray quotation marks")
    case .rowAboveHeader:
      pair(
        "这一行在表头之上，按表头的各列读取", "The row stands above the header and was read by its columns",
        "请核对；排序时不要连表头一起排", "Check it; leave the header out when sorting")
    default: leftOutWording(code)
    }
  }

  /// What was left out of a sheet.
  private static func leftOutWording(_ code: FindingCode) -> (Bilingual, Guidance) {
    switch code {
    case .worksheetUnread:
      pair(
        "这张工作表不是这种表，未读", "The worksheet holds something else and was not read",
        "如应导入，请另存为单独的文件", "If it should count, save it as a file of its own")
    case .worksheetContinued:
      pair(
        "这张工作表没有同样的表头，按前面工作表的各列读取",
        "The worksheet has no header of its own and was read by the columns of the others",
        "请核对；最好补上表头", "Check it; better give it a header")
    case .headerUnderstood:
      pair(
        "列名与表样不完全相同，已按相近的列理解", "The header is not quite a known one and was understood",
        "请核对理解得对不对", "Check that it was understood rightly")
    case .headerRepeated:
      pair("这一行是重复的表头，未计入", "The header once more; it was left out", "不必处理", "Nothing to do")
    case .footerLeftOut:
      pair(
        "这一行是落款、说明或标题，未计入", "A signature, a note or a title; it was left out", "不必处理",
        "Nothing to do")
    case .sampleLeftOut:
      pair(
        "这一行是填表示例，未计入", "The row is a sample of how to fill the sheet in and was left out",
        "如果是真人，请改掉“示例”字样", "If it is a real person, take the word for sample out")
    case .blankRowLeftOut:
      pair(
        "从这一行起的空行只有序号或空格，未计入",
        "Blank rows from here on have a number or spaces only and were left out",
        "不必处理", "Nothing to do")
    case .outsideLeftOut:
      pair(
        "这一行只有表外的文字，未计入", "The row is filled outside the table only and was left out",
        "如果是数据，请移到表内的列", "If it is data, move it into the columns of the table")
    default: valueWording(code)
    }
  }
}
