import CZip
import Foundation
import Model
import Testing

@testable import Consultation

/// What may happen to a package on its way, and what is said of it.
@Suite("A package is refused")
struct RefusalTests {
  /// Something that is done to the folder `p`, and the error that must follow.
  struct Harm: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let error: PackageError
    let act: @Sendable (Scratch) throws -> Void

    init(_ name: String, _ error: PackageError, _ act: @escaping @Sendable (Scratch) throws -> Void)
    {
      testDescription = name
      self.error = error
      self.act = act
    }
  }

  static let harms: [Harm] = [
    Harm("changed byte", .fileChanged("applicants.csv")) { scratch in
      var bytes = try scratch.bytes("p/applicants.csv")
      bytes[40] ^= 1
      try scratch.write(bytes, "p/applicants.csv")
    },
    Harm("longer file", .endless("applicants.csv")) { scratch in
      try scratch.write(scratch.bytes("p/applicants.csv") + [10], "p/applicants.csv")
    },
    Harm("missing file", .fileMissing("applicants.csv")) { scratch in
      try FileManager.default.removeItem(atPath: scratch.path("p/applicants.csv"))
    },
    Harm("extra file", .fileExtra("more.csv")) { try $0.write([65], "p/more.csv") },
    Harm("replaced policy", .policyReplaced) {
      try $0.write(Array("rules: 2\n".utf8), "p/policy.yaml")
    },
    Harm("changed manifest", .manifestChanged) { scratch in
      let json = String(decoding: try scratch.bytes("p/datapackage.json"), as: UTF8.self)
      try scratch.write(
        Array(json.replacing("2024-06-01", with: "2024-06-02").utf8), "p/datapackage.json")
    },
    Harm("no signature", .unsigned(missing: "signature")) { scratch in
      try FileManager.default.removeItem(atPath: scratch.path("p/signature"))
    },
    Harm("no manifest", .unsigned(missing: "datapackage.json")) { scratch in
      try FileManager.default.removeItem(atPath: scratch.path("p/datapackage.json"))
    },
    Harm("foreign signature", .signatureUnreadable) { try $0.write([1, 2, 3], "p/signature") },
    Harm("link", .notAFile("policy.yaml")) { scratch in
      try FileManager.default.removeItem(atPath: scratch.path("p/policy.yaml"))
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path("p/policy.yaml"), withDestinationPath: "/etc/passwd")
    },
    Harm("folder inside", .notAFile("more")) { scratch in
      try FileManager.default.createDirectory(
        atPath: scratch.path("p/more"), withIntermediateDirectories: true)
    },
    Harm("hidden name", .unsafeName(".more")) { try $0.write([65], "p/.more") },
    Harm("many files", .tooManyFiles(limit: 64)) { scratch in
      for index in 0..<64 { try scratch.write([65], "p/more\(index)") }
    },
  ]

  @Test("when something was done to it, each with its own message", arguments: harms)
  func harmed(_ harm: Harm) throws {
    let scratch = try Scratch()
    try scratch.package()
    try harm.act(scratch)
    #expect(throws: harm.error) { try scratch.open() }
  }

  @Test("when another key signed it, or one that belongs to another bureau")
  func signers() throws {
    let scratch = try Scratch()
    try scratch.package(key: scratch.other)
    #expect(
      throws: PackageError.signerUnknown(from: Scratch.sender, key: scratch.other.publicKey)
    ) { try scratch.open() }
    let signers = AllowedSigners(
      text: "别的单位 \(scratch.other.publicKey.line)", at: Scratch.moment)
    #expect(throws: PackageError.signerDiffers(from: Scratch.sender, names: ["别的单位"])) {
      try OpenedPackage(path: scratch.path("p"), password: nil, signers: signers)
    }
    // Without a list the content is checked and the signer is left open.
    let opened = try OpenedPackage(path: scratch.path("p"), password: nil, signers: nil)
    #expect(opened.signer == scratch.other.publicKey)
  }

  @Test("when a later program has written it")
  func newer() throws {
    let scratch = try Scratch()
    var terms = Scratch.terms
    terms.version = 2
    try scratch.package(terms: terms)
    #expect(throws: PackageError.newer(version: 2)) { try scratch.open() }
  }

  @Test("when the password is wrong or absent, or a sealed byte was changed")
  func sealed() throws {
    let scratch = try Scratch()
    try scratch.package("p.zip", password: "the right one")
    #expect(throws: PackageError.passwordWrong) { try scratch.open("p.zip", password: "wrong") }
    #expect(throws: PackageError.passwordMissing) { try scratch.open("p.zip") }
    let bytes = try scratch.bytes("p.zip")
    // The content of the first member begins after its header of 30 bytes, its name and its fields.
    for offset in [120, 200, 400] {
      var changed = bytes
      changed[offset] ^= 1
      try scratch.write(changed, "changed.zip")
      #expect {
        try scratch.open("changed.zip", password: "the right one")
      } throws: { error in
        // Which of the two depends on whether the changed bytes still inflate.
        [.fileChanged("datapackage.json"), .manifestChanged].contains(error as? PackageError)
      }
    }
    try scratch.write(Array(bytes.prefix(bytes.count / 2)), "cut.zip")
    #expect(throws: PackageError.notAPackage(path: scratch.path("cut.zip"))) {
      try scratch.open("cut.zip", password: "the right one")
    }
    #expect(throws: PackageError.absent(path: scratch.path("none"))) { try scratch.open("none") }
  }

  @Test(
    "when a member of an archive would leave it",
    arguments: ["../evil", "/etc/evil", "a/b", "..", "C:\\evil", ".hidden", "名单.csv", "a\nb"])
  func names(name: String) throws {
    let scratch = try Scratch()
    try Archive.write([(name, [65], 0)], to: scratch.path("z.zip"))
    #expect(throws: PackageError.unsafeName(name.printable)) { try scratch.open("z.zip") }
  }

  @Test("when an archive holds links, too many members, or a member without end")
  func archives() throws {
    let scratch = try Scratch()
    try Archive.write(
      [("policy.yaml", Array("/etc/passwd".utf8), 0o120_777)], to: scratch.path("l.zip"))
    #expect(throws: PackageError.notAFile("policy.yaml")) { try scratch.open("l.zip") }
    try Archive.write((0..<65).map { ("f\($0)", [65], 0) }, to: scratch.path("m.zip"))
    #expect(throws: PackageError.tooManyFiles(limit: 64)) { try scratch.open("m.zip") }
    try Archive.write((0..<5000).map { ("f\($0)", [65], 0) }, to: scratch.path("n.zip"))
    #expect(throws: PackageError.tooManyFiles(limit: 64)) { try scratch.open("n.zip") }
    // A true manifest, and a table that inflates to 64 MiB from a few KiB.
    try scratch.package()
    let names = ["datapackage.json", "signature", "policy.yaml", "readme.txt"]
    let bomb = [UInt8](repeating: 0x41, count: 64 << 20)
    try Archive.write(
      names.map { ($0, try scratch.bytes("p/" + $0), 0) } + [("applicants.csv", bomb, 0)],
      to: scratch.path("b.zip"))
    #expect(throws: PackageError.endless("applicants.csv")) { try scratch.open("b.zip") }
    try Archive.write(
      [("datapackage.json", bomb, 0), ("signature", [65], 0)], to: scratch.path("c.zip"))
    #expect(throws: PackageError.endless("datapackage.json")) { try scratch.open("c.zip") }
  }

  @Test(
    "or is what was signed, whatever bytes of an archive are changed", arguments: [UInt64(1), 2, 3])
  func anyBytes(seed: UInt64) throws {
    let scratch = try Scratch()
    let signed = try scratch.package()
    let files = ["datapackage.json", "signature", "applicants.csv", "policy.yaml", "readme.txt"]
    try Archive.write(
      files.map { ($0, try scratch.bytes("p/" + $0), 0) }, to: scratch.path("p.zip"))
    let bytes = try scratch.bytes("p.zip")
    let original = try scratch.open("p.zip")
    var state = seed
    func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for round in 0..<400 {
      var changed = bytes
      for _ in 0...next(below: 4) { changed[next(below: changed.count)] = UInt8(next(below: 256)) }
      if next(below: 4) == 0 { changed.removeLast(next(below: changed.count)) }
      try scratch.write(changed, "changed.zip")
      do {
        let opened = try scratch.open("changed.zip")
        #expect(opened.signed.sha256 == signed.sha256, "seed \(seed), round \(round)")
        #expect(opened.files == original.files, "seed \(seed), round \(round)")
      } catch let error {
        #expect(!error.code.isEmpty)
      }
    }
  }

  @Test("with three parts in both languages, no two cases alike")
  func wording() {
    let errors =
      Self.harms.map(\.error) + [
        .passwordAbsent, .passwordUnfit, .passwordWrong, .passwordMissing, .archiveDamaged,
        .nameTwice("a"),
        .absent(path: "p"), .notAPackage(path: "p"), .outputExists(path: "p"),
        .passwordFile(path: "p"), .tooLarge(bytes: 2, limit: 1), .manifestUnreadable,
        .newer(version: 2), .signerDiffers(from: "甲", names: ["乙"]), .unwritable(path: "p"),
      ]
    let unsigned = errors.count { $0.code == "unsigned" }
    let twice = errors.count { $0.code == "not_a_file" }
    #expect(Set(errors.map(\.code)).count == errors.count - (unsigned - 1) - (twice - 1))
    for error in errors {
      for text in [error.happened, error.reason, error.remedy] {
        #expect(!text.zh.isEmpty && !text.en.isEmpty && text.zh != text.en)
      }
    }
  }
}

/// Archives that no package writer would make.
enum Archive {
  static func write(_ members: [(name: String, bytes: [UInt8], mode: UInt32)], to path: String)
    throws
  {
    let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil))
    for member in members {
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: member.bytes.count)
      copy.initialize(from: member.bytes, count: member.bytes.count)
      let source = zip_source_buffer(archive, copy, zip_uint64_t(member.bytes.count), 1)
      let index = zip_file_add(archive, member.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      try #require(index >= 0)
      if member.mode != 0 {
        zip_file_set_external_attributes(
          archive, zip_uint64_t(index), 0, zip_uint8_t(ZIP_OPSYS_UNIX), member.mode << 16)
      }
    }
    try #require(zip_close(archive) == 0)
  }
}
