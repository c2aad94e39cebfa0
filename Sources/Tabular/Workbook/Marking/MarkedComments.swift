import Foundation

/// The comments of a worksheet and the boxes in which they show, ours beside the sender's own.
struct MarkedComments {
  /// How many cells get a comment; beyond that a spreadsheet takes too long to open, and the texts
  /// beside the rows say the same.
  static let limit = 10_000
  private static let author = "协管"
  /// About so many Chinese characters fill a line of a box.
  private static let lineLength = 18

  /// A comment on one cell.
  private struct Comment {
    let row: Int
    let column: Int
    let text: String

    var reference: String { CellReference.name(column: column, row: row) }

    /// How many rows of ordinary height the box covers.
    var height: Int {
      let lines = text.split(separator: "\n").map { $0.count / lineLength + 1 }.reduce(0, +)
      return min(lines + 1, 30)
    }
  }

  private let comments: [Comment]

  init(_ marks: [WorkbookMark]) {
    var texts: [String] = []
    var cells: [(row: Int, column: Int)] = []
    let sorted = marks.enumerated().sorted {
      ($0.element.row, $0.element.column, $0.offset) < (
        $1.element.row, $1.element.column, $1.offset
      )
    }
    for (_, mark) in sorted {
      if let last = cells.last, last == (mark.row, mark.column) {
        texts[texts.count - 1] += "\n" + mark.message
      } else {
        guard cells.count < Self.limit else { break }
        cells.append((mark.row, mark.column))
        texts.append(mark.message)
      }
    }
    comments = zip(cells, texts).map { Comment(row: $0.row, column: $0.column, text: $1) }
  }

  /// A part of comments that has ours alone.
  var part: [UInt8] {
    XMLRewriter.references(
      WorkbookMarkup.declaration + "<comments xmlns=\"\(WorkbookMarkup.main)\"><authors><author>"
        + Self.author + "</author></authors><commentList>"
        + comments.map { Self.markup($0, author: 0, "") }.joined() + "</commentList></comments>")
  }

  /// The sender's own comments with ours among them; where a cell has one, ours goes on in it.
  ///
  /// What an earlier copy said is taken out.
  func added(to part: [UInt8]) throws(WorkbookError) -> [UInt8] {
    try XMLRewriter.copy(part, editing: Adder(comments))
  }

  private static func markup(_ comment: Comment, author: Int, _ prefix: String) -> String {
    "<\(prefix)comment ref=\"\(comment.reference)\" authorId=\"\(author)\"><\(prefix)text>"
      + run(comment.text, prefix) + "</\(prefix)text></\(prefix)comment>"
  }

  private static func run(_ text: String, _ prefix: String) -> String {
    "<\(prefix)r><\(prefix)t xml:space=\"preserve\">\(text.asCellMarkup)</\(prefix)t></\(prefix)r>"
  }

  private final class Adder: XMLRewriter.Editor {
    private var rest: [String: Comment]
    private let order: [Comment]
    private var authors = 0
    /// The authors whose comments an earlier copy has got.
    private var own: Set<Int> = []
    /// The cells whose comments are taken out, and those that keep one.
    private(set) var (dropped, kept): (Set<String>, Set<String>) = ([], [])
    private var current: Comment?

    init(_ comments: [Comment]) {
      order = comments
      rest = Dictionary(
        comments.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func start(_ tag: XMLRewriter.Tag, _ copy: XMLRewriter) {
      if tag.name == "author" { authorStart = copy.position }
      guard tag.name == "comment", let cell = tag["ref"] else { return }
      copy.settleBefore()
      if own.contains(tag["authorId"].flatMap { Int($0) } ?? -1) {
        copy.isDropping = true
        dropped.insert(cell)
      } else {
        kept.insert(cell)
        commentStart = copy.position
        current = rest.removeValue(forKey: cell)
      }
    }

    private var authorStart = 0
    private var commentStart = 0

    func end(_ name: Substring, depth: Int, _ copy: XMLRewriter) {
      switch name {
      case "author":
        copy.settleAfter()
        let name = copy.text(from: authorStart)
        let forms = [Array(author.utf8), XMLRewriter.references(author)]
        if forms.contains(where: { name.contains(">\(String(decoding: $0, as: UTF8.self))<") }) {
          own.insert(authors)
        }
        authors += 1
      case "authors":
        copy.insert("<\(copy.prefix)author>\(MarkedComments.author)</\(copy.prefix)author>")
      case "text":
        copy.settleBefore()
        // A copy that comes again may say so already.
        if let current,
          !copy.text(from: commentStart).contains(
            String(decoding: XMLRewriter.references(current.text.asCellMarkup), as: UTF8.self)),
          !copy.text(from: commentStart).contains(current.text.asCellMarkup)
        {
          copy.insert(run("\n" + current.text, copy.prefix))
        }
        current = nil
      case "comment":
        copy.settleAfter()
        copy.isDropping = false
      case "commentList":
        copy.insert(
          order.filter { rest[$0.reference] != nil }
            .map { markup($0, author: authors, copy.prefix) }.joined())
      default: break
      }
    }
  }

  // MARK: - Boxes

  private static let shapeType = """
    <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" \
    path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
    <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
    """
  private static let namespaces = """
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:x="urn:schemas-microsoft-com:office:excel"
    """

  /// A drawing that has the boxes of our comments alone.
  var drawing: [UInt8] {
    Array(
      ("<xml \(Self.namespaces)><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/>"
        + "</o:shapelayout>\(Self.shapeType)\(boxes(comments, from: 1025))</xml>").utf8)
  }

  /// A drawing of the sender's with our boxes behind the others; it may be no sound XML.
  /// - Parameter own: the sender's comments, whose cells have a box already.
  func added(toDrawing part: [UInt8], of own: [UInt8]) throws(WorkbookError) -> [UInt8] {
    let cells = Adder([])
    _ = try XMLRewriter.copy(own, editing: cells)
    let drawing = String(decoding: XMLRewriter.utf8(part), as: UTF8.self)
      .replacing(#/<v:shape .*?<\/v:shape>/#.dotMatchesNewlines()) { shape in
        let place = ["Row", "Column"].map { name in
          shape.output.firstRange(of: "<x:\(name)>").flatMap { start in
            Int(shape.output[start.upperBound...].prefix { $0.isNumber })
          } ?? -1
        }
        let cell = CellReference.name(column: place[1] + 1, row: place[0] + 1)
        return cells.dropped.contains(cell) ? "" : shape.output
      }
    guard let end = drawing.range(of: "</xml>", options: .backwards) else { return part }
    let numbers = drawing.matches(of: /_x0000_s([0-9]{1,8})/).compactMap { Int($0.1) }
    let new = comments.filter { !cells.kept.contains($0.reference) }
    let hasType = drawing.contains("id=\"_x0000_t202\"")
    let hasNames = ["xmlns:v=", "xmlns:o=", "xmlns:x="].allSatisfy(drawing.contains)
    let shapes = (hasType ? "" : Self.shapeType) + boxes(new, from: (numbers.max() ?? 1024) + 1)
    return Array(
      (drawing[..<end.lowerBound]
        + (hasNames
          ? shapes : shapes.replacing(#/<v:shape(?:type)? /#) { "\($0.output)\(Self.namespaces) " })
        + drawing[end.lowerBound...]).utf8)
  }

  private func boxes(_ comments: [Comment], from number: Int) -> String {
    comments.enumerated().map { index, comment in
      let (row, column) = (comment.row - 1, comment.column - 1)
      let top = max(0, row - 1)
      let anchor = [column + 1, 15, top, 10, column + 4, 15, top + comment.height, 4]
      return """
        <v:shape id="_x0000_s\(number + index)" type="#_x0000_t202" style="position:absolute;\
        margin-left:60pt;margin-top:6pt;width:200pt;height:\(comment.height * 15)pt;\
        z-index:\(index + 1);visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">\
        <v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>\
        <v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">\
        <div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">\
        <x:MoveWithCells/><x:SizeWithCells/>\
        <x:Anchor>\(anchor.map(String.init).joined(separator: ", "))</x:Anchor>\
        <x:AutoFill>False</x:AutoFill><x:Row>\(row)</x:Row><x:Column>\(column)</x:Column>\
        </x:ClientData></v:shape>
        """
    }.joined()
  }
}
