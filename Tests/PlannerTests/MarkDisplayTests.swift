import Foundation
import Model
import Policy
import Register
import Reporting
import Testing

@testable import Planner

@Suite("Marks that decide")
struct MarkDisplayTests {
  private static let policy = """
    policy: half
    extends: beijing-2023
    title: {zh: 一, en: one}
    in_force: {from: 2024-01-01}
    mark:
      parts: [{fact: written_score, percent: 55}, {fact: interview_score, percent: 45}]
      local: {zh: 一, en: one}
    change:
      - {ranking: x, order: [tier, total], reason: {zh: 一, en: one}}
    """
  private static let sheet = """
    报名序号,姓名,身份证号,应聘街道代码,公道正派,政治素质,组织协调,言语文字表达,计算机操作,笔试成绩,面试成绩
    T1,测试乙,110102198503150036,110102010,是,是,是,是,是,80.01,90.5
    T2,测试丙,110102198503150052,110102010,是,是,是,是,是,70,90
    T3,测试丁,110102198503150079,110102010,是,是,是,是,是,95,

    """

  private let story: SampleStory
  private let register: Register
  private let run: String

  init() throws {
    story = try SampleStory()
    register = try Register()
    _ = try story.take([story.file("a.csv", Array(Self.sheet.utf8))], into: register) {
      $0.badRows = .takeGoodRows
    }
    let policy = try PolicyPack.named("half.yaml") { _ in Array(Self.policy.utf8) }
    let made = try ScoringRun(
      over: register, policy: policy, asOf: #require(CivilDate(iso: "2024-06-01")))
    try made.store(in: register)
    run = made.id
  }

  private func ranking(_ format: RankingFormat, office: String? = nil) throws -> String {
    let path = story.scratch.appendingPathComponent("out-\(UUID().uuidString)").path
    try register.writeRanking(
      run, office: office, as: format, to: path, masksNames: false, language: .zh)
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test(
    "stand in the list with every part, its weight and what decides", arguments: [nil, "110102010"])
  func list(office: String?) throws {
    let lines = try ranking(.csv, office: office).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: ["\"", "\u{FEFF}"])
      }
    }
    #expect(lines[0].suffix(2) == ["marks", "total"])
    let rows = lines.dropFirst().map { [$0[4], $0[3], $0[14], $0[15]] }
    #expect(
      rows == [
        ["T1", "1", "written_score 80.01*55%; interview_score 90.50*45%", "84.73"],
        ["T2", "2", "written_score 70.00*55%; interview_score 90.00*45%", "79.00"],
        ["T3", "", "written_score 95.00*55%; interview_score *45%", ""],
      ])
  }

  @Test("stand on the page and in JSON with the exact sum and its rounding")
  func page() throws {
    let sum = "笔试成绩 80.01 × 55% + 面试成绩 90.50 × 45% = 84.7305，四舍五入 84.73"
    #expect(try ranking(.html).contains(sum))
    #expect(try ranking(.html).contains("面试成绩 未填"))
    let json = try ranking(.json)
    #expect(json.contains(#""total":"84.73""#) && json.contains(#""total":"""#))
  }

  @Test("are explained with the cells that hold them")
  func explained() throws {
    let lines = try register.explain("T1", inRun: run).lines(Wording(.zh))
    #expect(lines.contains { $0.contains("= 84.7305，四舍五入 84.73") })
    #expect(lines.contains("      笔试成绩＝「80.01」　a.csv 第 2 行 J 列"))
    let open = try register.explain("T3", inRun: run).lines(Wording(.zh))
    #expect(open.contains { $0.contains("缺有效成绩，不能排名") })
    #expect(open.contains("      面试成绩＝「空」　a.csv 第 4 行 K 列"))
  }
}
