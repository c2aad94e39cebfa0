import Model
import Placement
import Testing

@Suite struct PlacementSettingTests {
  @Test("Every setting has a name of its own, a default and a reason")
  func defaults() {
    let settings = PlacementSettings()
    let values = PlacementSetting.allCases.map { settings.value(of: $0) }
    #expect(
      values == [
        "3", "up", "run", "all", "–", "written 40, interview 60", "total", "–", "60.00", "–", "–",
        "–", "no", "1", "7", "2", "review, medical, vetting, withdrawal", "3", "no",
        "5 working_days", "no", "6",
      ])
    let titles = PlacementSetting.allCases.map(\.title)
    #expect(Set(titles.map(\.zh)).count == titles.count)
    for setting in PlacementSetting.allCases {
      #expect(!setting.reason.zh.isEmpty && !setting.reason.en.isEmpty)
    }
  }

  @Test("What is set is what is shown")
  func shown() throws {
    let bands = try #require(
      CandidateRatio(bands: [
        CandidateRatio.Band(upTo: 5, Rational(3)), CandidateRatio.Band(upTo: nil, Rational(2)),
      ]))
    let line = try #require(Mark("80"))
    let settings = PlacementSettings(
      shortlist: ShortlistSettings(ratio: bands, lastPlaceTies: .part(.written)),
      marks: try MarkSettings(ties: [.interview, .lot], competition: .line(line)))
    #expect(settings.value(of: .interviewRatio) == "≤5: 3, 2")
    #expect(settings.value(of: .lastPlaceTies) == "written")
    #expect(settings.value(of: .markTies) == "interview, lot")
    #expect(settings.value(of: .noCompetition) == "line:80.00")
  }

  static let errors: [PlacementError] = [
    .weights(sum: 90), .weightRepeated(.written), .numberRepeated("1"), .officeRepeated("1"),
    .placesNegative(office: "1", places: -1), .outcomeUnsigned(number: "1", check: .medical),
    .clauseMissing(number: "1"), .notListed("1"), .alreadyNotified("1"), .notInLot("1"), .tieOpen,
  ]

  @Test("Every error says what happened, why and what to do, in both languages", arguments: errors)
  func wording(error: PlacementError) {
    for language in Language.allCases {
      #expect(error.message(in: language).split(separator: "\n").count == 3)
    }
    #expect(Set(Self.errors.map(\.code)).count == Self.errors.count)
  }
}
