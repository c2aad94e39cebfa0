import CExpat

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A part of a workbook being parsed as it streams out of the archive.
final class XMLPart {
  private let name: String
  private let member: ZipMember
  private let visitor: any XMLVisitor
  private let namespaces: [String]
  private let memory = XMLMemory()
  private let parser: OpaquePointer
  /// The root's namespace and the space after it.
  private var prefix: [CChar] = []
  private var failure: WorkbookError?
  private var isStopped = false
  private var isPaused = false
  private var isFinished = false

  /// Opens a part.
  init<Visitor: XMLVisitor>(
    _ name: String, of archive: ZipArchive, visitor: Visitor
  ) throws(WorkbookError) {
    var suite = XMLMemory.suite
    member = try archive.open(name)
    let created = memory.lend { XML_ParserCreate_MM(nil, &suite, " ") }
    guard let parser = created else { throw .tooLarge(.markup) }
    self.name = name.printable
    self.visitor = visitor
    namespaces = Visitor.namespaces
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLPart.of($0)?.start($1, $2) },
      { XMLPart.of($0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { XMLPart.of($0)?.text($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLPart.of(data)?.refuseDocumentType()
    }
  }

  deinit { memory.lend { XML_ParserFree(parser) } }

  /// Parses a whole part.
  static func parse(
    _ name: String, of archive: ZipArchive, visitor: some XMLVisitor
  ) throws(WorkbookError) {
    let part = try XMLPart(name, of: archive, visitor: visitor)
    while try part.advance() {}
  }

  /// Parses on until the visitor asks for a pause.
  ///
  /// - Returns: Whether the visitor paused; otherwise the part is done with.
  func advance() throws(WorkbookError) -> Bool {
    while true {
      let status = isPaused ? memory.lend { XML_ResumeParser(parser) } : try feed()
      isPaused = status == XML_STATUS_SUSPENDED
      if let failure { throw failure }
      if isStopped { return false }
      if isPaused { return true }
      guard status == XML_STATUS_OK else { throw complaint() }
      if isFinished { return false }
    }
  }

  private func feed() throws(WorkbookError) -> XML_Status {
    let size = 1 << 16
    guard let buffer = memory.lend({ XML_GetBuffer(parser, Int32(size)) }) else {
      throw complaint()
    }
    let count = try member.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
    isFinished = count == 0
    return memory.lend { XML_ParseBuffer(parser, Int32(count), isFinished ? 1 : 0) }
  }

  private func complaint() -> WorkbookError {
    XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY
      ? .tooLarge(.markup)
      : .damagedPart(name, byte: max(0, Int(XML_GetCurrentByteIndex(parser))))
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLPart? {
    data.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
  }

  private func fail(_ error: WorkbookError) {
    failure = error
    XML_StopParser(parser, 0)
  }

  private func refuseDocumentType() {
    fail(.documentType(name))
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard failure == nil, !isStopped, let name, let attributes else { return }
    if prefix.isEmpty { learnNamespace(of: name) }
    guard let local = local(name) else { return }
    do {
      try visitor.start(local, XMLAttributes(pairs: attributes))
    } catch {
      fail(error)
    }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard failure == nil, !isStopped, let name, let local = local(name) else { return }
    do {
      switch try visitor.end(local) {
      case .proceed: return
      case .pause: XML_StopParser(parser, 1)
      case .stop:
        isStopped = true
        XML_StopParser(parser, 0)
      }
    } catch {
      fail(error)
    }
  }

  private func text(_ start: UnsafePointer<CChar>?, _ count: Int32) {
    guard failure == nil, !isStopped, let start else { return }
    do {
      try visitor.text(
        UnsafeBufferPointer(
          start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: Int(count)))
    } catch {
      fail(error)
    }
  }

  private func learnNamespace(of root: UnsafePointer<CChar>) {
    let known = namespaces.first { namespace in
      let bytes = Array((namespace + " ").utf8)
      return strncmp(root, namespace + " ", bytes.count) == 0
    }
    guard let known else { return fail(.notWorkbook) }
    prefix = (known + " ").utf8.map { CChar(bitPattern: $0) }
  }

  private func local(_ name: UnsafePointer<CChar>) -> XMLName? {
    guard !prefix.isEmpty, strncmp(name, prefix, prefix.count) == 0 else { return nil }
    return XMLName(start: name + prefix.count)
  }
}
