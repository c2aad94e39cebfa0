import Intake
import Model
import Reporting
import Staffing
import Testing

@testable import Planner

@Suite("A sheet of weights")
struct WeightsSheetTests {
  private func units(_ text: String) throws -> [AllocationUnit] {
    let story = try SampleStory()
    var quota = Quota(total: 0)
    quota.keepsInPost = true
    return try quota.units(from: story.file("w.csv", Array(text.utf8))).units
  }

  @Test(
    "is read by its headers in either language, or in the usual order where it has none",
    arguments: [
      "权重,街道名称,在岗\n57,甲,3\n12,乙,0\n", "name,weight,in_post\n甲,57,3\n乙,12,0\n",
      "各街道对象数\n序号;名称;权重;在岗人数\n1;甲;５７;3\n2;乙;+12;0\n合计;;69;3\n",
      "甲,57,3\n乙,12,0\n", "甲,57,3\n乙,12,0\n合计,69,3\n",
    ])
  func kindly(text: String) throws {
    let units = try units(text)
    #expect(units.map(\.name) == ["甲", "乙"])
    #expect(units.map(\.weight) == [57, 12])
    #expect(units.map(\.minimum) == [3, 0])
  }

  @Test("must say who is in post where nobody is to get fewer", arguments: ["甲,1,\n", "甲,1\n"])
  func inPostUnknown(text: String) {
    #expect(throws: StaffingError.allocation(.inPostUnknown(names: ["甲"]))) {
      _ = try units(text)
    }
  }

  @Test("names the totals that it left out")
  func total() throws {
    let story = try SampleStory()
    let path = try story.file("w.csv", Array("甲,6\n乙,3\n合计,9\n".utf8))
    let answer = try Quota(total: 9).share(byWeightsIn: path, isExplained: false)
    #expect(answer.notes(Wording(.zh)).contains { $0.contains("合计") })
    #expect(answer.lines(Wording(.zh)) == ["单位\t权重\t名额", "甲\t6\t6", "乙\t3\t3", "合计\t9\t9"])
  }

  @Test("may hold weights of eighteen digits")
  func large() throws {
    #expect(
      try units("甲,999999999999999999,0\n乙,0,0\n").map(\.weight) == [999_999_999_999_999_999, 0])
  }

  @Test(
    "is refused with the place of what is wrong",
    arguments: [
      ("名称,权重\n甲,1\n乙,1.5\n", "number_wrong", 3, "权重"),
      ("名称,权重\n甲,1\n乙,\n", "required_blank", 3, "权重"),
      ("名称,权重\n甲,1\n,1\n", "required_blank", 3, "名称"),
      ("名称,权重,在岗\n甲,1,-1\n", "number_wrong", 2, "在岗"),
      ("甲,1\n乙,1\n甲,2\n", "key_repeated", 1, "名称"),
      ("甲,1\n乙,多\n", "number_wrong", 2, "权重"),
    ])
  func refused(text: String, code: String, row: UInt32, column: String) {
    #expect { _ = try units(text) } throws: { error in
      guard case .rowWrong(_, let title, let finding) = error as? IntakeError else { return false }
      return finding.code.rawValue == code && finding.row == row && title == column
    }
  }
}
