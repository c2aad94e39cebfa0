import Model
import Staffing
import Testing

@Suite struct StaffingErrorTests {
  static let errors: [StaffingError] = [
    .change(.malformed("x")),
    .change(.figureNotWhole(name: "officers", text: "x")), .change(.officeUnknown("1")),
    .change(.classesIncomplete), .change(.classesDisagree(sum: 1, subjects: 2)),
    .setting(.missing(name: "x")), .setting(.unknown(name: "x", known: ["y"])),
    .setting(.notDecimal(name: "x", text: "y")), .setting(.notWhole(name: "x", text: "y")),
    .setting(.notOneOf(name: "x", text: "y", known: ["z"])),
    .setting(.notDate(name: "x", text: "y")),
    .setting(.outside(name: "x", value: 0, from: 1, to: 2)), .setting(.twice(name: "x")),
    .setting(.officersOnly(activity: "x")),
    .setting(.officersToo(activity: "x")), .allocation(.noUnits), .allocation(.weightsTooLarge),
    .history(.empty), .history(.twice(office: "x", month: "2024-01")),
  ]

  @Test(
    "Every error says what happened, why that is wrong and what to do, in both languages",
    arguments: errors)
  func parts(error: StaffingError) {
    for language in Language.allCases {
      for part in [error.happened, error.reason, error.remedy] {
        #expect(!part[language].isEmpty)
      }
    }
    #expect(error.happened.zh.unicodeScalars.contains { $0.value > 0x4E00 })
    #expect(error.happened.en != error.happened.zh)
  }

  @Test("No two errors share a code")
  func codes() {
    #expect(Set(Self.errors.map(\.code)).count == Self.errors.count)
  }
}
