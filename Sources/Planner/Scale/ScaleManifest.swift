import Consultation
import Foundation
import Model
import Policy
import Scoring

/// `datapackage.json` of an exported job: its files with their digests, and what was asked.
///
/// Source: Data Package and Table Schema, version 1 (specs.frictionlessdata.io).
struct ScaleManifest: Codable, Sendable {
  /// One file.
  struct Resource: Codable, Sendable {
    var name: String
    var path: String
    var profile: String
    var format: String
    var encoding = "utf-8"
    var bytes: Int
    /// `sha256:` and the digest in hex.
    var hash: String
    /// How many applicants a part holds.
    var rows: Int?
    /// The first and the last office of a part.
    var offices: [String]?
    var schema: TableSchema?
  }

  /// What was asked.
  struct Terms: Codable, Sendable {
    var kind = Self.kind
    var version = 1
    var engine: ScaleEngine
    var policy: String
    var policySHA256: String
    var asOf: String
    var officeCode: String?
    var applicants: Int
    var offices: Int

    static let kind = "scale job"

    enum CodingKeys: String, CodingKey {
      case kind, version, engine, policy, applicants, offices
      case policySHA256 = "policy_sha256"
      case asOf = "as_of"
      case officeCode = "office_code"
    }
  }

  static let fileName = "datapackage.json"
  static let policyName = "policy.bin"
  static let jobName = "job.sql"

  var name = "xieguan-scale-job"
  var profile = "data-package"
  var resources: [Resource]
  var xieguan: Terms

  /// The parts of facts, in their order.
  var parts: [Resource] { resources.filter { $0.rows != nil } }

  /// The path of a part, numbered from 0.
  static func part(_ number: Int) -> String {
    let digits = String(number + 1)
    return "facts/part-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).csv"
  }

  static func schema(_ columns: [SQLColumn]) -> TableSchema {
    TableSchema(
      columns.map { column in
        .init(
          column.name, column.name, type: column.isText ? "string" : "integer",
          isRequired: column.name == "application_no" || column.name == "office_code")
      }, key: "application_no")
  }

  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// Reads the manifest of a folder.
  /// - Throws: `ScaleError.absent`, `ScaleError.foreign`.
  init(folder: String) throws {
    let path = folder + "/" + Self.fileName
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ScaleError.absent(path: path)
    }
    guard let manifest = try? JSONDecoder().decode(Self.self, from: data),
      manifest.xieguan.kind == Terms.kind, manifest.xieguan.version == 1
    else { throw ScaleError.foreign(path: path) }
    self = manifest
  }

  init(resources: [Resource], terms: Terms) {
    self.resources = resources
    xieguan = terms
  }
}
