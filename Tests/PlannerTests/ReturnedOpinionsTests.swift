import Foundation
import Model
import Register
import Testing

@testable import Planner
@testable import Reporting

@Suite("An opinion sheet that is mailed back alone")
struct ReturnedOpinionsTests {
  private func sheet(_ story: ConsultStory, _ path: String) throws -> ReturnedOpinions {
    try ReturnedOpinions(
      path: path, by: "李科员", on: ConsultStory.day("2024-06-11"), at: "2024-06-11T09:00:00Z")
  }

  @Test("counts as unsigned, is marked so everywhere, and no more once the stamped scan is added")
  func unsigned() throws {
    let story = try ConsultStory()
    let request = try story.request()
    try story.receive()
    let first = try #require(try story.asked.subjects(of: request.received).first)
    try story.reply(
      to: request, opinions: story.fill { $0 == first ? ("不同意", "应当回避") : ("", "") })
    let path = story.path("ans/opinions.xlsx")
    let answer = try sheet(story, path).record(into: story.asker)
    #expect(answer.opinions.map(\.subject) == [first])
    #expect(answer.held.isEmpty && !answer.known && answer.unsigned?.scan == nil)
    let notes = answer.notes(Wording(.zh))
    #expect(notes.count == 1 && notes[0].contains("没有签名"))
    func objection() throws -> String {
      try #require(try story.asker.explain(first, inRun: "latest").opinions.first).wording.zh
    }
    #expect(try objection().contains("未签名，待盖章扫描件"))
    func listed() throws -> String {
      try story.asker.listConsultations(asOf: ConsultStory.day("2024-07-01"))
        .lines(Wording(.zh)).joined()
    }
    #expect(try listed().contains("已答复（无字号 2024-06-11［未签名，待盖章扫描件］"))

    let scan = try story.sample.file("scan.pdf", Array("%PDF-1.7".utf8))
    let added = try sheet(story, path).record(into: story.asker, scan: scan)
    #expect(added.known && added.opinions == answer.opinions)
    let digest = try #require(added.unsigned?.scan?.sha256.prefix(12))
    #expect(try objection().contains("有盖章扫描件 \(digest)"))
    #expect(try !listed().contains("待盖章"))
    #expect(added.notes(Wording(.zh)).isEmpty)
    #expect(added.lines(Wording(.zh)).first?.hasSuffix("（早已登记）") == true)
    // The same scan once more is nothing new.
    let count = try story.asker.checkAudit().count
    _ = try sheet(story, path).record(into: story.asker, scan: scan)
    #expect(try story.asker.checkAudit().count == count)
    #expect(try story.asker.checkAudit().isSound)
  }

  @Test("gives way to the signed package that says the same, and one that differs waits")
  func packageFollows() throws {
    let story = try ConsultStory()
    let request = try story.request()
    try story.receive()
    let subjects = try story.asked.subjects(of: request.received)
    let alone = try story.fill { number in
      number == subjects[0] || number == subjects[1] ? ("不同意", "应当回避") : ("", "")
    }
    _ = try sheet(story, alone).record(into: story.asker)
    try story.reply(
      to: request,
      opinions: story.fill { number in
        number == subjects[0]
          ? ("不同意", "应当回避") : number == subjects[1] ? ("同意", "") : ("", "")
      })
    let answer = try story.record()
    #expect(answer.held.map(\.subject) == [subjects[1]])
    let objections = try story.asker.standingObjections()
    #expect(objections[subjects[0]]?.map(\.number) == ["西司函〔2024〕7号"])
    #expect(objections[subjects[1]]?.map(\.number) == [UnsignedReply.number])
  }

  @Test("finds its request by the list, and is refused where that fits none or several")
  func requests() throws {
    let story = try ConsultStory()
    let first = try story.request("a", number: "1")
    let alone = try sheet(story, story.path("a/opinions.xlsx"))
    #expect(try alone.record(into: story.asker).opinions.isEmpty)
    try story.request("b", number: "2")
    let filled = try sheet(story, story.fill("b") { _ in ("同意", "") })
    #expect(throws: ConsultError.requestUnclear(["1", "2"])) {
      try filled.record(into: story.asker)
    }
    // An older request's answers wait, because the later one asks again.
    let older = try filled.record(into: story.asker, answering: first.id)
    #expect(!older.held.isEmpty && older.held.count == older.opinions.count)
    let strange = try story.sample.file("s.csv", Array("报名序号,意见\nX404,同意\n".utf8))
    #expect(throws: ConsultError.requestUnclear([])) {
      try sheet(story, strange).record(into: story.asker)
    }
    #expect(throws: ConsultError.subjectUnknown(row: 2, subject: "X404")) {
      try sheet(story, strange).record(into: story.asker, answering: first.id)
    }
    let early = try ReturnedOpinions(
      path: strange, by: "李", on: ConsultStory.day("2024-06-02"), at: "2024-06-02T09:00:00Z")
    #expect(throws: ConsultError.self) { try early.record(into: story.asker, answering: first.id) }
  }

  @Test("is taken out whole when its time of keeping is over")
  func erased() throws {
    let story = try ConsultStory()
    try story.request()
    let answer = try sheet(story, story.fill { _ in ("同意", "") }).record(into: story.asker)
    try story.asker.erase(
      packages: [answer.entry],
      note: AuditNote(at: "2030-01-01T09:00:00Z", actor: "李", action: "erased", subject: "x"))
    #expect(try story.asker.consultations().map(\.kind) == [.request])
    #expect(try story.asker.unsignedReply(answer.entry) == nil)
  }
}
