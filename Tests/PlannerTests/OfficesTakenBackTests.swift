import Foundation
import Model
import Policy
import Register
import Testing

@testable import Planner

@Suite("Offices that applicants name")
struct OfficesTakenBackTests {
  private static let offices = """
    街道代码,街道名称,区代码,区名称
    310101002,外滩街道,310101,黄浦区
    310101013,南京东路街道,310101,黄浦区

    """
  private static let applicants = """
    报名序号,姓名,身份证号,应聘街道代码,公道正派,政治素质,组织协调,言语文字表达,计算机操作
    T1,测试乙,110102198503150036,310101002,是,是,是,是,是

    """

  private let story: SampleStory
  private let register: Register

  init() throws {
    story = try SampleStory()
    register = try Register()
    for (name, text) in [("o.csv", Self.offices), ("a.csv", Self.applicants)] {
      _ = try story.take([story.file(name, Array(text.utf8))], into: register)
    }
  }

  private func undo(_ batch: Int64) throws {
    _ = try register.undo(batch, by: "王", reason: "试", moment: SampleStory.moment)
  }

  private func score() throws -> String {
    let policy = try PolicyPack.named("beijing-2023")
    let run = try ScoringRun(
      over: register, policy: policy, asOf: #require(CivilDate(iso: "2024-06-01")))
    try run.store(in: register)
    return run.id
  }

  private func list(_ run: String) throws -> String {
    let path = story.scratch.appendingPathComponent("\(UUID().uuidString).csv").path
    try register.writeRanking(
      run, office: nil, as: .csv, to: path, masksNames: false, language: .zh)
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("are not taken back while somebody has applied there, and nothing is changed")
  func refused() throws {
    let error = RegisterError.officesNamed(batch: 1, codes: ["310101002"])
    #expect(throws: error) { try undo(1) }
    #expect(try list(score()).contains("外滩街道"))
  }

  @Test("go where the applicants have gone first, or where another sheet names them")
  func allowed() throws {
    let again = Self.offices.replacing("外滩街道", with: "外滩新街道")
    let before = try score()
    _ = try story.take([story.file("o2.csv", Array(again.utf8))], into: register)
    try undo(1)
    #expect(try list(before).contains("外滩街道"), "an old list keeps the names it was made with")
    #expect(try !list(before).contains("外滩新街道"))
    try undo(2)
    try undo(3)
  }
}
