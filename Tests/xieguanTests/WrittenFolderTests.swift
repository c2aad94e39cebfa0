import Foundation
import GRDB
import Model
import Testing

@Suite("A folder of results", .serialized)
final class WrittenFolderTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(InventedSheet.text(rows: 300), to: "small.csv")
    try write(InventedSheet.text(rows: 3000).replacing("\nA", with: "\nB"), to: "large.csv")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  private func start(_ arguments: String) throws -> Process {
    let process = Process()
    process.executableURL = Command.products.appendingPathComponent("xieguan")
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    return process
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// How many rows each part of a folder of results tells of; `nil` where there is none.
  private func told(_ name: String) throws -> [Int]? {
    let place = folder.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: place.path) else { return nil }
    let counts = try JSONSerialization.jsonObject(
      with: Data(contentsOf: place.appendingPathComponent("counts.json")))
    let read = (counts as? [String: Any])?["read"] as? Int
    let accepted = (counts as? [String: Any])?["accepted"] as? Int
    let ranked =
      try String(
        contentsOf: place.appendingPathComponent("ranking.csv"), encoding: .utf8
      ).split(separator: "\r\n").count - 1
    let stored = try DatabaseQueue(path: place.appendingPathComponent("xieguan.sqlite").path).read {
      try Row.fetchOne(
        $0, sql: "SELECT SUM(read), (SELECT SUM(result_count) FROM run) FROM file")
    }
    #expect(ranked == accepted && stored?[0] == read && stored?[1] == accepted)
    return read.map { [$0] }
  }

  @Test("is there whole or as before, whenever a batch is killed", .timeLimit(.minutes(2)))
  func killed() throws {
    #expect(try start("batch small.csv --output out --as-of 2024-06-01 --quiet").wait() <= 1)
    let seed = UInt64.random(in: 0...999_999)
    var random = SplitMix64(seed: seed)
    var killed = 0
    for _ in 0..<8 {
      let batch = try start("batch large.csv --output out --as-of 2024-06-01 --quiet")
      Thread.sleep(forTimeInterval: Double.random(in: 0.02..<0.6, using: &random))
      kill(batch.processIdentifier, SIGKILL)
      let status = batch.wait()
      if status == SIGKILL { killed += 1 }
      let read = try told("out")
      #expect(read == [300] || read == [3000], "seed \(seed)")
      for kept in try names() where kept.hasPrefix("out.") {
        #expect(try told(kept) != nil, "seed \(seed)")
      }
    }
    #expect(killed > 0, "seed \(seed): no batch was still running")
    let sound = try Command("xieguan batch small.csv --output out --as-of 2024-06-01", in: folder)
    #expect(sound.status <= 1)
    #expect(try names().filter { $0.hasPrefix(".xieguan") } == [])
    #expect(try told("out") == [300])
  }

  @Test("says what it takes away of a run that was killed")
  func leftovers() throws {
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent(".xieguan-17.part"), withIntermediateDirectories: true)
    try write("x", to: ".xieguan-17.part/ranking.csv")
    try write("x", to: ".xieguan-18.part")
    let batch = try Command("xieguan batch small.csv --output out --as-of 2024-06-01", in: folder)
    #expect(batch.errors.contains("已清理以前中断的运行留下的半成品"))
    #expect(try names() == ["large.csv", "out", "small.csv"])
  }

  @Test("is of one run, where two write to it at once", .timeLimit(.minutes(2)))
  func twoBatches() throws {
    let seed = UInt64.random(in: 0...999_999)
    var random = SplitMix64(seed: seed)
    for _ in 0..<5 {
      let first = try start("batch small.csv --output both --as-of 2024-06-01 --quiet")
      Thread.sleep(forTimeInterval: Double.random(in: 0..<0.3, using: &random))
      let second = try start("batch large.csv --output both --as-of 2024-06-01 --quiet")
      let ends = [first.wait(), second.wait()]
      #expect(
        ends.allSatisfy { $0 <= 1 || $0 == 74 } && ends.contains { $0 <= 1 },
        "seed \(seed): \(ends)")
      #expect(try told("both") != nil)
    }
  }

  @Test("loses no register that two runs begin together", .timeLimit(.minutes(2)))
  func twoImports() throws {
    try write("nonsense\n1\n", to: "bad.csv")
    let seed = UInt64.random(in: 0...999_999)
    var random = SplitMix64(seed: seed)
    for round in 0..<8 {
      let name = "new\(round).sqlite"
      let first = try start("import applicants bad.csv --database \(name) --quiet")
      Thread.sleep(forTimeInterval: Double.random(in: 0..<0.08, using: &random))
      let second = try start("import applicants small.csv --partial --database \(name) --quiet")
      let ends = [first.wait(), second.wait()]
      #expect(ends[0] == 65 || ends[0] == 74, "seed \(seed): \(ends)")
      #expect(ends[1] <= 1 || ends[1] == 74, "seed \(seed): \(ends)")
      let register = folder.appendingPathComponent(name).path
      #expect(
        FileManager.default.fileExists(atPath: register) == (ends[1] <= 1), "seed \(seed): \(ends)")
      guard ends[1] <= 1 else { continue }
      let count = try DatabaseQueue(path: register).read {
        try Int.fetchOne($0, sql: "SELECT SUM(read) FROM file WHERE state = 'taken'")
      }
      #expect(count == 300, "seed \(seed)")
    }
  }
}

extension Process {
  /// Waits for the end, and tells how it came: the status or the signal.
  fileprivate func wait() -> Int32 {
    waitUntilExit()
    return terminationStatus
  }
}
