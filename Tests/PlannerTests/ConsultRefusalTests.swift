import Consultation
import Foundation
import Model
import Policy
import GRDB
import Testing

@testable import Planner
@testable import Register
@testable import Reporting

@Suite("A consultation stops")
struct ConsultRefusalTests {
  @Test("at a package that was received before, and keeps nothing")
  func replay() throws {
    let story = try ConsultStory()
    let request = try story.request()
    try story.receive()
    let before = try story.asked.checkAudit().head
    #expect(throws: ConsultError.replayed(request.id, number: request.number)) {
      try story.receive()
    }
    #expect(try story.asked.checkAudit().head == before)
  }

  @Test("at an old request that a later one has overtaken")
  func overtaken() throws {
    let story = try ConsultStory()
    let old = try story.request("old")
    try story.request("new", number: "西人社函〔2024〕13号")
    try story.receive("new")
    #expect(throws: ConsultError.overtaken(number: old.number, serial: 1)) {
      try story.receive("old")
    }
    #expect(try story.asked.consultations().count == 1)
  }

  @Test("at facts, rules or a list that do not give the digest that was signed")
  func forged() throws {
    let story = try ConsultStory()
    try story.request()
    // The sender's own key signs each of these, so only the recomputation can tell.
    func forge(_ name: String, _ change: (String, inout [UInt8]) -> Void) throws {
      let package = try story.open("req")
      let draft = try PackageDraft(output: story.path(name), password: nil)
      for resource in package.signed.manifest.resources where resource.path != "readme.txt" {
        var bytes = try #require(package.files[resource.path])
        change(resource.path, &bytes)
        try draft.addFile(bytes, as: resource.path, title: "", mediaType: resource.mediatype)
      }
      try draft.addGuide(package.terms)
      try draft.seal(draft.manifest(package.terms), with: story.hrKey)
      try draft.publish()
    }
    func swap(_ text: String, _ other: String, _ bytes: inout [UInt8]) {
      bytes = Array(String(decoding: bytes, as: UTF8.self).replacing(text, with: other).utf8)
    }
    try forge("facts") { if $0 == "applicants.csv" { swap("\"属实\"", "\"待核\"", &$1) } }
    #expect { try story.receive("facts") } throws: { error in
      (error as? ConsultError)?.code == "digest_differs"
    }
    try forge("list") { if $0 == "ranking.csv" { swap("\"eligible\"", "\"pending\"", &$1) } }
    #expect(throws: ConsultError.listDiffers("ranking.csv")) { try story.receive("list") }
    try forge("rules") { if $0 == "policy.yaml" { $1 += Array("\n# 改\n".utf8) } }
    #expect(throws: PackageError.policyReplaced) { try story.receive("rules") }
    #expect(try story.asked.consultations().isEmpty)
  }

  @Test("at a reply where a request should be, and the other way round")
  func wrongKind() throws {
    let story = try ConsultStory()
    let request = try story.request()
    #expect(throws: ConsultError.notAReply) {
      try story.record("req")
    }
    try story.receive()
    try story.reply(to: request, opinions: story.fill { _ in ("同意", "") })
    #expect(throws: ConsultError.isReply) {
      try story.receive("ans")
    }
    // A register that never asked has nowhere to put the answer.
    #expect(
      throws: ConsultError.requestUnknown(number: request.number, title: request.title)
    ) { try story.record(into: Register()) }
  }

  @Test(
    "at an opinion sheet that does not match, and names the row",
    arguments: [
      ("application_no,opinion\nXC20241003,同意\nNOBODY,同意\n", "opinion_subject_unknown"),
      ("application_no,opinion\nXC20241003,同意\nXC20241003,不同意\n", "opinion_subject_twice"),
      ("application_no,opinion\nXC20241003,也许\n", "opinion_wrong"),
      ("application_no,opinion,on\nXC20241003,同意,六月十日\n", "date_wrong"),
      ("application_no,opinion\nXC20241003,同意,多一格\n", "fields_too_many"),
      ("意见,意见说明\n同意,甲\n", "opinion_column_missing"),
      ("报名序号,意见说明\nXC20241003,同意\n", "column_missing"),
    ])
  func sheets(text: String, code: String) throws {
    let story = try ConsultStory()
    let request = try story.request()
    try story.receive()
    let sheet = try story.sample.file("sheet.csv", Array(text.utf8))
    #expect { try story.reply(to: request, opinions: sheet) } throws: { error in
      (error as? any ExplainedError)?.code == code
    }
    #expect(!FileManager.default.fileExists(atPath: story.path("ans")))
  }

  @Test("for a person to decide where two answers differ, and goes on when one has decided")
  func twoAnswers() throws {
    let story = try ConsultStory()
    let request = try story.request()
    try story.receive()
    let subjects = try story.asker.subjects(of: request)
    let (first, same) = (subjects[0], subjects[1])
    try story.reply(
      "one", to: request,
      opinions: story.fill { [first, same].contains($0) ? ("同意", "") : ("", "") })
    try story.reply(
      "two", to: request,
      opinions: story.fill { $0 == first ? ("不同意", "") : ("同意", "") })
    #expect(try story.record("one").held.isEmpty)
    let second = try story.record("two")
    #expect(second.held.map(\.subject) == [first])
    #expect(second.held.map(\.conflict) == [.twoAnswers])
    #expect(second.opinions.count { $0.state == .stands } == second.opinions.count - 1)
    #expect(try story.record("two", keeping: ("赵处长", "以后函为准")).held.isEmpty)
    // Only the one that differed gives way.
    #expect(
      try story.record("one").opinions.filter { $0.state == .replaced }.map(\.subject) == [first])
    #expect(try story.asker.checkAudit().isSound)
  }

  @Test("for a person to decide where an answer is to an older request")
  func olderRequest() throws {
    let story = try ConsultStory()
    let request = try story.request("old")
    try story.receive("old")
    try story.request("new", number: "西人社函〔2024〕13号")
    try story.reply(to: request, opinions: story.fill("old") { _ in ("同意", "") })
    let answer = try story.record()
    #expect(answer.held.count == answer.opinions.count)
    #expect(Set(answer.held.map(\.conflict)) == [.olderRequest])
  }

  @Test("for a person to decide where an applicant is no longer there")
  func gone() throws {
    let story = try ConsultStory()
    let request = try story.request()
    try story.receive()
    try story.reply(to: request, opinions: story.fill { _ in ("同意", "") })
    for batch in try story.asker.batches(ofRun: story.run.id) {
      _ = try story.asker.withdraw(batch, by: "赵处长", reason: "重报", moment: "2024-06-05T09:00:00Z")
    }
    let answer = try story.record()
    #expect(Set(answer.opinions.map(\.conflict)) == [.gone])
    #expect(!answer.opinions.isEmpty)
  }

  @Test("before a run that no longer comes out is sent, and before one that cannot be kept is")
  func changedRegister() throws {
    let story = try ConsultStory()
    // Somebody has changed a fact behind the program's back.
    try story.asker.write {
      try $0.tamper(with: .localHousehold) { _, _ in "否" }
    }
    #expect(throws: ConsultError.runDiffers(story.run.id)) { try story.request() }
    #expect(!FileManager.default.fileExists(atPath: story.path("req")))
    let other = try ConsultStory()
    try other.asker.write { try $0.execute(sql: "DROP TABLE consultation_subject") }
    #expect(throws: (any Error).self) { try other.request() }
    #expect(!FileManager.default.fileExists(atPath: other.path("req")))
  }

  @Test("before anything is written where there is nobody to ask about")
  func nobody() throws {
    let story = try ConsultStory()
    #expect(throws: ConsultError.nobody) { try story.request(office: "110101001") }
    #expect(!FileManager.default.fileExists(atPath: story.path("req")))
    #expect(try story.asker.consultations().isEmpty)
  }
}
