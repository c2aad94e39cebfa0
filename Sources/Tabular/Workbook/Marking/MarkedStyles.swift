/// The styles of a workbook, to which those of marked cells are added.
///
/// A marked cell looks as it did, but for its fill.
final class MarkedStyles {
  fileprivate static let fill = "FFFFC7CE"
  /// The number of the format that stands for text.
  private static let text = "49"

  private let part: [UInt8]
  private let survey: StylesSurvey
  private var added: [Key] = []

  private enum Key: Hashable {
    case marked(base: Int, isText: Bool)
    case note
  }

  /// - Parameter part: the part, if the workbook has one.
  init(_ part: [UInt8]?) throws(WorkbookError) {
    for styles in [part.map(XMLRewriter.utf8), Self.plain].compactMap({ $0 }) {
      let survey = StylesSurvey()
      _ = try XMLRewriter.copy(styles, editing: survey)
      guard survey.fills > 0, !survey.formats.isEmpty else { continue }
      (self.part, self.survey) = (styles, survey)
      return
    }
    preconditionFailure("the plain styles have fills and formats")
  }

  /// The style of a marked cell that had a style.
  func marked(_ base: Int, isText: Bool) -> Int {
    let base = survey.unmarked[base] ?? base
    return number(.marked(base: survey.formats.indices.contains(base) ? base : 0, isText: isText))
  }

  /// The style that a cell had before an earlier copy marked it, where that can be told.
  func unmarked(_ style: Int) -> Int? { survey.unmarked[style] }

  /// The style of a text that says what is wrong.
  func note() -> Int { number(.note) }

  private func number(_ key: Key) -> Int {
    if let place = added.firstIndex(of: key) { return survey.formats.count + place }
    added.append(key)
    return survey.formats.count + added.count - 1
  }

  /// The part with what was added.
  func written() throws(WorkbookError) -> [UInt8] {
    let survey = survey
    var part = try XMLRewriter.copy(
      part,
      editing: ChildAppender(to: "fills", depth: 1) { prefix in
        "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\">"
          + "<\(prefix)fgColor rgb=\"\(Self.fill)\"/><\(prefix)bgColor indexed=\"64\"/>"
          + "</\(prefix)patternFill></\(prefix)fill>"
      })
    let formats = added.map { key in
      switch key {
      case .marked(let base, let isText): survey.marked(base, text: isText ? Self.text : nil)
      case .note: Array(survey.note.utf8)
      }
    }
    part = try XMLRewriter.copy(
      part,
      editing: ChildAppender(to: "cellXfs", depth: 1) { _ in
        formats.map { String(decoding: $0, as: UTF8.self) }.joined()
      })
    return try XMLRewriter.copy(
      part,
      editing: Counter(["fills": survey.fills + 1, "cellXfs": survey.formats.count + added.count]))
  }

  private static let plain = Array(
    (WorkbookMarkup.declaration + """
      <styleSheet xmlns="\(WorkbookMarkup.main)"><fonts count="1"><font><sz val="11"/>\
      <name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>\
      </fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>\
      <left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1">\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>
      """).utf8)

  /// Sets how many children elements have.
  private final class Counter: XMLRewriter.Editor {
    private let counts: [Substring: Int]

    init(_ counts: [Substring: Int]) { self.counts = counts }

    func start(_ tag: XMLRewriter.Tag, _ copy: XMLRewriter) {
      guard tag.depth == 1, let count = counts[tag.name] else { return }
      copy.replace(XMLRewriter.setting("count", to: String(count), in: copy.rawTag))
    }

    func end(_ name: Substring, depth: Int, _ copy: XMLRewriter) {}
  }
}

/// What the styles part has of fills and of cells' formats.
private final class StylesSurvey: XMLRewriter.Editor {
  private(set) var fills = 0
  /// The formats of cells as they stand.
  private(set) var formats: [[UInt8]] = []
  private var prefix = ""
  private var parent: Substring = ""
  /// The fills that earlier copies have got from us.
  private var ownFills: Set<String> = []
  /// For each format, what a mark leaves of it, and whether it has a fill of ours.
  private var rests: [(rest: [UInt8], isMarked: Bool)] = []

  /// The formats without a mark for those that are marked.
  private(set) lazy var unmarked: [Int: Int] = {
    var found: [Int: Int] = [:]
    for (place, format) in rests.enumerated() where format.isMarked {
      found[place] = rests.firstIndex { !$0.isMarked && $0.rest == format.rest }
    }
    return found
  }()

  func start(_ tag: XMLRewriter.Tag, _ copy: XMLRewriter) {
    prefix = copy.prefix
    if tag.depth == 1 { parent = tag.name }
    if tag.depth == 2, parent == "fills" { fills += 1 }
    if parent == "fills", tag.name == "fgColor", tag["rgb"] == MarkedStyles.fill {
      ownFills.insert(String(fills - 1))
    }
    guard tag.depth == 2, parent == "cellXfs" else { return }
    copy.settleBefore()
    _ = copy.takeOutput()
    let rest = ["fillId", "applyFill", "numFmtId", "applyNumberFormat"]
      .reduce(copy.rawTag) { XMLRewriter.setting($1, to: nil, in: $0) }
    rests.append((rest, tag["fillId"].map(ownFills.contains) ?? false))
  }

  func end(_ name: Substring, depth: Int, _ copy: XMLRewriter) {
    guard depth == 2, parent == "cellXfs" else { return }
    copy.settleAfter()
    formats.append(copy.takeOutput())
  }

  /// A format with our fill in place of its own.
  func marked(_ base: Int, text: String?) -> [UInt8] {
    let format =
      formats.indices.contains(base)
      ? formats[base] : Array("<\(prefix)xf numFmtId=\"0\" fontId=\"0\" borderId=\"0\"/>".utf8)
    // Only the start tag is looked at.
    let end = (format.firstIndex(of: UInt8(ascii: ">")) ?? format.count - 1) + 1
    var tag = Array(format[..<end])
    var values = [("fillId", String(fills)), ("applyFill", "1")]
    if let text { values += [("numFmtId", text), ("applyNumberFormat", "1")] }
    for (name, value) in values { tag = XMLRewriter.setting(name, to: value, in: tag) }
    return tag + format[end...]
  }

  /// The format of a text of several lines.
  var note: String {
    "<\(prefix)xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyAlignment=\"1\">"
      + "<\(prefix)alignment vertical=\"top\" wrapText=\"1\"/></\(prefix)xf>"
  }
}
