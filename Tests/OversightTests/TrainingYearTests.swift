import Model
import Oversight
import Testing

@Suite("A year of training")
struct TrainingYearTests {
  static func year(
    _ year: Int, asOf date: String = "2024-06-01", counting kinds: Set<TrainingKind>? = nil
  ) throws -> TrainingYear {
    var settings = try Invented.settings()
    if let kinds { settings.trainingCounts = kinds }
    let asOf = try day(date)
    return TrainingYear(
      year, of: TrainingSheets(records: try Invented.training(), asOf: asOf),
      roster: try Invented.roster(), asOf: asOf, settings: settings)
  }

  @Test("adds what the bureau held, each session once, and what somebody in post could attend")
  func organised() throws {
    let bureau = try Self.year(2023).bureau
    #expect(bureau.organised.description == "27.00")
    #expect(bureau.openToAll.description == "19.00")
    #expect(bureau.organiserUnstated == bureau.organised)
    #expect(bureau.status == .notJudged(.beforeOpinion))
  }

  @Test(
    "adds the hours that count, by the setting",
    arguments: [
      ("XZ001", "16.00", "24.00"), ("XZ002", "15.75", "23.75"), ("XZ003", "16.25", "24.25"),
      ("XZ005", "19.00", "27.00"), ("XZ004", "0.00", "0.00"), ("XZ025", "19.50", "23.50"),
    ])
  func attended(number: String, professional: String, all: String) throws {
    let people = try Self.year(2023).people
    let person = try #require(people.first { $0.assistant == number })
    #expect(person.professional.description == professional)
    #expect(person.status == .notJudged(.beforeOpinion))
    let wider = try Self.year(2023, counting: [.preService, .inService, .general]).people
    #expect(wider.first { $0.assistant == number }?.professional.description == all)
  }

  @Test("a year that is not over is in progress, and names what is lacking yet")
  func inProgress() throws {
    let person = try #require(try Self.year(2024).people.first { $0.assistant == "XZ001" })
    #expect(person.professional.description == "11.50")
    #expect(person.status == .inProgress(Hours(hundredths: 12_50)))
    #expect(!person.waits)
  }

  @Test("tells training before the first day from training that came late, is missing or not due")
  func preService() throws {
    func state(_ number: String, _ year: Int) throws -> TrainingYear.PreService {
      let person = try #require(try Self.year(year).people.first { $0.assistant == number })
      return try #require(person.preService.first)
    }
    let first = try state("XZ025", 2023)
    #expect(first.state == .done(try day("2023-06-30")))
    #expect(!first.isJudged)
    let late = try state("XZ026", 2024)
    #expect(late.state == .late(try day("2024-02-02")))
    #expect(late.waits)
    #expect(try state("XZ027", 2024).state == .missing)
    let people = try Self.year(2024).people
    #expect(!people.contains { $0.assistant == "XZ028" })
    let entrant = Roster([
      Spell(assistant: "A", person: "a", office: "110102001", from: try day("2024-06-03"))
    ])
    let settings = try Invented.settings()
    for (date, expected) in [
      ("2024-06-03", TrainingYear.PreService.State.missing), ("2024-06-10", .missing),
    ] {
      let asOf = try day(date)
      let year = TrainingYear(
        2024, of: TrainingSheets(records: [], asOf: asOf), roster: entrant, asOf: asOf,
        settings: settings)
      #expect(year.people.first?.preService.first?.state == expected)
    }
  }

  @Test(
    "takes training on the first day at the latest for training before it",
    arguments: [("2024-02-28", true), ("2024-02-29", true), ("2024-03-01", false)])
  func firstDay(held: String, isInTime: Bool) throws {
    let asOf = try day("2024-06-01")
    let roster = Roster([
      Spell(assistant: "A", person: "a", office: "110102001", from: try day("2024-02-29"))
    ])
    let record = TrainingRecord(
      assistant: "A", day: try day(held), hours: Hours(hundredths: 800), kind: .preService)
    let year = TrainingYear(
      2024, of: TrainingSheets(records: [record], asOf: asOf), roster: roster, asOf: asOf,
      settings: try Invented.settings())
    let expected: TrainingYear.PreService.State =
      isInTime ? .done(try day(held)) : .late(try day(held))
    #expect(year.people.first?.preService.first?.state == expected)
    #expect(year.people.first?.waits == !isInTime)
  }

  @Test("counts those in post on a day as the caseload sheet does")
  func inPost() throws {
    let roster = try Invented.roster()
    func count(_ text: String) throws -> Int {
      roster.headcounts(on: try day(text)).values.reduce(0, +)
    }
    #expect(try count("2024-05-31") == 22)
    #expect(try count("2024-06-03") == 23)
  }

  @Test(
    "judges the hours of a finished year at the threshold",
    arguments: [(23_99, false), (24_00, true), (24_01, true)])
  func threshold(hundredths: Int, isMet: Bool) throws {
    let roster = Roster([
      Spell(assistant: "A", person: "a", office: "110102001", from: try day("2020-01-01"))
    ])
    func status(_ asOf: String) throws -> TrainingYear.Status? {
      let asOf = try day(asOf)
      let record = TrainingRecord(
        assistant: "A", day: try day("2024-05-05"), hours: Hours(hundredths: hundredths),
        kind: .inService)
      let sheets = TrainingSheets(records: [record], asOf: asOf)
      return TrainingYear(
        2024, of: sheets, roster: roster, asOf: asOf, settings: try Invented.settings()
      ).people.first?.status
    }
    let lacking = Hours(hundredths: hundredths).shortfall(from: Hours(hundredths: 24_00))
    #expect(try status("2024-12-31") == (isMet ? .met : .short(lacking)))
    #expect(try status("2024-12-30") == (isMet ? .met : .inProgress(lacking)))
  }

  @Test(
    "does not judge somebody who was not in post all year, and does not know of offices without a sheet"
  )
  func notJudged() throws {
    let asOf = try day("2025-01-10")
    let roster = Roster([
      Spell(assistant: "A", person: "a", office: "110102001", from: try day("2024-01-02")),
      Spell(assistant: "B", person: "b", office: "110102002", from: try day("2020-01-02")),
      Spell(
        assistant: "C", person: "c", office: "110102003", from: try day("2020-01-02"),
        until: try day("2024-05-31")),
      Spell(assistant: "C", person: "c", office: "110102004", from: try day("2024-06-01")),
      Spell(assistant: "D", person: "d", office: "110102003", from: try day("2020-01-02")),
    ])
    func record(_ who: String, _ attendance: Attendance = .present) throws -> TrainingRecord {
      TrainingRecord(
        assistant: who, day: try day("2024-03-01"), hours: Hours(hundredths: 400),
        kind: .inService, attendance: attendance)
    }
    let sheets = TrainingSheets(
      records: [try record("A"), try record("C"), try record("D", .absent)], asOf: asOf)
    let people = TrainingYear(
      2024, of: sheets, roster: roster, asOf: asOf, settings: try Invented.settings()
    ).people
    #expect(
      people.map(\.status) == [
        .notJudged(.partOfYear), .unknown, .short(Hours(hundredths: 2000)),
        .short(Hours(hundredths: 2400)),
      ])
    #expect(people.map(\.office) == ["110102001", "110102002", "110102004", "110102003"])
  }

  @Test("what somebody made up for counts for the person and is no training that was held")
  func madeUp() throws {
    let asOf = try day("2024-12-31")
    let roster = Roster([
      Spell(assistant: "A", person: "a", office: "110102001", from: try day("2020-01-01"))
    ])
    let record = TrainingRecord(
      assistant: "A", day: try day("2024-05-05"), hours: Hours(hundredths: 24_00),
      kind: .inService, attendance: .madeUp)
    let year = TrainingYear(
      2024, of: TrainingSheets(records: [record], asOf: asOf), roster: roster, asOf: asOf,
      settings: try Invented.settings())
    #expect(year.people.first?.status == .met)
    #expect(year.bureau.status == .short(Hours(hundredths: 24_00)))
  }

  @Test("lists the offices that were not told of their people's last training")
  func feedback() throws {
    let asOf = try day("2024-12-31")
    let roster = Roster([
      Spell(assistant: "A", person: "a", office: "110102001", from: try day("2020-01-02")),
      Spell(assistant: "B", person: "b", office: "110102002", from: try day("2020-01-02")),
      Spell(assistant: "C", person: "c", office: "110102003", from: try day("2020-01-02")),
    ])
    let records = try ["A", "B"].map {
      TrainingRecord(
        assistant: $0, day: try day("2024-05-20"), hours: Hours(hundredths: 400), kind: .inService)
    }
    func report(_ office: String, _ until: String, sent: String) throws -> TrainingFeedback {
      TrainingFeedback(
        office: office, from: try day("2024-01-01"), until: try day(until), sent: try day(sent))
    }
    let sheets = TrainingSheets(
      records: records,
      feedback: [
        try report("110102001", "2024-05-20", sent: "2024-05-20"),
        try report("110102002", "2024-05-19", sent: "2024-06-20"),
      ], asOf: asOf)
    let offices = TrainingYear(
      2024, of: sheets, roster: roster, asOf: asOf, settings: try Invented.settings()
    ).offices
    #expect(offices.map(\.isReported) == [true, false, nil])
    #expect(offices.map(\.waits) == [false, true, false])
  }
}
