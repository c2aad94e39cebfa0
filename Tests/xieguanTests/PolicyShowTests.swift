import Foundation
import Testing

@Suite("What policy show says")
struct PolicyShowTests {
  private struct Shown: Decodable {
    struct Check: Decodable {
      let id: String
      let clause: String
      let runBy: String
    }

    let checks: [Check]
    let clauses: [Clause]

    struct Clause: Decodable {
      let number: String
      let carriedBy: [String]
    }
  }

  @Test("of each check names a command that runs it, and the command runs", .timeLimit(.minutes(3)))
  func everyCheckRuns() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sheets = Command.root.appendingPathComponent("Samples/xicheng-service-2024").path
    let batch = try Command(
      "xieguan batch \(sheets)/*.csv --output r --as-of 2025-01-10; mv r/xieguan.sqlite .",
      in: folder)
    #expect(batch.status == 0, "\(batch.errors)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let shown = try decoder.decode(
      Shown.self,
      from: Data(try Command("xieguan policy show --lang zh --json", in: folder).output.utf8))
    #expect(shown.checks.count >= 14)
    for check in shown.checks {
      let command = try Command(check.runBy + " --as-of 2025-01-10", in: folder)
      #expect(command.status <= 1, "\(check.id): \(check.runBy)\n\(command.errors)")
      #expect(!command.output.isEmpty || check.id == "consultation" || check.id == "staffing_plan")
    }
    // Whatever carries a clause as a check can be run.
    let known = Set(shown.checks.map(\.id))
    for check in ["recusal", "yearly_training", "supervision_feedback", "discipline_findings"] {
      #expect(known.contains(check))
      #expect(shown.clauses.contains { $0.carriedBy.contains(check) })
    }
  }
}
