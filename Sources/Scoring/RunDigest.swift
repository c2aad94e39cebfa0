import Crypto
import Foundation
public import Model
public import Policy

/// The digest of a run: everything that decides it and everything it decided, and no person in it.
///
/// SHA-256 over these fields, each as UTF-8 after its length in decimal and a colon: `xieguan run 1`,
/// the hex SHA-256 of the policy, the date of evaluation, the seed (empty without one), the names of
/// the facts that the rules read; then for each applicant in the order of the list the office code,
/// the application number, each fact's value (blank, `1`/`0`, a number, or the text), the verdict,
/// tier, points, rank, and what decided it.
public struct RunDigest: Sendable {
  /// The digest in lower-case hex.
  public let hex: String

  /// A run's short name: the first twelve hex digits.
  public var id: String { String(hex.prefix(12)) }

  /// Computes the digest of a run.
  /// - Complexity: O(applicants · facts).
  public init(
    policy: PolicyPack, rules: RuleSet, seed: String?, columns: ApplicantColumns,
    fields: [ApplicantField], offices: OfficeTable, evaluation: Evaluation, list: RankedList
  ) {
    var hash = SHA256()
    var buffer: [UInt8] = []
    func append(_ text: String) { buffer += Self.field(Array(text.utf8)) }
    append("xieguan run 1")
    append(Self.policyDigest(policy))
    append(rules.date.iso)
    append(seed ?? "")
    append(fields.map(\.id).joined(separator: ","))
    let used = fields.map { columns.columns[columns.fields.firstIndex(of: $0) ?? 0] }
    let texts = used.map { column in column.values.map { Self.field(Self.bytes($0)) } }
    for range in list.offices {
      let office = Self.field(Array(offices.offices[range.office].code.utf8))
      for entry in list.entries[range.entries] {
        let index = Int(entry.index)
        buffer += office
        columns.applicationNumbers.withBytes(at: index) { buffer += Self.field(Array($0)) }
        for (column, texts) in zip(used, texts) { buffer += texts[column.code(at: index)] }
        for number in [
          Int(evaluation.verdicts[index].rawValue), Int(evaluation.tiers[index]),
          Int(evaluation.points[index]), Int(entry.rank), Int(entry.decidedBy.rawValue),
        ] {
          buffer += Self.field(Array(String(number).utf8))
        }
        if buffer.count > 1 << 16 {
          hash.update(data: buffer)
          buffer.removeAll(keepingCapacity: true)
        }
      }
    }
    hash.update(data: buffer)
    hex = Self.hex(hash.finalize())
  }

  /// The hex SHA-256 of everything that a policy consists of.
  public static func policyDigest(_ policy: PolicyPack) -> String {
    hex(SHA256.hash(data: policy.canonicalBytes))
  }

  private static func hex(_ digest: SHA256Digest) -> String {
    digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private static func field(_ bytes: [UInt8]) -> [UInt8] {
    Array("\(bytes.count):".utf8) + bytes
  }

  private static func bytes(_ value: FactValue) -> [UInt8] {
    switch value {
    case .blank: []
    case .bool(let value): Array((value ? "1" : "0").utf8)
    case .number(let number): Array(String(number).utf8)
    case .text(let text): Array(text.utf8)
    }
  }
}
