import Foundation

/// Bytes as base64 between a line that begins and a line that ends them.
enum Armor {
  static func wrap(_ bytes: [UInt8], as kind: String) -> [UInt8] {
    let text = Data(bytes).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithLineFeed,
    ])
    return Array("-----BEGIN \(kind)-----\n\(text)\n-----END \(kind)-----\n".utf8)
  }

  static func unwrap(_ text: [UInt8], as kind: String) -> [UInt8]? {
    let lines = text.split(whereSeparator: { $0 == 10 || $0 == 13 })
    guard let first = lines.first, first.elementsEqual("-----BEGIN \(kind)-----".utf8),
      let last = lines.last, last.elementsEqual("-----END \(kind)-----".utf8)
    else { return nil }
    return Data(base64Encoded: Data(lines.dropFirst().dropLast().joined())).map(Array.init)
  }
}
