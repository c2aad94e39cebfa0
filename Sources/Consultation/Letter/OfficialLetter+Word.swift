import Foundation
import Tabular

extension OfficialLetter {
  /// Writes the letter as a `.docx` that a clerk can edit; the same letter gives the same bytes.
  /// - Throws: `PackageError.unwritable`, `TabularError`.
  public func writeWord(to path: String) throws {
    let folder = URL(fileURLWithPath: path + ".parts")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [(name: String, path: String)] = []
    for (index, part) in parts.enumerated() {
      let place = folder.appending(path: String(index)).path
      try OutputFile.write(Array((Self.declaration + part.xml).utf8), to: place)
      files.append((part.name, place))
    }
    try ZipFile.write(files, to: path)
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// The parts of the document in the order in which Word expects them.
  private var parts: [(name: String, xml: String)] {
    [
      ("[Content_Types].xml", WordParts.contentTypes), ("_rels/.rels", WordParts.packageLinks),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", WordParts.documentLinks),
      ("word/styles.xml", WordParts.styles), ("word/settings.xml", WordParts.settings),
      ("word/head.xml", head), ("word/foot-first.xml", WordParts.firstFoot),
      ("word/foot-odd.xml", WordParts.foot(alignment: "right")),
      ("word/foot-even.xml", WordParts.foot(alignment: "left")),
    ]
  }

  private var document: String {
    let blank = Self.paragraph("", "")
    var body =
      [Self.paragraph("Number", number), blank, blank, Self.paragraph("Title", title), blank]
      + [Self.paragraph("Flush", addressee + "：")] + paragraphs.map { Self.paragraph("Text", $0) }
    if !attachments.isEmpty {
      body.append(blank)
      // Later lines begin under the name of the first attachment.
      body += attachmentLines.map {
        Self.paragraph($0.label.isEmpty ? "AttachedNext" : "Attached", $0.label + $0.text)
      }
    }
    // The name is centred over the date, which ends four characters before the edge.
    let width = max(issuer.count, date.chinese.count)
    body += [
      blank, blank, Self.signed(issuer, width: width), Self.signed(date.chinese, width: width),
    ]
    if let note { body.append(Self.paragraph("Text", note)) }
    return """
      <w:document \(WordParts.namespaces)><w:body>\(body.joined())\(WordParts.section)</w:body>\
      </w:document>
      """
  }

  private var head: String {
    """
    <w:hdr \(WordParts.namespaces)>\(Self.paragraph("Issuer", issuer))</w:hdr>
    """
  }

  /// A line of the signature: centred in a column that ends four characters before the edge.
  private static func signed(_ text: String, width: Int) -> String {
    let left = 28 - 4 - width
    let place =
      "<w:ind w:leftChars=\"\(left * 100)\" w:left=\"\(left * 316)\" "
      + "w:rightChars=\"400\" w:right=\"1264\"/>"
    return """
      <w:p><w:pPr><w:pStyle w:val="Flush"/><w:keepLines/>\(place)<w:jc w:val="center"/></w:pPr>\
      \(run(text))</w:p>
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
