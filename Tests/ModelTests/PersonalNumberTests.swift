import Testing

@testable import Model

@Suite("A personal number in a text")
struct PersonalNumberTests {
  @Test(
    "is masked wherever it stands and however it is written",
    arguments: [
      ("110102198102111036", "110102********1036"), ("11010519491231002X", "110105********002X"),
      ("13800000101", "138****0101"), ("手机13800000101，", "手机138****0101，"),
      ("110102 19810211 1036", "110102**********1036"), ("138-0000-0101", "138******0101"),
      ("１３８０００００１０１", "１３８****０１０１"), ("110102198102111036.0", "110102********1036.0"),
      ("+8613800000101", "+86138****0101"), ("110102810211103", "110102*****1103"),
      ("张三110102198102111036李四", "张三110102********1036李四"),
      ("110102198102111036 13800000101", "110102********1036 138****0101"),
      ("11010219810211103613800000101", "110102*******************0101"),
    ])
  func masked(text: String, expected: String) {
    #expect(PersonalNumber.masked(text) == expected)
  }

  @Test("loses its digits in exponent form too")
  func exponent() {
    #expect(!PersonalNumber.masked("1.10102198102111E+17").contains("1981"))
  }

  @Test(
    "is not seen in numbers of other kinds",
    arguments: [
      "110102010", "2024-05-31", "2024-05-31 2024-06-01", "BM202400000001", "1101022024000124",
      "京就困〔2023〕110101000001号", "57 ≠ 7 + 40 + 11", "2.02406E+16", "202406010000001",
      "010-65001234", "=cmd|' /C calc'!A0",
    ])
  func others(text: String) {
    #expect(PersonalNumber.masked(text) == text)
  }

  @Test("shows what is not seen, and nothing that acts on a terminal")
  func visible() {
    #expect("HT-001\u{200B}".visible == "HT-001<U+200B>")
    #expect("\u{1B}[31m红\u{9B}0m\u{202E}".visible == "<U+001B>[31m红<U+009B>0m<U+202E>")
    #expect("a\tb\nc·—…（）".visible == "a\tb\nc·—…（）")
    #expect("甲\u{200B}\u{E0020}乙".withoutInvisible == "甲乙")
    #expect("\u{200B}\u{E0020}".escapedJSON == "\\u200B\\uDB40\\uDC20")
  }
}
