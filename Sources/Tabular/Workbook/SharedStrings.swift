/// The texts that cells refer to by number: the one part of a workbook that is kept in memory.
final class SharedStrings: XMLVisitor {
  private let limits: WorkbookLimits
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var text: TextBuffer
  private var isInText = false
  private var isPhonetic = false

  init(limits: WorkbookLimits) {
    self.limits = limits
    text = TextBuffer(capacity: limits.cellBytes)
  }

  /// Hands over the text of a number.
  ///
  /// - Returns: Whether there is such a number.
  func withText(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    guard index >= 0, index < ends.count else { return false }
    let range = Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    return true
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.letter == UInt8(ascii: "t") {
      isInText = !isPhonetic
    } else if name.is("rPh") {
      isPhonetic = true
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
    guard isInText else { return }
    guard text.append(piece) else { throw .cellTooLong(cell: "sharedStrings \(ends.count + 1)") }
  }

  func end(_ name: XMLName) throws(WorkbookError) -> XMLStep {
    if name.letter == UInt8(ascii: "t") {
      isInText = false
    } else if name.is("rPh") {
      isPhonetic = false
    } else if name.is("si") {
      text.unescape()
      // Every text costs its bytes and the place where it ends.
      guard bytes.count + text.count + 4 * ends.count <= limits.sharedBytes else {
        throw .tooLarge(.sharedBytes)
      }
      bytes.append(contentsOf: text.contents)
      ends.append(UInt32(bytes.count))
      text.removeAll()
    }
    return .proceed
  }
}
