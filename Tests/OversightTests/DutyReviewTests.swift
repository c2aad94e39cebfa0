import Model
import Oversight
import Testing

@Suite("Duties")
struct DutyReviewTests {
  static let office = "110102001"

  static func assigned(
    _ activity: DutyActivity, _ role: DutyRole, to assistant: String? = "A", by: String? = nil,
    until: String? = nil
  ) throws -> DutyAssignment {
    DutyAssignment(
      office: office, assistant: assistant, activity: activity, role: role,
      from: try day("2024-01-01"), until: until.flatMap { CivilDate(iso: $0) }, assignedBy: by)
  }

  static func review(_ assignments: [DutyAssignment]) throws -> DutyReview {
    let roster = Roster([
      Spell(assistant: "A", person: "a", office: office, from: try day("2020-01-01")),
      Spell(
        assistant: "B", person: "b", office: office, from: try day("2020-01-01"),
        until: try day("2024-05-01")),
      Spell(assistant: "C", person: "c", office: "110102002", from: try day("2020-01-01")),
    ])
    return DutyReview(assignments, roster: roster, asOf: try day("2024-06-01"))
  }

  @Test(
    "lets an assistant be responsible for four activities, and help with all others of items 1–7")
  func verbs() throws {
    for activity in DutyActivity.allCases where activity.item <= 7 {
      for role in DutyRole.allCases {
        let fault = try Self.review([Self.assigned(activity, role)]).entries.first?.fault
        let own: Set<DutyActivity> = [.phoneReport, .liaison, .serviceProof, .opinions]
        let isBeyond = role == .alone || role == .responsible && !own.contains(activity)
        #expect(fault == (isBeyond ? .beyondVerb : nil), "\(activity) \(role)")
      }
    }
  }

  @Test("bars all work of item 8, whatever the part in it, the open ends of both lists included")
  func barred() throws {
    let barred = DutyActivity.allCases.filter { $0.item == 8 }
    #expect(barred.count == 13)
    for activity in barred {
      for role in DutyRole.allCases {
        #expect(try Self.review([Self.assigned(activity, role)]).entries.first?.fault == .barred)
      }
    }
  }

  @Test(
    "asks of other work that the justice office arranged it",
    arguments: [("司法所", false), ("德胜司法所", false), ("街道办事处", true), (nil, true)]
      as [(String?, Bool)])
  func arranged(by: String?, isAmiss: Bool) throws {
    let fault = try Self.review([Self.assigned(.other, .helps, by: by)]).entries.first?.fault
    #expect(fault == (isAmiss ? .notArranged : nil))
  }

  @Test("names the items that nobody on duty has; an office without a sheet is unknown")
  func coverage() throws {
    let review = try Self.review([
      Self.assigned(.talk, .takesPart), Self.assigned(.filing, .helps, to: "B"),
      Self.assigned(.publicity, .helps, to: nil), Self.assigned(.visit, .takesPart, to: "C"),
      Self.assigned(.support, .helps, until: "2024-05-31"),
    ])
    #expect(review.coverage.map(\.office) == [Self.office, "110102002"])
    #expect(review.coverage.map(\.uncovered) == [[2, 3, 4, 5, 6, 7], nil])
    #expect(review.waits)
  }
}
