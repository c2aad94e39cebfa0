import Foundation
import Tabular

extension OfficialLetter {
  /// Writes the letter as a `.docx` that a clerk can edit; the same letter gives the same bytes.
  /// - Throws: `PackageError.unwritable`, `TabularError`.
  public func writeWord(to path: String) throws {
    let folder = try DraftFolder(beside: path)
    var files: [(name: String, path: String)] = []
    for (index, part) in parts.enumerated() {
      let place = folder.path + "/" + String(index)
      try OutputFile.write(Array((Self.declaration + part.xml).utf8), to: place)
      files.append((part.name, place))
    }
    try ZipFile.write(files, to: folder.path + "/letter")
    try folder.publish("letter", as: path)
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// The parts of the document in the order in which Word expects them.
  private var parts: [(name: String, xml: String)] {
    [
      ("[Content_Types].xml", WordParts.contentTypes), ("_rels/.rels", WordParts.packageLinks),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", WordParts.documentLinks),
      ("word/styles.xml", WordParts.styles), ("word/settings.xml", WordParts.settings),
      ("word/fontTable.xml", WordParts.fontTable),
      ("word/head.xml", head), ("word/foot-first.xml", WordParts.firstFoot),
      ("word/foot-odd.xml", WordParts.foot(alignment: "right")),
      ("word/foot-even.xml", WordParts.foot(alignment: "left")),
    ]
  }

  private var document: String {
    let blank = Self.paragraph("", "")
    var body =
      [Self.paragraph("Number", number), blank, blank, headline, blank]
      + [Self.paragraph("Flush", addressee + "：")] + paragraphs.map { Self.paragraph("Text", $0) }
    if !attachments.isEmpty {
      body.append(blank)
      // Later lines begin under the name of the first attachment.
      body += attachmentLines.map {
        Self.paragraph($0.label.isEmpty ? "AttachedNext" : "Attached", $0.label + $0.text)
      }
    }
    body += [blank, signed(issuer, keepsNext: true), signed(date.chinese)]
    if let note { body.append(Self.paragraph("Text", note)) }
    return """
      <w:document \(WordParts.namespaces)><w:body>\(body.joined())\(WordParts.section)</w:body>\
      </w:document>
      """
  }

  private var head: String {
    """
    <w:hdr \(WordParts.namespaces)><w:p><w:pPr><w:pStyle w:val="Issuer"/></w:pPr><w:r><w:rPr>\
    <w:sz w:val="\(issuerSize * 2)"/><w:szCs w:val="\(issuerSize * 2)"/></w:rPr>\
    <w:t>\(issuer.escaped)</w:t></w:r></w:p></w:hdr>
    """
  }

  /// The title, in lines of about the same length; twenty characters fill a line.
  private var headline: String {
    let lines = (title.width / 20).rounded(.up)
    let inset = Int((20 - (title.width / lines).rounded(.up) - 1) / 2 * 440)
    return """
      <w:p><w:pPr><w:pStyle w:val="Title"/><w:ind w:left="\(max(0, inset))" \
      w:right="\(max(0, inset))"/></w:pPr>\(Self.run(title))</w:p>
      """
  }

  /// A line of the signature, centred in a column as wide as the name or the date.
  private func signed(_ text: String, keepsNext: Bool = false) -> String {
    let width = max(issuer.width, date.chinese.width)
    // A character is 15.75 points; a point more keeps the longer line from breaking.
    let right = Int(signatureInset * 315)
    let left = max(0, 8820 - right - Int(width * 315) - 40)
    return """
      <w:p><w:pPr><w:pStyle w:val="Flush"/>\(keepsNext ? "<w:keepNext/>" : "")\
      <w:ind w:left="\(left)" w:right="\(right)"/><w:jc w:val="center"/></w:pPr>\(Self.run(text))</w:p>
      """
  }

  private static func paragraph(_ style: String, _ text: String) -> String {
    let properties = style.isEmpty ? "" : "<w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
    return "<w:p>\(properties)\(text.isEmpty ? "" : run(text))</w:p>"
  }

  private static func run(_ text: String) -> String {
    "<w:r><w:t xml:space=\"preserve\">\(text.escaped)</w:t></w:r>"
  }
}
