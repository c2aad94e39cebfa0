import Testing

@testable import Intake

@Suite("A date as it was written")
struct DateNotationTests {
  @Test(
    "may have a time of day behind it",
    arguments: [
      "1990/3/7 0:00", "1990-03-07 00:00", "1990-03-07 00:00:00", "1990-03-07T00:00:00",
      "1990-03-07T00:00:00Z", "1990-03-07T00:00:00.000Z", "1990-03-07T00:00:00+08:00",
      "1990年3月7日 0:00", "1990-03-07 08:00:00", "1990-03-07T23:59:59.5",
    ])
  func timeOfDay(text: String) {
    #expect(DateNotation.read(Array(text.utf8))?.text == "1990-03-07")
  }

  @Test(
    "is none with a moment that may be another day, or with something else behind it",
    arguments: [
      "1990-03-07 24:00", "1990-03-07 08:60", "1990-03-06T16:00:00Z", "1990-03-07T08:00+08:00",
      "1990-03-07 ", "1990-03-07 0", "1990-03-07T",
      "1990-03 00:00", "32939 00:00", "1990-03-07 00:00 x", "1990-03-07 00::00",
    ])
  func otherMoments(text: String) {
    #expect(DateNotation.read(Array(text.utf8)) == nil)
  }
}
