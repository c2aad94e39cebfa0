/// Why filled rows of a file are not among those that were read.
public enum LeftOutReason: String, Sendable, Codable, CaseIterable {
  /// Titles and notes above the header, and the titles of parts of a list.
  case title
  /// The header.
  case header
  /// The header once more, as it stands on each printed page.
  case repeatedHeader = "repeated_header"
  /// A row of totals.
  case total
  /// Signatures, footnotes and numbers of pages.
  case footer
  /// A person who only shows how to fill the sheet in.
  case sample
  /// A row that has its number and nothing else.
  case blankNumbered = "blank_numbered"
  /// A row of spaces or of characters that cannot be seen.
  case blank
  /// A row that is filled only outside the table's columns.
  case outside
  /// A worksheet that holds something else.
  case worksheet

  /// The name for people.
  public var name: Bilingual {
    switch self {
    case .title: Bilingual(zh: "标题", en: "titles")
    case .header: Bilingual(zh: "表头", en: "header")
    case .repeatedHeader: Bilingual(zh: "重复的表头", en: "repeated headers")
    case .total: Bilingual(zh: "合计", en: "totals")
    case .footer: Bilingual(zh: "落款和说明", en: "signatures and notes")
    case .sample: Bilingual(zh: "示例", en: "samples")
    case .blankNumbered: Bilingual(zh: "只有序号", en: "numbered but blank")
    case .blank: Bilingual(zh: "只有空格", en: "spaces only")
    case .outside: Bilingual(zh: "表外文字", en: "outside the table")
    case .worksheet: Bilingual(zh: "未读的工作表", en: "worksheet not read")
    }
  }
}

/// Filled rows that were left out of a worksheet, or of a text, for one reason.
public struct LeftOutRows: Sendable, Hashable, Codable {
  /// The worksheet; nil in a text.
  public let worksheet: String?
  /// Why.
  public let reason: LeftOutReason
  /// How many rows.
  public internal(set) var rows: Int

  /// Counts rows that were left out.
  public init(worksheet: String?, reason: LeftOutReason, rows: Int) {
    self.worksheet = worksheet
    self.reason = reason
    self.rows = rows
  }
}
