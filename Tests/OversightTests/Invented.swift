import Foundation
import Model
import Oversight
import Testing

/// A day; the test fails where it is none.
func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

/// What the tests share: the settings of the program, the spring of 2024, and the sample sheets.
enum Invented {
  static func settings() throws -> OversightSettings {
    OversightSettings(inForce: try day("2023-12-25"))
  }

  /// The spring of 2024: 4–6 April and 1–5 May off; 7 and 28 April and 11 May worked.
  static func spring() throws -> WorkingCalendar {
    var days: [CivilDate: WorkingCalendar.Day] = [try day("2024-01-01"): .off]
    for text in ["04-04", "04-05", "05-01", "05-02", "05-03"] {
      days[try day("2024-\(text)")] = .off
    }
    for text in ["04-07", "04-28", "05-11"] { days[try day("2024-\(text)")] = .work }
    return WorkingCalendar(days)
  }

  /// The rows of a sample sheet below its header.
  static func rows(of name: String) throws -> [[String]] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("Samples/xicheng-2024/\(name).csv"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  static func roster() throws -> Roster {
    Roster(
      try rows(of: "协管员-西城").map {
        Spell(
          assistant: $0[0], person: $0[2], office: $0[3], from: try day($0[4]),
          until: CivilDate(iso: $0[5]))
      })
  }

  static func training() throws -> [TrainingRecord] {
    try rows(of: "培训-西城").map { row in
      let parts = row[2].split(separator: ".").map(String.init)
      let rest = parts.count > 1 ? parts[1] : "0"
      let hundredths = try #require(Int(rest)) * (rest.count == 1 ? 10 : 1)
      return TrainingRecord(
        assistant: row[0], day: try day(row[1]),
        hours: Hours(hundredths: try #require(Int(parts[0])) * 100 + hundredths),
        kind: try #require(TrainingKind(rawValue: row[3])), topic: row[4])
    }
  }
}
