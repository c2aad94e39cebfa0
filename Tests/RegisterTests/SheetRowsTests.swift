import GRDB
import Model
import Testing

@testable import Register

@Suite("Rows of small sheets")
struct SheetRowsTests {
  private func take(_ sheet: SheetRows, into register: Register) throws {
    try register.importing(command: "test", takenAt: "") { session in
      let id = try session.add(
        FileEntry(
          kind: sheet.kind, name: "a.csv", bytes: 1, sha256: sheet.kind, encoding: "UTF-8",
          separator: ",", worksheet: nil, columns: []))
      try session.store(sheet, fileID: id)
    }
  }

  @Test("are stored and shown with every column that their description names, blanks as NULL")
  func stored() throws {
    let posts = SheetCatalog.standard[.posts]
    let invented = SheetDescription(
      .posts, posts.title, key: posts.key,
      posts.fields + [SheetField("invented", "新栏", "Invented", .text, example: "一")])
    let register = try Register(sheets: .standard.replacing(invented))
    try take(
      SheetRows(
        kind: "posts", columns: ["places", "office_code", "invented"],
        rows: [
          (2, [.number(3), .text("110102010"), .text("a\"'，")]),
          (3, [.blank, .text("110102011"), .blank]),
        ]), into: register)
    try register.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT row, office_code, places, typeof(places) AS type, invented
          FROM post ORDER BY row
          """)
      #expect(
        rows == [
          [
            "row": 2, "office_code": "110102010", "places": 3, "type": "integer",
            "invented": "a\"'，",
          ],
          ["row": 3, "office_code": "110102011", "places": nil, "type": "null", "invented": nil],
        ])
    }
  }

  @Test("are shown by views that keep their names and columns")
  func views() throws {
    let columns: [String: String] = [
      "office": "office_code office_name district_code district_name bureau",
      "post": """
      office_code places post_code post_name places_assistance interview_ratio written_minimum \
      interview_minimum plan_id
      """,
      "checks": "application_no check outcome done_on by clause",
      "responses": "application_no stage answer on",
      "caseload": """
      office_code as_of officers assistants subjects subjects_strict subjects_general \
      subjects_lenient intakes releases investigations
      """,
      "history": "office_code month subjects intakes releases",
      "assistant": """
      assistant_no name resident_id office_code on_duty_from on_duty_until application_no post_code \
      sex phone address employment_form contract_from contract_until probation_until left_reason \
      replaces
      """,
      "training": "assistant_no held_on hours kind topic session_no organised_by status",
      "training_session": "session_no held_on hours kind organised_by audience office_code",
      "supervision": """
      assistant_no found_on found_by kind duty severity note finding_no basis closed_on
      """,
      "follow_up": "finding_no step on by document_no decision handed_to period",
      "relation": """
      assistant_no case_no relation declared_on ended_on decision decided_by decided_on
      """,
      "case_assignment": "assistant_no case_no office_code role from until",
      "duty": "office_code assistant_no item activity role from until assigned_by",
      "feedback": "office_code period_from period_until sent_on by document_no",
      "acknowledgement": "assistant_no text_version signed_on",
      "contact": "held_on between topic document_no",
    ]
    try Register().read { database in
      for (view, names) in columns {
        let found = try database.columns(in: view).map(\.name).joined(separator: " ")
        #expect(found == "file_id row " + names)
      }
      #expect(
        try database.columns(in: "results").map(\.name).joined(separator: " ")
          == """
          run office_code rank application_no name verdict tier points tied decided_by reasons
          """)
      let applicant = try database.columns(in: "applicant").map(\.name)
      #expect(Set(applicant).isSuperset(of: ApplicantField.allCases.map(\.id)))
    }
  }
}
