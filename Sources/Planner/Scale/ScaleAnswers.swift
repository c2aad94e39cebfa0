import Foundation
import Model

/// The lines that an engine left, found by their office.
struct ScaleAnswers {
  private struct Line {
    let file: Int
    let start: Int
    let end: Int
  }

  private let files: [(name: String, data: Data)]
  private var lines: [String: [Line]] = [:]

  /// How many files there are.
  var fileCount: Int { files.count }

  /// Finds the lines of a folder's files, in the order of their names.
  /// - Throws: `ScaleError.unfinished`, `ScaleError.unreadable`.
  init(folder: String) throws {
    guard FileManager.default.fileExists(atPath: folder + "/_SUCCESS"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { throw ScaleError.unfinished(path: folder) }
    files = try names.filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") }.sorted().map { name in
      let url = URL(fileURLWithPath: folder + "/" + name)
      guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else {
        throw ScaleError.unfinished(path: url.path)
      }
      return (name, data)
    }
    for (file, entry) in files.enumerated() {
      var (last, found): (String, [Line]) = ("", [])
      try entry.data.withUnsafeBytes { bytes in
        var start = 0
        while start < bytes.count {
          var end = start
          var tab = -1
          while end < bytes.count, bytes[end] != 10 {
            if tab < 0, bytes[end] == 9 { tab = end }
            end += 1
          }
          guard tab > start, end < bytes.count else {
            let line = bytes[..<start].count { $0 == 10 } + 1
            throw ScaleError.unreadable(part: entry.name, line: line)
          }
          let office = UnsafeRawBufferPointer(rebasing: bytes[start..<tab])
          if !office.elementsEqual(last.utf8) {
            if !found.isEmpty { lines[last, default: []] += found }
            (last, found) = (String(decoding: office, as: UTF8.self), [])
          }
          found.append(Line(file: file, start: start, end: end))
          start = end + 1
        }
      }
      if !found.isEmpty { lines[last, default: []] += found }
    }
  }

  /// Compares an office's answers with what they must be, in whatever order they came.
  /// - Throws: `ScaleError.answeredTwice`, `.stranger`, `.unanswered`, `.differs`.
  func check(office: String, against expected: [[UInt8]]) throws {
    let found = (lines[office] ?? []).map(bytes)
    guard found != expected else { return }
    let wanted = Dictionary(
      expected.map { (Self.number($0), $0) }, uniquingKeysWith: { one, _ in one })
    var seen: Set<[UInt8]> = []
    for line in found {
      let number = Self.number(line)
      let text = String(decoding: number, as: UTF8.self)
      guard let right = wanted[number] else {
        throw ScaleError.stranger(office: office, number: text)
      }
      guard seen.insert(number).inserted else {
        throw ScaleError.answeredTwice(office: office, number: text)
      }
      guard right == line else {
        throw ScaleError.differs(
          office: office, number: text, returned: Self.text(line), local: Self.text(right))
      }
    }
    guard seen.count < expected.count else { return }
    let missing = expected.map(Self.number).first { !seen.contains($0) } ?? []
    throw ScaleError.unanswered(
      office: office, number: String(decoding: missing, as: UTF8.self), found: seen.count,
      expected: expected.count)
  }

  /// Makes sure that no office answered that was not asked.
  /// - Throws: `ScaleError.stranger`.
  func checkOffices(are offices: Set<String>) throws {
    let strangers = lines.keys.filter { !offices.contains($0) }.sorted()
    guard let office = strangers.first, let line = lines[office]?.first else { return }
    throw ScaleError.stranger(
      office: office, number: String(decoding: Self.number(bytes(line)), as: UTF8.self))
  }

  private func bytes(_ line: Line) -> [UInt8] {
    files[line.file].data.withUnsafeBytes { Array($0[line.start..<line.end]) }
  }

  /// The application number of a line, its third field; empty where there is none.
  private static func number(_ line: [UInt8]) -> [UInt8] {
    let fields = line.split(separator: 9, maxSplits: 3, omittingEmptySubsequences: false)
    return fields.count > 2 ? Array(fields[2]) : []
  }

  /// Verdict, tier, points and rank for people.
  private static func text(_ line: [UInt8]) -> String {
    let fields = String(decoding: line, as: UTF8.self).split(
      separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 7 else { return fields.joined(separator: " ") }
    return "\(fields[3]), tier \(fields[4]), points \(fields[5]), rank \(fields[1]), \(fields[6])"
      .replacingOccurrences(of: "\\N", with: "-")
  }
}
