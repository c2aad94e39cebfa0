import CExpat
import Foundation

/// Copies a part of a workbook byte for byte, but for what an editor puts in another place.
///
/// The parser only tells where tags begin and end; what is between them is never written anew. What
/// is put in is ASCII, with references for everything else, so that it suits any encoding that a part
/// may have; a part in UTF-16 is copied as UTF-8.
final class XMLRewriter {
  /// A start tag, valid while the editor looks at it.
  struct Tag {
    /// The name as it stands, with its prefix.
    let fullName: String
    /// How many elements are open around it.
    let depth: Int
    /// Whether it ends in itself.
    let isEmpty: Bool
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// The value of an attribute.
    subscript(name: StaticString) -> String? { XMLAttributes(pairs: pairs)[name] }

    /// The name without its prefix.
    var name: Substring { fullName.split(separator: ":").last ?? "" }
  }

  /// Sees every tag of a part.
  protocol Editor: AnyObject {
    /// An element begins.
    func start(_ tag: Tag, _ copy: XMLRewriter)
    /// An element ends, whose start tag stood at a depth.
    func end(_ name: Substring, depth: Int, _ copy: XMLRewriter)
  }

  /// The prefix of the part's own elements, with its colon.
  private(set) var prefix = ""
  /// The bytes of the copy that nobody has taken yet.
  private(set) var output: [UInt8] = []
  /// Whether what is passed is left out.
  var isDropping = false

  private let editor: any Editor
  private let parser: OpaquePointer
  private var depth = 0
  private var failed = false
  /// The bytes that came in and were not copied yet, and the offset of the first.
  private var input: [UInt8] = []
  private var inputStart = 0
  /// Up to which offset of the part all is copied or left out.
  private var copied = 0
  /// Where the tag at hand begins and ends.
  private var tag = 0..<0

  init(_ editor: any Editor) throws(WorkbookError) {
    guard let parser = XML_ParserCreate(nil) else { throw .tooLarge(.markup) }
    self.editor = editor
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLRewriter.of($0)?.start($1, $2) }, { XMLRewriter.of($0)?.end($1) })
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let rewriter = XMLRewriter.of(data) else { return }
      rewriter.failed = true
      XML_StopParser(rewriter.parser, 0)
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Takes more bytes of the part; none end it.
  /// - Throws: `WorkbookError.damagedPart`.
  func feed(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) {
    input.append(contentsOf: bytes)
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, start, Int32(bytes.count), bytes.isEmpty ? 1 : 0)
    guard status == XML_STATUS_OK, !failed else {
      throw .damagedPart("", byte: max(0, Int(XML_GetCurrentByteIndex(parser))))
    }
    if bytes.isEmpty { copy(upTo: inputStart + input.count) }
    input.removeFirst(copied - inputStart)
    inputStart = copied
  }

  /// Copies a whole part.
  /// - Throws: `WorkbookError.damagedPart`.
  static func copy(_ part: [UInt8], editing editor: any Editor) throws(WorkbookError) -> [UInt8] {
    let rewriter = try XMLRewriter(editor)
    let part = utf8(part)
    let fed = part.withUnsafeBytes { bytes in
      Result<Void, WorkbookError> { () throws(WorkbookError) in
        try rewriter.feed(bytes)
        if !bytes.isEmpty { try rewriter.feed(UnsafeRawBufferPointer(start: nil, count: 0)) }
      }
    }
    try fed.get()
    return rewriter.output
  }

  /// A part in UTF-16 as UTF-8; any other as it is.
  static func utf8(_ part: [UInt8]) -> [UInt8] {
    let isLittle = part.starts(with: [0xFF, 0xFE]) || part.starts(with: [0x3C, 0])
    guard isLittle || part.starts(with: [0xFE, 0xFF]) || part.starts(with: [0, 0x3C]) else {
      return part
    }
    let units = stride(from: 0, to: part.count - 1, by: 2).map { index in
      isLittle
        ? UInt16(part[index]) | UInt16(part[index + 1]) << 8
        : UInt16(part[index]) << 8 | UInt16(part[index + 1])
    }
    var text = String(decoding: units.drop { $0 == 0xFEFF }, as: UTF16.self)
    if text.hasPrefix("<?xml"), let end = text.range(of: "?>") {
      text.replaceSubrange(
        ..<end.upperBound, with: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>")
    }
    return Array(text.utf8)
  }

  // MARK: - What an editor does

  /// Takes over what was copied so far.
  func takeOutput() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// Puts something before the tag at hand.
  func insert(_ text: String) {
    copy(upTo: tag.lowerBound)
    output += Self.references(text)
  }

  /// Puts something in place of the tag at hand.
  func replace(_ bytes: [UInt8]) {
    copy(upTo: tag.lowerBound)
    output += bytes
    copied = tag.upperBound
  }

  /// How many bytes were copied and not taken yet; with everything before the tag at hand.
  var position: Int {
    settleBefore()
    return output.count
  }

  /// What was copied from a position on.
  func text(from position: Int) -> String { String(decoding: output[position...], as: UTF8.self) }

  /// Puts bytes behind what was copied so far.
  func put(_ bytes: [UInt8]) { output += bytes }

  /// Copies or leaves out what comes before the tag at hand.
  func settleBefore() { copy(upTo: tag.lowerBound) }

  /// Copies or leaves out the tag at hand too.
  func settleAfter() { copy(upTo: tag.upperBound) }

  /// The bytes of the tag at hand.
  var rawTag: [UInt8] {
    Array(input[(tag.lowerBound - inputStart)..<(tag.upperBound - inputStart)])
  }

  /// A text in ASCII, with a reference for each other character.
  static func references(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
    return text.unicodeScalars.reduce(into: []) { bytes, scalar in
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes += Array("&#\(scalar.value);".utf8)
      }
    }
  }

  /// A start tag with an attribute set to a value, or taken out.
  static func setting(_ name: String, to value: String?, in tag: [UInt8]) -> [UInt8] {
    let mark = Array(name.utf8)
    var quote: UInt8?
    var index = 0
    var found: Range<Int>?
    while index < tag.count, found == nil {
      if let open = quote {
        if tag[index] == open { quote = nil }
      } else if tag[index] == 0x22 || tag[index] == 0x27 {
        quote = tag[index]
      } else if isSpace(tag[index]), tag[(index + 1)...].starts(with: mark) {
        var end = index + 1 + mark.count
        while end < tag.count, isSpace(tag[end]) { end += 1 }
        if end < tag.count, tag[end] == 0x3D {
          end += 1
          while end < tag.count, isSpace(tag[end]) { end += 1 }
          if let close = tag[(end + 1)...].firstIndex(of: tag[end]) { found = index..<(close + 1) }
        }
      }
      index += 1
    }
    let attribute = value.map { Array(" \(name)=\"\($0)\"".utf8) } ?? []
    var changed = tag
    if let found {
      changed.replaceSubrange(found, with: attribute)
    } else {
      let end = tag.count - (tag.count > 1 && tag[tag.count - 2] == 0x2F ? 2 : 1)
      changed.insert(contentsOf: attribute, at: end)
    }
    return changed
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  // MARK: - What the parser tells

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLRewriter? {
    data.map { Unmanaged<XMLRewriter>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name, let pairs else { return }
    meet()
    let fullName = String(cString: name)
    if depth == 0, let colon = fullName.firstIndex(of: ":") {
      prefix = String(fullName[...colon])
    }
    let isEmpty = tag.count > 1 && input[tag.upperBound - inputStart - 2] == 0x2F
    editor.start(Tag(fullName: fullName, depth: depth, isEmpty: isEmpty, pairs: pairs), self)
    depth += 1
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard let name else { return }
    meet()
    depth -= 1
    let fullName = String(cString: name)
    editor.end(fullName.split(separator: ":").last ?? "", depth: depth, self)
  }

  private func meet() {
    let start = Int(XML_GetCurrentByteIndex(parser))
    tag = start..<(start + Int(XML_GetCurrentByteCount(parser)))
  }

  private func copy(upTo end: Int) {
    guard end > copied else { return }
    if !isDropping { output += input[(copied - inputStart)..<(end - inputStart)] }
    copied = end
  }
}
