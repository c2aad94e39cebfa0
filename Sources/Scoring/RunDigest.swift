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
    var fieldsOut = DigestFields()
    for text in [
      "xieguan run 1", Self.policyDigest(policy), rules.date.iso, seed ?? "",
      fields.map(\.id).joined(separator: ","),
    ] {
      fieldsOut.append(Array(text.utf8))
    }
    let used = fields.map { columns.columns[columns.fields.firstIndex(of: $0) ?? 0] }
    // Each value's field is spelt once, not once for each applicant.
    let spelt = used.map { column in
      column.values.map { value in
        var field = DigestFields()
        field.append(Self.bytes(value))
        return field.bytes
      }
    }
    for range in list.offices {
      let office = Array(offices.offices[range.office].code.utf8)
      for entry in list.entries[range.entries] {
        let index = Int(entry.index)
        fieldsOut.append(office)
        columns.applicationNumbers.withBytes(at: index) { fieldsOut.append($0) }
        for (column, fields) in zip(used, spelt) {
          fieldsOut.bytes.append(contentsOf: fields[column.code(at: index)])
        }
        fieldsOut.append(Int(evaluation.verdicts[index].rawValue))
        fieldsOut.append(Int(evaluation.tiers[index]))
        fieldsOut.append(Int(evaluation.points[index]))
        fieldsOut.append(Int(entry.rank))
        fieldsOut.append(Int(entry.decidedBy.rawValue))
        if fieldsOut.bytes.count > 1 << 16 {
          hash.update(data: fieldsOut.bytes)
          fieldsOut.bytes.removeAll(keepingCapacity: true)
        }
      }
    }
    hash.update(data: fieldsOut.bytes)
    hex = Self.hex(hash.finalize())
  }

  /// The hex SHA-256 of everything that a policy consists of.
  public static func policyDigest(_ policy: PolicyPack) -> String {
    hex(SHA256.hash(data: policy.canonicalBytes))
  }

  private static func hex(_ digest: SHA256Digest) -> String {
    digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
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

/// Fields one after another, each after its length in decimal and a colon.
private struct DigestFields {
  var bytes: [UInt8] = []

  mutating func append(_ field: some Collection<UInt8>) {
    appendDigits(field.count)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: field)
  }

  /// A whole number in decimal.
  mutating func append(_ number: Int) {
    if (0...9).contains(number) {
      bytes.append(UInt8(ascii: "1"))
      bytes.append(UInt8(ascii: ":"))
      bytes.append(48 + UInt8(number))
    } else {
      append(Array(String(number).utf8))
    }
  }

  private mutating func appendDigits(_ number: Int) {
    if number > 9 { appendDigits(number / 10) }
    bytes.append(48 + UInt8(number % 10))
  }
}
