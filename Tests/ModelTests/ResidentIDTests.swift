import Model
import Testing

@Suite("A resident identity number")
struct ResidentIDTests {
  @Test(
    "accepts the published examples",
    arguments: ["11010519491231002X", "440524188001010014"])
  func published(text: String) {
    #expect(ResidentID(text)?.text == text)
  }

  @Test("knows birth, sex and mask")
  func parts() throws {
    let id = try #require(ResidentID("11010519491231002X"))
    #expect(id.birthDate?.iso == "1949-12-31")
    #expect(!id.isMale)
    #expect(id.masked == "110105********002X")
  }

  @Test("refuses every other check character of the same number")
  func checkCharacter() {
    for character in "0123456789Xx" where character != "X" {
      #expect(ResidentID("11010519491231002\(character)") == nil)
    }
  }

  @Test(
    "refuses what is not eighteen ASCII characters",
    arguments: [
      "", "1101051949123100", "11010519491231002X0", "1.10105194E+17", "１1010519491231002X",
    ])
  func shape(text: String) {
    #expect(ResidentID(text) == nil)
  }

  @Test("converts fifteen digits by inserting the century")
  func fifteen() {
    let converted = Array("110105491231002".utf8).withUnsafeBufferPointer {
      ResidentID(fifteenDigits: $0)
    }
    #expect(converted?.text == "11010519491231002X")
  }
}
