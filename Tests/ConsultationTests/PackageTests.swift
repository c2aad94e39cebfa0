import Foundation
import Testing

@testable import Consultation

@Suite("A package")
struct PackageTests {
  @Test("opens as it was written, from a folder and from a sealed archive")
  func roundTrip() throws {
    let scratch = try Scratch()
    let written = try scratch.package()
    let sealed = try scratch.package("p.zip", password: "a long password")
    #expect(written.sha256 == sealed.sha256)
    for opened in [try scratch.open(), try scratch.open("p.zip", password: "a long password")] {
      #expect(opened.terms == Scratch.terms)
      #expect(opened.signed.id == written.id)
      #expect(opened.files.keys.sorted() == ["applicants.csv", "policy.yaml", "readme.txt"])
      #expect(opened.files["policy.yaml"] == Array("rules: 1\n".utf8))
      #expect(opened.signer == scratch.key.publicKey)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
        == ["p", "p.zip"])
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("p.zip"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("unpacks into a new folder that is itself the same package")
  func unpacking() throws {
    let scratch = try Scratch()
    let id = try scratch.package("p.zip", password: "12345678").id
    try scratch.open("p.zip", password: "12345678").unpack(to: scratch.path("out"))
    #expect(try scratch.open("out").signed.id == id)
    #expect(throws: PackageError.outputExists(path: scratch.path("out"))) {
      try scratch.open("p.zip", password: "12345678").unpack(to: scratch.path("out"))
    }
  }

  @Test("guards text that a spreadsheet would run with an apostrophe")
  func formulaSafe() throws {
    let scratch = try Scratch()
    try scratch.package()
    #expect(
      String(decoding: try scratch.bytes("p/applicants.csv"), as: UTF8.self)
        == "\u{FEFF}\"application_no\",\"name\"\r\n\"A1\",\"张*\"\r\n\"'=A2\",\"李*\"\r\n")
  }

  @Test("is never written over something, and a .zip never without a password")
  func output() throws {
    let scratch = try Scratch()
    try scratch.package()
    #expect(throws: PackageError.outputExists(path: scratch.path("p"))) { try scratch.package() }
    #expect(throws: PackageError.passwordAbsent) { try scratch.package("q.zip") }
    for password in ["1234567", "密码密码密码密码", "12345678\n"] {
      #expect(throws: PackageError.passwordUnfit) {
        try scratch.package("q.zip", password: password)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["p"])
  }

  @Test("is signed so that OpenSSH itself accepts it, and OpenSSH's signature is accepted")
  func openSSH() throws {
    let scratch = try Scratch()
    try scratch.package()
    try scratch.write(
      Array("\(Scratch.sender) \(scratch.key.publicKey.line)\n".utf8), "allowed_signers")
    let verify = """
      ssh-keygen -Y verify -f allowed_signers -I \(Scratch.sender) -n xieguan-package \
      -s p/signature < p/datapackage.json
      """
    #expect(try Shell.run(verify, in: scratch.folder) == 0)
    #expect(
      try Shell.run(verify.replacing("n xieguan-package", with: "n file"), in: scratch.folder) != 0)
    try scratch.key.write(to: scratch.path("key"))
    #expect(
      try Shell.run("ssh-keygen -y -f key | cut -d' ' -f1,2 > derived", in: scratch.folder) == 0)
    #expect(
      String(decoding: try scratch.bytes("derived"), as: UTF8.self)
        == scratch.key.publicKey.line + "\n")
    let sign = """
      rm p/signature && ssh-keygen -q -Y sign -f key -n xieguan-package p/datapackage.json && \
      mv p/datapackage.json.sig p/signature
      """
    #expect(try Shell.run(sign, in: scratch.folder) == 0)
    #expect(try scratch.open().signer == scratch.key.publicKey)
  }

  @Test("takes keys of OpenSSH, and says what is wrong with others")
  func keys() throws {
    let scratch = try Scratch()
    let make = """
      ssh-keygen -q -t ed25519 -N '' -C note -f a; ssh-keygen -q -t ed25519 -N secret -f b; \
      ssh-keygen -q -t ecdsa -N '' -f c; ssh-keygen -l -f a | cut -d' ' -f2 | tr -d '\\n' > print
      """
    #expect(try Shell.run(make, in: scratch.folder) == 0)
    let key = try SigningKey(path: scratch.path("a"))
    #expect(key.comment == "note")
    #expect(
      key.publicKey.fingerprint == String(decoding: try scratch.bytes("print"), as: UTF8.self))
    #expect(throws: KeyError.needsPassword(path: scratch.path("b"))) {
      try SigningKey(path: scratch.path("b"))
    }
    #expect(throws: KeyError.otherKind(path: scratch.path("c"), kind: "ecdsa-sha2-nistp256")) {
      try SigningKey(path: scratch.path("c"))
    }
    #expect(throws: KeyError.notAKey(path: scratch.path("a.pub"))) {
      try SigningKey(path: scratch.path("a.pub"))
    }
    #expect(throws: KeyError.exists(path: scratch.path("a"))) {
      try key.write(to: scratch.path("a"))
    }
  }
}

/// A line of shell.
enum Shell {
  static func run(_ line: String, in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
