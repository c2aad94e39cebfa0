import Foundation
import Model
import Testing

@testable import Consultation

@Suite("A letter")
struct LetterTests {
  static func letter(_ attachments: [String] = ["名单", "意见表"]) throws -> OfficialLetter {
    let text = try LetterTemplate(
      LetterTemplate.Standard.requestRanking.text,
      filling: [
        "街道": "德胜街道", "人数": "18", "基准日": "2024年6月1日", "校验值": "0123456789ab",
        "遮盖": "姓名已作遮盖", "受托": "", "期限": "2024年6月15日前",
      ])
    return OfficialLetter(
      issuer: "北京市西城区人力资源和社会保障局", number: "西人社函〔2024〕12号",
      addressee: "北京市西城区司法局", text: text, attachments: attachments,
      date: try #require(CivilDate(iso: "2024-06-01")), contact: "李明，电话：010-12345678")
  }

  @Test("has the parts of the official form in their order, as a page and for editing")
  func parts() throws {
    let scratch = try Scratch()
    let letter = try Self.letter()
    try letter.writeWord(to: scratch.path("letter.docx"))
    #expect(try Shell.run("unzip -q letter.docx -d parts", in: scratch.folder) == 0)
    let document = String(decoding: try scratch.bytes("parts/word/document.xml"), as: UTF8.self)
    for text in [document, letter.html] {
      var rest = text[...]
      for part in [
        "西人社函〔2024〕12号", "关于征询德胜街道", "北京市西城区司法局：", "一、征询内容", "请予支持。",
        "1.名单", "2.意见表", "北京市西城区人力资源和社会保障局", "2024年6月1日", "（联系人：李明",
      ] {
        let found = rest.range(of: part)
        #expect(found != nil, "\(part)")
        rest = found.map { rest[$0.upperBound...] } ?? rest
      }
    }
    let styles = String(decoding: try scratch.bytes("parts/word/styles.xml"), as: UTF8.self)
    for font in ["仿宋_GB2312", "方正小标宋简体"] {
      #expect(styles.contains(font))
      #expect(letter.html.contains(font))
    }
    try letter.writeWord(to: scratch.path("again.docx"))
    #expect(try scratch.bytes("again.docx") == scratch.bytes("letter.docx"))
  }

  @Test("numbers attachments only where there are several")
  func attachments() throws {
    #expect(try Self.letter(["名单"]).attachmentLines.map(\.text) == ["名单"])
    #expect(try Self.letter().attachmentLines.map(\.label) == ["附件：", ""])
  }

  @Test("answers under the request's own title")
  func replyTitle() {
    #expect(OfficialLetter.replyTitle(to: "关于征询意见的函") == "关于征询意见的复函")
    #expect(OfficialLetter.replyTitle(to: "情况通报") == "关于情况通报的复函")
  }

  @Test("refuses a template with a place that nothing fills, and escapes what fills it")
  func templates() throws {
    #expect(throws: LetterError.placeUnknown("日子", known: ["期限"])) {
      try LetterTemplate("标题\n请在{{日子}}前", filling: ["期限": "六月"])
    }
    #expect(throws: LetterError.empty) { try LetterTemplate("标题\n\n", filling: [:]) }
    let text = try LetterTemplate("标题\n请{{期限}}", filling: ["期限": "<b>&"])
    let letter = OfficialLetter(
      issuer: "甲", number: "1", addressee: "乙", text: text, attachments: [],
      date: try #require(CivilDate(iso: "2024-06-01")))
    #expect(letter.html.contains("<p>请&lt;b&gt;&amp;</p>"))
  }
}
