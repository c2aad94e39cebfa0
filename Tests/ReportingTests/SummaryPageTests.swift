import Foundation
import Model
import Testing

@testable import Reporting

@Suite("The summary page")
struct SummaryPageTests {
  @Test("Looks as it did", arguments: Language.allCases)
  func golden(language: Language) throws {
    try expectGolden(
      Fixture.page(language: language).html, "summary.\(language.rawValue).html")
  }

  @Test("Loads nothing and runs nothing")
  func selfContained() throws {
    let html = try Fixture.page().html
    for part in ["<script", "http", "@import", "url(", "<link", "<img", "onclick"] {
      #expect(!html.contains(part), "\(part)")
    }
  }

  @Test("A name that holds tags is shown, not obeyed")
  func escaping() {
    #expect(Markup(text: "<b a=\"1\">&'").html == "&lt;b a=&quot;1&quot;&gt;&amp;&#39;")
  }

  @Test(
    "An identity number is masked wherever a clerk put it",
    arguments: [
      ("11010519491231002X", "110105********002X"),
      ("张11010519491231002X明", "张110105********002X明"),
      ("110105194912310021", "110105194912310021"), ("1101051949123100", "1101051949123100"),
    ])
  func identityNumbers(text: String, shown: String) {
    #expect(Wording(.zh).shown(text) == shown)
  }

  @Test(
    "Numbers are grouped and signed",
    arguments: [
      (nil, "—", "—"), (0, "0", "0"), (999, "999", "+999"), (1000, "1,000", "+1,000"),
      (-1_234_567, "−1,234,567", "−1,234,567"),
    ] as [(Int?, String, String)])
  func numbers(number: Int?, count: String, difference: String) {
    let say = Wording(.zh)
    #expect(say.count(number) == count)
    #expect(say.difference(number) == difference)
  }

  @Test("Hundredths have two decimals", arguments: [(0, "0.00"), (5, "0.05"), (285, "2.85")])
  func hundredths(number: Int, text: String) {
    #expect(Wording(.zh).hundredths(number) == text)
  }
}
