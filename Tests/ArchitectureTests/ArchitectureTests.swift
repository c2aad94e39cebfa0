import Foundation
import Testing

/// The rooms and the rooms of ours that each may know; data moves one way.
private let rooms: [String: Set<String>] = [
  "Model": [],
  "Cryptography": ["CCrypto"],
  "Policy": ["Model"],
  "Tabular": ["Cryptography", "Model", "CLibCSV", "CZip", "CExpat", "CXLSXWriter", "CRename"],
  "Intake": ["Model", "Tabular"],
  "Register": ["Cryptography", "Model"],
  "Scoring": ["Cryptography", "Model", "Policy"],
  "Staffing": ["Model", "Policy"],
  "Placement": ["Model"],
  "Oversight": ["Model"],
  "Reporting": ["Model", "Policy", "Tabular", "Scoring", "Staffing", "Placement", "Oversight"],
  "Consultation": ["Cryptography", "Model", "Tabular", "CZip"],
  "Planner": [
    "Model", "Policy", "Tabular", "Intake", "Register", "Scoring", "Staffing", "Reporting",
    "Consultation", "Cryptography", "Placement", "Oversight",
  ],
  // Of Policy and Staffing it knows the values of options.
  "xieguan": ["Model", "Policy", "Staffing", "Planner", "Reporting"],
  "CCrypto": [], "CLibCSV": [], "CZip": [], "CExpat": [], "CXLSXWriter": [],
  "CRename": [],
]

@Suite("The house")
struct ArchitectureTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("has the rooms of the table and no others")
  func everyRoomIsKnown() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appendingPathComponent("Sources").path)
    #expect(Set(folders) == Set(rooms.keys))
  }

  @Test("lets each room know only the rooms before it", arguments: rooms.keys.sorted())
  func importsFollowTheTable(room: String) throws {
    let folder = Self.root.appendingPathComponent("Sources/\(room)")
    let allowed = try #require(rooms[room])
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else {
          continue
        }
        let name = String(words[index + 1])
        // The command line opens the register in one place, and hands it to use cases.
        if name == "Register", room + "/" + file == "xieguan/GlobalOptions.swift" { continue }
        if rooms[name] != nil {
          #expect(allowed.contains(name), "\(room)/\(file) imports \(name)")
        }
      }
    }
  }

  @Test(
    "keeps the deciding rooms pure: no file, clock, chance, environment or printing",
    arguments: ["Model", "Policy", "Scoring", "Staffing", "Placement", "Oversight"])
  func deciding(room: String) throws {
    let forbidden =
      /\b(FileManager|FileHandle|ProcessInfo|SystemRandomNumberGenerator|UUID|getenv|fopen|print|debugPrint|exit)\(|\bDate\(\)|(String|Data)\(contentsOf|\.now\b|\b(Continuous|Suspending)Clock\b|\.random(Element)?\(\)|\.shuffled?\(\)|FileManager\.default/
    let folder = Self.root.appendingPathComponent("Sources/\(room)")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") where line.firstMatch(of: forbidden) != nil {
        Issue.record("\(room)/\(file): \(line)")
      }
    }
  }

  @Test("keeps its top level to six names and dot-files")
  func topLevel() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(
      Set(names).isSubset(
        of: ["Package.swift", "Sources", "Tests", "Samples", "Reports", "README.md"]))
  }
}
