import Foundation
import Model
import Testing

@testable import Tabular

@Suite("Files and folders that are written", .serialized)
final class OutputFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "output-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  @Test("Nothing is written over: no file, no folder, no device, no link, not even one to nowhere")
  func nothingOverwritten() throws {
    let files = FileManager.default
    try Data("mine".utf8).write(to: folder.appending(path: "file"))
    try files.createDirectory(atPath: path("folder"), withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: path("link"), withDestinationPath: path("file"))
    try files.createSymbolicLink(atPath: path("nowhere"), withDestinationPath: path("absent"))
    for place in ["file", "folder", "link", "nowhere"].map(path) + ["/dev/null"] {
      #expect(throws: TabularError.exists(path: place)) { try OutputFile.write([1], to: place) }
    }
    #expect(try names() == ["file", "folder", "link", "nowhere"])
    #expect(try text("file") == "mine")
  }

  @Test("A file that somebody makes while ours is written stays")
  func faster() throws {
    let file = try OutputFile(path: path("a"))
    try Data("theirs".utf8).write(to: folder.appending(path: "a"))
    #expect(throws: TabularError.exists(path: path("a"))) { try file.finish() }
    #expect(try text("a") == "theirs")
  }

  @Test("A file is its owner's alone, and nobody sees it before it is whole")
  func draft() throws {
    do {
      let file = try OutputFile(path: path("a"))
      let names = try names()
      #expect(names.count == 1 && names[0].hasPrefix(".xieguan-"))
      try "字".utf8.withContiguousStorageIfAvailable { try file.write(UnsafeRawBufferPointer($0)) }
      try file.finish()
    }
    #expect(try names() == ["a"])
    let mode = try FileManager.default.attributesOfItem(atPath: path("a"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    do { _ = try OutputFile(path: path("b")) }
    #expect(try names() == ["a"])
  }

  @Test("A name may be as long as the file system takes")
  func longNames() throws {
    for count in [253, 255] {
      let name = String(repeating: "a", count: count)
      try OutputFile.write([1], to: path(name))
      #expect(try Data(contentsOf: folder.appending(path: name)) == Data([1]))
    }
    let name = FileName.safe(String(repeating: "街", count: 300) + "/\u{1}", ending: "-2.xlsx")
    #expect(name.utf8.count <= 255 && name.hasSuffix("街-2.xlsx"))
    #expect(FileName.safe("a/b\\c\n", ending: ".csv") == "a／b＼c_.csv")
  }

  @Test(
    "What a killed run has left is taken away; what a living one writes is not, nor anybody's file")
  func leftovers() throws {
    let living = try DraftFolder(for: path("out"))
    let draft = try OutputFile(path: path("result"))
    let dead = [".xieguan-dead.part", ".xieguan-0.part"].map(path)
    try Data().write(to: URL(filePath: dead[0]))
    try FileManager.default.createDirectory(atPath: dead[1], withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: dead[1] + "/ranking.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: path(".xieguan-link.part"), withDestinationPath: "/etc/hosts")
    try Data().write(to: folder.appending(path: ".xieguan.part.txt"))
    for name in try names() where Leftovers.isDraft(name) { _ = Leftovers.remove(path(name)) }
    #expect(Set(try names()).isSuperset(of: [".xieguan-link.part", ".xieguan.part.txt"]))
    #expect(dead.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
    #expect(Set(dead).isSubset(of: Leftovers.takeWord()))
    #expect(FileManager.default.fileExists(atPath: living.path))
    try draft.finish()
    try living.publish(as: path("out"))
    #expect(Set(try names()).isSuperset(of: ["out", "result"]))
  }

  @Test("Two runs do not write to one place at once")
  func locked() throws {
    let first = try DraftFolder(for: path("out"))
    #expect(throws: TabularError.folderBusy(path: path("out"))) {
      try DraftFolder(for: path("out"))
    }
    _ = try DraftFolder(for: path("other"))
    try first.publish(as: path("out"))
    _ = try DraftFolder(for: path("out"))
    #expect(try names() == ["out"])
  }

  /// How names are exchanged: as the file system does it, or not at all.
  static let exchanges: [Bool] = [true, false]

  private func publish(_ words: String, exchanging: Bool) throws -> String? {
    let draft = try DraftFolder(for: path("out"))
    try Data(words.utf8).write(to: URL(filePath: draft.path + "/a"))
    return try draft.publish(
      replacing: path("out"), kept: path("out.day"),
      exchanging: exchanging ? Renaming.exchange : { _, _ in ENOSYS })
  }

  @Test(
    "A folder takes another's place whole, which is kept under a dated name", arguments: exchanges)
  func exchanged(exchanging: Bool) throws {
    #expect(try publish("1", exchanging: exchanging) == nil)
    #expect(try publish("2", exchanging: exchanging) == path("out.day"))
    #expect(try publish("3", exchanging: exchanging) == path("out.day-2"))
    #expect(try ["out/a", "out.day/a", "out.day-2/a"].map(text) == ["3", "1", "2"])
    #expect(try names() == ["out", "out.day", "out.day-2"])
  }

  @Test("An exchange that fails leaves all as it was, under its name")
  func failing() throws {
    _ = try publish("1", exchanging: true)
    #expect(throws: TabularError.unwritable(path: path("out"), errno: EACCES)) {
      let draft = try DraftFolder(for: path("out"))
      _ = try draft.publish(
        replacing: path("out"), kept: path("out.day"), exchanging: { _, _ in EACCES })
    }
    #expect(try names() == ["out"])
    #expect(try text("out/a") == "1")
  }

  private func writeDamaged(_ day: CivilDate) throws {
    let workbook = try WorkbookWriter(path: path("a.xlsx"), title: "", created: day)
    // The library refuses a row that no worksheet has.
    workbook.addSheet("c").write("d", row: 2_000_000, column: 0)
    #expect(throws: TabularError.resultDamaged(path: path("a.xlsx"))) { try workbook.close() }
  }

  @Test("A workbook that lost a part on the way is no result")
  func damagedWorkbook() throws {
    let day = try #require(CivilDate(year: 2024, month: 6, day: 1))
    try writeDamaged(day)
    #expect(try names().isEmpty)
    try WorkbookArchive(rows: "<row><c><v>1</v></row>").withFile { broken in
      #expect(!WrittenWorkbook.isWhole(broken))
    }
    try WorkbookArchive(rows: "<row><c><v>1</v></c></row>").withFile { sound in
      #expect(WrittenWorkbook.isWhole(sound))
      let bytes = try Data(contentsOf: URL(filePath: sound))
      try bytes.dropLast(bytes.count / 2).write(to: folder.appending(path: "half"))
      #expect(!WrittenWorkbook.isWhole(path("half")))
    }
  }
}
