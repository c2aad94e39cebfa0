/// What the workbook part says: its worksheets in order and its calendar.
final class WorkbookOutline: XMLVisitor {
  private let links: Relationships
  private let limit: Int
  private(set) var worksheets: [Worksheet] = []
  /// Whether day 0 is 1904-01-01, as old Macintosh workbooks have it.
  private(set) var startsIn1904 = false

  init(links: Relationships, limits: WorkbookLimits) {
    self.links = links
    limit = limits.entries
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
    if name.is("workbookPr") {
      startsIn1904 = attributes.isTrue("date1904")
    } else if name.is("sheet"), let id = attributes.relationship, let link = links.links[id],
      link.kind == "worksheet"
    {
      guard worksheets.count < limit else { throw .tooLarge(.entries) }
      worksheets.append(
        Worksheet(
          name: attributes["name"] ?? "",
          isHidden: attributes["state"].map { $0 != "visible" } ?? false,
          part: link.part))
    }
  }
}
