import Cryptography
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
    var out = DigestFields()
    for text in [
      "xieguan run 1", Self.policyDigest(policy), rules.date.iso, seed ?? "",
      fields.map(\.id).joined(separator: ","),
    ] {
      out.append(text)
    }
    let used = fields.map { columns.place(of: $0) }
    // Each value's field is spelt once, not once for each applicant.
    let texts = EncodedFields(used.map { columns.columns[$0].values.map { [Self.text($0)] } })
    let codes = EncodedFields([offices.offices.map { [$0.code] }])
    let assessments = EncodedFields([
      evaluation.patterns.map(\.assessment).map {
        ["\($0.verdict.rawValue)", "\($0.tier ?? 0)", "\($0.points)"]
      }
    ])
    columns.withCodes { facts in
      for range in list.offices {
        for entry in list.entries[range.entries] {
          let index = Int(entry.index)
          codes.append(0, range.office, to: &out)
          columns.applicationNumbers.withBytes(at: index) { out.append($0) }
          for place in used.indices {
            texts.append(place, facts.code(used[place], at: index), to: &out)
          }
          assessments.append(0, evaluation.place(at: index), to: &out)
          out.append(entry.placement.rank ?? 0)
          out.append(Int(entry.placement.decider.rawValue))
        }
      }
    }
    hex = out.finish().hex
  }

  /// The hex SHA-256 of everything that a policy consists of.
  public static func policyDigest(_ policy: PolicyPack) -> String {
    SHA256.hash(policy.canonicalBytes).hex
  }

  private static func text(_ value: FactValue) -> String {
    switch value {
    case .blank: ""
    case .bool(let value): value ? "1" : "0"
    case .number(let number): String(number)
    case .text(let text): text
    }
  }
}

/// Lists of texts as the fields of a digest, some together at each place.
private struct EncodedFields {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Where each list begins in `ends`.
  private var starts: [Int] = []

  init(_ lists: [[[String]]]) {
    for list in lists {
      starts.append(ends.count - 1)
      for texts in list {
        for text in texts { bytes += Array("\(text.utf8.count):\(text)".utf8) }
        ends.append(bytes.count)
      }
    }
  }

  @inline(__always)
  func append(_ list: Int, _ place: Int, to fields: inout DigestFields) {
    let start = starts[list] + place
    bytes.withUnsafeBytes {
      fields.appendRaw(UnsafeRawBufferPointer(rebasing: $0[ends[start]..<ends[start + 1]]))
    }
  }
}

/// Hashes fields one after another, each after its length in decimal and a colon.
private struct DigestFields: ~Copyable {
  private var hash = SHA256()
  private let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var count = 0

  deinit { bytes.deallocate() }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    appendDigits(field.count)
    appendByte(UInt8(ascii: ":"))
    appendRaw(UnsafeRawBufferPointer(field))
  }

  /// A whole number in decimal, not below zero.
  mutating func append(_ number: Int) {
    var (digits, rest) = (1, number)
    while rest > 9 { (digits, rest) = (digits &+ 1, rest / 10) }
    appendDigits(digits)
    appendByte(UInt8(ascii: ":"))
    appendDigits(number)
  }

  /// A field that has its length already.
  @inline(__always)
  mutating func appendRaw(_ field: UnsafeRawBufferPointer) {
    guard count + field.count <= bytes.count else {
      flush()
      return field.count > bytes.count ? hash.update(field) : appendRaw(field)
    }
    guard let source = field.baseAddress, let target = bytes.baseAddress else { return }
    memcpy(target + count, source, field.count)
    count += field.count
  }

  private mutating func appendDigits(_ number: Int) {
    if number > 9 { appendDigits(number / 10) }
    appendByte(48 &+ UInt8(truncatingIfNeeded: number % 10))
  }

  @inline(__always)
  private mutating func appendByte(_ byte: UInt8) {
    if count == bytes.count { flush() }
    bytes[count] = byte
    count += 1
  }

  private mutating func flush() {
    hash.update(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    count = 0
  }

  mutating func finish() -> [UInt8] {
    flush()
    return hash.finish()
  }
}
