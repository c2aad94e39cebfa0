import Foundation
import Model
import Testing

@Suite("Guidance")
struct GuidanceTests {
  private let guidance = Guidance(
    "请用 \(.replay(run: "4f2a")) 查明第 \(7) 行。", "Find row \(7) out with \(.replay(run: "4f2a")).")

  @Test("words its steps as the front does that shows it")
  func wordedByAFront() {
    let link: StepWording = { step, language in
      language == .zh && step == .replay(run: "4f2a") ? "<a href=replay>重算</a>" : "another step"
    }
    #expect(guidance.text(in: .zh, link) == "请用 <a href=replay>重算</a> 查明第 7 行。")
    #expect(guidance.text(in: .en, link) == "Find row 7 out with another step.")
  }

  @Test("names its steps where no front shows it")
  func named() {
    #expect(guidance.zh == "请用 “重算 4f2a” 查明第 7 行。")
    #expect(guidance[.en] == "Find row 7 out with “Replay 4f2a”.")
  }

  @Test("is encoded in the encoder's language with its words for steps")
  func encoded() throws {
    let encoder = JSONEncoder()
    #expect(try encoder.encode([guidance]) == Data("[\"\(guidance.zh)\"]".utf8))
    encoder.userInfo[.language] = Language.en
    let typed: StepWording = { _, _ in "`replay`" }
    encoder.userInfo[.stepWording] = typed
    #expect(try encoder.encode([guidance]) == Data("[\"Find row 7 out with `replay`.\"]".utf8))
  }

  @Test("leaves out what an error does not say")
  func emptyParts() {
    #expect(
      Interruption.interrupted.message(in: .en)
        == "Interrupted: the register and the results are as they were, nothing was changed")
  }
}
