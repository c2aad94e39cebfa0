/// The parts of a Word document that every letter shares; lengths are twentieths of a point.
///
/// Source: ECMA-376 (WordprocessingML); measures after GB/T 9704-2012.
enum WordParts {
  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """

  private static let typePrefix =
    "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let linkPrefix =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  static let contentTypes: String = {
    let kinds = [
      ("document", "document.main"), ("styles", "styles"), ("settings", "settings"),
      ("fontTable", "fontTable"),
      ("head", "header"), ("foot-first", "footer"), ("foot-odd", "footer"),
      ("foot-even", "footer"),
    ]
    let parts = kinds.map {
      "<Override PartName=\"/word/\($0).xml\" ContentType=\"\(typePrefix)\($1)+xml\"/>"
    }
    return """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(parts.joined())</Types>
      """
  }()

  static let packageLinks = links([("officeDocument", "word/document.xml")])

  static let documentLinks = links([
    ("styles", "styles.xml"), ("settings", "settings.xml"), ("header", "head.xml"),
    ("footer", "foot-first.xml"), ("footer", "foot-odd.xml"), ("footer", "foot-even.xml"),
    ("fontTable", "fontTable.xml"),
  ])

  private static func links(_ targets: [(kind: String, target: String)]) -> String {
    let links = targets.enumerated().map { index, link in
      "<Relationship Id=\"r\(index + 1)\" Type=\"\(linkPrefix)\(link.kind)\" "
        + "Target=\"\(link.target)\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(links.joined())</Relationships>
      """
  }

  static let settings = """
    <w:settings \(namespaces)><w:evenAndOddHeaders/>\
    <w:characterSpacingControl w:val="compressPunctuation"/></w:settings>
    """

  /// What stands in where a computer lacks the fonts of official letters.
  static let fontTable = """
    <w:fonts \(namespaces)><w:font w:name="仿宋_GB2312"><w:altName w:val="FangSong"/>\
    <w:charset w:val="86"/><w:family w:val="roman"/></w:font><w:font w:name="方正小标宋简体">\
    <w:altName w:val="FZXiaoBiaoSong-B05S"/><w:charset w:val="86"/><w:family w:val="roman"/>\
    </w:font></w:fonts>
    """

  /// A4, type area 156 mm × 225 mm, 22 lines of 28 characters; the head stands 30 mm, the line of the
  /// first foot 20 mm from the edge.
  static let section = """
    <w:sectPr><w:headerReference w:type="first" r:id="r3"/>\
    <w:footerReference w:type="first" r:id="r4"/><w:footerReference w:type="default" r:id="r5"/>\
    <w:footerReference w:type="even" r:id="r6"/><w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="1701" \
    w:footer="1134" w:gutter="0"/><w:titlePg/>\
    <w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>
    """

  /// The thin line above the thick one at the foot of the first page, 170 mm long.
  static let firstFoot = """
    <w:ftr \(namespaces)><w:p><w:pPr><w:pStyle w:val="Foot"/><w:pBdr>\
    <w:top w:val="thinThickSmallGap" w:sz="24" w:space="1" w:color="D00000"/></w:pBdr>\
    <w:spacing w:line="20" w:lineRule="exact"/><w:ind w:left="-454" w:right="-340"/></w:pPr></w:p>\
    </w:ftr>
    """

  /// A page number between dashes, one character in from the outer edge.
  static func foot(alignment: String) -> String {
    """
    <w:ftr \(namespaces)><w:p><w:pPr><w:pStyle w:val="Foot"/>\
    <w:ind w:left="280" w:right="280"/><w:jc w:val="\(alignment)"/></w:pPr>\
    <w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE ">\
    <w:r><w:t>2</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
    """
  }

  private static func fonts(_ name: String) -> String {
    "<w:rFonts w:ascii=\"\(name)\" w:hAnsi=\"\(name)\" w:eastAsia=\"\(name)\" w:cs=\"\(name)\"/>"
  }

  private static func style(
    _ id: String, _ name: String, paragraph: String, text: String = ""
  ) -> String {
    """
    <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/>\
    <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(text)</w:rPr>\
    </w:style>
    """
  }

  static let styles: String = {
    let headline = fonts("方正小标宋简体")
    return """
      <w:styles \(namespaces)><w:docDefaults><w:rPrDefault><w:rPr>\(fonts("仿宋_GB2312"))\
      <w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr>\
      </w:rPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
      <w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:style>\
      \(style("Issuer", "发文机关标志", paragraph: """
        <w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="8" w:color="D00000"/></w:pBdr>\
        <w:spacing w:line="240" w:lineRule="auto"/><w:ind w:left="-454" w:right="-340"/>\
        <w:jc w:val="center"/>
        """, text: "\(headline)<w:color w:val=\"D00000\"/><w:spacing w:val=\"0\"/>"))\
      \(style("Number", "发文字号", paragraph: """
        <w:spacing w:before="160"/><w:jc w:val="right"/>
        """))\
      \(style("Title", "公文标题", paragraph: """
        <w:snapToGrid w:val="0"/><w:spacing w:line="660" w:lineRule="exact"/><w:jc w:val="center"/>
        """, text: "\(headline)<w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>"))\
      \(style("Flush", "主送机关", paragraph: "<w:ind w:firstLine=\"0\"/>"))\
      \(style("Text", "公文正文", paragraph: """
        <w:ind w:firstLineChars="200" w:firstLine="630"/>
        """))\
      \(style("Attached", "附件说明", paragraph: """
        <w:ind w:left="1575" w:hanging="945"/>
        """))\
      \(style("AttachedNext", "附件说明续行", paragraph: """
        <w:ind w:left="1575"/>
        """))\
      \(style("Foot", "页码", paragraph: """
        <w:spacing w:line="240" w:lineRule="auto"/>
        """, text: fonts("宋体") + "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"))\
      </w:styles>
      """
  }()
}
