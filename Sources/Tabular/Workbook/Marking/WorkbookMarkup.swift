/// Words of the markup that workbooks are made of.
enum WorkbookMarkup {
  /// The namespace of relationships within parts.
  static func relationships(isStrict: Bool) -> String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  /// The namespace of spreadsheets.
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  /// What every part of ours begins with.
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
}

extension String {
  /// The text as a cell or a comment holds it: what markup means something by is escaped, and what
  /// XML cannot hold gives way.
  var asCellMarkup: String {
    var text = WorkbookWriter.clean(self)
    if text.contains("_x") { text = text.replacing("_x", with: "_x005F_x") }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}

/// Puts children behind the others of an element, and counts them.
final class ChildAppender: XMLRewriter.Editor {
  private let element: Substring
  private let depth: Int
  private let children: (_ prefix: String) -> String
  /// What each start tag in the element said, for whoever wants to know.
  private let hear: (XMLRewriter.Tag) -> Void

  /// - Parameters:
  ///   - element: the element's name without its prefix.
  ///   - depth: how many elements are around it.
  ///   - hear: sees every start tag before the element ends.
  ///   - children: what is put in.
  init(
    to element: Substring, depth: Int, hear: @escaping (XMLRewriter.Tag) -> Void = { _ in },
    _ children: @escaping (_ prefix: String) -> String
  ) {
    self.element = element
    self.depth = depth
    self.hear = hear
    self.children = children
  }

  private var wasEmpty = false

  func start(_ tag: XMLRewriter.Tag, _ copy: XMLRewriter) {
    hear(tag)
    guard tag.depth == depth, tag.name == element, tag.isEmpty else { return }
    var raw = copy.rawTag
    raw.replaceSubrange((raw.count - 2)..., with: Array(">".utf8))
    copy.replace(raw)
    wasEmpty = true
  }

  func end(_ name: Substring, depth: Int, _ copy: XMLRewriter) {
    guard depth == self.depth, name == element else { return }
    copy.insert(children(copy.prefix) + (wasEmpty ? "</\(copy.prefix)\(element)>" : ""))
  }
}
