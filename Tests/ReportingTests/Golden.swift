import Foundation
import Testing

/// Compares a text with the file of that name in `Golden`, byte for byte.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is written instead.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden").appending(path: name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  let golden = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  guard Array(golden.utf8) != Array(text.utf8) else { return }
  let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let found = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(expected, found).prefix { $0.utf8.elementsEqual($1.utf8) }.count
  Issue.record(
    """
    \(name) differs in line \(line + 1).
    golden: \(line < expected.count ? String(expected[line]) : "(end)")
    found:  \(line < found.count ? String(found[line]) : "(end)")
    Look at the change; if it is right, run the tests once with UPDATE_GOLDEN=1.
    """, sourceLocation: sourceLocation)
}
