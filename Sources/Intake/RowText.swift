import Model

/// What texts say that stand among data and are none.
enum RowText {
  /// A text without white space and what cannot be seen, compatibility forms folded.
  static func folded(_ text: String) -> String { HeaderNames.key(text) }

  private static let totals = ["合计", "总计", "小计", "共计", "汇总", "累计", "总数", "合计数"]

  /// The characters one of which stands in each of these, and in 共 12 人.
  private static let totalMarks = Set("计汇累总共".unicodeScalars)

  /// Whether a text names totals: 合计, 本页小计, 全区汇总, 总人数：12, 共 12 人.
  static func isTotal(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: totalMarks.contains) else { return false }
    let text = text.filter { !":.;,。()".contains($0) }
    let unit = ["人次", "人", "名", "条", "行", "户"].first { text.hasSuffix($0) } ?? ""
    let counted = text.dropLast(unit.count)
    let digits = counted.reversed().prefix { $0.isNumber }.count
    if digits > 0, !unit.isEmpty,
      ["共", "共计", "共有"].contains(where: counted.dropLast(digits).hasSuffix)
    {
      return true
    }
    let word = digits > 0 ? counted.dropLast(digits) : text[...]
    let bare = word.hasSuffix("人数") ? word.dropLast(2) : word
    return word == "总人数" || bare.count <= 12 && totals.contains(where: bare.hasSuffix)
  }

  /// Whether any cell of a row says so.
  static func marksSample(_ row: Int, of rows: RowBatch) -> Bool {
    (0..<rows.columns).contains { isSample(folded(rows.text(row: row, column: $0))) }
  }

  private static let samples = ["示例", "样例", "范例", "填写示例", "填报示例", "填表示例", "举例", "例如", "样本", "模板"]

  /// Whether a text says that its row only shows how to fill the sheet in: 示例, （例）, 例：张三.
  static func isSample(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: { $0 == "例" || $0 == "样" || $0 == "模" }) else {
      return false
    }
    let bare = text.drop { "([【<《".contains($0) }
    if samples.contains(where: bare.hasPrefix) {
      // 范 is a family name.
      return !bare.hasPrefix("范例") || bare.dropFirst(2).first?.isLetter != true && bare.count > 2
    }
    if bare.hasPrefix("例") {
      let rest = bare.dropFirst()
      return rest.isEmpty || rest.first.map { ":)]】>.、0123456789".contains($0) } == true
    }
    return ["(例)", "[例]", "【例】"].contains { text.hasSuffix($0) }
      || samples.contains { word in
        ["(\(word))", "[\(word)]", "【\(word)】"].contains { text.hasSuffix($0) }
      }
  }

  /// Whether a name begins or ends as a sample does: with one of 例示样填举 or a bracket.
  @inline(__always)
  static func mayBeSample(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = bytes.count
    if bytes[0] == 0x28 || bytes[0] == 0x5B || bytes[end - 1] == 0x29 { return true }
    let first = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
    let last = UInt32(bytes[end - 3]) << 16 | UInt32(bytes[end - 2]) << 8 | UInt32(bytes[end - 1])
    switch first {
    case 0xE4_BE8B, 0xE7_A4BA, 0xE6_A0B7, 0xE5_A1AB, 0xE4_B8BE, 0xE8_8C83, 0xEF_BC88, 0xE3_8090:
      return true
    default: return last == 0xEF_BC89 || last == 0xE3_8091
    }
  }

  /// Whether a text may say so anywhere: it holds 例, 样 or 模, or forms that are yet to be folded.
  static func mayNameSample(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 3 else { return false }
    return (0..<bytes.count - 2).contains { index in
      switch bytes[index] {
      case 0xEF: true
      case 0xE4: bytes[index + 1] == 0xBE && bytes[index + 2] == 0x8B
      case 0xE6:
        bytes[index + 1] == 0xA0 && bytes[index + 2] == 0xB7
          || bytes[index + 1] == 0xA8 && bytes[index + 2] == 0xA1
      default: false
      }
    }
  }

  private static let signatures = [
    "制表", "填表", "填报", "审核", "复核", "审批", "核对", "负责人", "经办", "单位负责", "分管领导", "主管领导", "领导签",
    "签字", "签名", "签章", "盖章", "公章", "(盖章", "(公章", "(签字", "单位(盖章", "单位盖章", "报送单位", "报送日期", "报送人",
    "上报单位", "上报日期", "上报人", "填写日期", "填写人", "录入人", "打印日期", "打印时间", "报表人", "统计人", "审定", "审签",
    "以下空白", "以下无正文", "此行以下", "本表", "此表", "填写说明", "注意事项", "温馨提示", "特此", "※", "☆", "★",
  ]
  private static let labels = [
    "注", "备注", "说明", "附注", "注释", "附", "附件", "日期", "时间", "联系人", "联系电话", "电话", "单位", "科室", "部门", "地址",
    "领导", "审核人", "提示", "注意",
  ]

  private static let footerStarts = Set(
    (signatures + labels + ["第", "共"]).compactMap(\.unicodeScalars.first))

  /// Whether a text signs, dates or explains a sheet: 填表人：, 审核人, 注：, 第 1 页.
  static func isFooter(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, footerStarts.contains(first) else { return false }
    if signatures.contains(where: text.hasPrefix) { return true }
    for label in labels where text.hasPrefix(label) {
      let rest = text.dropFirst(label.count).drop { $0.isNumber }
      if let mark = rest.first, ":.、(".contains(mark) { return true }
    }
    return text.hasSuffix("页") && (text.hasPrefix("第") || text.hasPrefix("共"))
  }

  /// Whether a text is a day, or the place for one: 2024年5月20日, 年月日.
  static func isDay(_ text: String) -> Bool {
    text.allSatisfy { "年月日".contains($0) || $0.isNumber } && text.contains { !$0.isNumber }
  }

  /// Whether a text counts rows: 12, 12., 12、.
  static func isSerial(_ text: String) -> Bool {
    let digits = text.prefix { ("0"..."9").contains($0) }
    return (1...6).contains(digits.count) && ["", ".", "、"].contains(text.dropFirst(digits.count))
  }

  /// Whether a text that stands alone is a sentence, which neither a number nor a name is.
  static func isSentence(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0x80 }
      && (text.count > 20 || text.contains { "。;,!?、:".contains($0) })
  }

  private static let partTitles = [
    "街道", "镇", "乡", "地区", "区", "办事处", "街道办事处", "司法所", "名单", "报名表", "情况表",
  ]
  private static let partTitleEnds = Set(partTitles.compactMap(\.unicodeScalars.last))

  /// Whether a text that stands alone is the title of a part of a list: 一、德胜街道, 什刹海街道.
  static func isPartTitle(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return partTitleEnds.contains(last)
      && partTitles.contains { text.count > $0.count && text.hasSuffix($0) }
      || text.unicodeScalars.contains("、") && text.count <= 20
        && "一二三四五六七八九十".contains(text.prefix(1))
  }
}

extension SheetBatch {
  /// Whether an applicant's number, name or first cell says that the row is a sample; what they
  /// begin and end with decides at once for all but a few.
  @inline(__always)
  func isMarkedSample(_ row: Int) -> Bool {
    let number = bytes(ApplicantField.applicationNo.rawValue, row: row)
    if let first = number.first, first >= 0x80 || first == 0x28 || first == 0x5B {
      return Self.isSample(number)
    }
    let name = bytes(ApplicantField.name.rawValue, row: row)
    if name.count >= 3, RowText.mayBeSample(name) { return Self.isSample(name) }
    let first = rows.bytes(row: row, column: 0)
    guard columns[ApplicantField.name.rawValue] != 0, let byte = first.first, byte >= 0x80 else {
      return false
    }
    return Self.isSample(first)
  }

  private static func isSample(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    RowText.isSample(RowText.folded(String(decoding: text, as: UTF8.self)))
  }
}
