/// What is to happen after an element has ended.
enum XMLStep {
  case proceed
  /// The caller must do something before parsing goes on.
  case pause
  /// The rest of the part is not needed.
  case stop
}

/// What meets the elements of one part of a workbook.
///
/// Only elements in the namespace of the part's root are met; others are passed over, though not
/// what is inside them.
protocol XMLVisitor: AnyObject {
  /// The namespaces that the root may be in.
  static var namespaces: [String] { get }
  /// An element begins.
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError)
  /// Some of an element's text, which may come in pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError)
  /// An element ends.
  func end(_ name: XMLName) throws(WorkbookError) -> XMLStep
}

extension XMLVisitor {
  /// SpreadsheetML, transitional and strict (ISO/IEC 29500).
  static var namespaces: [String] {
    [
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ]
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) -> XMLStep { .proceed }
}

/// An element's name without its namespace.
struct XMLName {
  let start: UnsafePointer<CChar>

  /// The name's only character, nil where it has more.
  var letter: UInt8? { start[0] != 0 && start[1] == 0 ? UInt8(bitPattern: start[0]) : nil }

  func `is`(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { letters in
      letters.indices.allSatisfy { UInt8(bitPattern: start[$0]) == letters[$0] }
        && start[letters.count] == 0
    }
  }
}

/// An element's attributes: names and values in turn, ended by nil.
struct XMLAttributes {
  let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of an attribute without a namespace.
  subscript(name: StaticString) -> String? {
    first { XMLName(start: $0).is(name) }
  }

  /// The value of the `id` attribute that leads to a relationship.
  var relationship: String? {
    first { String(cString: $0).hasSuffix("/relationships id") }
  }

  /// Whether an attribute says yes.
  func isTrue(_ name: StaticString) -> Bool {
    self[name].map { $0 == "1" || $0 == "true" } ?? false
  }

  private func first(where matches: (UnsafePointer<CChar>) -> Bool) -> String? {
    var pair = pairs
    while let name = pair[0], let value = pair[1] {
      if matches(name) { return String(cString: value) }
      pair += 2
    }
    return nil
  }
}
