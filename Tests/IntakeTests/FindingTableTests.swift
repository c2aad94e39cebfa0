import Foundation
import Intake
import Model
import Testing

@Suite("The table of finding codes")
struct FindingTableTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Intake/FINDINGS.md")

  /// The document, code by code in the order of their weight.
  private static var text: String {
    var lines = [
      "# What intake finds", "",
      "One line for each code, as `findings.csv` and `--json` name it. This file is generated:",
      "`REGENERATE=1 swift test --filter FindingTableTests`.", "",
    ]
    let sections: [(Severity, String)] = [
      (.error, "Rejected 退回"), (.hold, "Held for a person 暂缓"),
      (.warning, "Taken, but worth a look 注意"),
      (.notice, "Read kindly, and said 提示"),
    ]
    for (severity, title) in sections {
      lines += [
        "## \(title)", "", "| Code | What is wrong 有什么问题 | What to do 怎么办 |", "|---|---|---|",
      ]
      for code in FindingCode.allCases where code.severity == severity {
        lines.append(
          "| `\(code.rawValue)` | \(code.wrong.zh)<br>\(code.wrong.en) | \(code.remedy.zh)<br>\(code.remedy.en) |"
        )
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  /// Set `REGENERATE` in the environment to write the file anew.
  @Test("is what the program says today")
  func isCurrent() throws {
    if ProcessInfo.processInfo.environment["REGENERATE"] != nil {
      try Data(Self.text.utf8).write(to: Self.file)
    }
    let written = try Data(contentsOf: Self.file)
    let isCurrent = Array(written) == Array(Self.text.utf8)
    #expect(
      isCurrent,
      "FINDINGS.md is stale: run REGENERATE=1 swift test --filter FindingTableTests")
  }

  @Test("says something of its own for every code")
  func isComplete() {
    let texts = FindingCode.allCases.map(\.wrong.zh) + FindingCode.allCases.map(\.wrong.en)
    #expect(Set(texts).count == texts.count)
  }
}
