import Foundation
import Model
import Tabular
import Testing

@testable import Consultation

/// A scratch folder with two bureaus' keys and a small package.
final class Scratch {
  let folder: URL
  let key = SigningKey(comment: "西城区人力社保局")
  let other = SigningKey(comment: "别的单位")
  static let sender = "西城区人力社保局"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  static let moment = Date(timeIntervalSince1970: 1_717_200_000)
  var signers: AllowedSigners {
    AllowedSigners(text: "\(Self.sender) \(key.publicKey.line)\n", at: Self.moment)
  }

  static var terms: PackageTerms {
    guard let day = CivilDate(iso: "2024-06-01") else { preconditionFailure("a day that exists") }
    var terms = PackageTerms(
      kind: .request, matter: .ranking, serial: 1, from: sender, to: "西城区司法局",
      number: "西人社函〔2024〕12号", title: "关于征询意见的函", sentOn: day)
    terms.run = PackageTerms.Run(
      digest: "d", ofRun: "r", policy: "p", policySha256: "s", policyFiles: ["policy.yaml"],
      asOf: day, seed: nil, facts: ["degree"])
    return terms
  }

  /// Writes a package with one table and a policy; the content may be changed by the caller.
  @discardableResult
  func package(
    _ name: String = "p", password: String? = nil, key: SigningKey? = nil,
    terms: PackageTerms = Scratch.terms
  ) throws -> SignedManifest {
    let draft = try PackageDraft(output: path(name), password: password.map { Array($0.utf8) })
    let schema = TableSchema(
      [.init("application_no", "报名序号", isRequired: true), .init("name", "姓名")],
      key: "application_no")
    try draft.addTable("applicants", title: "名单", schema: schema) { sheet in
      for row in [["A1", "张*"], ["=A2", "李*"]] {
        for text in row { sheet.field(text) }
        try sheet.endRow()
      }
    }
    try draft.addFile(
      Array("rules: 1\n".utf8), as: "policy.yaml", title: "规则", mediaType: "application/yaml")
    try draft.addGuide(terms)
    let manifest = try draft.manifest(terms)
    try draft.seal(manifest, with: key ?? self.key)
    try draft.publish()
    return manifest
  }

  func open(_ name: String = "p", password: String? = nil) throws(PackageError) -> OpenedPackage {
    try OpenedPackage(
      path: path(name), password: password.map { Array($0.utf8) }, signers: signers)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }
}
