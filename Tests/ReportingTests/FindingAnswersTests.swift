import Foundation
import Model
import Testing

@testable import Reporting

@Suite("What was found in a large sheet")
struct FindingAnswersTests {
  static func answer(_ count: Int) -> ImportAnswer {
    let values = ["", "1\"2\\", "张/三\u{200B}", "a\tb", "\u{7F}é"]
    let found = FindingAnswers(
      count: count, code: { FindingCode.allCases[$0 % 4].rawValue },
      answer: { place in
        let code = FindingCode.allCases[place % 4]
        return FindingAnswer(
          Finding(
            code: code, row: UInt32(place + 2), line: UInt32(place + 3), column: place % 30 - 1,
            value: values[place % values.count]),
          worksheet: place % 3 == 0 ? "报名“表”" : nil, wrong: Bilingual(zh: "空着\"", en: "blank"),
          remedy: Guidance("请\(.decide)", "please \(.decide)"), column: "姓\n名",
          other: place % 2 == 0 ? ("b.csv", place) : nil)
      })
    func file(_ findings: FindingAnswers?) -> FileAnswer {
      FileAnswer(
        file: "a.csv", kind: "applicants", encoding: "UTF-8", separator: ",", worksheet: nil,
        state: "taken", rows: Reconciliation(), digest: nil, fileSHA256: "00", findings: findings)
    }
    return ImportAnswer(
      batch: 1, files: [file(found), file(nil), file(found)], returned: [], failures: [],
      status: .done)
  }

  @Test("is written piece by piece as the encoder writes it whole", arguments: Language.allCases)
  func streamed(language: Language) throws {
    let (answer, say) = (Self.answer(1_000), Wording(language))
    var pieces: [String] = []
    try answer.writeJSON(say) { pieces.append($0) }
    #expect(pieces.count > 4)
    #expect(pieces.joined() == String(decoding: try answer.json(say), as: UTF8.self))
  }

  @Test("is told line by line up to a hundred, and beyond that by kind, with three of each")
  func grouped() {
    let say = Wording(.en)
    #expect(Self.answer(100).files[0].findings?.lines(say).count == 100)
    let lines = Self.answer(101).files[0].findings?.lines(say) ?? []
    #expect(lines.count == 4 * 4)
    #expect(lines[3].hasSuffix("and 23 more like these"))
    #expect(lines[15].hasSuffix("and 22 more like these"))
  }
}
